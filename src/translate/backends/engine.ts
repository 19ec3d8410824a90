import { Unavailable } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import { type Embedded, type EmbeddingBackend, type Example, LEXICAL } from '../model.ts'
import { type Prepared, prepare } from '../prepare.ts'
import { holdsFor } from '../trained.ts'
import { type Translator, textsOf, translatorOf } from '../translator.ts'
import { fromShelf } from '../vector-shelf.ts'
import { englishDictionary } from './dictionary.ts'
import { SENTENCE_MODEL, sentenceModel, sentenceModelInstalled } from './sentence-model.ts'
import { shippedTranslator } from './shipped-file.ts'

/** Everything that Translate needs of the machine, put together. */
export interface Engine {
  /** The id of the backend that is used. */
  backend: string
  /** Why words are only counted although the sentence model was wanted, to be shown; null otherwise. */
  instead: string | null
  /** The details of it, for whoever runs Sightline. */
  trouble: string | null
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

/**
 * Opens the engine: `lexical`, the local sentence model, or any other backend such as an endpoint. Where the local model is
 * missing or does not start, words are counted instead, and the engine says why.
 */
export async function openEngine(wanted: 'local' | 'lexical' | EmbeddingBackend = 'local'): Promise<Engine> {
  const [shipped, dictionary, { backend, instead, trouble }] = await Promise.all([
    shippedTranslator(),
    englishDictionary(),
    opened(wanted),
  ])
  const lexicon = { dictionary, counts: shipped?.counts ?? new Map<string, number>() }
  const id = backend?.id ?? LEXICAL
  return {
    backend: id,
    instead,
    trouble,
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

interface Opened extends Pick<Engine, 'instead' | 'trouble'> {
  backend: EmbeddingBackend | null
}

async function opened(wanted: 'local' | 'lexical' | EmbeddingBackend): Promise<Opened> {
  if (wanted === 'lexical') return { backend: null, instead: null, trouble: null }
  if (wanted === 'local' && !sentenceModelInstalled())
    return { backend: null, instead: 'The sentence model is not installed here.', trouble: null }
  const backend = wanted === 'local' ? sentenceModel() : wanted
  const local = wanted === 'local' || backend.id === SENTENCE_MODEL
  const trouble = local ? await troubleWith(backend) : null
  if (trouble === null) return { backend, instead: null, trouble }
  await backend.close()
  return { backend: null, instead: 'The sentence model could not be started here.', trouble }
}

/** What keeps a backend from answering; null when it answers. */
async function troubleWith(backend: EmbeddingBackend): Promise<string | null> {
  try {
    await backend.embed(['ready'])
    return null
  } catch (error) {
    if (error instanceof Unavailable) return error.message
    throw error
  }
}
