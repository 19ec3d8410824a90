/**
 * Products of matrices in WebAssembly, four numbers at a time: the one calculation of the sentence model that is too slow in
 * JavaScript. The module is put together here, instruction by instruction, so that what runs can be read.
 */

/** Rows and columns of the result that stay in registers: 8 sums, 2 columns of the right side, 1 number of the left. */
const ROWS = 4
export const COLUMNS = 8
/** Steps of the inner loop that are written out. */
const STEPS = 4

/** Rows of a left side and of a result must come in whole tiles; what the spare rows hold does not matter. */
export const ROW_TILE = ROWS

/** Rows of 32-bit floats: the byte address of the first, and how many bytes each is from the one before. */
export interface Rows {
  at: number
  stride: number
}

/** Rows in whole tiles of `ROW_TILE`, of which `inner` numbers are used, a multiple of four. */
export interface Left extends Rows {
  tiles: number
  inner: number
}

/** Packed: for each panel of eight columns its rows one after another; and eight numbers a panel to begin with. */
export interface Right {
  at: number
  panels: number
  bias: number
}

/**
 * result = bias + left × right. Each sum runs in the order of the inner index, so a row comes out the same whatever stands
 * beside it.
 */
export type Multiply = (left: Left, right: Right, result: Rows) => void

type Code = readonly number[]

const I32 = 0x7f
const V128 = 0x7b
const NOTHING = 0x40

function unsigned(value: number): Code {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)]
}

/** Small numbers only, above nought. */
const number = (value: number): Code => [0x41, ...(value < 64 ? [value] : [(value & 127) | 128, value >> 7])]
const get = (local: number): Code => [0x20, local]
const set = (local: number): Code => [0x21, local]
const ADD: Code = [0x6a]
const MULTIPLY: Code = [0x6c]
const LESS: Code = [0x49]
const again = (...body: Code[]): Code => [0x03, NOTHING, ...body.flat(), 0x0d, 0, 0x0b]
const load = (offset: number): Code => [0xfd, 0, 0, ...unsigned(offset)]
/** One number into all four places. */
const spread = (offset: number): Code => [0xfd, 9, 0, ...unsigned(offset)]
const store = (offset: number): Code => [0xfd, 11, 0, ...unsigned(offset)]
const ADD_FOUR: Code = [0xfd, ...unsigned(0xe4)]
const MULTIPLY_FOUR: Code = [0xfd, ...unsigned(0xe6)]
const raise = (local: number, ...by: Code[]): Code => [get(local), ...by, ADD, set(local)].flat()

/** The parameters, then what the loops count with, then the registers. */
const [LEFT, LEFT_STRIDE, TILES, INNER, RIGHT, PANELS, BIAS, RESULT, RESULT_STRIDE] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8,
] as const
const [PANEL_END, TILE, TILE_LEFT, TILE_RESULT, PLACE] = [9, 10, 11, 12, 13] as const
const ROW = (r: number) => 14 + r
const SUM = (r: number, c: number) => 14 + ROWS + 2 * r + c
const COLUMN = (c: number) => 14 + 3 * ROWS + c
const LOCALS = [
  [14 + ROWS - 9, I32],
  [2 * ROWS + 2, V128],
] as const

const rows = Array.from({ length: ROWS }, (_, r) => r)
const halves = [0, 1]

/** One step along the inner index for a whole tile. */
function step(s: number): Code {
  const columns = halves.flatMap((c) => [get(PLACE), load(32 * s + 16 * c), set(COLUMN(c))])
  const sums = rows.flatMap((r) =>
    halves.flatMap((c) => [
      get(SUM(r, c)),
      ...[get(ROW(r)), spread(4 * s), get(COLUMN(c)), MULTIPLY_FOUR],
      ...[ADD_FOUR, set(SUM(r, c))],
    ]),
  )
  return [...columns, ...sums].flat()
}

/** Eight columns of four rows, from the bias to the finished sums. */
function tile(): Code {
  const starts = rows.flatMap((r) => [
    ...[get(TILE_LEFT), get(LEFT_STRIDE), number(r), MULTIPLY, ADD, set(ROW(r))],
    ...halves.flatMap((c) => [get(BIAS), load(16 * c), set(SUM(r, c))]),
  ])
  const steps = Array.from({ length: STEPS }, (_, s) => step(s))
  const inner = again(
    ...steps,
    ...rows.map((r) => raise(ROW(r), number(4 * STEPS))),
    raise(PLACE, number(32 * STEPS)),
    ...[get(PLACE), get(PANEL_END), LESS],
  )
  const ends = rows.flatMap((r) => [
    ...halves.flatMap((c) => [get(TILE_RESULT), get(SUM(r, c)), store(16 * c)]),
    raise(TILE_RESULT, get(RESULT_STRIDE)),
  ])
  return [starts.flat(), get(RIGHT), set(PLACE), inner, ends.flat()].flat()
}

/** Panel by panel, so that a panel is read from the nearest cache for all the rows. */
function body(): Code {
  const tiles = again(
    tile(),
    raise(TILE_LEFT, get(LEFT_STRIDE), number(ROWS), MULTIPLY),
    raise(TILE, number(1)),
    ...[get(TILE), get(TILES), LESS],
  )
  const panels = again(
    ...[get(RIGHT), get(INNER), number(32), MULTIPLY, ADD, set(PANEL_END)],
    ...[number(0), set(TILE), get(LEFT), set(TILE_LEFT), get(RESULT), set(TILE_RESULT)],
    tiles,
    ...[get(PANEL_END), set(RIGHT), raise(BIAS, number(32)), raise(RESULT, number(32))],
    // The number of panels counts down to nought.
    ...[raise(PANELS, [0x41, 0x7f]), number(0), get(PANELS), LESS],
  )
  return [...panels, 0x0b]
}

function section(id: number, content: Code): Code {
  return [id, ...unsigned(content.length), ...content]
}

const name = (text: string): Code => [text.length, ...new TextEncoder().encode(text)]

function module(): Uint8Array<ArrayBuffer> {
  const parameters = Array.from({ length: 9 }, () => I32)
  const locals = [LOCALS.length, ...LOCALS.flat()]
  const code = [...locals, ...body()]
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, parameters.length, ...parameters, 0]),
    ...section(2, [1, ...name('a'), ...name('memory'), 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name('multiply'), 0, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ])
}

/** The product for matrices that lie in this memory. */
export function multiplyIn(memory: WebAssembly.Memory): Multiply {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module()), { a: { memory } })
  const multiply = exports.multiply as (...numbers: number[]) => void
  return (left, right, result) =>
    multiply(
      ...[left.at, left.stride, left.tiles, left.inner],
      ...[right.at, right.panels, right.bias, result.at, result.stride],
    )
}
