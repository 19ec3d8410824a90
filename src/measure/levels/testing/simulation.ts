/** Persons of known level, rated on indicators: how often each rule finds the level, and how far off it is on average. */
import { normalFrom, seededRandom } from '../../distributions/random.ts'
import type { IndicatorAnswers, Indicators } from '../answers.ts'
import { type LevelDecider, levelModel } from '../model.ts'
import { levelByCompensation, levelByShareMet } from '../rules.ts'

export interface LevelStudy {
  /** Indicators for each of the levels 2 to 5. */
  indicators: number
  raters: number
  /** Sets of indicators, their difficulties drawn anew, and persons for each. */
  banks: number
  personsEach: number
  seed: number
}

/** Share exactly right, share more than one level off, mean difference from the true level. */
export type Quality = [hit: number, far: number, bias: number]

const CUTS = [-1.8, -0.6, 0.6, 1.8]
const SD = { persons: 1.4, difficulty: 0.3, severity: 0.5, halo: 0.5 }
const DISCRIMINATION = 2

type Rule = (answers: IndicatorAnswers) => number

export function studyLevels(study: LevelStudy): Record<string, Quality> {
  const random = seededRandom(study.seed)
  const normal = normalFrom(random)
  const found = new Map<string, { hit: number; far: number; sum: number }>()
  for (let bank = 0; bank < study.banks; bank++) {
    const level = CUTS.flatMap((_, k) => Array.from({ length: study.indicators }, () => k + 2))
    const difficulty = level.map((n) => (CUTS[n - 2] ?? 0) + SD.difficulty * normal())
    const rules = rulesFor({ levels: 5, level }, difficulty)
    for (let person = 0; person < study.personsEach; person++) {
      const theta = SD.persons * normal()
      const truth = 1 + CUTS.filter((cut) => theta >= cut).length
      const answers = Array.from({ length: study.raters }, () => {
        const severity = SD.severity * normal() + SD.halo * normal()
        return difficulty.map((d) => random() < 1 / (1 + Math.exp(-DISCRIMINATION * (theta - d - severity))))
      })
      for (const [name, rule] of Object.entries(rules)) {
        const off = rule(answers) - truth
        const sum = found.get(name) ?? { hit: 0, far: 0, sum: 0 }
        found.set(name, {
          hit: sum.hit + Number(off === 0),
          far: sum.far + Number(Math.abs(off) > 1),
          sum: sum.sum + off,
        })
      }
    }
  }
  const persons = study.banks * study.personsEach
  return Object.fromEntries(
    [...found].map(([name, { hit, far, sum }]) => [name, [hit / persons, far / persons, sum / persons]]),
  )
}

function rulesFor(indicators: Indicators, difficulty: number[]): Record<string, Rule> {
  const model = { difficulty, discrimination: DISCRIMINATION, mean: 0, sd: SD.persons, cuts: CUTS }
  const likeliest =
    (decide: LevelDecider): Rule =>
    (answers) =>
      1 + (decide(answers).value?.mostLikely ?? Number.NaN)
  return {
    'all met': (answers) => levelByShareMet(indicators, answers).value ?? Number.NaN,
    '75 % met': (answers) => levelByShareMet(indicators, answers, 0.75).value ?? Number.NaN,
    compensatory: (answers) => levelByCompensation(indicators, answers).value ?? Number.NaN,
    'model, discounted': likeliest(levelModel({ ...model, raterSd: 0, evidenceWeight: 0.35 })),
    model: likeliest(levelModel({ ...model, raterSd: Math.hypot(SD.severity, SD.halo) })),
  }
}
