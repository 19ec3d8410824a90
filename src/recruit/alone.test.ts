/** Alone first, proved: nothing that anybody can ask tells what another gave before it may be seen. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { type Context, createContext } from '#context.ts'
import { EXAMPLE, ensureOrganization } from '#organization.ts'
import { insider, type Role } from '#viewer.ts'
import { loadDemo } from '../../demo/load.ts'
import { demoId } from '../../demo/rows.ts'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { libraryFiles } from '../serve.ts'
import { saveEntries, submitCard } from './actions/card.ts'
import { makeTestVacancy, PANEL, sent, someone, type TestVacancy } from './fixtures/panel.ts'
import { maySeeCard } from './rating/blind.ts'
import type { EntryInput } from './rating/card.ts'

/** Two installations in which the same happens at the same moments, but for what one member gave. */
let databases: TestDatabase[]
let worlds: Context[]
before(async () => {
  databases = [await openTestDatabase(), await openTestDatabase()]
  worlds = databases.map(({ world }) => createContext(world, insider(EXAMPLE)))
  for (const [i, { world }] of databases.entries()) {
    await ensureOrganization(world.database, EXAMPLE)
    await loadDemo(worlds[i] ?? raise(), libraryFiles())
  }
})
after(() => Promise.all(databases.map((database) => database.close())))

function raise(): never {
  throw new Error('There are two worlds.')
}

/** The one whose ratings differ between the two worlds. */
const [SECRET, OTHER, THIRD] = PANEL
const ASKERS: [key: string, ...roles: Role[]][] = [
  [OTHER],
  [THIRD, 'hr'],
  ['owen', 'recruiter'],
  ['tomasz', 'owner'],
  ['bilal'],
]

/** What somebody does; none of it by the one whose ratings differ. */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('ask' as const), who: fc.nat(4), where: fc.nat(99) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('rate' as const), who: fc.nat(1), where: fc.nat(6) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('agree' as const), who: fc.nat(4), where: fc.nat(6) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('pack' as const), who: fc.nat(4), where: fc.nat(2) }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Every page and API of hiring that reads, with this vacancy's values, and the places where traces of it might show. */
function addresses(
  who: Context,
  { vacancyId, candidateIds: [candidate = ''], questions }: TestVacancy,
): string[] {
  const values: Record<string, string> = { id: vacancyId, candidate, question: questions[0]?.id ?? '' }
  const reads = appFor(who).routes.filter(
    ({ method, path }) => method === 'GET' && /^(\/api)?\/recruit\b/.test(path) && !path.includes('*'),
  )
  const filled = reads.map(({ path }) =>
    path.replaceAll(/:(\w+)(\{[^}]*\})?/g, (whole, name: string) => values[name] ?? whole),
  )
  return [
    ...new Set(filled.filter((path) => !/:|\.docx$/.test(path))),
    ...[`/history?kind=vacancy&id=${vacancyId}`, '/history', `/api/history?kind=vacancy&id=${vacancyId}`],
    ...[
      '/search?q=Zebra',
      `/search?q=${SECRET}`,
      '/privacy',
      `/privacy/person/${demoId('person', SECRET)}`,
      '/',
    ],
  ]
}

async function answerTo(who: Context, address: string, init: RequestInit = {}): Promise<string> {
  const response = await appFor(who).request(`http://localhost${address}`, {
    ...init,
    headers: { origin: 'http://localhost', ...(init.headers as Record<string, string>) },
  })
  return `${response.status} ${response.headers.get('location') ?? ''} ${plain(await response.text())}`
}

/** Ids, the time of day, and the history's seals, which are salted by chance, have nothing to do with ratings. */
function plain(text: string): string {
  // A pack goes along in its page as part of an address.
  return text
    .replaceAll(/%(22|3A|2C)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
    .replaceAll(/\b[0-9a-f]{64}\b/g, 'seal')
    .replaceAll(/\d{8}T\d{6}Z/g, 'time')
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'time')
    .replaceAll(/\d{1,2}:\d{2}(:\d{2})?/g, 'time')
    .replaceAll(/\d+ (seconds?|minutes?) ago/g, 'ago')
}

/** A pack on paper, as a file, or for a program. */
function packFor(who: Context, { vacancyId }: TestVacancy, way: number): Promise<string> {
  if (way === 2) {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ candidates: 'number' })
    return answerTo(who, `/api/recruit/${vacancyId}/pack`, { method: 'POST', body, headers })
  }
  const body = new URLSearchParams({ candidates: 'name', as: way === 1 ? 'file' : 'page' })
  return answerTo(who, `/recruit/${vacancyId}/pack`, { method: 'POST', body })
}

async function take(ours: Context, one: Step, vacancy: TestVacancy): Promise<string> {
  const [candidateId = ''] = vacancy.candidateIds
  const asker = ASKERS[one.who] ?? ['bilal']
  const [key, ...roles] = asker
  const who = someone(ours, key, ...roles)
  if (one.kind === 'rate') {
    const rated = vacancy.questions.map(({ id }) => sent(id, { rating: 1 + one.where, notes: 'Mine.' }))
    const saved = await saveEntries(who, { vacancyId: vacancy.vacancyId, candidateId }, rated).catch(String)
    return plain(JSON.stringify(saved))
  }
  if (one.kind === 'agree') {
    const body = new URLSearchParams({ rating: String(one.where + 1), reason: 'We agree.' })
    const own = `/recruit/${vacancy.vacancyId}/candidate/${candidateId}/together/${vacancy.questions[0]?.id}`
    return answerTo(who, own, { method: 'POST', body })
  }
  if (one.kind === 'pack') return packFor(who, vacancy, one.where)
  const all = addresses(who, vacancy)
  return answerTo(who, all[one.where % all.length] ?? '/')
}

