import type { Norm } from './bert-weights.ts'

/** The steps of BERT (Devlin et al. 2019) between its products of matrices, on rows of 32-bit floats. */

/** Layer normalisation (Ba et al. 2016) of a row in place; `row` begins at `from` and is as long as the gain. */
export function normalise(values: Float32Array, from: number, { gain, shift }: Norm): void {
  const size = gain.length
  let sum = 0
  for (let i = 0; i < size; i++) sum += values[from + i] as number
  const mean = sum / size
  let square = 0
  for (let i = 0; i < size; i++) square += ((values[from + i] as number) - mean) ** 2
  const scale = 1 / Math.sqrt(square / size + 1e-12)
  for (let i = 0; i < size; i++)
    values[from + i] =
      ((values[from + i] as number) - mean) * scale * (gain[i] as number) + (shift[i] as number)
}

/** Shares by exp(score × scale), in place: `count` numbers, then noughts up to `width`. */
export function shares(
  values: Float32Array,
  from: number,
  { count, width, scale }: { count: number; width: number; scale: number },
): void {
  let top = Number.NEGATIVE_INFINITY
  for (let i = 0; i < count; i++) top = Math.max(top, values[from + i] as number)
  let sum = 0
  for (let i = 0; i < count; i++) {
    const share = Math.exp(((values[from + i] as number) - top) * scale)
    values[from + i] = share
    sum += share
  }
  for (let i = 0; i < count; i++) values[from + i] = (values[from + i] as number) / sum
  values.fill(0, from + count, from + width)
}

const STEPS_PER_UNIT = 1024
const REACH = 6
const SIZE = 2 * REACH * STEPS_PER_UNIT

/** x Φ(x) at every 1024th from -6 to 6, Φ by Simpson's rule. */
const GELU = (() => {
  const table = new Float64Array(SIZE + 2)
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  const h = 1 / STEPS_PER_UNIT
  let below = 9.865876450377018e-10
  for (let i = 0; i < table.length; i++) {
    const x = i * h - REACH
    table[i] = x * below
    below += (h / 6) * (density(x) + 4 * density(x + h / 2) + density(x + h))
  }
  return table
})()

/** The Gaussian error linear unit (Hendrycks & Gimpel 2016) in place, read off a table to within 1e-7. */
export function gelu(values: Float32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const x = values[i] as number
    if (x >= REACH) continue
    const place = (x + REACH) * STEPS_PER_UNIT
    const left = Math.floor(place)
    const low = GELU[left] as number
    values[i] = x <= -REACH ? 0 : low + (place - left) * ((GELU[left + 1] as number) - low)
  }
}
