/** How those of the intake do in the job, as whoever leads them has said. */
import type { Criterion } from '../src/recruit/model.ts'
import type { Tx } from '../src/schema.ts'
import { ASKED, TAKEN } from './hiring-intake-facts.ts'
import { demoId } from './rows.ts'

/** `startOf`: somebody's first day, by their key. */
export async function insertOutcomes(
  tx: Tx,
  criteria: readonly Criterion[],
  { startOf, idOf }: { startOf: (key: string) => string; idOf: (key: string) => string },
): Promise<void> {
  const rows = TAKEN.flatMap(({ key, after6, after12, by }) =>
    [
      { after: 6 as const, levels: after6 },
      { after: 12 as const, levels: after12 },
    ].flatMap(({ after, levels }) =>
      [...levels].map((level, i) => ({
        ...{ organization_id: tx.organizationId, id: demoId('outcome', `${key}/${ASKED[i]}/${after}`) },
        ...{ candidate_id: idOf(key), after_months: after, level_key: level === '-' ? null : level },
        criterion_id: criteria.find(({ competency }) => competency === ASKED[i])?.id ?? '',
        ...{ rated_by: demoId('person', by), rated_at: monthsAfter(startOf(key), after) },
      })),
    ),
  )
  await tx.insertInto('hiring_outcome').values(rows).execute()
}

/** A week after it could be said for the first time. */
function monthsAfter(day: string, months: number): Date {
  const at = new Date(`${day}T11:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + months)
  at.setUTCDate(at.getUTCDate() + 7)
  return at
}
