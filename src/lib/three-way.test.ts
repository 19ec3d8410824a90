import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mergeTexts } from './three-way.ts'

const PROSE = new Set(['notes'])

test('what only one side changed holds, and of two choices the one that stands there stays and is named', () => {
  const base = { notes: 'Calm.', rating: '', level: '2' }
  const mine = { notes: 'Calm.', rating: '3', level: '3' }
  const theirs = { notes: 'Calm. Asked first.', rating: '5', level: '2' }
  assert.deepEqual(mergeTexts({ base, mine, theirs }, PROSE), {
    texts: { notes: 'Calm. Asked first.', rating: '5', level: '3' },
    clashes: ['rating'],
  })
})

test('every line that was typed on either side is there afterwards', () => {
  const text = fc.string().map((line) => line.replaceAll('\r', ''))
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const changed = mine !== base && theirs !== base
      const { texts } = mergeTexts(
        { base: { notes: base }, mine: { notes: mine }, theirs: { notes: theirs } },
        PROSE,
      )
      const lines = (texts.notes ?? '').split('\n')
      const has = (line: string) => lines.some((one) => one.startsWith(line))
      if (changed) for (const line of [...mine.split('\n'), ...theirs.split('\n')]) assert.ok(has(line), line)
      else assert.equal(texts.notes, mine === base ? theirs : mine)
    }),
  )
})

test('bringing the same two together again changes nothing', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (base, mine, theirs) => {
      const once = mergeTexts(
        { base: { notes: base }, mine: { notes: mine }, theirs: { notes: theirs } },
        PROSE,
      )
      const again = mergeTexts(
        { base: { notes: theirs }, mine: once.texts, theirs: { notes: theirs } },
        PROSE,
      )
      assert.deepEqual(again.texts, once.texts)
    }),
  )
})
