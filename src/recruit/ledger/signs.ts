/** What speaks against asking a question again as it is: it does not tell candidates apart, or does not foretell. */
import { krippendorffAlpha } from '#measure/agreement/alpha.ts'
import { deviationOf, type Given } from './answers.ts'
import type { Foretelling } from './foretell.ts'
import { AFTER_MONTHS, type AfterMonths } from './outcome.ts'

/** So many candidates must have been rated before anything is said of how a question tells them apart. */
export const FEWEST_CANDIDATES = 8
/** Nearly everybody. */
const NEARLY_ALL = 0.9
/** Points of 100: half a point of seven. */
const LEAST_SPREAD = 8
/** Below this, agreement about candidates is poor (Cicchetti 1994, Psychological Assessment 6:284). */
const LEAST_AGREEMENT = 0.4
const HALF = 0.5
const QUARTER = 0.25

export interface Sign {
  kind: 'top' | 'bottom' | 'flat' | 'disagree' | 'silent' | 'skipped' | 'against' | 'hardly'
  says: string
  /** What to do. */
  advice: string
}

export function signsOf(given: readonly Given[], foretells: Record<AfterMonths, Foretelling>): Sign[] {
  return [...apartSigns(given), ...heardSigns(given), ...foretellSigns(foretells)]
}

/** Does it tell candidates apart, and do members see the same? */
function apartSigns(given: readonly Given[]): Sign[] {
  const rated = given.filter(({ score }) => score !== null)
  if (rated.length < FEWEST_CANDIDATES) return []
  const share = (band: number) => rated.filter((one) => one.band === band).length / rated.length
  if (share(1) >= NEARLY_ALL)
    return [
      sign(
        'top',
        `${percent(share(1))} of ${rated.length} candidates reach the highest range.`,
        'Ask for more: describe a harder situation, or raise what the highest range asks for.',
      ),
    ]
  if (share(0) >= NEARLY_ALL)
    return [
      sign(
        'bottom',
        `${percent(share(0))} of ${rated.length} candidates stay in the lowest range.`,
        'Look whether the question is understood, and whether the role needs this level on the first day.',
      ),
    ]
  const spread = deviationOf(rated.map(({ score }) => score)) ?? 0
  if (spread < LEAST_SPREAD)
    return [
      sign(
        'flat',
        `All ${rated.length} candidates are rated nearly the same.`,
        'Describe the ranges so that they lie further apart, or ask another question.',
      ),
    ]
  return disagreeSigns(rated)
}

function disagreeSigns(rated: readonly Given[]): Sign[] {
  const twice = rated.filter(({ members }) => members.length > 1)
  if (twice.length < FEWEST_CANDIDATES) return []
  const alpha = krippendorffAlpha(tableOf(twice), 'interval').estimate.value
  if (alpha === null || alpha >= LEAST_AGREEMENT) return []
  return [
    sign(
      'disagree',
      `Members do not see the same in the same answer (alpha ${alpha.toFixed(2).replace('-', '−')}).`,
      'Rate two or three answers together with the anchors in hand, and make the anchors plainer where you part.',
    ),
  ]
}

/** Candidates by members; who did not rate is missing. */
function tableOf(rated: readonly Given[]): (number | null)[][] {
  const members = [...new Set(rated.flatMap((one) => one.members.map(({ personId }) => personId)))]
  return rated.map((one) =>
    members.map((id) => one.members.find(({ personId }) => personId === id)?.score ?? null),
  )
}

/** Is it asked, and can it be answered? */
function heardSigns(given: readonly Given[]): Sign[] {
  const heard = given.filter(({ answers }) => answers.all > 0)
  if (heard.length < FEWEST_CANDIDATES) return []
  const sum = (of: keyof Given['answers']) => heard.reduce((all, { answers }) => all + answers[of], 0)
  const [silent, skipped] = [sum('silent') / sum('all'), sum('skipped') / sum('all')]
  return [
    ...(silent >= HALF
      ? [
          sign(
            'silent',
            `${percent(silent)} of the answers were no response.`,
            'Ask about something that more people have lived through, or ask about a situation instead of the past.',
          ),
        ]
      : []),
    ...(skipped >= QUARTER
      ? [
          sign(
            'skipped',
            `It was not asked in ${percent(skipped)} of the cases.`,
            'Give the interview more time, ask it earlier, or leave it out for everybody.',
          ),
        ]
      : []),
  ]
}

function foretellSigns(foretells: Record<AfterMonths, Foretelling>): Sign[] {
  const found = AFTER_MONTHS.map((after) => foretells[after])
  const against = found.find(({ verdict }) => verdict === 'against')
  if (against)
    return [
      sign(
        'against',
        `Who was rated higher is seen at a lower level after ${against.after} months.`,
        'Do not ask it again before you know why: read its anchors beside the words of the levels.',
      ),
    ]
  if (
    found.every(({ verdict }) => verdict !== 'hardly') ||
    found.some(({ verdict }) => verdict === 'foretells')
  )
    return []
  return [
    sign(
      'hardly',
      'What is rated does not show in the job.',
      'Ask another question about this competency, and compare the two when enough people have been hired.',
    ),
  ]
}

const sign = (kind: Sign['kind'], says: string, advice: string): Sign => ({ kind, says, advice })
const percent = (share: number) => `${Math.round(share * 100)} %`
