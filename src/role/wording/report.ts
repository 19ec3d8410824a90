import { type Behaviour, behaviourFor, type Lens } from './behaviour.ts'
import { checkWording, EASY_AGE, MOST_REQUIREMENTS } from './check.ts'
import type { Mark } from './mark.ts'
import { type Readability, readability } from './reading-age.ts'

/** A piece of a text, by where it stands: a field of a form, or a whole text that was pasted. */
export interface Part {
  at: string
  text: string
}

export interface MarkShown extends Mark {
  /** What somebody does who has the quality; null: it is no quality, or no framework here has words for it. */
  behaviour: Behaviour | null
}

export interface PartChecked extends Part {
  marks: MarkShown[]
}

export interface WordingReport {
  /** Every part, with or without marks. */
  parts: PartChecked[]
  /** Of all parts together. */
  reading: Readability
  /** What the text as a whole should be looked at for; empty: nothing. */
  advice: string[]
  /** Marks in all. */
  count: number
}

/** `requirements`: how many there are, where that is known; else they are counted in the words. */
export function reportOn(
  texts: readonly Part[],
  { lens, requirements }: { lens: Lens; requirements?: number },
): WordingReport {
  const checked = texts.map((part) => ({ part, ...checkWording(part.text) }))
  const parts = checked.map(({ part, marks }) => ({
    ...part,
    marks: marks.map((mark) => ({ ...mark, behaviour: behaviourFor(mark, lens) })),
  }))
  const reading = readability(texts.map(({ text }) => text).join('\n'))
  const asked = requirements ?? checked.reduce((sum, one) => sum + one.requirements, 0)
  const count = parts.reduce((sum, { marks }) => sum + marks.length, 0)
  return { parts, reading, count, advice: adviceOn(reading, asked) }
}

function adviceOn({ age }: Readability, requirements: number): string[] {
  return [
    ...(age !== null && age > EASY_AGE
      ? [
          `It reads with ease from about the age of ${age}. Shorter sentences and shorter words bring it down to ${EASY_AGE}, and keep nobody out who can do the work.`,
        ]
      : []),
    ...(requirements > MOST_REQUIREMENTS
      ? [
          `It asks for ${requirements} things. Many people apply only when they have all of them: keep what is needed on the first day, at most ${MOST_REQUIREMENTS}, and move the rest to what they will learn.`,
        ]
      : []),
  ]
}
