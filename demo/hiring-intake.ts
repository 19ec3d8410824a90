/** The intake of two years ago as rows: nine were taken, all others are erased, and the vacancy's chain holds. */
import type { Context } from '../src/context.ts'
import { recordAll } from '../src/history/actions.ts'
import { candidateAct } from '../src/recruit/actions/apply.ts'
import { openVacancy } from '../src/recruit/actions/look.ts'
import { vacancySubject } from '../src/recruit/actions/vacancy.ts'
import { noticeOf } from '../src/recruit/candidate/notice.ts'
import type { Opened } from '../src/recruit/opened.ts'
import { setState } from '../src/recruit/store/state.ts'
import type { Tx } from '../src/schema.ts'
import { nameOf } from './cast-members.ts'
import type { DemoClock } from './clock.ts'
import { entriesOf } from './hiring-cards.ts'
import { decideIntake } from './hiring-intake-decision.ts'
import { ASKED, COUNTS, NOT_INVITED, NOT_TAKEN, NOTES, TAKEN, TAKEN_SAID } from './hiring-intake-facts.ts'
import { insertOutcomes } from './hiring-outcomes.ts'
import { type CandidateRow, type CardRow, insertCandidates, insertJudgements } from './hiring-rows.ts'
import type { AtMoment } from './hiring-scene.ts'
import { demoId, firstDayOf } from './rows.ts'

const VACANCY = demoId('vacancy', 'intake')
const PANEL = ['daniel', 'hamish', 'beatriz']
const APPLIED = 706
const INTERVIEWED = 696
const DECIDED = 690
const CLOSED = 670
const ERASED = 505
const HOUR_MS = 3_600_000

/** One who came to an interview, or to none. */
interface Applicant {
  key: string
  /** Null: they were not invited. */
  ratings: string | null
  isTaken: boolean
}

const APPLICANTS: Applicant[] = [
  ...TAKEN.map(({ key, ratings }) => ({ key, ratings, isTaken: true })),
  ...NOT_TAKEN.map((ratings, i) => ({ key: `not taken ${i}`, ratings, isTaken: false })),
  ...Array.from({ length: NOT_INVITED }, (_, i) => ({
    key: `not invited ${i}`,
    ratings: null,
    isTaken: false,
  })),
]

const idOf = (key: string) => demoId('candidate', `intake/${key}`)

export async function loadIntake(ctx: Context, clock: DemoClock, at: AtMoment): Promise<void> {
  const opened = await ctx.read((db) => openVacancy(ctx, db, VACANCY))
  if (opened.vacancy.state !== 'planned') return
  await ctx.write(async (tx) => {
    await insertCandidates(tx, candidateRows(opened, { clock, name: ctx.viewer.organization.name }))
    await insertCounts(tx)
    const cards = cardRows(opened, clock)
    const erased = new Set(cards.flatMap(({ id, isTaken }) => (isTaken ? [] : [id])))
    const numbers = await insertJudgements(tx, VACANCY, { cards, agreed: [], erased })
    const decided = await decideIntake(tx, opened, {
      applicants: APPLICANTS.map((one) => ({
        ...{ ...one, id: idOf(one.key) },
        startsOn: one.isTaken ? firstDayOf(one.key, clock) : null,
      })),
      ...{ cards, panel: PANEL, moment: (after) => clock.moment(DECIDED - after, 15) },
    })
    await setState(tx, VACANCY, 'closed', ['planned'])
    await insertOutcomes(tx, opened.criteria, { startOf: (key) => firstDayOf(key, clock), idOf })
    const told = [...submissions(opened, { cards, numbers, at }), ...endings(opened, { clock, at, decided })]
    await recordAll(
      tx,
      told.toSorted((a, b) => a.ctx.now().getTime() - b.ctx.now().getTime()),
    )
  })
}

function candidateRows(
  { vacancy, criteria }: Opened,
  { clock, name }: { clock: DemoClock; name: string },
): CandidateRow[] {
  const notice = noticeOf({ organization: name, vacancy, criteria })
  return APPLICANTS.map(({ key, ratings, isTaken }, i) => {
    const id = idOf(key)
    const shared = { id, vacancyId: VACANCY, letter: null, accommodation: null, withdrawnAt: null }
    const appliedAt = new Date(clock.moment(APPLIED, 7).getTime() + i * 4 * HOUR_MS)
    if (!isTaken)
      return {
        ...{ ...shared, appliedAt, name: `Erased candidate ${id.slice(0, 4).toUpperCase()}`, email: null },
        ...{ notice: '', stage: 'refused', reached: ratings === null ? 'applied' : 'interviewed', said: {} },
        ...{ erasedAt: clock.moment(ERASED, 3), personId: null },
      }
    const email = `${nameOf(key)
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, '.')}@post.example`
    return {
      ...{ ...shared, appliedAt, name: nameOf(key), email, notice, stage: 'hired', reached: 'hired' },
      ...{ erasedAt: null, personId: demoId('person', key), said: saidBy(i) },
    }
  })
}

