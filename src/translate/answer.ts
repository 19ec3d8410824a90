import type { Framework } from '#framework/model.ts'
import { bandOfBoth } from './band.ts'
import { type Band, likeliest, type Reading } from './model.ts'
import type { Needed } from './reason.ts'
import type { Translated } from './translated.ts'

/** One activity of what was typed, and what each framework says of it. */
export interface Answer {
  /** Without HTML and emoji. */
  text: string
  through: Translated[]
}

/** The words of the text that carry an answer; they are found after it, since each costs a call of the model. */
export interface WordsOfAnswer {
  text: string
  through: { framework: Framework; words: Needed[] }[]
}

/** What comes of a translation, in this order, as soon as it is known. */
export type Part = { kind: 'answer'; answer: Answer } | { kind: 'words'; words: WordsOfAnswer }

/** The likeliest cell of a reading; the level is null where the framework has none. */
export function likeliestCell({ competencies, levels }: Reading): {
  competency: string
  level: string | null
} {
  return { competency: likeliest(competencies)?.key ?? '', level: likeliest(levels)?.key ?? null }
}

/** How far to trust a cell that is proposed as a whole. */
export function bandShown(reading: Reading): Band {
  return bandOfBoth(reading)
}

/** Where these words stand in the text, whatever their case: places from and to, in order, none over another. */
export function placesOf(text: string, words: readonly string[]): [number, number][] {
  const found = words.flatMap((word) => {
    const escaped = word
      .trim()
      .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll(/\s+/g, '\\s+')
    if (escaped === '') return []
    const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu')
    return [...text.matchAll(whole)].map(({ index, 0: hit }): [number, number] => [index, index + hit.length])
  })
  const apart: [number, number][] = []
  for (const place of found.toSorted(([a, to], [b, end]) => a - b || end - to))
    if (place[0] >= (apart.at(-1)?.[1] ?? 0)) apart.push(place)
  return apart
}

/** A word counts for what becomes this much less probable without it. */
const WEIGHTY = 0.05

/** So many words are shown for each. */
const SHOWN = 3

/** The words that carry the competency, and those that carry the level, the weightiest first. */
export function carrying(words: readonly Needed[]): { competency: string[]; level: string[] } {
  const weighty = (which: 'competency' | 'level') => [
    ...new Set(
      words
        .filter((needed) => needed[which] >= WEIGHTY)
        .toSorted((a, b) => b[which] - a[which])
        .map(({ word }) => word)
        .slice(0, SHOWN),
    ),
  ]
  return { competency: weighty('competency'), level: weighty('level') }
}
