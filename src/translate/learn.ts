import type { Framework } from '#framework/model.ts'
import type { CorpusEntry } from './corpus.ts'
import { centreOf, featuresOf, vocabularyOf } from './features.ts'
import { fitHead, type Lesson } from './head.ts'
import { knowledgeOf } from './knowledge.ts'
import type { Embedded, Known, KnownKind } from './model.ts'
import type { Trained } from './trained.ts'

/** A labelled statement, ready to be learnt from. Keys are those of the framework; a statement may have two answers. */
export interface LabelledText {
  scored: string
  labels: readonly { competency: string; level: string }[]
}

/** A term must stand in so many texts to be learnt. */
const LEAST_TEXTS = 3
/** Inverse penalty of both heads, as C in LIBLINEAR: set by leaving out one group of occupations at a time. */
const STRENGTH = 2
/** How much a text of the framework's own counts beside one of the corpus. */
const LESSON_WEIGHT: Record<KnownKind, number> = {
  statement: 1,
  example: 1,
  definition: 1,
  level: 1,
  name: 0.5,
  alias: 0.3,
  cue: 0.3,
}

/** The corpus's entries in the keys of a framework: codes and numbers become keys. */
export function labelled(
  entry: Pick<CorpusEntry, 'labels'>,
  scored: string,
  { competencies, scale }: Framework,
): LabelledText {
  const keyOf = (code: string) =>
    competencies.find((c) => (c.code ?? c.name) === code)?.key ?? code.toLowerCase()
  const levelOf = (number: number) => scale.levels.find((l) => l.number === number)?.key ?? String(number)
  return {
    scored,
    labels: entry.labels.map(({ competency, level }) => ({
      competency: keyOf(competency),
      level: levelOf(level),
    })),
  }
}

/**
 * Learns both heads from a framework's own words and a corpus. `vectors` has every scored text of both, all of one
 * backend. Deterministic; some seconds for a few thousand texts.
 */
export function learn(
  framework: Framework,
  corpus: readonly LabelledText[],
  vectors: ReadonlyMap<string, Embedded>,
  backend: string,
): Trained {
  const own = knowledgeOf(framework)
  const vectorOf = (text: string) => vectors.get(text) ?? NOTHING
  const vocabulary = vocabularyOf(
    [...own, ...corpus].map(({ scored }) => scored),
    LEAST_TEXTS,
  )
  const centre = centreOf((corpus.length > 0 ? corpus : own).map(({ scored }) => vectorOf(scored)))
  const see = (text: string) => featuresOf(text, vectorOf(text), vocabulary, centre)
  const fit = (keys: string[], of: (one: Known | LabelledText) => readonly (string | null)[]) => {
    const lessons = [...own, ...corpus].flatMap((one) => lesson(one, keys, of(one), see))
    const dense = centre.meaning.length + centre.wording.length
    return fitHead(keys, lessons, { dense, terms: vocabulary.rarity.length }, STRENGTH)
  }
  const keys = framework.competencies.map(({ key }) => key)
  const levels = framework.scale.levels.map(({ key }) => key)
  return {
    backend,
    competencies: framework.competencies.map(({ key, name }) => ({ key, name })),
    vocabulary,
    centre,
    competencyHead: fit(keys, (one) =>
      'labels' in one ? one.labels.map((l) => l.competency) : one.competencies,
    ),
    levelHead: fit(levels, (one) => ('labels' in one ? one.labels.map((l) => l.level) : [one.level])),
  }
}

const NOTHING: Embedded = { meaning: new Float32Array(), wording: new Float32Array() }

function lesson(
  one: Known | LabelledText,
  keys: readonly string[],
  answers: readonly (string | null)[],
  see: (text: string) => Lesson['features'],
): Lesson[] {
  const right = new Set(answers.filter((key) => key !== null && keys.includes(key)))
  if (right.size === 0) return []
  const target = keys.map((key) => (right.has(key) ? 1 / right.size : 0))
  return [{ features: see(one.scored), target, weight: 'kind' in one ? LESSON_WEIGHT[one.kind] : 1 }]
}
