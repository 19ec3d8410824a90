/** The inside of a thread: finds the function, runs it, tells progress and outcome. Started by `run.ts`, never imported. */
import { parentPort, workerData } from 'node:worker_threads'
import { type Fields, Invalid } from '#errors.ts'

export interface Assignment {
  /** An address that can be imported. */
  readonly module: string
  readonly name: string
  readonly input: readonly unknown[]
}

export type Message =
  | { readonly kind: 'progress'; readonly progress: unknown }
  | { readonly kind: 'output'; readonly output: unknown }
  | { readonly kind: 'invalid'; readonly fields: Fields }
  | { readonly kind: 'fault'; readonly message: string; readonly stack: string | undefined }

/** Milliseconds between two reports of progress: more than a page can show is not sent. */
const PAUSE = 50

const tell = (message: Message) => parentPort?.postMessage(message)

let lastTold = Number.NEGATIVE_INFINITY
function report(progress: unknown) {
  const now = performance.now()
  if (now - lastTold < PAUSE) return
  lastTold = now
  tell({ kind: 'progress', progress })
}

async function run({ module, name, input }: Assignment): Promise<unknown> {
  const found: unknown = (await import(module))[name]
  if (typeof found !== 'function') throw new Error(`${module} has no function ${name}.`)
  return found(...input, report)
}

try {
  tell({ kind: 'output', output: await run(workerData) })
} catch (error) {
  if (error instanceof Invalid) tell({ kind: 'invalid', fields: error.fields })
  else if (error instanceof Error) tell({ kind: 'fault', message: error.message, stack: error.stack })
  else tell({ kind: 'fault', message: String(error), stack: undefined })
}
