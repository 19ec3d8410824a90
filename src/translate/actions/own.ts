import type { Context } from '#context.ts'
import { NotFound } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import type { Db } from '#schema.ts'
import type { Judgement, OwnJudgement } from '../judgement.ts'
import { frameworksOf } from '../store/frameworks.ts'
import { listProposalsOf } from '../store/proposals.ts'
import { findJudgementOf, listJudgementsOf } from '../store.ts'
import { GONE, personOf } from './judgement.ts'

/** What the viewer has judged, newest first, each with its framework and what became of it. Throws Forbidden. */
export function ownJudgements(ctx: Context): Promise<OwnJudgement[]> {
  const person = personOf(ctx)
  return ctx.read(async (db) => withAllOf(db, person.id, await listJudgementsOf(db, person.id)))
}

/** One of them. Throws Forbidden and NotFound. */
export async function ownJudgement(ctx: Context, id: string): Promise<OwnJudgement> {
  const person = personOf(ctx)
  const [own] = await ctx.read(async (db) => {
    const found = await findJudgementOf(db, person.id, id)
    return found ? withAllOf(db, person.id, [found]) : []
  })
  if (!own) throw new NotFound(GONE)
  return own
}

/** Of a judgement of the viewer's. Throws Forbidden and NotFound. */
export async function frameworkOfJudgement(ctx: Context, id: string): Promise<Framework> {
  return (await ownJudgement(ctx, id)).framework
}

async function withAllOf(db: Db, personId: string, judgements: Judgement[]): Promise<OwnJudgement[]> {
  const frameworks = await frameworksOf(db, judgements)
  const proposals = new Map((await listProposalsOf(db, personId)).map((one) => [one.judgementId, one]))
  return judgements.flatMap((judgement) => {
    const framework = frameworks.get(judgement.frameworkId)
    return framework ? [{ judgement, framework, proposal: proposals.get(judgement.id) ?? null }] : []
  })
}
