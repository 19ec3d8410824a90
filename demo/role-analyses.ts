/** What people of three roles said of their jobs: two analyses that are closed, and one in which people still answer. */
import type { Framework } from '../src/framework/model.ts'
import { record } from '../src/history/actions.ts'
import { statementsAsked } from '../src/role/asked.ts'
import type { JobStatement } from '../src/role/merge.ts'
import type { JobAnswer } from '../src/role/model.ts'
import {
  insertAnalysis,
  insertIncumbents,
  putAnswers,
  putSettlement,
  setClosed,
  setSubmitted,
} from '../src/role/store/analysis.ts'
import { nameOf } from './cast-members.ts'
import type { DemoAct } from './roles.ts'
import { demoId } from './rows.ts'

interface DemoIncumbent {
  key: string
  /** In the job when they were asked. */
  months: number
  /** Absent: they are still answering. */
  submitted?: number
  /** Of each competency: the entry level, the full level, months until somebody new does it well. What is not there is not answered. */
  sees: string
}

interface DemoAnalysis {
  key: string
  role: { key: string; title: string }
  framework: string
  by: string
  opened: number
  closed?: number
  incumbents: DemoIncumbent[]
  /** Settled together: the place of the statement among those that are asked, the answer, the reason. */
  settled?: {
    competency: string
    level: string
    nth: number
    answer: JobAnswer
    reason: string
    daysAgo: number
  }[]
}

export const ANALYSES: DemoAnalysis[] = [
  {
    key: 'customer-adviser',
    role: { key: 'customer-adviser', title: 'Customer Adviser' },
    framework: 'spotlight',
    by: 'aroha',
    opened: 41,
    closed: 27,
    incumbents: [
      {
        key: 'olive',
        months: 2,
        submitted: 36,
        sees: 'a1 2/2/3 a2 2/3/6 a3 0/1/6 b1 1/2/3 b2 2/2/4 b3 1/2/4 c1 2/3/3 c2 0/1/6 c3 1/2/6',
      },
      {
        key: 'sean',
        months: 7,
        submitted: 34,
        sees: 'a1 1/2/5 a2 2/3/9 a3 0/2/9 b1 1/2/6 b2 2/3/6 b3 1/2/6 c1 1/3/4 c2 0/2/9 c3 0/2/9',
      },
      {
        key: 'bilal',
        months: 16,
        submitted: 35,
        sees: 'a1 1/3/9 a2 2/4/12 a3 0/2/9 b1 1/3/9 b2 2/3/6 b3 1/2/9 c1 1/3/3 c2 0/2/6 c3 0/3/12',
      },
      {
        key: 'janet',
        months: 91,
        submitted: 30,
        sees: 'a1 1/3/12 a2 1/3/12 a3 0/3/18 b1 1/3/12 b2 1/3/9 b3 0/2/9 c1 1/2/3 c2 0/2/12 c3 0/2/12',
      },
    ],
    settled: [
      {
        ...{ competency: 'a2', level: '4', nth: 0, answer: 'not', daysAgo: 27 },
        reason:
          'Bilal does this, and does it well, but the job does not ask for it: a hard call goes to the team leader.',
      },
      {
        ...{ competency: 'c1', level: '3', nth: 1, answer: 'learned', daysAgo: 27 },
        reason: 'Janet’s team had the old screens until spring. With the new ones everybody needs it.',
      },
    ],
  },
  {
    key: 'technician',
    role: { key: 'technician', title: 'Customer Technician' },
    framework: 'at-the-door',
    by: 'stella',
    opened: 76,
    closed: 61,
    incumbents: [
      {
        key: 'amina',
        months: 6,
        submitted: 70,
        sees: 'arriving-well 1/2/3 finding-out-what-is-wrong 1/2/9 explaining-what-happens-next 1/2/4 closing-the-job 1/1/1',
      },
      {
        key: 'connor',
        months: 13,
        submitted: 68,
        sees: 'arriving-well 1/2/6 finding-out-what-is-wrong 0/2/12 explaining-what-happens-next 1/3/6 closing-the-job 1/2/3',
      },
      {
        key: 'ruth',
        months: 19,
        submitted: 64,
        sees: 'arriving-well 1/3/6 finding-out-what-is-wrong 1/3/18 explaining-what-happens-next 1/2/9 closing-the-job 1/2/3',
      },
    ],
  },
  {
    key: 'case-handler',
    role: { key: 'case-handler', title: 'Complaints Officer' },
    framework: 'pub-service',
    by: 'beatriz',
    opened: 5,
    incumbents: [
      { key: 'min', months: 3, sees: '01 1/2/6' },
      { key: 'tunde', months: 17, submitted: 2, sees: '01 1/3/12' },
      { key: 'nadia', months: 23, submitted: 3, sees: '01 2/3/12' },
      { key: 'hamish', months: 44, sees: '' },
    ],
  },
]

