import type { Context } from '#context.ts'
import { levelLabel } from '#framework/model.ts'
import { frameworksById } from '#role/store/frameworks.ts'
import type { LaterLevel, LedgerVacancy } from '../ledger/answers.ts'
import { type Ledger, ledgerOf, type Scales } from '../ledger/ledger.ts'
import { listLaterLevels } from '../store/outcomes.ts'
import { listVacancies } from '../store/vacancies.ts'
import { type Seen, seeAllCards } from './sight.ts'

/** What every vacancy that is decided says about its questions, as far as the viewer may see its ratings. */
export async function openLedger(ctx: Context): Promise<Ledger> {
  const all = await ctx.read(listVacancies)
  const decided = all.filter(({ state }) => state === 'decided' || state === 'closed')
  const seen = await seeAllCards(
    ctx,
    decided.map(({ id }) => id),
  )
  const later = await ctx.read(listLaterLevels)
  const vacancies = seen.map((one) => ledgerVacancy(one, later.get(one.vacancy.id) ?? []))
  return ledgerOf(vacancies, await scalesOf(ctx, vacancies))
}

function ledgerVacancy(
  { vacancy, criteria, questions, sights }: Seen,
  later: readonly LaterLevel[],
): LedgerVacancy {
  const candidates = sights
    .filter(({ isWhole }) => isWhole)
    .map(({ candidate, cards, consensus }) => ({
      ...{ id: candidate.id, isHired: candidate.stage === 'hired', cards, consensus },
    }))
  return { id: vacancy.id, criteria, questions, candidates, later }
}

async function scalesOf(ctx: Context, vacancies: readonly LedgerVacancy[]): Promise<Scales> {
  const ids = vacancies.flatMap(({ criteria }) => criteria.map(({ framework }) => framework))
  const frameworks = await ctx.read((db) => frameworksById(db, [...new Set(ids)]))
  return new Map(
    [...frameworks].map(([id, { scale }]) => [
      id,
      scale.levels.map((level) => ({ key: level.key, label: levelLabel(level) })),
    ]),
  )
}
