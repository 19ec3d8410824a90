/** The translator that ships, as people meet it. With the sentence model where it is installed. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { accuracyOf, type Judged } from '../../bench/accuracy.ts'
import { libraryFrameworks, spotlight, trainingEntries } from '../../bench/translate-corpus.ts'
import { withTypos } from '../../bench/typos.ts'
import { type Engine, openEngine } from './backends/engine.ts'
import { readStatements, wordsThatMatter } from './backends/reading.ts'
import { sentenceModelInstalled } from './backends/sentence-model.ts'
import { likeliest, type Reading } from './model.ts'
import type { Translator } from './translator.ts'

const SEEDS = new URL('../../../shared/fixtures/seeds/000.expected.json', import.meta.url)
const withModel = { skip: sentenceModelInstalled() ? false : 'the sentence model is not installed' }
const SPOTLIGHT = spotlight()
const LIBRARY = libraryFrameworks()

/** Written for this test: none of them stands in the library or in the corpus. */
const PLAIN: [text: string, competency: string, level: string][] = [
  ['I go quiet and let him shout until he is done, then I tell him what I can do', 'a2', '3'],
  ['New here, so I watch how Sue does it and ask her afterwards', '', '1'],
  ['I knew before the alarm went that the pump was going to fail', 'a1', '2'],
  ['Shared a trick for keeping three orders going at once with the other cooks', 'c1', '4'],
  ['Wrote the plan that every depot follows when the computers go down', 'c3', '5'],
  ['I say no to extra shifts nicely and point them to the agency', 'b1', '2'],
  ['Checks with the elders before the visit so that nobody is offended', 'b3', ''],
  ['Explains the bill again in other words until it is understood', 'b2', ''],
  ['Hands over to the night team with a note of what is still open', 'c2', '2'],
]

let engine: Engine
let lexical: Engine
let translator: Translator
before(async () => {
  lexical = await openEngine('lexical')
  engine = sentenceModelInstalled() ? await openEngine() : lexical
  translator = await engine.translator(SPOTLIGHT)
})
after(async () => {
  await engine.close()
  await lexical.close()
})

async function readAll(texts: readonly string[], by = translator, on = engine): Promise<Reading[]> {
  const read = await readStatements(on, by, texts.map(on.prepare), LIBRARY)
  return read.map(({ reading }) => reading)
}

const level = (reading: Reading | undefined) => likeliest(reading?.levels ?? [])?.key

test(
  'plain statements find their competency among the first three, and most of them their level',
  withModel,
  async () => {
    const readings = await readAll(PLAIN.map(([text]) => text))
    const missed = PLAIN.filter(([, competency], i) => {
      const three = readings[i]?.competencies.slice(0, 3).map(({ key }) => key) ?? []
      return competency !== '' && !three.includes(competency)
    })
    assert.deepEqual(missed, [])
    const steps = PLAIN.flatMap(([, , at], i) =>
      at === '' ? [] : [Math.abs(Number(level(readings[i])) - Number(at))],
    )
    assert.ok(steps.filter((away) => away <= 1).length >= steps.length - 2, String(steps))
  },
)

test('the same text gives the same answer, alone and among others', withModel, async () => {
  const texts = PLAIN.map(([text]) => text)
  const together = await readAll(texts)
  const [alone] = await readAll(texts.slice(4, 5))
  assert.deepEqual(alone, together[4])
  assert.deepEqual(await readAll(texts), together)
})

test('probabilities are of all competencies and levels, and add up to one', async () => {
  for (const [by, on] of [
    [translator, engine],
    [await lexical.translator(SPOTLIGHT), lexical],
  ] as const) {
    const [reading] = await readAll(['Calms people who are upset'], by, on)
    assert.ok(reading)
    assert.deepEqual([reading.competencies.length, reading.levels.length], [9, 5])
    for (const some of [reading.competencies, reading.levels]) {
      const sum = some.reduce((all, { probability }) => all + probability, 0)
      assert.ok(Math.abs(sum - 1) < 1e-6)
    }
    const order = reading.competencies.map(({ probability }) => probability)
    assert.deepEqual(
      order,
      order.toSorted((a, b) => b - a),
    )
  }
})