/** From the opening to the closing, in the order in which it happened. */
export function loadAnalysis(analysis: DemoAnalysis, framework: Framework): DemoAct[] {
  const { opened, closed, by, role, incumbents } = analysis
  const id = demoId('role-analysis', analysis.key)
  const on = { kind: 'role', id: demoId('role', role.key), name: role.title }
  const opening: DemoAct = {
    daysAgo: opened,
    done: async (tx, at) => {
      const ctx = at(opened, by)
      const openedAt = ctx.now()
      await insertAnalysis(tx, {
        ...{ id, roleId: on.id, frameworkId: framework.id, openedAt, openedBy: demoId('person', by) },
      })
      const asked = incumbents.map(({ key, months }) => ({
        ...{ personId: demoId('person', key), months, askedAt: openedAt },
      }))
      await insertIncumbents(tx, id, asked)
      const also = incumbents.map(({ key }) => ({
        kind: 'person',
        id: demoId('person', key),
        name: nameOf(key),
      }))
      await record(ctx, tx, { act: 'job analysis: opened', on, also })
      for (const one of incumbents.filter(({ submitted }) => submitted === undefined))
        await putAnswers(tx, answersOf(id, one, framework, openedAt))
    },
  }
  const closing: DemoAct[] =
    closed === undefined
      ? []
      : [closingOf({ ...analysis, closed, settled: analysis.settled ?? [] }, framework)]
  return [opening, ...incumbents.flatMap((one) => submission(id, one, framework, on)), ...closing]
}

function submission(
  id: string,
  one: DemoIncumbent,
  framework: Framework,
  on: { kind: string; id: string; name: string },
): DemoAct[] {
  const { key, submitted } = one
  if (submitted === undefined) return []
  return [
    {
      daysAgo: submitted,
      done: async (tx, at) => {
        const ctx = at(submitted, key)
        await putAnswers(tx, answersOf(id, one, framework, ctx.now()))
        await setSubmitted(tx, { analysisId: id, personId: demoId('person', key), at: ctx.now() })
        await record(ctx, tx, { act: 'job analysis: answered', on })
      },
    },
  ]
}

function closingOf(
  { key, role, by, closed, settled }: DemoAnalysis & Required<Pick<DemoAnalysis, 'closed' | 'settled'>>,
  framework: Framework,
): DemoAct {
  const id = demoId('role-analysis', key)
  const on = { kind: 'role', id: demoId('role', role.key), name: role.title }
  return {
    daysAgo: closed,
    done: async (tx, at) => {
      const ctx = at(closed, by)
      await setClosed(tx, id, ctx.now())
      await record(ctx, tx, { act: 'job analysis: closed', on })
      for (const { competency, level, nth, answer, reason } of settled) {
        const here = statementsAsked(framework).filter(
          (s) => s.competency === competency && s.level === level,
        )
        const statement = here[nth]
        if (!statement) continue
        const { statementId, text } = statement
        await putSettlement(tx, id, { statementId, answer, reason, by: demoId('person', by), at: ctx.now() })
        await record(ctx, tx, { act: 'job analysis: settled', on, note: { statement: text, reason } })
      }
    },
  }
}

function answersOf(analysisId: string, { key, sees }: DemoIncumbent, framework: Framework, at: Date) {
  const seen = new Map(
    [...sees.matchAll(/(\S+) (\d)\/(\d)\/(\d+)/g)].map(([, name = '', ...facts]) => [
      name,
      facts.map(Number),
    ]),
  )
  const places = new Map(framework.scale.levels.map((level, i) => [level.key, i + 1]))
  const answers = statementsAsked(framework).flatMap((statement, i): JobStatement[] => {
    const said = seen.get(statement.competency)
    const answer = said && answerAt((places.get(statement.level) ?? 0) - whimOf(i, key), said)
    return answer ? [{ ...statement, answer }] : []
  })
  const expected = [...seen].map(([competency, [, , months = 0]]) => ({ competency, months }))
  return { analysisId, personId: demoId('person', key), answers, expected, at }
}

function answerAt(place: number, [entry = 0, full = 0]: readonly number[]): JobAnswer | null {
  if (Number.isNaN(place)) return null
  if (place <= entry) return 'entry'
  return place <= full ? 'learned' : 'not'
}

/** Nobody answers along a straight line: now and then one statement more, one less, or none at all (NaN). */
function whimOf(statement: number, key: string): number {
  const whim = (statement * 7 + key.length * 13 + (key.codePointAt(0) ?? 0)) % 19
  return [Number.NaN, 1, -1][whim] ?? 0
}
