import { z } from 'zod'
import { Invalid } from '#errors.ts'
import type { Example } from './model.ts'
import type { Trained } from './trained.ts'

/** What ships with the library: a trained translator, the examples it learnt from, and vectors that are costly to make. */
export interface Shipped {
  trained: Trained
  /** The corpus, without its test half. */
  examples: Example[]
  /** How often each word stands in the corpus, for the spelling. */
  counts: ReadonlyMap<string, number>
  /** Meaning by the fingerprint of the scored text. */
  meanings: ReadonlyMap<string, Float32Array>
  /** Wording, for texts that stand for a level of a framework. */
  wordings: ReadonlyMap<string, Float32Array>
}

const Head = z.object({ classes: z.array(z.string()), dense: z.number(), terms: z.number() })

const Table = z.object({
  about: z.string(),
  backend: z.string(),
  competencies: z.array(z.object({ key: z.string(), name: z.string() })),
  size: z.number(),
  competencyHead: Head,
  levelHead: Head,
  terms: z.array(z.string()),
  words: z.record(z.string(), z.number()),
  examples: z.array(
    z.object({
      text: z.string(),
      scored: z.string().optional(),
      competencies: z.array(z.string()),
      level: z.string().nullable(),
    }),
  ),
  meanings: z.array(z.string()),
  wordings: z.array(z.string()),
})

const ABOUT =
  'Made from spotlight.yaml and the corpus without its test half by “node --import tsx bench/train-translate.ts”. ' +
  'Not to be edited. Numbers are in the file of the same name that ends in .bin.'

/** A table to read, and the numbers beside it: 32-bit floats, then vectors in 8 bits with a scale each. */
export function writeShipped({ trained, examples, counts, meanings, wordings }: Shipped): {
  table: string
  numbers: Uint8Array
} {
  const { vocabulary, centre, competencyHead, levelHead } = trained
  const table: z.infer<typeof Table> = {
    about: ABOUT,
    backend: trained.backend,
    competencies: trained.competencies,
    size: centre.meaning.length,
    competencyHead: sizesOf(competencyHead),
    levelHead: sizesOf(levelHead),
    terms: [...vocabulary.places.keys()],
    words: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
    examples: examples.map(({ text, scored, competencies, level }) => ({
      ...{ text, competencies: [...competencies], level },
      ...(scored === undefined || scored === text ? {} : { scored }),
    })),
    meanings: [...meanings.keys()],
    wordings: [...wordings.keys()],
  }
  const floats = [
    vocabulary.rarity,
    centre.meaning,
    centre.wording,
    competencyHead.weights,
    levelHead.weights,
  ]
  const rows = [...meanings.values(), ...wordings.values()].map(narrow)
  return {
    table: JSON.stringify(table, null, 1),
    numbers: joined([
      ...floats.map(bytesOf),
      bytesOf(Float32Array.from(rows, (row) => row.scale)),
      ...rows.map((row) => bytesOf(row.values)),
    ]),
  }
}

/** Reads what `writeShipped` wrote. Throws `Invalid` when the two files do not belong together. */
export function readShipped(table: string, numbers: Uint8Array): Shipped {
  const read = Table.safeParse(JSON.parse(table))
  if (!read.success) throw new Invalid('The trained translator cannot be read. Train it again.')
  const { backend, competencies, size, terms, words, examples, meanings, wordings } = read.data
  const floats = floatsFrom(numbers)
  const rarity = floats(terms.length)
  const centre = { meaning: floats(size), wording: floats(size) }
  const competencyHead = { ...read.data.competencyHead, weights: floats(weightsIn(read.data.competencyHead)) }
  const levelHead = { ...read.data.levelHead, weights: floats(weightsIn(read.data.levelHead)) }
  const scales = floats(meanings.length + wordings.length)
  const start =
    4 * (terms.length + 2 * size + competencyHead.weights.length + levelHead.weights.length + scales.length)
  if (numbers.byteLength !== start + scales.length * size)
    throw new Invalid('The numbers of the trained translator do not fit its table. Train it again.')
  const row = (i: number) => widen(numbers, start + i * size, size, scales[i] ?? 0)
  return {
    trained: {
      backend,
      competencies,
      vocabulary: { places: new Map(terms.map((term, place) => [term, place])), rarity },
      centre,
      competencyHead,
      levelHead,
    },
    examples: examples.map(({ scored, ...rest }) => ({ ...rest, scored: scored ?? rest.text })),
    counts: new Map(Object.entries(words)),
    meanings: new Map(meanings.map((name, i) => [name, row(i)])),
    wordings: new Map(wordings.map((name, i) => [name, row(meanings.length + i)])),
  }
}

function sizesOf({ classes, dense, terms }: Trained['levelHead']) {
  return { classes, dense, terms }
}

function weightsIn({ classes, dense, terms }: z.infer<typeof Head>): number {
  return classes.length * (dense + terms + 1)
}

function floatsFrom(bytes: Uint8Array) {
  const copy = bytes.slice()
  let at = 0
  return (count: number) => {
    const found = new Float32Array(copy.buffer, at, count)
    at += 4 * count
    return found
  }
}

/** The largest part becomes 127. */
function narrow(vector: Float32Array): { values: Int8Array; scale: number } {
  const scale = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127 || 1
  return { values: Int8Array.from(vector, (value) => Math.round(value / scale)), scale }
}

function widen(bytes: Uint8Array, from: number, size: number, scale: number): Float32Array {
  const values = new Int8Array(bytes.buffer, bytes.byteOffset + from, size)
  const vector = new Float32Array(size)
  for (let i = 0; i < size; i++) vector[i] = (values[i] as number) * scale
  return vector
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array | Int8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}