test(
  'the words that are said to matter do matter: without them the answer is less sure',
  withModel,
  async () => {
    const prepared = engine.prepare('I always calm frightened patients down before the needle')
    const [one] = await readStatements(engine, translator, [prepared], LIBRARY)
    assert.ok(one)
    const words = await wordsThatMatter(engine, translator, prepared, one.reading)
    assert.ok(words.length > 0)
    const [first] = words
    assert.ok(first)
    const [without] = await readAll([prepared.scored.replace(first.word, '')])
    const key = one.reading.competencies[0]?.key
    const left = without?.competencies.find((other) => other.key === key)?.probability ?? 0
    const change = (one.reading.competencies[0]?.probability ?? 0) - left
    assert.ok(
      Math.abs(change - first.competency) < 0.02,
      `${first.word}: said ${first.competency}, is ${change}`,
    )
    assert.ok(Math.max(first.competency, first.level) >= 0.05)
  },
)

test(
  'pronouns and names change the level of no more than one statement in a hundred',
  withModel,
  async () => {
    const told = trainingEntries()
      .map(({ text }) => text)
      .filter((text) => /\b(?:he|she|his|him|her)\b/i.test(text))
    const texts = told.slice(0, 100)
    assert.equal(texts.length, 100)
    const swapped = texts.map(otherPerson)
    assert.ok(swapped.every((text, i) => text !== texts[i]))
    const [before, after] = [await readAll(texts), await readAll(swapped)]
    const changed = texts.filter((_, i) => level(before[i]) !== level(after[i]))
    assert.ok(changed.length <= 1, changed.join('\n'))
  },
)

const OTHER: Record<string, string> = {
  he: 'she',
  she: 'he',
  him: 'her',
  his: 'her',
  her: 'his',
  himself: 'herself',
  herself: 'himself',
}
const NAMES: Record<string, string> = {
  Imran: 'Emily',
  Grace: 'Mohammed',
  Denise: 'Kofi',
  Maureen: 'Tomasz',
  Sue: 'Raj',
  Yusuf: 'Claire',
}

function otherPerson(text: string): string {
  return text
    .replace(/\b(?:he|she|him|his|her|himself|herself)\b/gi, (word) => {
      const other = OTHER[word.toLowerCase()] ?? word
      return /^[A-Z]/.test(word) ? other[0]?.toUpperCase() + other.slice(1) : other
    })
    .replace(/\b(?:Imran|Grace|Denise|Maureen|Sue|Yusuf)\b/g, (name) => NAMES[name] ?? name)
}

test('two typos cost at most five points', withModel, async () => {
  const entries = trainingEntries().filter((_, i) => i % 50 === 0)
  const typed = entries.map(({ text }, i) => withTypos(text, 2, i))
  const share = (readings: Reading[]) => accuracyOf(judgedBy(readings, entries), LEVELS)
  const [clean, slips] = [share(await readAll(entries.map(({ text }) => text))), share(await readAll(typed))]
  assert.ok(clean.first - slips.first <= 0.05 && clean.exact - slips.exact <= 0.05)
})

const LEVELS = SPOTLIGHT.scale.levels.map(({ key }) => key)

function judgedBy(
  readings: readonly Reading[],
  entries: readonly { labels: readonly { competency: string; level: number }[] }[],
): Judged[] {
  return entries.flatMap(({ labels }, i) => {
    const reading = readings[i]
    const [competencies, levels] = [
      labels.map((l) => l.competency.toLowerCase()),
      labels.map((l) => String(l.level)),
    ]
    return reading ? [{ reading, competencies, levels }] : []
  })
}

test('the published statements are read far better with the model than by their words alone', async (t) => {
  if (!existsSync(SEEDS))
    return t.skip('../shared/fixtures is not here, so the published statements are not read')
  if (!sentenceModelInstalled()) return t.skip('the sentence model is not installed')
  const seeds = publishedStatements()
  const readings = await readAll(seeds.map(({ text }) => text))
  const { first, three, exact } = accuracyOf(judgedBy(readings, seeds), LEVELS)
  assert.ok(first >= 0.75 && three >= 0.9 && exact >= 0.7, JSON.stringify({ first, three, exact }))
})

