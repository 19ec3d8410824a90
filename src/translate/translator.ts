import type { Framework } from '#framework/model.ts'
import { bandsFor, FAR, unsureOf } from './band.ts'
import { competencyWitnesses, levelWitnesses, weigh } from './evidence.ts'
import { ask } from './head.ts'
import { knowledgeFrom, knowledgeOf } from './knowledge.ts'
import { type Embedded, type Example, type Known, LEXICAL, type Likelihood, type Reading } from './model.ts'
import { byNearest, type Neighbourhood, neighbourhoodOf, placedIn } from './nearest.ts'
import { competencyJudge, type Judge, levelJudge } from './own-words.ts'
import { carriedOver, holdsFor, levelsHoldFor, placeOfLevel, seenBy, type Trained } from './trained.ts'

/** What a translator is made of. */
export interface Knowledge {
  framework: Framework
  /** Statements with a known answer, beside the framework's own: the corpus, accepted and corrected translations. */
  examples: readonly Example[]
  /** A vector for each text of `textsOf`, as it is scored; null for the lexical backend. */
  vectors: ReadonlyMap<string, Embedded> | null
  /** What a corpus has taught, for the same backend; null when it has taught nothing. */
  trained: Trained | null
  backend: string
}

/** Reads statements in the words of one framework. */
export interface Translator {
  framework: Framework
  backend: string
  /** `text` as it is scored, with its vector (null for the lexical backend). Deterministic. */
  read(text: string, vector: Embedded | null): Reading
  /** The statements that are known, for the reasons; `place`: among the neighbours. */
  told: readonly { known: Known; place: number | undefined }[]
  vectors: ReadonlyMap<string, Embedded> | null
  /** The vectors as neighbours of a text; null for the lexical backend. */
  near: Neighbourhood | null
  /** Is nothing that is known anywhere near? Then a reading is a guess. False where it cannot be told. */
  isFar(vector: Embedded | null): boolean
}

/** How much nearness to examples counts beside a trained head. Set on the corpus by leaving one group out at a time. */
const NEARNESS = { competencies: 0.5, levels: 0.3 }
/** Above 1 is more cautious, below less. Set on what was not trained on; docs/methods/translate.md has the curves. */
const WARMTH = {
  trained: { competencies: 0.8, levels: 0.8 },
  own: { competencies: 0.65, levels: 1.2 },
  lexical: { competencies: 1.8, levels: 1.6 },
}

/** Every text whose vector a translator wants. */
export function textsOf({ framework, examples }: Pick<Knowledge, 'framework' | 'examples'>): string[] {
  const all = [...knowledgeOf(framework), ...knowledgeFrom(examples, framework)]
  return [...new Set(all.map(({ scored }) => scored))]
}

/** Builds a translator. Cheap: nothing is fitted. */
export function translatorOf(knowledge: Knowledge): Translator {
  const { framework, vectors, examples, backend } = knowledge
  const known = [...knowledgeOf(framework), ...knowledgeFrom(examples, framework)]
  const taught = knowledge.trained?.backend === backend && vectors !== null ? knowledge.trained : null
  const near = vectors === null ? null : neighbourhoodOf(vectors)
  const parts = { ...knowledge, known, near, trained: taught }
  const competencies = competencyReader(parts)
  const levels = levelReader(parts)
  const far = taught !== null && holdsFor(taught, framework) ? FAR.trained : FAR.own
  const isFar = (vector: Embedded | null) =>
    vector !== null && near !== null && near.closest(vector.meaning) < far
  return {
    framework,
    backend: vectors === null ? LEXICAL : backend,
    told: known
      .filter(({ kind }) => kind === 'statement' || kind === 'example')
      .map((one) => ({ known: one, place: near?.placeOf(one.scored) })),
    vectors,
    near,
    isFar,
    read: (text, vector) => {
      const found = likelihoods(
        framework.competencies.map(({ key }) => key),
        competencies(text, vector),
      )
      const at = likelihoods(
        framework.scale.levels.map(({ key }) => key),
        levels(text, vector),
      )
      const best = found.toSorted((a, b) => b.probability - a.probability)
      const reading = { competencies: best, levels: at, ...bandsFor(best, at) }
      return isFar(vector) ? unsureOf(reading) : reading
    },
  }
}

