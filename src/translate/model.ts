/**
 * Translate: plain words about work in, the competency and the level that they show out, with the reason.
 * This file owns the words of it: what is known of a framework (`Known`), what a text is to a sentence model
 * (`Embedded`), and what comes out (`Reading`). A reading is a proposal; a person accepts or corrects it.
 */

/** What a sentence model makes of a text. Both vectors have length 1; an endpoint gives no `wording`, an empty one. */
export interface Embedded {
  /** What the text says; texts that mean the same point the same way. */
  meaning: Float32Array
  /** Which words it uses: tense, persons, connectives. Level shows here more than in the meaning. */
  wording: Float32Array
}

/** Turns texts into vectors. Vectors of different backends never meet: everything kept is kept under `id`. */
export interface EmbeddingBackend {
  /** Changes whenever the vectors would. */
  id: string
  /** In the order of `texts`. Throws `Unavailable` when the model cannot be used. */
  embed(texts: readonly string[]): Promise<Embedded[]>
  close(): Promise<void>
}

/** The backend that is always there: it counts words and has no vectors. */
export const LEXICAL = 'lexical'

export type KnownKind = 'statement' | 'example' | 'definition' | 'alias' | 'name' | 'level' | 'cue'

/** One text from which a translator knows its framework. */
export interface Known {
  /** As it was written, to be shown. */
  text: string
  /** As it is compared and counted. */
  scored: string
  kind: KnownKind
  /** Keys of the competencies it speaks for; none for texts about a level. */
  competencies: readonly string[]
  /** The key of the level it speaks for; null for texts about a competency. */
  level: string | null
  /** 1 for a statement, less for what says less. */
  weight: number
}

/** A statement with a known answer: from the corpus, or a translation that people accepted or corrected. */
export interface Example {
  text: string
  /** As it is compared and counted, where its spelling was put right first; else `scoredText` says how. */
  scored?: string
  competencies: readonly string[]
  level: string | null
}

export interface Likelihood {
  key: string
  /** All of one kind add up to 1. */
  probability: number
}

/** How far to trust a reading: `unsure` is not to be acted on. */
export type Band = 'likely' | 'possible' | 'unsure'

export interface Reading {
  /** Every competency of the framework, the likeliest first. */
  competencies: Likelihood[]
  /** Every level, from the lowest. Empty for a framework without levels. */
  levels: Likelihood[]
  /** Of the competency; of the level where there is but one competency. */
  band: Band
  /** Of the level. */
  levelBand: Band
}

/** What is kept of a reading beside a judgement. */
export type KeptReading = Omit<Reading, 'levelBand'>

/** The likeliest of some, or undefined when there is none. */
export function likeliest(some: readonly Likelihood[]): Likelihood | undefined {
  return some.reduce<Likelihood | undefined>(
    (best, one) => (best === undefined || one.probability > best.probability ? one : best),
    undefined,
  )
}
