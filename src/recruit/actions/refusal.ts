/** Those who have only applied are told together that they are not taken further. */
import type { Context } from '#context.ts'
import { Conflict, NotFound } from '#errors.ts'
import { stageLetter, THEIR_NAME, withName } from '../candidate/letters.ts'
import { type LookedOver, lookedOver } from '../candidate/looked-over.ts'
import { standing } from '../candidate/stage.ts'
import { BATCH, type Told, type Uninvited } from '../candidate/uninvited.ts'
import { listUninvited } from '../store/candidates.ts'
import { listCandidates } from '../store/cards.ts'
import { moveCandidate } from './candidate.ts'
import { openVacancy } from './look.ts'

/** Whom it would concern now, and what could be written to them. Throws NotFound. */
export async function viewUninvited(ctx: Context, vacancyId: string): Promise<Uninvited> {
  const { vacancy, all } = await ctx.read(async (db) => {
    const { vacancy, part } = await openVacancy(ctx, db, vacancyId)
    if (!part.oversees) throw new NotFound('There is no such vacancy, or you have no part in it.')
    return { vacancy, all: await listUninvited(db, vacancyId) }
  })
  const organization = ctx.viewer.organization.name
  const draft = stageLetter('refused', { name: THEIR_NAME, title: vacancy.title, organization })
  return { vacancy, those: all.slice(0, BATCH), all: all.length, draft: draft ?? { subject: '', text: '' } }
}

/**
 * Refuses those of `ids` who have still only applied, each by a transaction of their own, as if by hand: who is interrupted sends
 * the form again, and nobody is told twice. Throws NotFound, and Invalid for a mail without words before anybody is moved.
 */
export async function refuseUninvited(
  ctx: Context,
  vacancyId: string,
  { ids, mail }: { ids: readonly string[]; mail: LookedOver | null },
): Promise<Told> {
  if (mail) lookedOver(mail)
  await viewUninvited(ctx, vacancyId)
  const waiting = new Map((await ctx.read((db) => listUninvited(db, vacancyId))).map((one) => [one.id, one]))
  const meant = new Set(ids.slice(0, BATCH))
  const told: Told = { mailed: 0, silent: 0, left: [] }
  const moved = new Set<string>()
  for (const id of meant) {
    const one = waiting.get(id)
    if (!one) continue
    const own = mail && one.email !== null ? letterTo(one.name, mail) : null
    if (!(await refuseOne(ctx, { vacancyId, candidateId: id }, own))) continue
    moved.add(id)
    if (own) told.mailed++
    else told.silent++
  }
  const left = (await ctx.read((db) => listCandidates(db, vacancyId))).filter(
    ({ id }) => meant.has(id) && !moved.has(id),
  )
  return { ...told, left: left.map((one) => ({ id: one.id, name: one.name, stands: standing(one) })) }
}

const letterTo = (name: string, { subject, text }: LookedOver): LookedOver => ({
  subject: withName(subject, name),
  text: withName(text, name),
})

/** False: somebody was first, and they stand elsewhere now. */
async function refuseOne(
  ctx: Context,
  which: { vacancyId: string; candidateId: string },
  mail: LookedOver | null,
): Promise<boolean> {
  try {
    await moveCandidate(ctx, which, { stage: 'refused', mail, from: 'applied' })
    return true
  } catch (error) {
    if (error instanceof Conflict || error instanceof NotFound) return false
    throw error
  }
}
