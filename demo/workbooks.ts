/** What colleagues say of themselves in their workbooks: one through the organisation's own framework, the others through Spotlight. */
import { type Context, nothingHappened } from '../src/context.ts'
import type { Framework } from '../src/framework/model.ts'
import { findFramework } from '../src/framework/store.ts'
import { record } from '../src/history/actions.ts'
import { fingerprint } from '../src/lib/fingerprint.ts'
import { renewLevels } from '../src/profile/actions/levels.ts'
import type { Activity, Answer, StatementAnswer, Workbook } from '../src/profile/model.ts'
import { partsOf, type Question } from '../src/profile/order.ts'
import { insertWorkbook, putActivity, putAnswers } from '../src/profile/store/workbook.ts'
import type { Tx } from '../src/schema.ts'
import { nameOf } from './cast-members.ts'
import { demoId } from './rows.ts'

/**
 * A line each: when it was begun (days ago), who, through what, how much is answered if it is not finished; then for each
 * competency what they use, what they can and what they want, as places of levels. The oldest first.
 */
const LINES = `
210 bilal spotlight | 123 233 122 | 122 222 011 | 223 112 122
168 aroha spotlight | 334 344 334 | 344 333 223 | 333 445 334
151 helen spotlight | 234 234 345 | 345 344 233 | 223 344 455
144 tomasz spotlight | 234 223 345 | 233 234 223 | 334 344 455
122 ngaio spotlight | 334 344 344 | 455 334 344 | 223 233 234
109 kofi spotlight | 233 333 223 | 223 233 222 | 334 333 344
97 dawit spotlight | 223 333 223 | 233 233 223 | 233 334 223
90 ashok at-the-door | 333 333 223 233
84 stella spotlight | 333 334 344 | 333 223 234 | 334 445 455
76 owen spotlight | 233 223 334 | 223 344 234 | 223 223 122
69 shirin spotlight | 344 122 345 | 223 223 122 | 334 234 345
61 nadia spotlight | 223 334 233 | 233 223 123 | 223 223 233
59 janet spotlight | 334 334 233 | 233 233 223 | 334 223 344
54 rosa spotlight | 223 333 223 | 223 334 333 | 233 333 333
47 lucy spotlight | 233 344 233 | 223 334 333 | 333 234 233
42 yusuf spotlight | 123 233 233 | 223 233 344 | 223 333 233
33 mei spotlight | 123 223 112 | 122 223 334 | 233 122 122
30 thandi spotlight | 122 223 122 | 122 233 233 | 233 223 333
26 beatriz spotlight | 334 344 345 | 445 334 223 | 223 344 344
22 callum spotlight | 122 223 123 | 122 223 122 | 223 333 333
17 bilal spotlight | 223 333 223 | 223 223 122 | 233 223 233
3 sean spotlight 63 | 112 223 122 | 012 123 012 | 122 112 112
`

/** Who wrote what in which round (counted from 1), where it stands, and how they do it. */
const ACTIVITIES: [key: string, round: number, cell: string, answer: Activity['answer'], text: string][] = [
  [
    'bilal',
    1,
    'c1/2',
    'now',
    'I keep a paper list of promised call-backs and cross each one off before I go home.',
  ],
  [
    'bilal',
    2,
    'a2/3',
    'now',
    'When somebody shouts about a bill I read their meter history aloud with them until we both see the jump.',
  ],
  ['bilal', 2, 'b1/3', 'develop', 'Telling a caller no about a refund without passing them on to Aroha.'],
  [
    'aroha',
    1,
    'c2/4',
    'now',
    'I pair new advisers with whoever took the hardest call that week, and they go through it together.',
  ],
  [
    'kofi',
    1,
    'c3/3',
    'now',
    'When the system is down I split the queue by street and we answer from the paper maps.',
  ],
  [
    'stella',
    1,
    'c3/5',
    'develop',
    'Changing the flood rota so that depots can lend each other a crew without ringing me.',
  ],
  [
    'nadia',
    1,
    'a3/3',
    'now',
    'Before a final letter goes out I ask myself what it does to somebody who reads it alone at night.',
  ],
  [
    'ashok',
    1,
    'arriving-well/3',
    'seldom',
    'Taking a trainee to the three hardest doorsteps of a round before they go alone.',
  ],
  ['sean', 1, 'b2/2', 'now', 'I say the reference number twice, slowly, and have the caller read it back.'],
]

/** At that time, as somebody of the cast. */
type At = (daysAgo: number, key: string) => Context

interface Line {
  daysAgo: number
  key: string
  slug: string
  /** Statements answered; null: the round is finished. */
  answered: number | null
  /** In the order of the framework's competencies: uses, can, wants. */
  places: [number, number, number][]
}

const lines = LINES.trim().split('\n').map(lineFrom)

