import type { Framework } from '#framework/model.ts'
import { byCues, cuesIn } from './cue.ts'
import { competencyWitnesses, levelWitnesses, type Witness, weigh } from './evidence.ts'
import { bestMatch, naiveBayes } from './lexical.ts'
import type { Embedded, Known } from './model.ts'
import { byMiddle, byNearest, middles, type Placed } from './nearest.ts'

/** Log-probabilities for a text as it is scored, and its vector (null when words are only counted). */
export type Judge = (text: string, vector: Embedded | null) => number[]

type Vectors = ReadonlyMap<string, Embedded>

/**
 * What the words of a framework say about which competency a text shows: how near it is to their texts and to the
 * middle of them, and a little of the words that they share. Without vectors, shared words alone.
 */
export function competencyJudge(
  framework: Framework,
  knowledge: readonly Known[],
  vectors: Vectors | null,
): Judge {
  const keys = framework.competencies.map(({ key }) => key)
  const witnesses = competencyWitnesses(knowledge, keys)
  const match = bestMatch(witnesses, keys.length)
  const bayes = naiveBayes(witnesses, keys.length, false)
  if (vectors === null)
    return (text) =>
      weigh(
        [
          { logs: match(text), weight: 1 },
          { logs: bayes(text), weight: 0.3 },
        ],
        keys.length,
      )
  const placed = place(witnesses, vectors)
  const centres = middles(placed, keys.length, placed[0]?.vector.length ?? 0)
  return (text, vector) => {
    if (vector === null) return match(text)
    return weigh(
      [
        { logs: byNearest(vector.meaning, placed, keys.length), weight: 0.6 },
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
  vectors: Vectors | null,
): Judge {
  const { levels } = framework.scale
  const witnesses = levelWitnesses(
    knowledge,
    levels.map(({ key }) => key),
  )
  const bayes = naiveBayes(witnesses, levels.length, true)
  const cues = (text: string) => ({ logs: byCues(cuesIn(text, levels), levels), weight: 1 })
  if (vectors === null)
    return (text) => weigh([cues(text), { logs: bayes(text), weight: 0.3 }], levels.length)
  const placed = place(witnesses, vectors)
  const centres = middles(placed, levels.length, placed[0]?.vector.length ?? 0)
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

/** Texts without a vector are left out; the caller has embedded all that matter. */
export function place(witnesses: readonly Witness[], vectors: Vectors): Placed[] {
  return witnesses.flatMap((witness) => {
    const vector = vectors.get(witness.known.scored)
    return vector === undefined ? [] : [{ witness, vector: vector.meaning }]
  })
}
