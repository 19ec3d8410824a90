/**
 * Does it predict? For each question, and each competency, what was rated at hiring beside the level that the manager sees after
 * 6 and 12 months, over all vacancies that asked the same. Only people who were hired have a later level, so it can say how
 * the hired differ, never how others would have done. docs/methods/predict.md says how.
 */
import { assessed } from '../kit/criteria.ts'
import type { Criterion, Question, QuestionKind } from '../model.ts'
import { answersOf, type Given, type LedgerVacancy, type Point, pointOf } from './answers.ts'
import { type Foretelling, foretellingOf } from './foretell.ts'
import { AFTER_MONTHS, type AfterMonths } from './outcome.ts'
import { type Sign, signsOf } from './signs.ts'

/** Names of a framework's levels, from the lowest, by key. */
export type Scales = ReadonlyMap<string, readonly { key: string; label: string }[]>

export interface LedgerQuestion {
  text: string
  kind: QuestionKind
  vacancies: number
  /** Who were rated on it, hired or not. */
  candidates: number
  hired: Point[]
  foretells: Record<AfterMonths, Foretelling>
  /** What speaks against asking it again as it is. */
  signs: Sign[]
}

export interface LedgerCompetency {
  framework: string
  competency: string
  name: string
  /** Names of the levels, from the lowest. */
  levels: string[]
  hired: Point[]
  foretells: Record<AfterMonths, Foretelling>
  questions: LedgerQuestion[]
}

export interface Ledger {
  vacancies: number
  hired: number
  /** Later levels that were given by somebody who had seen the ratings, of all that were given. */
  knewRatings: number
  given: number
  competencies: LedgerCompetency[]
}

/** The ledger of all these vacancies. The order of vacancies and people does not matter to any number. */
export function ledgerOf(vacancies: readonly LedgerVacancy[], scales: Scales): Ledger {
  const asked = vacancies.flatMap((vacancy) =>
    assessed(vacancy.criteria).map((criterion) => ({ vacancy, criterion })),
  )
  const groups = Map.groupBy(
    asked,
    ({ criterion: { framework, competency } }) => `${framework} ${competency}`,
  )
  const said = vacancies.flatMap(({ later }) => later.filter(({ level }) => level !== null))
  return {
    vacancies: vacancies.length,
    hired: vacancies.flatMap(({ candidates }) => candidates.filter(({ isHired }) => isHired)).length,
    knewRatings: said.filter(({ knewRatings }) => knewRatings).length,
    given: said.length,
    competencies: [...groups.values()]
      .map((those) => competencyOf(those, scales))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  }
}

interface Asked {
  vacancy: LedgerVacancy
  criterion: Criterion
}

function competencyOf(those: readonly Asked[], scales: Scales): LedgerCompetency {
  const [{ criterion: { framework = '', competency = '', name = '' } = {} } = {}] = those
  const levels = scales.get(framework) ?? []
  const keys = levels.map(({ key }) => key)
  const all = those.flatMap((one) => one.vacancy.questions.map((question) => ({ ...one, question })))
  const own = all.filter(({ criterion, question }) => question.criterion === criterion.id)
  const given = those.flatMap(({ vacancy, criterion }) =>
    answersOf(vacancy, { criterion, questions: vacancy.questions, keys }),
  )
  return {
    ...{ framework, competency, name, levels: levels.map(({ label }) => label) },
    ...comparedOf(given),
    questions: [...Map.groupBy(own, ({ question }) => folded(question.text)).values()].map((same) =>
      questionOf(same, keys),
    ),
  }
}

/** The words make the question: one of the bank keeps its words, and one that was changed is another. */
const folded = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function questionOf(
  same: readonly (Asked & { question: Question })[],
  keys: readonly string[],
): LedgerQuestion {
  const given = same.flatMap(({ vacancy, criterion, question }) =>
    answersOf(vacancy, { criterion, questions: [question], keys }),
  )
  const compared = comparedOf(given)
  return {
    text: same[0]?.question.text ?? '',
    kind: same[0]?.question.kind ?? 'past',
    vacancies: new Set(same.map(({ vacancy }) => vacancy.id)).size,
    candidates: given.filter(({ score }) => score !== null).length,
    ...compared,
    signs: signsOf(given, compared.foretells),
  }
}

function comparedOf(given: readonly Given[]) {
  const points = given.filter(({ isHired }) => isHired).map(pointOf)
  // In an order that tells nobody who is who.
  const hired = points.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1))
  const everybody = given.map(({ score }) => score)
  const [first, second] = AFTER_MONTHS
  return {
    hired,
    foretells: {
      [first]: foretellingOf(hired, first, everybody),
      [second]: foretellingOf(hired, second, everybody),
    },
  }
}