type Parts = Knowledge & { known: readonly Known[]; near: Neighbourhood | null }

function competencyReader({ framework, known, near, trained }: Parts): Judge {
  const own = later(() => competencyJudge(framework, known, near))
  const keys = framework.competencies.map(({ key }) => key)
  if (trained === null || near === null || !holdsFor(trained, framework))
    return (text, vector) => warm(own(text, vector), WARMTH[near === null ? 'lexical' : 'own'].competencies)
  const placed = placedIn(near, competencyWitnesses(known, keys))
  return (text, vector) => {
    if (vector === null) return own(text, vector)
    const learnt = inOrder(
      keys,
      trained.competencyHead.classes,
      ask(trained.competencyHead, seenBy(trained, text, vector)),
    )
    const nearest = byNearest(near.cosines(vector.meaning), placed, keys.length)
    return warm(beside(learnt, nearest, NEARNESS.competencies), WARMTH.trained.competencies)
  }
}

function levelReader({ framework, known, vectors, near, trained }: Parts): Judge {
  const own = later(() => levelJudge(framework, known, near))
  const keys = framework.scale.levels.map(({ key }) => key)
  if (trained === null || vectors === null || near === null)
    return (text, vector) => warm(own(text, vector), WARMTH.own.levels)
  const witnesses = levelWitnesses(known, keys)
  if (levelsHoldFor(trained, framework)) {
    const placed = placedIn(near, witnesses)
    return (text, vector) => {
      if (vector === null) return own(text, vector)
      const learnt = ask(trained.levelHead, seenBy(trained, text, vector))
      const nearest = byNearest(near.cosines(vector.meaning), placed, keys.length)
      return warm(beside(learnt, nearest, NEARNESS.levels), WARMTH.trained.levels)
    }
  }
  const places = keys.map((_, level) =>
    placeOfLevel(
      trained,
      witnesses.flatMap(({ known: { scored, kind }, classes }) => {
        const vector = vectors.get(scored)
        const telling = kind !== 'cue' && classes.includes(level)
        return telling && vector !== undefined ? [{ text: scored, vector }] : []
      }),
    ),
  )
  return (text, vector) => {
    if (vector === null) return own(text, vector)
    const learnt = ask(trained.levelHead, seenBy(trained, text, vector))
    return warm(
      weigh(
        [
          { logs: own(text, vector), weight: 1 },
          { logs: carriedOver(learnt, places), weight: 1 },
        ],
        keys.length,
      ),
      WARMTH.own.levels,
    )
  }
}

/** Built when first asked: beside a trained head it seldom is. */
function later(build: () => Judge): Judge {
  let built: Judge | null = null
  return (text, vector) => {
    built ??= build()
    return built(text, vector)
  }
}

function beside(learnt: number[], nearest: number[], weight: number): number[] {
  return weigh(
    [
      { logs: learnt, weight: 1 },
      { logs: nearest, weight },
    ],
    learnt.length,
  )
}

function inOrder(keys: readonly string[], classes: readonly string[], logs: readonly number[]): number[] {
  return keys.map((key) => logs[classes.indexOf(key)] ?? Number.NEGATIVE_INFINITY)
}

function warm(logs: readonly number[], warmth: number): number[] {
  return weigh([{ logs, weight: 1 / warmth }], logs.length)
}

function likelihoods(keys: readonly string[], logs: readonly number[]): Likelihood[] {
  return keys.map((key, i) => ({ key, probability: Math.exp(logs[i] ?? Number.NEGATIVE_INFINITY) }))
}
