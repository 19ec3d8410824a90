/** What the history tells of candidates and cards of the example, oldest first. */
import type { Act } from '../src/history/model.ts'
import { candidateAct } from '../src/recruit/actions/apply.ts'
import { vacancySubject } from '../src/recruit/actions/vacancy.ts'
import { whenWords } from '../src/recruit/candidate/interview.ts'
import { STAGE_WORDS } from '../src/recruit/candidate/stage.ts'
import type { Stage } from '../src/recruit/model.ts'
import type { DemoCandidate } from './hiring-facts.ts'
import type { AgreedRow } from './hiring-rows.ts'
import { candidateIdOf, type DemoCard, type Scene, startOf, ZONE } from './hiring-scene.ts'

/** Something that stands in the history. */
export interface Happened {
  moment: Date
  /** Undefined: nobody of the people, such as a candidate by their link. */
  by: string | undefined
  act: Act
}

/** The evening after an interview. */
const LATER_MS = 7 * 3_600_000

export interface Sealed {
  cards: readonly DemoCard[]
  agreed: readonly (AgreedRow & { by: string })[]
  /** By the id of the thing. */
  numbers: ReadonlyMap<string, number>
}

export function happenedIn(scene: Scene, { cards, agreed, numbers }: Sealed): Happened[] {
  const on = vacancySubject(scene.opened.vacancy)
  const seal = (id: string) => ({ seal: numbers.get(id) })
  return [
    ...scene.hiring.candidates.flatMap((one) => [...arrivalOf(scene, one), ...wayOf(scene, one)]),
    ...cards.flatMap(({ id, by, submittedAt }) =>
      submittedAt
        ? { moment: submittedAt, by, act: { act: 'scorecard: submitted', on, note: seal(id) } }
        : [],
    ),
    ...agreed.map(({ id, by, madeAt }) => ({
      ...{ moment: madeAt, by },
      act: { act: 'scorecard: agreed together', on, note: seal(id) },
    })),
  ].toSorted((a, b) => a.moment.getTime() - b.moment.getTime())
}

const actOn = (scene: Scene, { key }: DemoCandidate, what: string): Act =>
  candidateAct(what, scene.opened.vacancy, candidateIdOf(scene, key))

function arrivalOf(scene: Scene, one: DemoCandidate): Happened[] {
  const { clock, hiring } = scene
  const by = one.isByHand ? hiring.by : undefined
  const act = actOn(scene, one, one.isByHand ? 'candidate: entered' : 'candidate: applied')
  const applied = { moment: clock.moment(one.appliedDaysAgo, 8), by, act }
  if (one.withdrewDaysAgo === undefined) return [applied]
  const withdrew = actOn(scene, one, 'candidate: withdrew')
  return [applied, { moment: clock.moment(one.withdrewDaysAgo, 18), by: undefined, act: withdrew }]
}

/** Invited, interviewed or refused, as far as they have come. */
function wayOf(scene: Scene, one: DemoCandidate): Happened[] {
  const { clock } = scene
  const { invitedDaysAgo, interview, refusedDaysAgo, stage } = one
  if (refusedDaysAgo !== undefined)
    return [moved(scene, one, { moment: clock.moment(refusedDaysAgo, 12), way: ['applied', 'refused'] })]
  if (invitedDaysAgo === null || !interview) return []
  const invited = moved(scene, one, {
    moment: clock.moment(invitedDaysAgo, 12),
    way: ['applied', 'invited'],
  })
  const startsAt = startOf(scene, interview)
  const arranged: Happened = {
    ...{ moment: clock.moment(invitedDaysAgo, 13), by: scene.hiring.by },
    act: {
      ...actOn(scene, one, 'interview: arranged'),
      note: { when: whenWords({ startsAt, zone: ZONE }), minutes: scene.hiring.minutes },
    },
  }
  if (stage !== 'interviewed') return [invited, arranged]
  const evening = new Date(startsAt.getTime() + LATER_MS)
  return [invited, arranged, moved(scene, one, { moment: evening, way: ['invited', 'interviewed'] })]
}

function moved(
  scene: Scene,
  one: DemoCandidate,
  { moment, way: [before, after] }: { moment: Date; way: [Stage, Stage] },
): Happened {
  return {
    ...{ moment, by: scene.hiring.by },
    act: {
      ...actOn(scene, one, 'candidate: moved'),
      changes: { stage: { before: STAGE_WORDS[before], after: STAGE_WORDS[after] } },
      note: { mail: one.isByHand || after === 'interviewed' ? 'none' : 'sent' },
    },
  }
}
