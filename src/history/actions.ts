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
import { holdHead, insertEvents, type SealedEvent } from './store.ts'

/**
 * Leaves one row in the history, in the transaction of the act itself: both happen or neither. Call it last, since others
 * wait for the next number from here on.
 */
export function record(ctx: Context, tx: Tx, act: Act): Promise<void> {
  return recordAll(tx, [{ ctx, act }])
}

/** As `record`, a row for each act in this order: what many people did, each in their own context. */
export async function recordAll(tx: Tx, acts: readonly { ctx: Context; act: Act }[]): Promise<void> {
  let head = await holdHead(tx, FIRST_SEAL)
  const sealed: SealedEvent[] = []
  for (const { ctx, act } of acts) {
    const next = sealedAfter(head, ctx, act)
    sealed.push(next)
    head = { number: next.event.number, seal: next.seal }
  }
  await insertEvents(tx, sealed)
  markRecorded(tx)
}

function sealedAfter(head: { number: number; seal: string }, ctx: Context, act: Act): SealedEvent {
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
  return { event, seal: sealOf(event), salt, detail }
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
