/** What colleagues judged of translations through Spotlight in a year, and the examples that they proposed. */
import { type Context, nothingHappened } from '../src/context.ts'
import type { Framework } from '../src/framework/model.ts'
import { findFramework } from '../src/framework/store.ts'
import { record } from '../src/history/actions.ts'
import type { Tx } from '../src/schema.ts'
import type { Judgement } from '../src/translate/judgement.ts'
import type { KeptReading } from '../src/translate/model.ts'
import { insertProposal, settleProposal } from '../src/translate/store/proposals.ts'
import { insertJudgement } from '../src/translate/store.ts'
import { nameOf } from './cast-members.ts'
import { demoId } from './rows.ts'

/**
 * A line each: days ago, who, what they judged, what Sightline had said (with its probability in per cent), what the
 * framework's own words alone would have said; then the words, where they wanted them kept. The oldest first.
 */
const LINES = `
352 bilal a2/3 a2/3/77 a2/3/74 |
349 bilal c1/2 c2/2/41 c2/2/41 | Five calls in the queue, two in the inbox, and I know without looking which comes next.
341 aroha c2/4 c2/3/68 c2/3/65 |
330 nadia b2/2 c3/2/66 c3/2/66 |
322 bilal a2/3 a3/3/37 a3/3/37 | When a bill has trebled I let them be angry first, and then we look at the meter together.
318 stella c3/3 c3/3/93 c3/3/90 |
305 kofi c3/3 c3/3/88 c3/3/85 | Main burst, map out of date, so I followed the wet pavement back to the valve.
297 daniel a1/2 a2/3/52 a2/3/52 |
288 aroha b1/3 b1/3/66 b1/3/63 |
281 karin b3/3 b3/3/96 b3/3/93 |
274 hamish a3/4 a2/4/36 a2/4/36 | Our replies used to sound like a court, so three of us rewrote them for how they land on a kitchen table.
266 bilal c1/2 c1/2/74 c2/2/43 |
259 beatriz b2/3 b2/3/82 b2/3/79 |
247 dawit c2/2 c2/2/79 c2/2/76 |
240 nadia a2/2 b2/2/57 b2/2/55 |
228 stella c3/3 c3/4/80 c3/4/77 |
221 aroha a1/4 a1/3/63 a1/3/60 | I keep a board of odd calls, and on Fridays the team guesses what they have in common.
214 kofi c3/2 c3/2/90 c3/2/87 |
207 priya a1/5 c3/5/50 c3/5/50 |
199 bilal a2/3 a2/3/73 a3/3/39 |
191 ashok b1/2 b1/2/64 b2/2/40 |
184 hamish a3/3 a3/3/67 a2/3/38 |
176 karin b3/2 b3/2/96 b3/2/94 |
168 dawit c2/3 c2/3/75 c2/3/72 | The digger crew, the council and the school have three calendars; I made the one they all look at.
161 daniel b2/1 b2/2/71 b2/2/68 |
153 nadia c1/3 c3/3/50 c3/3/39 |
146 patrick c3/3 c3/3/91 c3/3/88 |
139 beatriz b2/3 b2/3/86 b2/3/81 |
128 stella b1/3 a3/3/33 a3/3/33 |
121 aroha c2/4 c2/4/77 c2/3/62 |
113 bilal a1/3 a1/3/79 a1/3/73 |
104 kofi c1/2 c1/2/72 c3/2/41 |
96 priya a3/5 a3/5/65 c3/5/37 |
87 hamish a2/3 a3/3/42 a2/3/57 |
75 karin b3/4 b3/4/92 b3/4/89 |
61 dawit c2/2 c2/2/83 c2/2/77 |
48 nadia a2/3 a2/3/81 a2/3/73 |
33 daniel b2/2 b2/2/85 b2/2/79 |
19 bilal b1/2 b1/2/70 b2/2/38 | They want me to switch the water off next door; I say plainly what I can do and whom to ask for the rest.
11 stella c3/4 c3/4/78 c3/3/68 | After the second flood night we wrote down who rings whom, and now the night shift runs on it.
4 beatriz b2/3 b2/3/89 b2/3/82 |
`

/** Which of the lines with words were proposed, by their days ago, and what became of it. */
const PROPOSED: { daysAgo: number; settled?: { daysAgo: number; answer: string | null } }[] = [
  { daysAgo: 349, settled: { daysAgo: 343, answer: null } },
  { daysAgo: 274, settled: { daysAgo: 270, answer: null } },
  {
    daysAgo: 305,
    settled: {
      daysAgo: 301,
      answer: 'A fine story, but it tells of one night only: what do you do each time?',
    },
  },
  { daysAgo: 19 },
  { daysAgo: 11 },
]

