/** Who of the example lets their workbook be counted without their name, and what has been counted since. */
import type { Context } from '../src/context.ts'
import { letBeCounted } from '../src/profile/actions/counted.ts'
import { countHidden } from '../src/role/actions/hidden.ts'

/** Days ago, and who; the oldest first. */
const COUNTED: [daysAgo: number, key: string][] = [
  [51, 'janet'],
  [49, 'rosa'],
  [37, 'yusuf'],
  [31, 'mei'],
  [27, 'thandi'],
  [19, 'callum'],
  [15, 'bilal'],
]
const COUNTED_AT = 11

/** Once: a second load changes nothing. `at`: the example at another day, as somebody of the cast. */
export async function loadCounted(
  ctx: Context,
  at: (daysAgo: number, key: string) => Context,
): Promise<void> {
  const there = await ctx.read((db) =>
    db
      .selectFrom('profile_counted')
      .select('person_id')
      .where('organization_id', '=', db.organizationId)
      .limit(1)
      .execute(),
  )
  if (there.length > 0) return
  for (const [daysAgo, key] of COUNTED) await letBeCounted(at(daysAgo, key), true)
  await countHidden(at(COUNTED_AT, 'bilal'))
}
