import type { Context } from 'hono'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Env, SiteProvider } from './site.ts'

/** Stands in the frame where the parts go; no text of a page has it. */
const PLACE = '\u2063\u2064parts\u2064\u2063'

interface Streamed {
  /** The whole page around its parts. */
  frame: (parts: string) => VNode
  parts: AsyncIterable<VNode>
  /** What stands in the place of the parts that can no longer come; it also tells whoever should know. */
  broken: (error: unknown) => VNode
}

/**
 * Answers with a page whose parts come one after the other, each as soon as it is ready: the frame at once, then the
 * parts, then the end of the page. Plain HTML, so it needs no script. Who leaves stops the work.
 */
export function streamedPage(c: Context<Env>, { frame, parts, broken }: Streamed): Response {
  const { site } = c.var
  const html = (content: VNode) => renderToString(<SiteProvider value={site}>{content}</SiteProvider>)
  const [before = '', after = ''] = `<!doctype html>${html(frame(PLACE))}`.split(PLACE)
  const pieces = piecesOf({ before, after, parts, part: html, broken })
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => void (await pieces.return(undefined)),
  })
  return c.body(body, 200, {
    'content-type': 'text/html; charset=UTF-8',
    // Nobody on the way may wait for the whole to pack it; and what somebody has typed is kept nowhere.
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  })
}

interface Pieces extends Pick<Streamed, 'parts' | 'broken'> {
  before: string
  after: string
  part: (content: VNode) => string
}

async function* piecesOf({ before, after, parts, part, broken }: Pieces): AsyncGenerator<string, void> {
  yield before
  try {
    for await (const one of parts) yield part(one)
  } catch (error) {
    yield part(broken(error))
  }
  yield after
}
