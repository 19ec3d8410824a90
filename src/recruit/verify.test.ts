import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import type { Context } from '#context.ts'
import { Conflict } from '#errors.ts'
import { demoId } from '../../demo/rows.ts'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { loadExample } from '../../test/example.ts'
import { say as terminal } from '../../test/terminal.ts'
import { fixKit, reopenKit, weighCriteria } from './actions/kit.ts'
import { openVacancy } from './actions/look.ts'
import { comparePack, makePack } from './actions/pack.ts'
import { canonical, sealNext } from './chain.ts'
import { run } from './commands.ts'
import { makeTestVacancy, someone } from './fixtures/panel.ts'
import { ResultsJson } from './json/results.ts'
import { TogetherJson } from './json/together.ts'
import { checkPack } from './pack/check.ts'
import { type Pack, PackFile } from './pack/pack.ts'
import { emptyAgedVacancies } from './store/aged.ts'
import { listVacancies } from './store/vacancies.ts'

const ADVISER = demoId('vacancy', 'adviser')
const folder = mkdtempSync(join(tmpdir(), 'sightline-pack-'))
const whole = join(folder, 'pack.json')
const forged = join(folder, 'forged.json')

let database: TestDatabase
let ours: Context
let owen: Context
let pack: Pack
before(async () => {
  database = await openTestDatabase()
  ours = await loadExample(database)
  owen = someone(ours, 'owen', 'recruiter', 'hr')
  pack = (await makePack(owen, ADVISER, 'name')).pack
  const text = JSON.stringify(pack)
  writeFileSync(whole, text)
  writeFileSync(forged, text.replace(/"rating":6/, '"rating":7'))
})
after(async () => {
  rmSync(folder, { recursive: true })
  await database.close()
})

test('the terminal says of the example’s decided vacancy that its pack holds, and where its chain ends', async () => {
  const { code, text } = await terminal(run, ['verify', whole])
  assert.equal(code, 0, text)
  assert.match(text, /^Customer Adviser\n/)
  assert.match(text.replaceAll(/\s+/g, ' '), /The chain ends with number \d+, seal [0-9a-f ]{64}/)
  assert.match(text, /^It holds\./m)
})

test('the packs of all vacancies of the example hold, whatever has happened in them', async () => {
  const vacancies = await ours.read(listVacancies)
  assert.ok(vacancies.length >= 3)
  for (const { id, title } of vacancies) {
    const { verdict } = await makePack(owen, id, 'number')
    assert.deepEqual(verdict.faults, [], title)
  }
})

test('the terminal names each fault in words, and its exit code says how it went', async () => {
  const { code, text } = await terminal(run, ['verify', forged])
  assert.equal(code, 1)
  assert.match(text, /✗ The file: The seal at its end does not fit/)
  assert.match(text, /✗ The scorecard \d+: What the chapter says is not what was sealed/)
  assert.match(text, /It does not hold: \d+ faults\.$/)
  assert.equal((await terminal(run, ['verify'])).code, 2)
  const { said } = await terminal(run, ['verify', '--json', forged])
  assert.equal(JSON.parse(said[0] ?? '').holds, false)
})

test('what is no pack is said in plain words', () => {
  const says = (text: string) => checkPack(text).faults[0]?.says ?? ''
  assert.match(says('%PDF-1.7'), /It is not JSON/)
  assert.match(says('{"format":"sightline-pack/9"}'), /does not say “sightline-pack\/1”/)
  assert.match(says('{"format":"sightline-pack/1"}'), /not whole as a pack at madeAt/)
  assert.match(says('null'), /It is not a pack/)
  // Made up to keep a server busy, or to run it out of memory.
  const deep = '['.repeat(1e6)
  assert.match(says(JSON.stringify(pack).replace('"body":{', `"body":{"more":${deep}`)), /It is not JSON/)
  const [question] = pack.questions
  const many = Array.from({ length: 5000 }, () => question)
  assert.match(says(JSON.stringify({ ...pack, questions: many })), /not whole as a pack at questions/)
})

const method = readFileSync(join(import.meta.dirname, '../../docs/methods/defensibility.md'), 'utf8')
const block = (kind: string) => new RegExp(`\`\`\`${kind}\n([^]*?)\n\`\`\``).exec(method)?.[1] ?? ''

test('the script on the page of the method checks a pack without Sightline', async () => {
  const script = join(folder, 'check.mjs')
  writeFileSync(script, block('js'))
  const check = (file: string) => promisify(execFile)(process.execPath, [script, file])
  const last = pack.chain.at(-1)
  assert.equal(
    (await check(whole)).stdout,
    `whole: the chain ends with number ${last?.number}, seal ${last?.seal}\n`,
  )
  await assert.rejects(
    () => check(forged),
    ({ code, stdout }: { code?: number; stdout?: string }) => {
      assert.equal(code, 1)
      assert.match(stdout ?? '', /^the seal of the file\nthe ratings of scorecard \d+\n$/)
      return true
    },
  )
})