/** The secret card in two worlds: all that a card can hold differs. */
const secretEntries = ({ questions }: TestVacancy, world: number): EntryInput[] =>
  questions.map(({ id }, i) =>
    world === 0
      ? sent(id, { rating: 1 + (i % 3), notes: 'Zebra one.', quotes: [{ text: 'One.', at: '' }], level: '1' })
      : sent(id, { rating: 7 - (i % 3), notes: 'Quagga two.', months: 9, extraProbe: 'And then?' }),
  )

test('two worlds that differ in a card that may not be seen yet answer everybody alike', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 12 }), fc.boolean(), async (steps, isIn) => {
      const vacancies = await Promise.all(worlds.map((ours, i) => begin(ours, i, isIn)))
      for (const one of steps) {
        const told = await Promise.all(worlds.map((ours, i) => take(ours, one, vacancies[i] ?? raise())))
        assert.ok(told[0] === told[1], `${JSON.stringify(one)}: ${firstDifference(told)}`)
      }
    }),
    { numRuns: 6, endOnFailure: true },
  )
})

test('every way out, asked once by everybody, tells nothing of a card that may not be seen yet', async () => {
  const vacancies = await Promise.all(worlds.map((ours, i) => begin(ours, i, true)))
  const count = addresses(worlds[0] ?? raise(), vacancies[0] ?? raise()).length
  assert.ok(count > 30, 'The pages and the API of hiring are among them.')
  const asks = Array.from({ length: count }, (_, where) => ({ kind: 'ask' as const, where }))
  const packs = [0, 1, 2].map((where) => ({ kind: 'pack' as const, where }))
  for (const [who] of ASKERS.entries())
    for (const one of [...asks, ...packs]) {
      const told = await Promise.all(
        worlds.map((ours, i) => take(ours, { ...one, who }, vacancies[i] ?? raise())),
      )
      assert.ok(told[0] === told[1], `${JSON.stringify({ ...one, who })}: ${firstDifference(told)}`)
    }
})

/** A vacancy in which one has given what differs, and two others have begun, so that those who recruit wait too. */
async function begin(ours: Context, world: number, isIn: boolean): Promise<TestVacancy> {
  const vacancy = await makeTestVacancy(ours, 1)
  const place = { vacancyId: vacancy.vacancyId, candidateId: vacancy.candidateIds[0] ?? '' }
  const secret = someone(ours, SECRET)
  await saveEntries(secret, place, secretEntries(vacancy, world))
  const begun = [sent(vacancy.questions[0]?.id ?? '', { rating: 4 })]
  for (const key of [OTHER, THIRD]) await saveEntries(someone(ours, key), place, begun)
  if (isIn) await submitCard(secret, place, null)
  return vacancy
}

function firstDifference([a = '', b = '']: string[]): string {
  const at = [...a].findIndex((letter, i) => letter !== b[i])
  return `“${a.slice(Math.max(0, at - 120), at + 120)}” and “${b.slice(Math.max(0, at - 120), at + 120)}”`
}

test('the same worlds answer differently once the others may see: the proof above can fail', async () => {
  const told: string[] = []
  for (const [world, ours] of worlds.entries()) {
    const vacancy = await makeTestVacancy(ours, 1)
    const place = { vacancyId: vacancy.vacancyId, candidateId: vacancy.candidateIds[0] ?? '' }
    await saveEntries(someone(ours, SECRET), place, secretEntries(vacancy, world))
    await submitCard(someone(ours, SECRET), place, null)
    const other = someone(ours, OTHER)
    await saveEntries(
      other,
      place,
      vacancy.questions.map(({ id }) => sent(id, { rating: 4 })),
    )
    await submitCard(other, place, null)
    told.push(await answerTo(other, `/recruit/${place.vacancyId}/candidate/${place.candidateId}/together`))
  }
  assert.match(told[0] ?? '', /Zebra one/)
  assert.notEqual(told[0], told[1])
})

test('nobody on the panel sees a card before their own is in, whatever else they may do', () => {
  const card = fc.record({
    personId: fc.constantFrom('a', 'b', 'c'),
    submittedAt: fc.option(fc.constant(new Date(0)), { nil: null }),
  })
  const cards = fc.uniqueArray(card, { minLength: 1, selector: ({ personId }) => personId })
  fc.assert(
    fc.property(cards, fc.boolean(), (all, oversees) => {
      const own = all.find(({ personId }) => personId === 'a')
      for (const one of all) {
        const sees = maySeeCard({ personId: 'a', rates: true, oversees }, one, all)
        if (one.personId !== 'a') assert.equal(sees, Boolean(own?.submittedAt && one.submittedAt))
      }
    }),
  )
})
