/** What Bilal made of the lists of his profile: lines of his own, one of them in the place of a statement. */
import type { Context } from '../src/context.ts'
import type { ListKind, SectionKey } from '../src/profile/lists.ts'
import { listTouched, putLines } from '../src/profile/store/lists.ts'
import { demoId } from './rows.ts'

const OWN: [list: ListKind, section: SectionKey, words: string][] = [
  ['cv', 'can', 'Taught forty children to swim in three years as a volunteer coach.'],
  ['career', 'want', 'Leading a small team: four to six people, on calls or in the field.'],
  ['appraisal', 'develop', 'One morning a week with the complaints team, until the end of the year.'],
]

/** Once: a second load changes nothing. */
export async function loadLists(ctx: Context): Promise<void> {
  const personId = demoId('person', 'bilal')
  await ctx.keep(async (tx) => {
    if ((await listTouched(tx, personId, null)).length > 0) return
    for (const [list, section, words] of OWN) {
      const id = demoId('list-line', list)
      const line = { id, section, source: `own:${id}`, words, edited: null, included: true, position: null }
      await putLines(tx, { personId, list }, [line])
    }
  })
}
