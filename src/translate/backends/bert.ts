import { readFileSync } from 'node:fs'
import { unit } from '../features.ts'
import type { Embedded } from '../model.ts'
import { gelu, normalise, shares } from './bert-steps.ts'
import { type Bert, type Dense, type Layer, loadBert, type ModelFiles } from './bert-weights.ts'
import { COLUMNS, ROW_TILE } from './matrix-product.ts'
import { pieces } from './word-pieces.ts'

/** Several texts go through the layers at once, about so many pieces together: no more fits the nearer caches. */
const PIECES_AT_ONCE = 64

/** A run of rows that is one text. */
interface Span {
  from: number
  count: number
}

/**
 * A sentence model of the BERT family, in this thread: `encode` gives for each text the mean of its last layer (meaning) and of its
 * lowest, before any attention (wording), both of length 1. A text comes out the same whatever stands beside it.
 */
export function sentenceEncoder(files: ModelFiles): { encode(texts: readonly string[]): Embedded[] } {
  const { model } = JSON.parse(readFileSync(files.tokenizerPath, 'utf8')) as {
    model: { vocab: Record<string, number> }
  }
  const vocabulary = new Map(Object.entries(model.vocab))
  const bert = loadBert(files)
  const desk = deskFor(bert, PIECES_AT_ONCE + files.maxTokens)
  return {
    encode: (texts) =>
      bundles(texts.map((text) => pieces(text, vocabulary, files.maxTokens))).flatMap((some) =>
        through(bert, desk, some),
      ),
  }
}

/** Texts in their order, as many together as fit. */
function bundles(texts: readonly number[][]): number[][][] {
  const all: number[][][] = []
  let room = 0
  for (const text of texts) {
    const last = all.at(-1)
    if (last !== undefined && text.length <= room) last.push(text)
    else all.push([text])
    room = (last !== undefined && text.length <= room ? room : PIECES_AT_ONCE) - text.length
  }
  return all
}

/** Byte addresses of what the layers work on, each with spare rows for whole tiles. */
interface Desk {
  states: number
  /** Queries, keys and values. */
  looks: number
  found: number
  added: number
  wide: number
  scores: number
  keys: number
  values: number
  none: number
}

function deskFor({ size, layers, heads, room }: Bert, pieces: number): Desk {
  const rows = pieces + ROW_TILE
  const width = rows + COLUMNS
  return {
    states: room(rows * size),
    looks: room(rows * 3 * size),
    found: room(rows * size),
    added: room(rows * size),
    wide: room(rows * (layers[0]?.wide.outputs ?? size)),
    scores: room(rows * width),
    keys: room((width * size) / heads),
    values: room((width * size) / heads),
    none: room(width),
  }
}

function through(bert: Bert, desk: Desk, texts: readonly number[][]): Embedded[] {
  const { size } = bert
  const states = new Float32Array(bert.memory.buffer, desk.states)
  const spans: Span[] = []
  let rows = 0
  for (const text of texts) {
    spans.push({ from: rows, count: text.length })
    text.forEach((piece, place) => {
      states.set(bert.embedding(piece, place), (rows + place) * size)
      normalise(states, (rows + place) * size, bert.embeddingNorm)
    })
    rows += text.length
  }
  const wording = spans.map((span) => meanOf(states, span, size))
  for (const layer of bert.layers) pass(bert, desk, layer, { spans, rows })
  return spans.map((span, i) => ({
    meaning: meanOf(states, span, size),
    wording: wording[i] ?? new Float32Array(size),
  }))
}

function meanOf(states: Float32Array, { from, count }: Span, size: number): Float32Array {
  const sum = new Float32Array(size)
  for (let row = from; row < from + count; row++)
    for (let i = 0; i < size; i++) sum[i] = (sum[i] as number) + (states[row * size + i] as number)
  return unit(sum)
}

interface Rows {
  spans: readonly Span[]
  rows: number
}

/** One layer: every piece looks at the others of its text, then at itself. */
function pass(bert: Bert, desk: Desk, layer: Layer, { spans, rows }: Rows): void {
  const { size, memory } = bert
  const floats = new Float32Array(memory.buffer)
  const apply = (dense: Dense, from: number, to: number) =>
    bert.multiply(
      { at: from, stride: 4 * dense.inputs, tiles: Math.ceil(rows / ROW_TILE), inner: dense.inputs },
      { at: dense.weights, panels: dense.outputs / COLUMNS, bias: dense.bias },
      { at: to, stride: 4 * dense.outputs },
    )
  const addTo = (norm: Layer['norm']) => {
    for (let row = 0; row < rows; row++) {
      const [to, from] = [desk.states / 4 + row * size, desk.added / 4 + row * size]
      for (let i = 0; i < size; i++)
        floats[to + i] = (floats[to + i] as number) + (floats[from + i] as number)
      normalise(floats, to, norm)
    }
  }
  apply(layer.attention, desk.states, desk.looks)
  for (const span of spans) for (let head = 0; head < bert.heads; head++) attend(bert, desk, span, head)
  apply(layer.attentionOut, desk.found, desk.added)
  addTo(layer.attentionNorm)
  apply(layer.wide, desk.states, desk.wide)
  gelu(floats, desk.wide / 4, desk.wide / 4 + rows * layer.wide.outputs)
  apply(layer.narrow, desk.wide, desk.added)
  addTo(layer.norm)
}

/** One head of attention within one text (Vaswani et al. 2017). Rows beyond the text are written over by the next text. */
function attend({ size, heads, multiply, memory }: Bert, desk: Desk, span: Span, head: number): void {
  const { from, count } = span
  const part = size / heads
  const width = Math.ceil(count / COLUMNS) * COLUMNS
  const tiles = Math.ceil(count / ROW_TILE)
  const floats = new Float32Array(memory.buffer)
  const stride = 3 * size
  const queries = desk.looks + 4 * (from * stride + head * part)
  const keys = queries / 4 + size
  const values = keys + size
  floats.fill(0, desk.keys / 4, desk.keys / 4 + width * part)
  floats.fill(0, desk.values / 4, desk.values / 4 + width * part)
  for (let row = 0; row < count; row++)
    for (let i = 0; i < part; i++) {
      const key = (row - (row % COLUMNS)) * part + i * COLUMNS + (row % COLUMNS)
      floats[desk.keys / 4 + key] = floats[keys + row * stride + i] as number
      const value = (i - (i % COLUMNS)) * width + row * COLUMNS + (i % COLUMNS)
      floats[desk.values / 4 + value] = floats[values + row * stride + i] as number
    }
  multiply(
    { at: queries, stride: 4 * stride, tiles, inner: part },
    { at: desk.keys, panels: width / COLUMNS, bias: desk.none },
    { at: desk.scores, stride: 4 * width },
  )
  for (let row = 0; row < count; row++)
    shares(floats, desk.scores / 4 + row * width, { count, width, scale: 1 / Math.sqrt(part) })
  multiply(
    { at: desk.scores, stride: 4 * width, tiles, inner: width },
    { at: desk.values, panels: part / COLUMNS, bias: desk.none },
    { at: desk.found + 4 * (from * size + head * part), stride: 4 * size },
  )
}
