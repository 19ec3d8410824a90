import type { Competency, Framework } from '#framework/model.ts'
import type { Reading } from './model.ts'

/** Two competencies that a text fits about equally well, and the question that tells them apart. */
export interface NearTie {
  question: string
  answers: [Answer, Answer]
}

export interface Answer {
  /** Key of the competency that it stands for. */
  key: string
  text: string
}

/** A second competency this much less probable is still close. */
const CLOSE = 0.15
/** And it must be a real candidate. */
const LEAST = 0.15

/** Null when the first competency stands clear of the second. */
export function nearTie({ competencies: found }: Reading, { competencies }: Framework): NearTie | null {
  const [first, second] = found
  if (!first || !second || first.probability - second.probability > CLOSE || second.probability < LEAST)
    return null
  const [a, b] = [first, second].map(({ key }) => competencies.find((one) => one.key === key))
  if (!a || !b) return null
  return { question: 'Which of the two is it mainly about?', answers: [answerFor(a), answerFor(b)] }
}

function answerFor(competency: Competency): Answer {
  return { key: competency.key, text: gistOf(competency) }
}

/** The definition's first part, or the name: short enough to choose by. */
function gistOf({ name, definition }: Competency): string {
  const gist = definition?.split(/[:.;]\s/)[0]?.replace(/[.:;]$/, '')
  return gist === undefined || gist === '' ? name : `${name}: ${gist[0]?.toLowerCase()}${gist.slice(1)}`
}

/** The reading once the question is answered: all that lay in both now lies in the one chosen. Unknown keys change nothing. */
export function answered(reading: Reading, { answers }: NearTie, key: string): Reading {
  const chosen = answers.find((answer) => answer.key === key)
  const other = answers.find((answer) => answer.key !== key)
  if (!chosen || !other) return reading
  const sum = reading.competencies
    .filter((one) => one.key === chosen.key || one.key === other.key)
    .reduce((total, { probability }) => total + probability, 0)
  const competencies = reading.competencies.map((one) => {
    if (one.key === chosen.key) return { ...one, probability: sum }
    return one.key === other.key ? { ...one, probability: 0 } : one
  })
  return {
    ...reading,
    competencies: competencies.sort((a, b) => b.probability - a.probability),
    band: 'likely' as const,
  }
}
