import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { unit } from '../features.ts'
import { pieces } from './word-pieces.ts'

/** Where a sentence model of the BERT family keeps its parts. */
export interface ModelFiles {
  weightsPath: string
  tokenizerPath: string
  dimensions: number
  maxTokens: number
}

/**
 * The lowest layer of a BERT model: each piece's vector with its position, normalised, then the mean of the text,
 * of length 1. It costs no matrix product. Reads the embeddings alone from the weights (safetensors, 16 bits).
 */
export function wordVectors({ weightsPath, tokenizerPath, dimensions, maxTokens }: ModelFiles) {
  const { model } = JSON.parse(readFileSync(tokenizerPath, 'utf8')) as {
    model: { vocab: Record<string, number> }
  }
  const vocabulary = new Map(Object.entries(model.vocab))
  const table = readTables(weightsPath)
  return (text: string): Float32Array => {
    const sum = new Float32Array(dimensions)
    pieces(text, vocabulary, maxTokens).forEach((piece, place) => {
      const row = normalised(addUp(table, piece, place, dimensions), table)
      for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + (row[i] ?? 0)
    })
    return unit(sum)
  }
}

interface Tables {
  words: Float16Array
  positions: Float16Array
  types: Float16Array
  gain: Float16Array
  shift: Float16Array
}

function readTables(path: string): Tables {
  const file = openSync(path, 'r')
  try {
    const size = Number(readAt(file, 0, 8).readBigUInt64LE())
    const header = JSON.parse(readAt(file, 8, size).toString('utf8')) as Header
    const read = (name: string) => numbersAt(file, header, 8 + size, name)
    return {
      words: read('embeddings.word_embeddings.weight'),
      positions: read('embeddings.position_embeddings.weight'),
      types: read('embeddings.token_type_embeddings.weight'),
      gain: read('embeddings.LayerNorm.weight'),
      shift: read('embeddings.LayerNorm.bias'),
    }
  } finally {
    closeSync(file)
  }
}

type Header = Record<string, { dtype: string; data_offsets: [number, number] }>

function numbersAt(file: number, header: Header, start: number, name: string): Float16Array {
  const entry = header[name] ?? header[`bert.${name}`]
  if (entry === undefined || entry.dtype !== 'F16') throw new Error(`no 16-bit ${name} in the weights`)
  const [from, to] = entry.data_offsets
  const bytes = readAt(file, start + from, to - from)
  return new Float16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)
}

function readAt(file: number, from: number, length: number): Buffer {
  const bytes = Buffer.from(new ArrayBuffer(length))
  readSync(file, bytes, 0, length, from)
  return bytes
}

function addUp(
  { words, positions, types }: Tables,
  piece: number,
  place: number,
  size: number,
): Float32Array {
  return new Float32Array(size).map(
    (_, i) => (words[piece * size + i] ?? 0) + (positions[place * size + i] ?? 0) + (types[i] ?? 0),
  )
}

/** Layer normalisation (Ba et al. 2016) with the model's gain and shift. */
function normalised(row: Float32Array, { gain, shift }: Tables): Float32Array {
  const mean = row.reduce((sum, value) => sum + value, 0) / row.length
  const spread = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / row.length
  const unitOf = 1 / Math.sqrt(spread + 1e-12)
  return row.map((value, i) => (value - mean) * unitOf * (gain[i] ?? 1) + (shift[i] ?? 0))
}