test('the seals of the worked example are those that the chain makes', () => {
  const id = (number: number) => `5d0c0000-0000-4000-8000-00000000000${number}`
  const entry = { question: id(4), rating: 5, noResponse: false, level: '2', months: 3 }
  const at = new Date('2026-03-02T09:00:00Z')
  const texts = { [`${id(4)} notes`]: 'Rang her back.' }
  const what = { kind: 'card' as const, thing: id(1), person: id(2), at, texts }
  const link = sealNext(null, { ...what, body: { candidate: id(3), entries: [entry] } }, id(5))
  assert.equal(block('text'), `${id(5)}\n${id(4)} notes\nRang her back.`)
  const { previousSeal, number, kind, thing, person, body, textSeals, seal } = link
  assert.equal(
    block('json'),
    canonical([previousSeal, number, kind, thing, person, at.toISOString(), body, textSeals]),
  )
  for (const one of [seal, ...Object.values(textSeals)]) assert.ok(method.includes(`\`${one}\``))
})

const ask = (who: Context, path: string, body?: object) =>
  appFor(who).request(`http://localhost${path}`, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: { origin: 'http://localhost', 'content-type': 'application/json' },
  })

test('programs get the results, the cards side by side and the pack as their schemas say', async () => {
  const results = ResultsJson.strict().parse(
    await (await ask(owen, `/api/recruit/${ADVISER}/results`)).json(),
  )
  assert.deepEqual(
    results.results.map(({ candidate, alone }) => [candidate.id, alone]),
    pack.results.map(({ candidate, alone }) => [candidate, alone]),
  )
  const [first] = results.results
  const path = `/api/recruit/${ADVISER}/candidate/${first?.candidate.id}/together`
  const together = TogetherJson.strict().parse(await (await ask(owen, path)).json())
  assert.equal(together.answers.length, pack.questions.length)
  assert.ok(together.answers.every(({ given }) => given.length === 3))
  const made = await ask(owen, `/api/recruit/${ADVISER}/pack`, { candidates: 'number' })
  assert.equal(PackFile.parse(await made.json()).candidates[0]?.name, 'Candidate 1')
  for (const one of [path, `/api/recruit/${ADVISER}/results`])
    assert.equal((await ask(someone(ours, 'bilal'), one)).status, 404)
  const asked = await ask(someone(ours, 'aroha'), `/api/recruit/${ADVISER}/pack`, { candidates: 'name' })
  assert.equal(asked.status, 404)
})

test('anybody who may sign in has a pack checked on a page, and only those who recruit hear what the house says of it', async () => {
  const upload = async (who: Context, file: string) => {
    const body = new FormData()
    body.set('file', new File([readFileSync(file)], 'pack.json'))
    const init = { method: 'POST', body, headers: { origin: 'http://localhost' } }
    return (await appFor(who).request('http://localhost/recruit/verify', init)).text()
  }
  const told = await upload(owen, whole)
  assert.match(told, /Customer Adviser: <!-- -->it holds|Customer Adviser: it holds/)
  assert.match(told, /The history notes that this very pack was made/)
  const others = await upload(someone(ours, 'bilal'), forged)
  assert.match(others, /it does not hold/)
  assert.doesNotMatch(others, /What this organisation says/)
  assert.match(await upload(owen, noPack()), /It is not JSON/)
})

/** Something that is no pack. */
function noPack(): string {
  const path = join(folder, 'other.txt')
  writeFileSync(path, 'Dear panel')
  return path
}

test('a kit that was opened again and fixed anew: both are in the chain, and the last one holds', async () => {
  const { vacancyId } = await makeTestVacancy(ours, 1)
  await reopenKit(owen, vacancyId, 'The second question named a place.')
  const open = await makePack(owen, vacancyId, 'name')
  assert.deepEqual(open.verdict.faults, [])
  const { criteria } = await ours.read((db) => openVacancy(ours, db, vacancyId))
  const weights = criteria.map(({ id, weight }) => [id, weight === null ? '' : String(weight + 1)])
  await weighCriteria(owen, vacancyId, Object.fromEntries(weights))
  await fixKit(owen, vacancyId)
  const fixed = await makePack(owen, vacancyId, 'name')
  assert.deepEqual(fixed.verdict.faults, [])
  assert.deepEqual(
    fixed.pack.chain.map((link) => 'kind' in link && link.kind),
    ['kit', 'kit'],
  )
})

test('when a vacancy has been emptied, no pack can be made of it, and one that was made before still holds', async () => {
  await ours.keep((tx) => emptyAgedVacancies(tx, new Date('2200-01-01')))
  await assert.rejects(() => makePack(owen, ADVISER, 'name'), Conflict)
  assert.deepEqual(checkPack(JSON.stringify(pack)).faults, [])
  const house = await comparePack(owen, pack)
  assert.match(house?.says ?? '', /this very pack was made.*The chain itself has been emptied/s)
  assert.equal(house?.differs, false)
  const page = await appFor(owen).request(`http://localhost/recruit/${ADVISER}/pack`)
  assert.match(await page.text(), /Its time is over/)
})
