import type { Framework } from '#framework/model.ts'
import { byCues, cuesIn } from './cue.ts'
import { competencyWitnesses, levelWitnesses, weigh } from './evidence.ts'
import { bestMatch, naiveBayes } from './lexical.ts'
import type { Embedded, Known } from './model.ts'
import { byMiddle, byNearest, middles, type Neighbourhood, placedIn } from './nearest.ts'

/** Log-probabilities for a text as it is scored, and its vector (null when words are only counted). */
export type Judge = (text: string, vector: Embedded | null) => number[]

/**
 * What the words of a framework say about which competency a text shows: how near it is to their texts and to the
 * middle of them, and a little of the words that they share. Without vectors, shared words alone.
 */
export function competencyJudge(
  framework: Framework,
  knowledge: readonly Known[],
  near: Neighbourhood | null,
): Judge {
  const keys = framework.competencies.map(({ key }) => key)
  const witnesses = competencyWitnesses(knowledge, keys)
  const match = bestMatch(witnesses, keys.length)
  const bayes = naiveBayes(witnesses, keys.length, false)
  if (near === null)
    return (text) =>
      weigh(
        [
          { logs: match(text), weight: 1 },
          { logs: bayes(text), weight: 0.3 },
        ],
        keys.length,
      )
  const placed = placedIn(near, witnesses)
  const centres = middles(near, placed, keys.length)
  return (text, vector) => {
    if (vector === null) return match(text)
    return weigh(
      [
        { logs: byNearest(near.cosines(vector.meaning), placed, keys.length), weight: 0.6 },
        { logs: byMiddle(vector.meaning, centres), weight: 0.6 },
        { logs: match(text), weight: 0.15 },
        { logs: bayes(text), weight: 0.05 },
      ],
      keys.length,
    )
  }
}

/** What the words of a framework say about the level of a text: its cues, and how levels elsewhere are put. */
export function levelJudge(
  framework: Framework,
  knowledge: readonly Known[],
  near: Neighbourhood | null,
): Judge {
  const { levels } = framework.scale
  const witnesses = levelWitnesses(
    knowledge,
    levels.map(({ key }) => key),
  )
  const bayes = naiveBayes(witnesses, levels.length, true)
  const cues = (text: string) => ({ logs: byCues(cuesIn(text, levels), levels), weight: 1 })
  if (near === null) return (text) => weigh([cues(text), { logs: bayes(text), weight: 0.3 }], levels.length)
  const placed = placedIn(near, witnesses)
  const centres = middles(near, placed, levels.length)
  return (text, vector) =>
    weigh(
      [
        cues(text),
        { logs: bayes(text), weight: 0.2 },
        ...(vector === null ? [] : [{ logs: byMiddle(vector.meaning, centres), weight: 0.7 }]),
      ],
      levels.length,
    )
}
