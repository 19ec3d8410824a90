import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { englishDictionary } from './backends/dictionary.ts'
import { evenHanded } from './even-handed.ts'
import { noticesAbout } from './notice.ts'
import { plainText, prepare, scoredText } from './prepare.ts'
import type { Dictionary } from './spelling.ts'
import { activitiesIn } from './split.ts'

const COUNTS = new Map([
  ['customers', 40],
  ['their', 60],
  ['receives', 2],
])
let dictionary: Dictionary
before(async () => {
  dictionary = await englishDictionary()
})

const read = (text: string) => prepare(text, { dictionary, counts: COUNTS })

test('HTML, entities, emoji and odd signs go, the words stay', () => {
  const html =
    '<p>Calms <b>upset</b> customers &amp; staff 😀👩🏽‍⚕️</p><script>alert("x")</script><!-- no -->\u0007'
  assert.equal(plainText(html), 'Calms upset customers & staff')
  assert.equal(plainText('one<br>two'), 'one\ntwo')
  assert.equal(plainText('a < b and b > c'), 'a < b and b > c')
})

test('slips of the pen are put right and shown, in the case they had', () => {
  const { corrected, corrections } = read('Calms custmers befroe thier appointment')
  assert.equal(corrected, 'Calms customers before their appointment')
  assert.deepEqual(
    corrections.map(({ wrote }) => wrote),
    ['custmers', 'befroe', 'thier'],
  )
})

test('British spelling, names, codes and words of other languages are left alone', () => {
  const fine =
    'Organises colourful programmes with Imran, Beata and the SENCO at www.example.org for whānau (ref 12b)'
  assert.deepEqual(read(fine).corrections, [])
  for (const word of ['apologised', 'favourite', 'travelling', 'paediatric', 'rota', 'learnt', 'handover'])
    assert.deepEqual(read(`He ${word} it`).corrections, [], word)
})

test('another language is left as it is, and so are words of it that English has taken in', () => {
  assert.deepEqual(read('Je calme les clients qui sont inquiets et je leur explique').corrections, [])
  assert.deepEqual(read('Says kia ora to the iwi before the hui').corrections, [])
})

test('what is scored knows nobody’s name or gender', () => {
  const one = 'Mrs Patel told him that Sarah had hurt herself, so he rang her mother.'
  const other = 'Mr Patel told her that John had hurt himself, so she rang his mother.'
  assert.equal(evenHanded(one), evenHanded(other))
  assert.equal(evenHanded('He’s the one she’d ask'), evenHanded('She’s the one he’d ask'))
  assert.equal(evenHanded('Will it help? Mark the page.'), 'Will it help? Mark the page.')
})

test('openings that say nothing are not scored', () => {
  const bare = scoredText('calms upset customers')
  assert.equal(scoredText('In my job, I am able to calms upset customers').endsWith(bare), true)
  assert.equal(scoredText('• calms upset customers'), bare)
})

test('no text holds the preparation up, however odd it is', () => {
  const odd = [
    'a'.repeat(60_000),
    `${'ab'.repeat(30_000)}ing`,
    `the ${'x'.repeat(59_000)}s`,
    'I never '.repeat(7000),
    '- '.repeat(30_000),
    '<'.repeat(60_000),
    `${'word, '.repeat(10_000)}and`,
    "don't ".repeat(10_000),
    '1'.repeat(60_000),
    'Skills: '.repeat(7000),
  ]
  for (const text of odd) {
    const from = process.cpuUsage()
    const { plain } = read(text)
    activitiesIn(plain)
    const { user } = process.cpuUsage(from)
    assert.ok(user < 2e6, `${text.slice(0, 20)}: ${user / 1000} ms`)
  }
})

test('people are told what stands in the way of a good answer', () => {
  const about = (text: string) => noticesAbout(read(text)).join(' ')
  assert.match(about(''), /nothing to translate/)
  assert.match(about('😀'), /no words here/)
  assert.match(about('planning'), /One word says little/)
  assert.match(
    about('Ich beruhige die Kunden und erkläre ihnen, wie es weitergeht'),
    /not English: it looks like German/,
  )
  assert.match(about('calm '.repeat(300)), /first 180 words/)
  assert.equal(about('Calms upset customers before they leave'), '')
})
