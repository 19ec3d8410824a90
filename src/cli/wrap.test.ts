import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { COLOURED } from './screen.ts'
import { pad, widthOf, wrap } from './wrap.ts'

test('lines break between words, and later lines hang below the first', () => {
  assert.deepEqual(wrap('one two three four', 11, '  • '), ['  • one two', '    three', '    four'])
})

test('later lines can have an opening of their own', () => {
  assert.deepEqual(wrap('one two three', 12, 'Why it is: ', '  '), ['Why it is: one', '  two three'])
})

test('a word that is longer than the line stands alone', () => {
  assert.deepEqual(wrap('a unbreakable b', 5), ['a', 'unbreakable', 'b'])
})

test('a no-break space holds its words together', () => {
  assert.deepEqual(wrap('see (also\u00a0A3)', 10), ['see', '(also\u00a0A3)'])
})

test('colours take no room, wide letters take two columns, marks none', () => {
  assert.equal(widthOf(COLOURED.strong('abc')), 3)
  assert.equal(widthOf('日本'), 4)
  assert.equal(widthOf('e\u0301'), 1)
  assert.equal(pad('日', 4), '日  ')
})

test('no word is lost, and no line is too long unless a single word is', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 40 }), fc.integer({ min: 5, max: 60 }), (text, width) => {
      const lines = wrap(text, width)
      assert.equal(lines.join(' '), text)
      assert.ok(lines.every((line) => line.length <= width || !line.includes(' ')))
    }),
  )
})
