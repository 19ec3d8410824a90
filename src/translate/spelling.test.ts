import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { trainingEntries } from '../../bench/translate-corpus.ts'
import { withTypos } from '../../bench/typos.ts'
import { englishDictionary } from './backends/dictionary.ts'
import { shippedTranslator } from './backends/shipped-file.ts'
import { slipCost } from './slip.ts'
import { correctSpelling, type Lexicon } from './spelling.ts'

let lexicon: Lexicon
before(async () => {
  const shipped = await shippedTranslator()
  lexicon = { dictionary: await englishDictionary(), counts: shipped?.counts ?? new Map() }
})

const fixed = (text: string) => correctSpelling(text, lexicon).text

test('slips become the word that keyboards and use favour', () => {
  const slips: [string, string][] = [
    ['angy', 'angry'],
    ['custmers', 'customers'],
    ['befroe', 'before'],
    ['hapy', 'happy'],
    ['thoought', 'thought'],
    ['undeer', 'under'],
    ['calmm', 'calm'],
    ['anxius', 'anxious'],
    ['acomodate', 'accommodate'],
    ['appologise', 'apologise'],
    ['lisening', 'listening'],
    ['peple', 'people'],
    ['brocken', 'broken'],
    ['fone', 'phone'],
    ['seperate', 'separate'],
    ['becuase', 'because'],
    ['resurance', 'reassurance'],
    ['arguement', 'argument'],
    ['beleive', 'believe'],
    ['complaned', 'complained'],
    ['upseet', 'upset'],
    ['wating', 'waiting'],
  ]
  assert.deepEqual(
    slips.filter(([wrote, meant]) => fixed(wrote) !== meant).map(([wrote]) => [wrote, fixed(wrote)]),
    [],
  )
})

test('what is typed right is left as it is: British words, trades, names, codes, abbreviations', () => {
  const right =
    'The councillor practised his draughty programme. Imran and Beata upskilled the onboarding crew, wrote runbooks, ' +
    'rota’d the barista, ran kubectl and nginx, filed CVE-2024-1 and ref a4b, asked DBS, CQC and iOS folk, prebooked ' +
    'the stairlift, and there’d be no fuss about paediatric phlebotomy at St Thomas’s.'
  assert.deepEqual(correctSpelling(right, lexicon).corrections, [])
})

test('no slip is taken for a rude word', () => {
  for (const slip of ['shiit', 'fucj', 'piss3d', 'cuntt', 'shitt', 'wanking']) {
    const { corrections } = correctSpelling(slip, lexicon)
    assert.ok(
      corrections.every(({ meant }) => lexicon.dictionary.offers(meant)),
      slip,
    )
  }
  assert.equal(lexicon.dictionary.knows('shit'), true)
  assert.equal(lexicon.dictionary.offers('shit'), false)
})

test('hardly a word of careful people is changed', () => {
  const careful = trainingEntries().filter(({ voice }, i) => voice !== 'typo' && i % 3 === 0)
  const changed = careful.flatMap(({ text }) => correctSpelling(text, lexicon).corrections)
  assert.ok(changed.length <= careful.length / 200, JSON.stringify(changed))
})

test('four of five random slips come back as they were', () => {
  const texts = trainingEntries()
    .filter(({ voice }, i) => voice !== 'typo' && i % 20 === 0)
    .map(({ text }) => text)
  const pairs = texts.flatMap((text, i) => {
    const [meant, typed] = [text.split(/\s+/), withTypos(text, 2, i).split(/\s+/)]
    return meant.length === typed.length ? meant.map((word, k) => [word, typed[k] ?? ''] as const) : []
  })
  const slips = pairs.filter(([meant, typed]) => meant !== typed)
  const restored = slips.filter(([meant, typed]) => fixed(typed) === meant)
  assert.ok(slips.length > 150)
  assert.ok(restored.length >= 0.75 * slips.length, `${restored.length} of ${slips.length}`)
})

test('letters left out or swapped are likelier than strange ones put in', () => {
  assert.ok(slipCost('angy', 'angry') < slipCost('angy', 'any'))
  assert.ok(slipCost('befroe', 'before') < slipCost('befqore', 'before'))
  assert.equal(slipCost('calm', 'calm'), 0)
})