/** What one of those who were taken has said of their own will. */
function saidBy(i: number): Record<string, string> {
  const one = TAKEN[i]
  const word = (words: string) => words.split(' ')[i] ?? ''
  return {
    ...{ sex: one?.sex ?? '', age: one?.age ?? '' },
    ...{ disability: word(TAKEN_SAID.disability), minority: word(TAKEN_SAID.minority) },
  }
}

async function insertCounts(tx: Tx): Promise<void> {
  const shared = { organization_id: tx.organizationId, vacancy_id: VACANCY, refused: true }
  await tx
    .insertInto('candidate_count')
    .values(
      COUNTS.flatMap(([dimension, answer, notInvited, notTaken]) => [
        { ...shared, dimension, answer, reached: 'applied' as const, count: notInvited },
        { ...shared, dimension, answer, reached: 'interviewed' as const, count: notTaken },
      ]),
    )
    .execute()
}

type IntakeCard = CardRow & { by: string; isTaken: boolean }

function cardRows(opened: Opened, clock: DemoClock): IntakeCard[] {
  const rated = APPLICANTS.filter(({ ratings }) => ratings !== null)
  return rated.flatMap(({ key, ratings, isTaken }, i) =>
    PANEL.map((by, member) => {
      const begun = clock.moment(INTERVIEWED - Math.floor(i / 6), 9).getTime() + (i % 6) * HOUR_MS
      return {
        ...{ id: demoId('scorecard', `intake/${key}/${by}`), candidateId: idOf(key), by, isTaken },
        ...{ personId: demoId('person', by), startedAt: new Date(begun) },
        submittedAt: new Date(begun + HOUR_MS * (0.8 + member / 10)),
        entries: entriesOf(opened, linesOf(ratings ?? '', i, member), member - 1),
      }
    }),
  )
}

/** A card in words: the chair rates as it was, the others now and then a point beside it. */
function linesOf(ratings: string, candidate: number, member: number): string {
  return ASKED.map((asked, question) => {
    const step = member === 0 ? 0 : ((candidate * member + question) % 3) - 1
    const rating = Math.min(7, Math.max(1, Number(ratings[question]) + step))
    const band = NOTES[asked][rating < 4 ? 0 : rating < 6 ? 1 : 2]
    return `${asked} ${rating} | ${band[(candidate + member) % band.length]}`
  }).join('\n')
}

function submissions(
  { vacancy }: Opened,
  { cards, numbers, at }: { cards: IntakeCard[]; numbers: ReadonlyMap<string, number>; at: AtMoment },
) {
  return cards.flatMap(({ id, by, submittedAt }) => ({
    ctx: at(submittedAt ?? new Date(0), by),
    act: {
      ...{ act: 'scorecard: submitted', on: vacancySubject(vacancy) },
      note: { seal: numbers.get(id) },
    },
  }))
}

/** The decision, the signatures, and the erasure of all who were not taken. */
function endings(
  { vacancy }: Opened,
  { clock, at, decided }: { clock: DemoClock; at: AtMoment; decided: { by: string; moment: Date }[] },
) {
  const on = vacancySubject(vacancy)
  const [first] = decided
  const gone = APPLICANTS.filter(({ isTaken }) => !isTaken)
  const erasing = clock.moment(ERASED, 3)
  return [
    {
      ctx: at(first?.moment ?? clock.today, first?.by),
      act: {
        ...{ act: 'vacancy: decided', on },
        note: { offered: TAKEN.length, 'in reserve': 0, 'not taken': NOT_TAKEN.length },
      },
    },
    ...decided.slice(1).map(({ by, moment }) => ({
      ctx: at(moment, by),
      act: { act: 'vacancy: decision signed', on, note: { dissent: 'none' } },
    })),
    { ctx: at(clock.moment(CLOSED, 15), 'ngaio'), act: { act: 'vacancy: closed', on } },
    ...gone.map(({ key }) => ({
      ctx: at(erasing),
      act: {
        ...candidateAct('candidate: erased', vacancy, idOf(key)),
        note: { because: 'its time was over' },
      },
    })),
  ]
}