type At = (daysAgo: number, key: string) => Context

/** Once: a second load changes nothing. `at`: the example at another day, as somebody of the cast. */
export async function loadTranslations(ctx: Context, at: At): Promise<void> {
  await ctx.write(async (tx) => {
    const framework = await findFramework(tx, 'spotlight')
    const there = await tx
      .selectFrom('translate_judgement')
      .select('id')
      .where('organization_id', '=', tx.organizationId)
      .limit(1)
      .execute()
    if (!framework || there.length > 0) return nothingHappened(tx)
    for (const act of actsOf(framework).toSorted((a, b) => b.daysAgo - a.daysAgo)) await act.done(tx, at)
  })
}

interface DemoAct {
  daysAgo: number
  done(tx: Tx, at: At): Promise<void>
}

function actsOf(framework: Framework): DemoAct[] {
  const on = { kind: 'framework', id: framework.id, name: framework.title }
  return LINES.trim()
    .split('\n')
    .flatMap((line, i) => {
      const { daysAgo, by, ...judged } = judgementIn(line, framework)
      const proposal = PROPOSED.find((one) => one.daysAgo === daysAgo && judged.text !== null)
      const id = demoId('judgement', String(i + 1))
      const personId = demoId('person', by)
      const judge: DemoAct = {
        daysAgo,
        done: async (tx, at) => {
          const ctx = at(daysAgo, by)
          await insertJudgement(tx, { ...judged, id, personId, madeAt: ctx.now() })
          await record(ctx, tx, {
            act: 'translation: judged',
            on: { kind: 'person', id: personId, name: nameOf(by) },
          })
          if (!proposal) return
          const text = judged.text ?? ''
          await insertProposal(
            tx,
            { ...judged, text, id: proposalId(daysAgo), judgementId: id },
            { personId, at: ctx.now() },
          )
          await record(ctx, tx, { act: 'example: proposed', on })
        },
      }
      return proposal?.settled ? [judge, settling(proposal.settled, proposalId(daysAgo), on)] : [judge]
    })
}

const proposalId = (daysAgo: number) =>
  demoId('proposal', String(1 + PROPOSED.findIndex((one) => one.daysAgo === daysAgo)))

function settling(
  { daysAgo, answer }: { daysAgo: number; answer: string | null },
  id: string,
  on: { kind: string; id: string; name: string },
): DemoAct {
  return {
    daysAgo,
    done: async (tx, at) => {
      const ctx = at(daysAgo, 'tomasz')
      const state = answer === null ? 'accepted' : 'rejected'
      const by = demoId('person', 'tomasz')
      await settleProposal(tx, id, { state, by, at: ctx.now(), answer, as: null })
      await record(ctx, tx, { act: `example: ${state}`, on })
    },
  }
}

function judgementIn(line: string, framework: Framework) {
  const [facts = '', text = ''] = line.split('|').map((part) => part.trim())
  const [daysAgo = '', by = '', judged = '', said = '', alone = ''] = facts.split(' ')
  const [competency = '', level = ''] = judged.split('/')
  const about: Omit<Judgement, 'id' | 'personId' | 'madeAt'> = {
    ...{ frameworkId: framework.id, backend: 'minilm-l6-v2+words', competency, level, text: text || null },
    ...{ said: readingIn(said, framework), alone: readingIn(alone, framework) },
  }
  return { daysAgo: Number(daysAgo), by, ...about }
}

/** "a2/3/58": 58 % for A2, level 3; what is left is shared out among the others, less to each further one. */
function readingIn(said: string, { competencies, scale }: Framework): KeptReading {
  const [key = '', level = '', percent = ''] = said.split('/')
  const sure = Number(percent) / 100
  const others = competencies.map((one) => one.key).filter((one) => one !== key)
  const shares = others.map((_, i) => 1 / (i + 1.5))
  const sum = shares.reduce((a, b) => a + b, 0)
  const rest = others.map((one, i) => ({ key: one, probability: ((shares[i] ?? 0) / sum) * (1 - sure) }))
  return {
    competencies: [{ key, probability: sure }, ...rest],
    levels: scale.levels.map((one) => ({ key: one.key, probability: one.key === level ? 0.6 : 0.1 })),
    band: sure >= 0.55 ? 'likely' : sure >= 0.4 ? 'possible' : 'unsure',
  }
}
