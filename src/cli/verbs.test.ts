import assert from 'node:assert/strict'
import { test } from 'node:test'
import { COLOURED, PLAIN, type Screen, terminal } from './screen.ts'
import { type Call, runVerb, type Verb } from './verbs.ts'

/** A screen that keeps what is printed. */
function paper() {
  const said: string[] = []
  const complained: string[] = []
  const screen: Screen = {
    width: 60,
    style: PLAIN,
    say: (l) => said.push(l),
    complain: (l) => complained.push(l),
  }
  return { said, complained, screen }
}

const calls: Call[] = []
const VERBS: Record<string, Verb> = {
  bake: {
    takes: 'FLOUR…',
    says: 'bread',
    flags: { json: 'as JSON' },
    options: { oven: { takes: 'NAME', says: 'in which oven' } },
    run: async (call) => {
      calls.push(call)
      return 7
    },
  },
}

test('a verb gets its words and its options, and gives the exit code', async () => {
  const { screen } = paper()
  assert.equal(await runVerb('bakery', VERBS, ['bake', 'rye', '--json', '--', '--wheat'], screen), 7)
  const call = calls.at(-1)
  assert.deepEqual(call?.words, ['rye', '--wheat'])
  assert.deepEqual([...(call?.flags ?? [])], ['json'])
})

test('an option that takes a value gets it, and says so when it has none', async () => {
  const { screen, complained } = paper()
  await runVerb('bakery', VERBS, ['bake', '--oven', 'big', 'rye', '--oven=small', '--json'], screen)
  const call = calls.at(-1)
  assert.deepEqual(
    [call?.words, [...(call?.values ?? [])], [...(call?.flags ?? [])]],
    [['rye'], [['oven', 'small']], ['json']],
  )
  assert.equal(await runVerb('bakery', VERBS, ['bake', '--oven'], screen), 2)
  assert.deepEqual(complained, ['Give “--oven” its value: --oven NAME'])
})

test('help says what there is, wherever it is asked for', async () => {
  for (const args of [[], ['--help'], ['bake', '-h']]) {
    const { screen, said } = paper()
    assert.equal(await runVerb('bakery', VERBS, args, screen), 0)
    assert.ok(said.includes('  sightline bakery bake FLOUR…'))
  }
})

test('a misspelt verb and an unknown option are told, with what was meant, and exit with 2', async () => {
  const { screen, said, complained } = paper()
  assert.equal(await runVerb('bakery', VERBS, ['bkae'], screen), 2)
  assert.equal(await runVerb('bakery', VERBS, ['bake', '--jsn'], screen), 2)
  assert.equal(await runVerb('bakery', VERBS, ['bake', '--json=yes'], screen), 2)
  assert.equal(await runVerb('bakery', VERBS, ['toString'], screen), 2)
  assert.deepEqual(said, [])
  assert.match(complained[0] ?? '', /“bkae”\. Did you mean “bake”\?/)
  assert.match(complained[1] ?? '', /no option “--jsn”\. Did you mean “--json”\?/)
  assert.match(complained[2] ?? '', /“--json” takes no value/)
  assert.match(complained[3] ?? '', /There are: bake\./)
})

test('colour is for terminals only, and NO_COLOR switches it off', () => {
  const tty = { isTTY: true, columns: 300, write: () => true } as unknown as NodeJS.WriteStream
  const pipe = { isTTY: false, write: () => true } as unknown as NodeJS.WriteStream
  assert.equal(terminal(tty, {}).style, COLOURED)
  assert.equal(terminal(tty, { NO_COLOR: '1' }).style, PLAIN)
  assert.equal(terminal(tty, { TERM: 'dumb' }).style, PLAIN)
  assert.equal(terminal(pipe, {}).style, PLAIN)
  assert.equal(terminal(tty, {}).width, 100)
  assert.equal(terminal(pipe, {}).width, 80)
  assert.equal(terminal(pipe, { COLUMNS: '62' }).width, 62)
})
