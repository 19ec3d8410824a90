import { type Context, markRecorded } from '#context.ts'
import type { Tx } from '#schema.ts'
import {
  type Act,
  actorOf,
  alsoOf,
  type Detail,
  detailSealOf,
  type Event,
  FIRST_SEAL,
  sealOf,
} from './model.ts'
import { holdHead, insertEvent } from './store.ts'

/**
 * Leaves one row in the history, in the transaction of the act itself: both happen or neither. Call it last, since others
 * wait for the next number from here on.
 */
export async function record(ctx: Context, tx: Tx, act: Act): Promise<void> {
  const head = await holdHead(tx, FIRST_SEAL)
  // As the database will give it back: dates as text, nothing undefined.
  const detail = JSON.parse(JSON.stringify(detailOf(ctx, act))) as Detail
  const salt = ctx.newId()
  const actor = actorOf(ctx.viewer)
  const event: Event = {
    organizationId: ctx.organizationId,
    number: head.number + 1,
    id: ctx.newId(),
    at: ctx.now(),
    actorKind: actor.kind,
    actorId: actor.id,
    via: ctx.viewer.via,
    act: act.act,
    subjectKind: act.on.kind,
    subjectId: act.on.id,
    also: alsoOf(act).map(({ kind, id }) => `${kind} ${id}`),
    detailSeal: detailSealOf(salt, detail),
    previousSeal: head.seal,
  }
  await insertEvent(tx, { event, seal: sealOf(event), salt, detail })
  markRecorded(tx)
}

function detailOf(ctx: Context, act: Act): Detail {
  const { on, changes, note } = act
  const { name } = actorOf(ctx.viewer)
  const names = [on, ...alsoOf(act)].map((subject) => subject.name ?? null)
  return {
    ...(name !== undefined && { actor: name }),
    ...(names.some((one) => one !== null) && { names }),
    ...(changes && Object.keys(changes).length > 0 && { changes }),
    ...(note && { note }),
  }
}
