import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { spotlight, TEST_GROUP, trainingEntries } from '../../bench/translate-corpus.ts'
import { shippedTranslator } from './backends/shipped-file.ts'
import { type CorpusFile, parseCorpus } from './corpus.ts'
import { wordsOf } from './words.ts'

const FOLDER = new URL('../../library/corpus/', import.meta.url)
const SEEDS = new URL('../../../shared/seeds/', import.meta.url)
const FILES: { name: string; file: CorpusFile }[] = readdirSync(FOLDER)
  .filter((name) => /^spotlight-.*\.yaml$/.test(name))
  .map((name) => ({ name, file: parseCorpus(readFileSync(new URL(name, FOLDER), 'utf8'), name) }))
const ALL = FILES.flatMap(({ file }) => file.statements.map((entry) => ({ ...entry, group: file.group })))
const plain = (text: string) => wordsOf(text).join(' ')

test('ids and texts are unique, and every id begins with its group', () => {
  assert.equal(new Set(ALL.map(({ id }) => id)).size, ALL.length)
  assert.equal(new Set(ALL.map(({ text }) => plain(text))).size, ALL.length)
  assert.deepEqual(
    ALL.filter(({ id, group }) => !id.startsWith(`${group}-`)),
    [],
  )
  for (const { name, file } of FILES) assert.match(name, new RegExp(`^spotlight-${file.group}-`))
})

test('every label is a cell, and every cell has twenty statements, four in each group', () => {
  const cell = ({ competency, level }: { competency: string; level: number }) => `${competency}${level}`
  const cells = ['A', 'B', 'C'].flatMap((set) =>
    [1, 2, 3].flatMap((n) => [1, 2, 3, 4, 5].map((l) => `${set}${n}${l}`)),
  )
  for (const { id, labels } of ALL) {
    assert.ok(
      labels.every((label) => cells.includes(cell(label))),
      id,
    )
    assert.equal(new Set(labels.map(cell)).size, labels.length, id)
  }
  for (const wanted of cells) {
    const here = ALL.filter(({ labels }) => labels[0] && cell(labels[0]) === wanted)
    assert.ok(here.length >= 20, wanted)
    for (const { file } of FILES)
      assert.ok(here.filter(({ group }) => group === file.group).length >= 4, `${wanted} in ${file.group}`)
  }
})

test('every voice is heard at every level in every group, and every cell has a terse statement there', () => {
  const heard = new Set(ALL.map(({ group, voice, labels }) => `${group} ${voice} ${labels[0]?.level}`))
  const terse = new Set(
    ALL.filter(({ voice }) => voice === 'terse').map(
      ({ group, labels }) => `${group} ${labels[0]?.competency}${labels[0]?.level}`,
    ),
  )
  assert.equal(heard.size, FILES.length * new Set(ALL.map(({ voice }) => voice)).size * 5)
  assert.equal(terse.size, FILES.length * 45)
})

test('texts have three to sixty words, and no two share eight of them in a row', () => {
  const owner = new Map<string, string>()
  for (const { id, text } of ALL) {
    const words = wordsOf(text)
    assert.ok(words.length >= 3 && words.length <= 60, `${id} has ${words.length} words`)
    for (const run of runs(words, 8)) {
      const other = owner.get(run) ?? id
      assert.equal(other, id, `${id} and ${other} share “${run}”`)
      owner.set(run, id)
    }
  }
})

test('no two statements share more than three fifths of their longer words', () => {
  const long = ALL.map(({ text }) => [...new Set(wordsOf(text).filter((word) => word.length >= 4))])
  const holders = new Map<string, number[]>()
  const near: string[] = []
  long.forEach((words, i) => {
    const shared = new Map<number, number>()
    for (const word of words) {
      const others = holders.get(word) ?? []
      for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1)
      holders.set(word, [...others, i])
    }
    for (const [other, count] of shared)
      if (count > 1 && count > 0.6 * Math.max(words.length, long[other]?.length ?? 0))
        near.push(`${ALL[other]?.id} and ${ALL[i]?.id}`)
  })
  assert.deepEqual(near, [])
})

test('stock words do not give the level away: counting the cues of the levels is right less than 45 % of the time', () => {
  const cues = spotlight().scale.levels.map(({ number, cues: some }) => ({
    number,
    some: some.map((cue) => ` ${plain(cue)} `),
  }))
  const share = ALL.map(({ text, labels }) => {
    const padded = ` ${plain(text)} `
    const hits = cues.map(({ number, some }) => ({
      number,
      count: some.filter((cue) => padded.includes(cue)).length,
    }))
    const most = Math.max(...hits.map(({ count }) => count))
    const said = hits.filter(({ count }) => count === most)
    return said.filter(({ number }) => labels.some(({ level }) => level === number)).length / said.length
  })
  assert.ok(share.reduce((a, b) => a + b, 0) / ALL.length < 0.45)
})

test('at least twenty-five occupations, five in each group, each in one group only', () => {
  const groups = new Map<string, Set<number>>()
  for (const { occupation, group } of ALL)
    groups.set(occupation, (groups.get(occupation) ?? new Set()).add(group))
  assert.ok(groups.size >= 25)
  assert.deepEqual(
    [...groups].filter(([, where]) => where.size > 1).map(([name]) => name),
    [],
  )
})

test('no statement shares five words in a row with the published page', (t) => {
  if (!existsSync(SEEDS)) return t.skip('../shared/seeds is not here, so nothing is compared with the page')
  const page = readdirSync(SEEDS).find((name) => name.startsWith('000'))
  assert.ok(page)
  const runs = new Set(fives(readFileSync(new URL(page, SEEDS), 'utf8')))
  assert.deepEqual(
    ALL.filter(({ text }) => fives(text).some((run) => runs.has(run))).map(({ id }) => id),
    [],
  )
})

function fives(text: string): string[] {
  return runs(wordsOf(text), 5)
}

function runs(words: readonly string[], length: number): string[] {
  return words.slice(length - 1).map((_, i) => words.slice(i, i + length).join(' '))
}

test('the trained translator has learnt from this corpus, and from nothing of its test half', async () => {
  const shipped = await shippedTranslator()
  assert.ok(shipped)
  const known = new Set(shipped.examples.map(({ text }) => text))
  const kept = ALL.filter(({ group }) => group === TEST_GROUP)
  assert.deepEqual(
    kept.filter(({ text }) => known.has(text)).map(({ id }) => id),
    [],
  )
  const missing = trainingEntries().filter(({ text }) => !known.has(text))
  const advice = 'run “node --import tsx bench/train-translate.ts”'
  assert.ok(
    missing.length <= trainingEntries().length / 50,
    `${missing.length} statements are new: ${advice}`,
  )
})
