import type { Framework } from '#framework/model.ts'
import { type Centre, type Features, featuresOf, type Vocabulary } from './features.ts'
import { ask, type Head } from './head.ts'
import type { Embedded } from './model.ts'

/**
 * What a corpus has taught: one head for the competencies of a framework and one for its levels, which hold for the
 * vectors of one backend.
 */
export interface Trained {
  backend: string
  /** The competencies that were learnt, in the order of the head. */
  competencies: { key: string; name: string }[]
  vocabulary: Vocabulary
  centre: Centre
  competencyHead: Head
  levelHead: Head
}

/** Does the head for competencies hold for this framework? It has the same ones, called the same but for a few. */
export function holdsFor({ competencies }: Trained, framework: Framework): boolean {
  const names = new Map(framework.competencies.map(({ key, name }) => [key, plain(name)]))
  const same = competencies.filter(({ key, name }) => names.get(key) === plain(name))
  const shared = competencies.filter(({ key }) => names.has(key))
  return (
    names.size === competencies.length &&
    shared.length === competencies.length &&
    same.length * 2 >= competencies.length
  )
}

/** Does the head for levels hold for this framework as it is, without going by the words of the levels? */
export function levelsHoldFor(trained: Trained, framework: Framework): boolean {
  const keys = framework.scale.levels.map(({ key }) => key)
  return holdsFor(trained, framework) && keys.join() === trained.levelHead.classes.join()
}

export function seenBy({ vocabulary, centre }: Trained, text: string, vector: Embedded): Features {
  return featuresOf(text, vector, vocabulary, centre)
}

/**
 * What the corpus teaches about levels, carried over to another framework: its levels are placed among the learnt
 * ones by their own texts (each level's mean of the learnt probabilities), and a statement belongs where its own
 * learnt probabilities agree. Null for a level without texts, which then gets the mean of the others.
 */
export function carriedOver(
  learnt: readonly number[],
  places: readonly (readonly number[] | null)[],
): number[] {
  const fits = places.map((place) =>
    place === null ? null : place.reduce((sum, share, k) => sum + share * Math.exp(learnt[k] ?? 0), 0),
  )
  const known = fits.filter((fit) => fit !== null)
  const mean = known.reduce((sum, fit) => sum + fit, 0) / Math.max(1, known.length)
  const filled = fits.map((fit) => fit ?? mean)
  const total = filled.reduce((sum, fit) => sum + fit, 0) || 1
  return filled.map((fit) => Math.log(Math.max(1e-6, fit / total)))
}

/** Where a level stands among the learnt ones, by its texts. */
export function placeOfLevel(
  trained: Trained,
  texts: readonly { text: string; vector: Embedded }[],
): number[] | null {
  if (texts.length === 0) return null
  const asked = texts.map(({ text, vector }) => ask(trained.levelHead, seenBy(trained, text, vector)))
  return trained.levelHead.classes.map(
    (_, k) => asked.reduce((sum, logs) => sum + Math.exp(logs[k] ?? 0), 0) / asked.length,
  )
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
}
