import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { trainingEntries } from '../../bench/translate-corpus.ts'
import { englishDictionary } from './backends/dictionary.ts'
import { shippedTranslator } from './backends/shipped-file.ts'
import { foreignIn } from './language.ts'
import { prepare } from './prepare.ts'
import { isEnglish, type Lexicon } from './spelling.ts'
import { ENGLISH, FOREIGN } from './testing/sentences.ts'

let lexicon: Lexicon
before(async () => {
  const shipped = await shippedTranslator()
  lexicon = { dictionary: await englishDictionary(), counts: shipped?.counts ?? new Map() }
})

const foreign = (text: string) => foreignIn(text, (word) => isEnglish(word, lexicon))
const nameOf = (text: string) => {
  const found = foreign(text)
  return found?.kind === 'language' ? found.name : (found?.kind ?? 'English')
}

test('sentences of other languages are not taken for English, with and without the marks on their letters', () => {
  assert.ok(FOREIGN.length >= 60)
  assert.deepEqual(
    FOREIGN.filter(([, text]) => foreign(text) === null).map(([, text]) => text),
    [],
  )
})

test('a language is called by its name, or by none, hardly ever by another’s', () => {
  const wrong = FOREIGN.filter(([language, text]) => ![language, 'unknown'].includes(nameOf(text)))
  assert.ok(
    wrong.length <= 2,
    JSON.stringify(wrong.map(([language, text]) => [language, nameOf(text), text])),
  )
  const named = FOREIGN.filter(([language, text]) => nameOf(text) === language)
  assert.ok(named.length >= 0.8 * FOREIGN.length, String(named.length))
})

test('English is English, with names, jargon, foreign words and bad spelling in it', () => {
  assert.ok(ENGLISH.length >= 60)
  assert.deepEqual(
    ENGLISH.filter((text) => foreign(text) !== null).map((text) => [text, nameOf(text)]),
    [],
  )
})

test('nothing in the corpus is taken for another language', () => {
  const wrong = trainingEntries().filter(({ text }) => foreign(text) !== null)
  assert.deepEqual(
    wrong.map(({ text }) => [text, nameOf(text)]),
    [],
  )
})

test('other scripts and strings of letters are none of English, and pictures are nothing', () => {
  assert.equal(nameOf('Я успокаиваю расстроенных клиентов'), 'script')
  assert.equal(nameOf('我安抚焦急的顾客'), 'script')
  assert.equal(nameOf('asdf qwer'), 'unknown')
  assert.equal(nameOf(''), 'English')
  assert.equal(nameOf('🙂🙂'), 'English')
})

test('no word of another language is corrected into an English one', () => {
  const changed = FOREIGN.filter(([, text]) => prepare(text, lexicon).corrections.length > 0)
  assert.deepEqual(changed, [])
})
