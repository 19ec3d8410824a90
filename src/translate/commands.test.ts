import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { PLAIN } from '#cli/screen.ts'
import { Invalid, NotFound } from '#errors.ts'
import { run } from './commands.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'sightline-translate-'))
after(() => rmSync(FOLDER, { recursive: true }))

async function said(...args: string[]): Promise<{ code: number; lines: string[]; complaints: string[] }> {
  const lines: string[] = []
  const complaints: string[] = []
  const screen = {
    width: 80,
    style: PLAIN,
    say: (line: string) => lines.push(line) && undefined,
    complain: (line: string) => complaints.push(line) && undefined,
  }
  const code = await run(args, screen)
  return { code, lines, complaints }
}

const lexical = (...args: string[]) => said('--backend', 'lexical', ...args)

function file(text: string): string {
  const path = join(FOLDER, `${Math.abs(text.length)}-${text.slice(0, 3).replace(/\W/g, '')}.txt`)
  writeFileSync(path, text)
  return path
}

test('--json prints one line a statement and nothing else, in the order of the file', async () => {
  const path = file('calms upset customers\n\nI see two. I try for three. We go round.\nempathy\n')
  const { code, lines, complaints } = await lexical('--json', '--file', path)
  assert.deepEqual([code, lines.length, complaints], [0, 3, []])
  const [first, second, third] = lines.map((line) => JSON.parse(line))
  assert.deepEqual(Object.keys(first), [
    'text',
    'competencies',
    'levels',
    'band',
    'levelBand',
    'backend',
    'reasons',
  ])
  assert.deepEqual(Object.keys(first.competencies[0]), ['code', 'name', 'probability'])
  assert.deepEqual(
    [first.competencies.length, first.levels.map((l: { number: number }) => l.number)],
    [9, [1, 2, 3, 4, 5]],
  )
  assert.equal(first.backend, 'lexical')
  assert.equal(second.text, 'I see two. I try for three. We go round.')
  assert.deepEqual(third.reasons.attribute.competencies, ['A2', 'A3'])
  assert.equal(third.band, 'unsure')
})

test('what is typed is taken apart into its activities', async () => {
  const typed = 'I calm customers who are upset. I plan the rota for the week.'
  const { lines } = await lexical('--json', typed)
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).text),
    ['I calm customers who are upset.', 'I plan the rota for the week.'],
  )
})

test('a person reads names, levels, likenesses and what is one level higher', async () => {
  const { lines } = await lexical('copes on her own when a booking goes wrong')
  const text = lines.join('\n')
  assert.match(text, /A\d [A-Z]/)
  assert.match(text, /Level:? (?:\d|not sure, (?:between|perhaps) \d)/)
  assert.match(text, /Like:/)
  assert.match(text, /One level higher/)
})

test('what is not done is said to be, and no level is made of it', async () => {
  const { lines } = await lexical('I never have to calm anybody')
  const text = lines.join(' ').replace(/\s+/g, ' ')
  assert.match(text, /You say what you do not do: “I never have to calm anybody”/)
  assert.match(text, /at no certain level/)
  assert.doesNotMatch(text, /One level higher/)
  const json = JSON.parse((await lexical('--json', 'I never have to calm anybody')).lines.join(''))
  assert.deepEqual([json.band, json.levelBand], ['unsure', 'unsure'])
})

test('with one competency the band is that of the level', async () => {
  const path = file('asks what the customer needs\nlooks after customers\nfinds out why it goes wrong\n')
  const { lines } = await lexical('--json', '--framework', 'pub-service', '--file', path)
  const all = lines.map((line) => JSON.parse(line))
  assert.equal(all[0].competencies[0].probability, 1)
  for (const { band, levelBand } of all) assert.equal(band, levelBand)
  assert.ok(all.some(({ band }) => band !== 'likely'))
})

test('frameworks go by name, id or file, and two stand one after the other', async () => {
  const { lines } = await lexical(
    '--json',
    '--framework',
    'pub-service',
    '--framework',
    'library/spotlight.yaml',
    'finds the cause',
  )
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).levels.length),
    [4, 5],
  )
  await assert.rejects(lexical('--framework', 'nowhere', 'x'), NotFound)
})

test('what cannot be read is refused with what to do', async () => {
  await assert.rejects(lexical('  '), /Say what somebody does/)
  await assert.rejects(lexical('word '.repeat(100_000)), /100000 words; at most 5000/)
  await assert.rejects(lexical('--file', file('\n \n')), /is empty/)
  await assert.rejects(lexical('--file', 'missing.txt'), /no file “missing.txt”/)
  await assert.rejects(said('--backend', 'magic', 'x'), Invalid)
  assert.equal((await lexical()).code, 2)
})
