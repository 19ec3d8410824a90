import type { Level } from '#framework/model.ts'
import { logSoftmax } from './head.ts'
import { stem, wordsOf } from './words.ts'

/** A cue of a level that stands in a text, as the level has it. */
export interface CueFound {
  level: string
  cue: string
}

/** What a found cue is worth, in logarithms of odds. Longer cues are surer. */
const WORTH = 0.7
const PER_WORD = 0.3

/** The cues of the levels that stand in a text, in any form of their words ("learn", "learning"). */
export function cuesIn(text: string, levels: readonly Level[]): CueFound[] {
  const spoken = ` ${wordsOf(text).map(stem).join(' ')} `
  return levels.flatMap(({ key, cues }) =>
    cues
      .filter((cue) => spoken.includes(` ${wordsOf(cue).map(stem).join(' ')} `))
      .map((cue) => ({ level: key, cue })),
  )
}

/** Log-probabilities of the levels from the cues found; even when there is none. */
export function byCues(found: readonly CueFound[], levels: readonly Level[]): number[] {
  const scores = levels.map(({ key }) =>
    found
      .filter(({ level }) => level === key)
      .reduce((sum, { cue }) => sum + WORTH + PER_WORD * (wordsOf(cue).length - 1), 0),
  )
  return logSoftmax(scores)
}
