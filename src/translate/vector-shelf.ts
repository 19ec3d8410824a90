import { fingerprint } from '#lib/fingerprint.ts'
import type { Embedded } from './model.ts'
import type { Shipped } from './trained-file.ts'

/** The name under which a vector of a text is kept: the text's fingerprint, shortened. */
export function vectorName(scored: string): string {
  return fingerprint(scored).slice(0, 20)
}

/**
 * The vectors of these texts that ship with the library, and the texts that have none. A text of which only the
 * meaning ships has no wording; nothing but a level asks for it.
 */
export function fromShelf(texts: readonly string[], shipped: Shipped | null, backend: string) {
  const vectors = new Map<string, Embedded>()
  const missing: string[] = []
  for (const text of texts) {
    const name = vectorName(text)
    const meaning = shipped?.trained.backend === backend ? shipped.meanings.get(name) : undefined
    if (meaning === undefined) missing.push(text)
    else vectors.set(text, { meaning, wording: shipped?.wordings.get(name) ?? new Float32Array() })
  }
  return { vectors, missing }
}
