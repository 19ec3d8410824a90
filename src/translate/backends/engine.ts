import type { Framework } from '#framework/model.ts'
import { type Embedded, type EmbeddingBackend, type Example, LEXICAL } from '../model.ts'
import { type Prepared, prepare } from '../prepare.ts'
import { holdsFor } from '../trained.ts'
import { type Translator, textsOf, translatorOf } from '../translator.ts'
import { fromShelf } from '../vector-shelf.ts'
import { englishDictionary } from './dictionary.ts'
import { sentenceModel, sentenceModelInstalled } from './sentence-model.ts'
import { shippedTranslator } from './shipped-file.ts'

/** Everything that Translate needs of the machine, put together. */
export interface Engine {
  /** The id of the backend that is used. */
  backend: string
  /** True when the sentence model was wanted and is not installed. */
  fellBack: boolean
  prepare(text: string): Prepared
  /**
   * A translator for a framework; `examples` are accepted and corrected translations, `stored` vectors by scored text.
   * Texts without a vector are embedded now: some 15 ms each.
   */
  translator(framework: Framework, given?: Given): Promise<Translator>
  /** One for each text as it is scored; null under the lexical backend. */
  vectors(scored: readonly string[]): Promise<(Embedded | null)[]>
  close(): Promise<void>
}

interface Given {
  examples?: readonly Example[]
  stored?: ReadonlyMap<string, Embedded>
}

/** Opens the engine: `lexical`, the local sentence model, or any other backend such as an endpoint. */
export async function openEngine(wanted: 'local' | 'lexical' | EmbeddingBackend = 'local'): Promise<Engine> {
  const backend = backendFor(wanted)
  const [shipped, dictionary] = await Promise.all([shippedTranslator(), englishDictionary()])
  const lexicon = { dictionary, counts: shipped?.counts ?? new Map<string, number>() }
  const id = backend?.id ?? LEXICAL
  return {
    backend: id,
    fellBack: wanted === 'local' && backend === null,
    prepare: (text) => prepare(text, lexicon),
    vectors: async (scored) => (backend === null ? scored.map(() => null) : backend.embed(scored)),
    translator: async (framework, { examples = [], stored } = {}) => {
      if (backend === null)
        return translatorOf({ framework, examples, vectors: null, trained: null, backend: id })
      const learnt = shipped?.trained.backend === id && holdsFor(shipped.trained, framework)
      const all = learnt ? [...examples, ...shipped.examples] : examples
      const { vectors, missing } = fromShelf(textsOf({ framework, examples: all }), shipped, id)
      const wanting = missing.filter((text) => !stored?.has(text))
      const made = await backend.embed(wanting)
      wanting.forEach((text, i) => {
        const vector = made[i]
        if (vector) vectors.set(text, vector)
      })
      for (const [text, vector] of stored ?? []) vectors.set(text, vector)
      return translatorOf({
        framework,
        examples: all,
        vectors,
        trained: shipped?.trained ?? null,
        backend: id,
      })
    },
    close: async () => {
      await backend?.close()
    },
  }
}

function backendFor(wanted: 'local' | 'lexical' | EmbeddingBackend): EmbeddingBackend | null {
  if (wanted === 'lexical') return null
  if (wanted !== 'local') return wanted
  return sentenceModelInstalled() ? sentenceModel() : null
}