function publishedStatements() {
  const { competencies } = JSON.parse(readFileSync(SEEDS, 'utf8')) as {
    competencies: {
      notes: { items: { text: string }[] }
      levels: { number: number; items: { text: string }[] }[]
    }[]
  }
  return competencies.flatMap(({ notes, levels }) =>
    levels.flatMap(({ number, items }) =>
      items.map(({ text }) => ({
        text,
        labels: notes.items.map((note) => ({ competency: note.text.slice(0, 2), level: number })),
      })),
    ),
  )
}

test('nonsense, what is not done and other things get no firm level', withModel, async () => {
  const unsure = [
    'asdf qwer',
    'I do not deal with customers',
    'never have to calm anybody',
    'Paris is the capital of France',
    'Ich beruhige aufgebrachte Kunden am Telefon',
    'empathy',
  ]
  const readings = await readAll(unsure)
  const firm = unsure.filter((_, i) => readings[i]?.levelBand !== 'unsure' || readings[i]?.band !== 'unsure')
  assert.deepEqual(firm, [])
  const plain = await readAll(PLAIN.map(([text]) => text))
  assert.ok(plain.filter(({ levelBand }) => levelBand !== 'unsure').length > PLAIN.length / 2)
})

test('a level is called likely when it is right far more often than when it is not', withModel, async () => {
  const seen = trainingEntries().filter((_, i) => i % 40 === 0)
  const readings = await readAll(seen.map(({ text }) => text))
  const right = (band: string) => {
    const some = readings.flatMap((reading, i) => (reading.levelBand === band ? [{ reading, i }] : []))
    const hits = some.filter(({ reading, i }) =>
      seen[i]?.labels.some((label) => String(label.level) === level(reading)),
    )
    return { of: some.length, share: hits.length / Math.max(1, some.length) }
  }
  assert.ok(right('likely').of > seen.length / 2)
  assert.ok(right('likely').share > 0.85)
})

test('the words that an answer rests on are never small ones', withModel, async () => {
  const texts = [
    'I just talk to the people in the queue now',
    'We really do it by the book, and then some of it',
  ]
  for (const text of texts) {
    const prepared = engine.prepare(text)
    const [one] = await readStatements(engine, translator, [prepared], LIBRARY)
    assert.ok(one)
    const words = await wordsThatMatter(engine, translator, prepared, one.reading)
    const small = words.filter(({ word }) =>
      /^(?:the|by|now|just|i|we|to|in|and|it|of|really|do|then|some)$/i.test(word),
    )
    assert.deepEqual(small, [])
  }
})

test('a correction teaches: the same thing said again is read as it was corrected', withModel, async () => {
  const text = 'Waters the plants in the waiting room'
  const scored = engine.prepare(text).scored
  const taught = await engine.translator(SPOTLIGHT, {
    examples: [{ text, scored, competencies: ['b2'], level: '4' }],
  })
  const [before] = await readAll([text])
  const [after] = await readAll([text], taught)
  const chance = (reading: Reading | undefined, key: string) =>
    reading?.competencies.find((one) => one.key === key)?.probability ?? 0
  assert.ok(chance(after, 'b2') > chance(before, 'b2') + 0.2)
  const [, four = 0] = [before, after].map((r) => r?.levels.find(({ key }) => key === '4')?.probability ?? 0)
  assert.ok(four > (before?.levels.find(({ key }) => key === '4')?.probability ?? 0))
})

test(
  'every framework of the library can be read through, with levels or bands of its own',
  withModel,
  async () => {
    for (const framework of LIBRARY) {
      const other = await engine.translator(framework)
      const [reading] = await readAll(
        ['Works out with other departments how complaints are settled faster'],
        other,
      )
      assert.equal(reading?.competencies.length, framework.competencies.length, framework.slug)
      assert.equal(reading?.levels.length, framework.scale.levels.length, framework.slug)
    }
  },
)
