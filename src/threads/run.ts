/**
 * Long calculations beside the server: a pure function of a module runs in a thread of its own, tells how far it has come,
 * and can be stopped at any moment. This shell knows no slice; who calls it names the module.
 */
import { Worker } from 'node:worker_threads'
import { Invalid } from '#errors.ts'
import type { Assignment, Message } from './inside.ts'

/** A function whose last argument is told how far it has come: fitFacets(ratings, options, report). */
type Reporting = (...args: never[]) => unknown

/** What it takes before that last argument. */
type Input<F extends Reporting> = Required<Parameters<F>> extends [...infer Before, unknown] ? Before : never

/** What it tells there. */
type Progress<F extends Reporting> =
  Required<Parameters<F>> extends [...unknown[], (progress: infer P) => void] ? P : never

export interface Listening<F extends Reporting> {
  readonly onProgress?: (progress: Progress<F>) => void
  /** Aborting it ends the thread at once and rejects with its reason. */
  readonly signal?: AbortSignal
}

/**
 * Runs the function `name` of a module in a thread. The module is named as `import.meta.resolve` gives it, the function by its
 * type as well: `runInThread<typeof fitFacets>({ module, name: 'fitFacets' }, [ratings, options])`. Input and
 * output are copied, so they hold data, no functions.
 * @throws what the function throws, an Invalid as an Invalid; the signal's reason when stopped; an Error when the thread dies
 */
export function runInThread<F extends Reporting>(
  { module, name }: { readonly module: string; readonly name: string },
  input: Input<F>,
  { onProgress, signal }: Listening<F> = {},
): Promise<Awaited<ReturnType<F>>> {
  if (signal?.aborted) return Promise.reject(signal.reason)
  const workerData: Assignment = { module, name, input }
  const worker = new Worker(new URL(import.meta.resolve('./inside.ts')), { workerData })
  return new Promise((resolve, reject) => {
    const stop = () => {
      reject(signal?.reason)
      void worker.terminate()
    }
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (message: Message) => {
      if (message.kind === 'progress') onProgress?.(message.progress as Progress<F>)
      else if (message.kind === 'output') resolve(message.output as Awaited<ReturnType<F>>)
      else reject(errorFrom(message))
    })
    worker.on('error', reject)
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', stop)
      reject(new Error(`The thread for ${name} ended without a result (exit code ${code}).`))
    })
  })
}

function errorFrom(message: Extract<Message, { kind: 'invalid' | 'fault' }>): Error {
  if (message.kind === 'invalid') return new Invalid(message.fields)
  const error = new Error(message.message)
  if (message.stack !== undefined) error.stack = message.stack
  return error
}
