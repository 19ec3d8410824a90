import { type CueFound, cuesIn } from './cue.ts'
import { type Embedded, type Known, likeliest, type Reading } from './model.ts'
import type { Translator } from './translator.ts'
import { isFiller, stemsOf } from './words.ts'

/** Why a reading says what it says. */
export interface Reasons {
  /** Known statements that are most like the text, the nearest first. */
  nearest: Near[]
  /** Cues of the likeliest level that stand in the text. */
  cues: CueFound[]
  /** Words without which the answer would change or be less sure; empty where they were not looked for. */
  words: Needed[]
}

export interface Near {
  text: string
  competencies: readonly string[]
  level: string | null
  /** Cosine, from -1 to 1, or the share of words in common under the lexical backend. */
  likeness: number
}

/** A word, and what the text is worth without it. */
export interface Needed {
  word: string
  /** Where it stands in the scored text, in words. */
  place: number
  /** How much less probable the competency and the level become (both from -1 to 1; negative: more probable). */
  competency: number
  level: number
}

const NEAREST = 3

/** The known statements nearest to a text, at most three, each once. */
export function nearestTo(translator: Translator, text: string, vector: Embedded | null): Near[] {
  const { near, told } = translator
  const cosines = vector === null || near === null ? null : near.cosines(vector.meaning)
  const stems = new Set(cosines === null ? stemsOf(text) : [])
  const found: { known: Known; likeness: number }[] = []
  for (const { known, place } of told) {
    const likeness = cosines && place !== undefined ? (cosines[place] ?? 0) : shared(stems, known)
    const last = found[NEAREST - 1]
    if (likeness <= (last?.likeness ?? 0)) continue
    if (found.some((one) => one.known.scored === known.scored)) continue
    found.push({ known, likeness })
    found.sort((a, b) => b.likeness - a.likeness)
    found.length = Math.min(found.length, NEAREST)
  }
  return found.map(({ known: { text, competencies, level }, likeness }) => ({
    ...{ text, competencies, level, likeness },
  }))
}

/** The share of stems that two texts have in common. */
function shared(stems: ReadonlySet<string>, known: Known): number {
  if (stems.size === 0) return 0
  const own = new Set(stemsOf(known.scored))
  const common = [...stems].filter((word) => own.has(word)).length
  return common / Math.sqrt(Math.max(1, stems.size * own.size))
}

/** The cues in a text that speak for the level it was given. */
export function decidingCues(translator: Translator, text: string, reading: Reading): CueFound[] {
  const at = likeliest(reading.levels)?.key
  return cuesIn(text, translator.framework.scale.levels).filter(({ level }) => level === at)
}

/** A text with one of its words left out. */
export interface Without {
  word: string
  place: number
  text: string
}

/** More than these are not tried: each costs one call of the sentence model. */
const MOST_WORDS = 40

/** The text once without each word that says something, in order; the caller asks the sentence model for each. */
export function leaveOutEach(scored: string): Without[] {
  const words = [...scored.matchAll(/[\p{L}][\p{L}'’-]*/gu)].slice(0, MOST_WORDS)
  if (words.length < 2) return []
  return words.flatMap((found, place) => {
    const [word] = found
    const text = `${scored.slice(0, found.index)}${scored.slice(found.index + word.length)}`
    return isFiller(word) ? [] : [{ word, place, text: text.replace(/\s+/g, ' ').trim() }]
  })
}

const MATTERS = 0.05

/**
 * The words that carry the answer (occlusion): `readings` are those of the texts of `leaveOutEach`, in their order. A word
 * counts when the competency or the level becomes less probable by a twentieth without it; the weightiest come first.
 */
export function neededWords(
  reading: Reading,
  without: readonly Without[],
  readings: readonly Reading[],
): Needed[] {
  const competency = reading.competencies[0]
  const level = likeliest(reading.levels)
  return without
    .flatMap(({ word, place }, i) => {
      const other = readings[i]
      if (!other || !competency) return []
      const loss = competency.probability - probabilityOf(other.competencies, competency.key)
      const levelLoss = level ? level.probability - probabilityOf(other.levels, level.key) : 0
      return [{ word, place, competency: loss, level: levelLoss }]
    })
    .filter((needed) => Math.max(needed.competency, needed.level) >= MATTERS)
    .sort((a, b) => Math.max(b.competency, b.level) - Math.max(a.competency, a.level))
    .slice(0, 6)
}

function probabilityOf(some: Reading['levels'], key: string): number {
  return some.find((one) => one.key === key)?.probability ?? 0
}
