import assert from 'node:assert/strict'
import { test } from 'node:test'
import english from 'dictionary-en'
import nspell from 'nspell'
import { formsFrom } from './hunspell.ts'

const AFFIXES = `ONLYINCOMPOUND c
NOSUGGEST !
PFX U Y 1
PFX U   0     un         .
SFX D Y 2
SFX D   y     ied        [^aeiou]y
SFX D   0     ed         [^ey]
SFX M Y 1
SFX M   0     's         .`

const formsIn = (stems: string) => [...formsFrom(AFFIXES, `1\n${stems}`)].flatMap(({ words }) => words)

test('a stem has its endings, its beginnings, and both together', () => {
  assert.deepEqual(formsIn('tidy/UD'), ['tidy', 'tidied', 'untidy', 'untidied'])
  assert.deepEqual(formsIn('play'), ['play'])
  assert.deepEqual(formsIn('owner/M'), ['owner'])
  assert.deepEqual(formsIn('1th/c'), [])
})

test('what nobody wants to have offered is known for it', () => {
  assert.deepEqual(
    [...formsFrom(AFFIXES, '2\ndamn/D!\ncalm/D')].map(({ isRude }) => isRude),
    [true, false],
  )
})

test('another reader of the same dictionary knows every form too', () => {
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
  const forms = [...formsFrom(text(english.aff), text(english.dic))].flatMap(({ words }) => words)
  const reference = nspell(english)
  assert.ok(forms.length > 80_000)
  assert.deepEqual(
    forms.filter((form) => !reference.correct(form)),
    [],
  )
})
