import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fold, searchWords } from './fold.ts'

test('a name is found without its marks and special letters', () => {
  const cases = {
    'Søren Łukasz': 'soren lukasz',
    'Zoë  Müller': 'zoe muller',
    Straße: 'strasse',
    'Þórunn Ægisdóttir': 'thorunn aegisdottir',
    'O’Neill–Đurić': "o'neill-duric",
    ISTANBUL: 'istanbul',
    İlkay: 'ilkay',
    ﬁona: 'fiona',
    山田太郎: '山田太郎',
  }
  for (const [name, folded] of Object.entries(cases)) assert.equal(fold(name), folded)
})

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => fold(fold(text)) === fold(text)),
  )
})

test('at most eight words are looked for', () => {
  assert.deepEqual(searchWords('  Ada   BYRNE '), ['ada', 'byrne'])
  assert.equal(searchWords('a '.repeat(50)).length, 8)
  assert.deepEqual(searchWords('   '), [])
})
