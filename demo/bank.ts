/** The questions that Marlbrook Water has kept over the months: for its own framework, and beside Spotlight's. */
import type { Context } from '../src/context.ts'
import { keepQuestion, retireQuestion, rewordQuestion } from '../src/recruit/actions/bank.ts'
import { firstProbes } from '../src/recruit/kit/suggest.ts'
import type { QuestionKind } from '../src/recruit/model.ts'
import { listBank } from '../src/recruit/store/bank.ts'
import { demoId, idsOf } from './rows.ts'

/** The world so many days ago, as somebody of the cast. */
type At = (daysAgo: number, key: string) => Context

interface DemoQuestion {
  key: string
  framework: 'at-the-door' | 'spotlight'
  competency: string
  kind: QuestionKind
  text: string
  by: string
  daysAgo: number
  reworded?: { daysAgo: number; by: string; text: string }
  retired?: { daysAgo: number; by: string }
}

const QUESTIONS: DemoQuestion[] = [
  {
    ...{ key: 'child-opens', framework: 'at-the-door', competency: 'arriving-well', kind: 'situation' },
    text: 'You ring because of a leak, and a child of ten opens the door. What would you do?',
    ...{ by: 'owen', daysAgo: 44 },
  },
  {
    ...{ key: 'low-pressure', framework: 'at-the-door', competency: 'finding-out-what-is-wrong' },
    kind: 'situation',
    text: 'The customer says that the shower only drips, and at the kitchen tap all looks well. What would you do?',
    ...{ by: 'owen', daysAgo: 44 },
  },
  {
    ...{ key: 'elsewhere', framework: 'at-the-door', competency: 'finding-out-what-is-wrong', kind: 'past' },
    text: 'Think of a fault whose cause was not where everybody looked. How did you find it?',
    ...{ by: 'ngaio', daysAgo: 131 },
  },
  {
    ...{ key: 'second-visit', framework: 'at-the-door', competency: 'explaining-what-happens-next' },
    kind: 'situation',
    text: 'The repair needs a part and a second visit in a week. What would you say to the customer?',
    ...{ by: 'owen', daysAgo: 43 },
  },
  {
    ...{ key: 'driving-off', framework: 'at-the-door', competency: 'closing-the-job', kind: 'situation' },
    text: 'The leak is mended, and you are late for the next visit. What would you do before you drive off?',
    ...{ by: 'owen', daysAgo: 43 },
  },
  {
    ...{ key: 'fifth-call', framework: 'spotlight', competency: 'a2', kind: 'past' },
    text: 'Think of an angry caller who rang for the fifth time. What did you do?',
    ...{ by: 'ngaio', daysAgo: 240 },
    reworded: {
      ...{ daysAgo: 122, by: 'owen' },
      text: 'Think of a caller who rang for the fifth time about the same thing. What did you do?',
    },
  },
  {
    ...{ key: 'broken-promise', framework: 'spotlight', competency: 'b1', kind: 'past' },
    text: 'Tell us about a promise to a customer that you could not keep. What did you do then?',
    ...{ by: 'ngaio', daysAgo: 238 },
  },
  {
    ...{ key: 'handover', framework: 'spotlight', competency: 'c2', kind: 'past' },
    text: 'Tell us about a piece of work that changed hands halfway. What was your part in it?',
    ...{ by: 'owen', daysAgo: 120 },
  },
  {
    ...{ key: 'no-words', framework: 'spotlight', competency: 'b2', kind: 'past' },
    text: 'Tell us about a customer with whom you had no language in common. What did you do?',
    ...{ by: 'ngaio', daysAgo: 237 },
  },
  {
    ...{ key: 'calming', framework: 'spotlight', competency: 'a2', kind: 'past' },
    text: 'How do you usually calm down an angry caller?',
    ...{ by: 'owen', daysAgo: 251 },
    retired: { daysAgo: 241, by: 'ngaio' },
  },
]

/** The bank, once; before the vacancies whose kits begin with it. */
export async function loadBank(ctx: Context, at: At): Promise<void> {
  if ((await ctx.read(listBank)).length > 0) return
  const frameworks = await ctx.read((db) =>
    db
      .selectFrom('framework')
      .select(['id', 'slug'])
      .where('organization_id', '=', db.organizationId)
      .execute(),
  )
  const ids = new Map(frameworks.map(({ id, slug }) => [slug, id]))
  for (const one of QUESTIONS) await keepOne(one, ids.get(one.framework) ?? '', at)
}

async function keepOne(one: DemoQuestion, framework: string, at: At): Promise<void> {
  const { key, competency, kind, text, reworded, retired } = one
  const words = { framework, competency, kind, text, probes: [...firstProbes(kind)] }
  const id = demoId('bank-question', key)
  await keepQuestion({ ...at(one.daysAgo, one.by), newId: idsOf('bank-question', key) }, words)
  if (reworded) {
    const input = { ...words, text: reworded.text }
    await rewordQuestion(at(reworded.daysAgo, reworded.by), { id, seen: 1, input })
  }
  if (retired) await retireQuestion(at(retired.daysAgo, retired.by), id)
}