function lineFrom(text: string): Line {
  const [head = '', ...sets] = text.split(' | ')
  const [daysAgo, key = '', slug = '', answered = null] = head.split(' ')
  const places = sets.flatMap((set) => set.split(' ')).map(placesFrom)
  return {
    daysAgo: Number(daysAgo),
    key,
    slug,
    answered: answered === null ? null : Number(answered),
    places,
  }
}

function placesFrom(digits: string): Line['places'][number] {
  const [uses = 0, can = 0, wants = 0] = [...digits].map(Number)
  return [uses, can, wants]
}

/** Once: who has a workbook already keeps it. */
export async function loadWorkbooks(ctx: Context, at: At): Promise<void> {
  await ctx.write(async (tx) => {
    const there = await tx
      .selectFrom('workbook')
      .select('id')
      .where('organization_id', '=', tx.organizationId)
      .limit(1)
      .execute()
    if (there.length > 0) return nothingHappened(tx)
    const frameworks = new Map<string, Framework | undefined>()
    for (const slug of new Set(lines.map((line) => line.slug)))
      frameworks.set(slug, await findFramework(tx, slug))
    for (const line of lines) {
      const framework = frameworks.get(line.slug)
      if (framework) await loadRound(tx, { line, framework, at })
    }
    await recordAll(tx, at)
  })
}

interface Loading {
  line: Line
  framework: Framework
  at: At
}

async function loadRound(tx: Tx, { line, framework, at }: Loading): Promise<void> {
  const { daysAgo, key, answered } = line
  const round = lines.filter((one) => one.key === key && one.daysAgo >= daysAgo).length
  const startedAt = at(daysAgo, key).now()
  const changedAt = at(daysAgo - 2, key).now()
  const workbook: Workbook = {
    ...{
      id: demoId('workbook', `${key}/${round}`),
      personId: demoId('person', key),
      frameworkId: framework.id,
    },
    ...{ startedAt, changedAt, finishedAt: answered === null ? changedAt : null, mixed: false },
  }
  await insertWorkbook(tx, workbook)
  await putAnswers(tx, workbook.id, answersFor(line, framework, workbook))
  for (const activity of activitiesFor(key, round, changedAt)) await putActivity(tx, workbook.id, activity)
  await renewLevels(tx, { personId: workbook.personId, frameworkId: framework.id, competencies: null })
}

/** In the order in which the workbook asks, two every minute. */
function answersFor(
  { key, places, answered }: Line,
  framework: Framework,
  workbook: Workbook,
): StatementAnswer[] {
  const questions = partsOf(framework, workbook).flatMap((part) => part.questions)
  return questions.slice(0, answered ?? questions.length).flatMap((question, i) => {
    const competency = framework.competencies.findIndex((one) => one.key === question.competency)
    const level = framework.scale.levels.findIndex((one) => one.key === question.level) + 1
    const answer = answerAt(level, places[competency] ?? [0, 0, 0], chanceOf(key, question))
    if (answer === null) return []
    const { id, text, also } = question
    const answeredAt = new Date(workbook.startedAt.getTime() + i * 30_000)
    const place = { competency: question.competency, also, level: question.level }
    return [{ statementId: id, text, ...place, answer, answeredAt }]
  })
}

/** From 0 to 99, the same for the same person and statement. */
const chanceOf = (key: string, { id }: Question) =>
  Number.parseInt(fingerprint(`${key} ${id}`).slice(0, 8), 16) % 100

/** What somebody with these levels says of a statement; people are not quite even. Null: they leave it out. */
function answerAt(level: number, [uses, can, wants]: Line['places'][number], chance: number): Answer | null {
  if (chance < 4) return null
  // Whoever has gone far beyond a level often does not say any more that they do what belongs to it.
  if (level <= uses - 2 && chance < 40) return 'seldom'
  if (level <= uses) return chance < 12 ? 'seldom' : 'now'
  if (level <= can) return chance < 12 ? 'develop' : 'seldom'
  if (level <= wants) return 'develop'
  return chance < 35 ? 'later' : 'not'
}

function activitiesFor(key: string, round: number, madeAt: Date): Activity[] {
  const own = ACTIVITIES.filter(([who, which]) => who === key && which === round)
  return own.map(([, , cell, answer, text], i) => {
    const [competency = '', level = ''] = cell.split('/')
    const id = demoId('activity', `${key}/${round}/${i + 1}`)
    return { id, text, competency, level, answer, placedBy: i === 0 ? 'translate' : 'person', madeAt }
  })
}

/** That somebody started and finished is in the history; what they answered is not. */
async function recordAll(tx: Tx, at: At): Promise<void> {
  const acts = lines.flatMap(({ daysAgo, key, answered }) => [
    { daysAgo, key, act: 'profile: workbook started' },
    ...(answered === null ? [{ daysAgo: daysAgo - 2, key, act: 'profile: workbook finished' }] : []),
  ])
  for (const { daysAgo, key, act } of acts.toSorted((a, b) => b.daysAgo - a.daysAgo)) {
    const on = { kind: 'person', id: demoId('person', key), name: nameOf(key) }
    await record(at(daysAgo, key), tx, { act, on })
  }
}
