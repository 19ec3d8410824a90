/** What colleagues judged of translations through Spotlight in a year, and the examples that they proposed. */
import { type Context, nothingHappened } from '../src/context.ts'
import type { Framework } from '../src/framework/model.ts'
import { findFramework } from '../src/framework/store.ts'
import { record } from '../src/history/actions.ts'
import type { Tx } from '../src/schema.ts'
import type { Judgement } from '../src/translate/judgement.ts'
import type { Reading } from '../src/translate/model.ts'
import { insertProposal, settleProposal } from '../src/translate/store/proposals.ts'
import { insertJudgement } from '../src/translate/store.ts'
import { nameOf } from './cast-members.ts'
import { demoId } from './rows.ts'

/**
 * A line each: days ago, who, what they judged, what Sightline had said (with its probability in per cent), what the
 * framework's own words alone would have said; then the words, where they wanted them kept. The oldest first.
 */
const LINES = `
352 bilal a2/3 a2/3/58 a2/3/58 |
349 bilal c1/2 c2/2/41 c2/2/41 | Five calls in the queue, two in the inbox, and I know without looking which comes next.
341 aroha c2/4 c2/3/49 c2/3/49 |
330 nadia b2/2 b2/2/66 b2/2/66 |
322 bilal a2/3 a3/3/37 a3/3/37 | When a bill has trebled I let them be angry first, and then we look at the meter together.
318 stella c3/3 c3/3/74 c3/3/74 |
305 kofi c3/3 c3/3/69 c3/3/69 | Main burst, map out of date, so I followed the wet pavement back to the valve.
297 daniel a1/2 a1/2/52 a1/2/52 |
288 aroha b1/3 b1/3/47 b1/3/47 |
281 karin b3/3 b3/3/77 b3/3/77 |
274 hamish a3/4 a2/4/36 a2/4/36 | Our replies used to sound like a court, so three of us rewrote them for how they land on a kitchen table.
266 bilal c1/2 c1/2/55 c2/2/43 |
259 beatriz b2/3 b2/3/63 b2/3/63 |
247 dawit c2/2 c2/2/60 c2/2/60 |
240 nadia a2/2 a2/2/57 a2/2/55 |
228 stella c3/3 c3/4/61 c3/4/61 |
221 aroha a1/4 a1/3/44 a1/3/44 | I keep a board of odd calls, and on Fridays the team guesses what they have in common.
214 kofi c3/2 c3/2/71 c3/2/71 |
207 priya a1/5 a1/5/50 a1/5/50 |
199 bilal a2/3 a2/3/54 a3/3/39 |
191 ashok b1/2 b1/2/45 b2/2/40 |
184 hamish a3/3 a3/3/48 a2/3/38 |
176 karin b3/2 b3/2/80 b3/2/80 |
168 dawit c2/3 c2/3/56 c2/3/56 | The digger crew, the council and the school have three calendars; I made the one they all look at.
161 daniel b2/1 b2/2/52 b2/2/52 |
153 nadia c1/3 c1/3/50 c2/3/39 |
146 patrick c3/3 c3/3/72 c3/3/72 |
139 beatriz b2/3 b2/3/67 b2/3/65 |
128 stella b1/3 a3/3/33 a3/3/33 |
121 aroha c2/4 c2/4/58 c2/3/46 |
113 bilal a1/3 a1/3/60 a1/3/57 |
104 kofi c1/2 c1/2/53 c3/2/41 |
96 priya a3/5 a3/5/46 c3/5/37 |
87 hamish a2/3 a3/3/42 a2/3/41 |
75 karin b3/4 b3/4/73 b3/4/73 |
61 dawit c2/2 c2/2/64 c2/2/61 |
48 nadia a2/3 a2/3/62 a2/3/57 |
33 daniel b2/2 b2/2/66 b2/2/63 |
19 bilal b1/2 b1/2/51 b2/2/38 | They want me to switch the water off next door; I say plainly what I can do and whom to ask for the rest.
11 stella c3/4 c3/4/59 c3/3/52 | After the second flood night we wrote down who rings whom, and now the night shift runs on it.
4 beatriz b2/3 b2/3/70 b2/3/66 |
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
function readingIn(said: string, { competencies, scale }: Framework): Reading {
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
