import type { Context } from 'hono'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { xmlText } from '#lib/xml.ts'

/** Readable without Sightline, on paper and on a phone; the colours are the reader's own. */
const STYLE = `
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
  h1, h2, h3 { line-height: 1.25; }
  h2 { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid; }
  dl { margin: 0; } dl > div { display: grid; grid-template-columns: 10rem 1fr; gap: 0 1rem; }
  dd { margin: 0; } ol, ul { padding-left: 1.5rem; }
  @media (width < 36rem) { dl > div { display: block; } dd { margin-left: 1rem; } }`

/** Answers with a file to keep. `name`: with its ending, plain letters. */
export function takeAway(
  c: Context,
  { name, type, body }: { name: string; type: string; body: string | Uint8Array<ArrayBuffer> },
): Response {
  return c.body(body, 200, {
    'content-type': typeof body === 'string' ? `${type}; charset=utf-8` : type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  })
}

/** A page as one file that needs nothing else: `content` goes into its body. */
export function pageFile(title: string, content: VNode): string {
  const html = renderToString(
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{STYLE}</style>
      </head>
      <body>{content}</body>
    </html>,
  )
  return `<!doctype html>${html}`
}

/** A picture as one file that needs nothing else: `content` is an svg element with its look inside. */
export function svgFile(content: VNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlText(renderToString(content))}\n`
}
