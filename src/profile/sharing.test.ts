/** Nobody sees what is not shared with them, by any page, and what is shared ends when it ends. On the example's people. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { demoId } from '../../demo/rows.ts'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { loadExample } from '../../test/example.ts'
import type { Context } from '../context.ts'
import { Conflict, NotFound } from '../errors.ts'
import { EXAMPLE } from '../organization.ts'
import { erasePerson } from '../privacy/actions/erase.ts'
import { NOBODY, type Role } from '../viewer.ts'
import { addLine } from './actions/lists.ts'
import { openLink, openShared } from './actions/shared.ts'
import { endShare, openShare, share, takeBackRow } from './actions/shares.ts'
import { writeStory } from './actions/story.ts'
import { type RowRef, refText, ShareInput } from './share.ts'
import { contentOf, refsOf, shareable } from './store/share-content.ts'
import { StoryForm } from './story.ts'

let database: TestDatabase
let ours: Context

before(async () => {
  database = await openTestDatabase()
  ours = await loadExample(database)
})
after(() => database.close())

const NAMES: Record<string, string> = {
  bilal: 'Bilal Chaudhry',
  aroha: 'Aroha Tamihana',
  hamish: 'Hamish McLeod',
}

const as = (key: string, ...roles: Role[]): Context =>
  ours.as({
    ...{ ...NOBODY, organization: EXAMPLE, roles: new Set<Role>(['member', ...roles]) },
    person: { id: demoId('person', key), name: NAMES[key] ?? key },
  })

const later = (ctx: Context, ms: number): Context => ({ ...ctx, now: () => new Date(Date.now() + ms) })

async function get(ctx: Context, path: string) {
  const response = await appFor(ctx).request(`http://localhost${path}`)
  return { status: response.status, text: await response.text(), headers: response.headers }
}

const own = (key: string) => ours.read((db) => shareable(db, demoId('person', key)))

async function shareOf(key: string, rows: RowRef[], more: object = {}) {
  const input = { rows: rows.map(refText), people: [], link: true, days: 7, note: null, ...more }
  return share(as(key), ShareInput.parse(input))
}

const linkText = (link: string | null) => link?.split('/').at(-1) ?? ''
const noVisit = async () => ({ headers: new Headers(), address: '192.0.2.1' })

test('of a profile exactly the rows that were chosen are shown, whichever they are', async () => {
  const all = refsOf(await own('bilal'))
  assert.ok(all.length > 15)
  await fc.assert(
    fc.asyncProperty(fc.subarray(all), async (chosen) => {
      const shown = await ours.read((db) => contentOf(db, demoId('person', 'bilal'), chosen))
      assert.deepEqual(refsOf(shown).map(refText).toSorted(), chosen.map(refText).toSorted())
      // The rows of one profile open nothing of another.
      const other = await ours.read((db) => contentOf(db, demoId('person', 'priya'), chosen))
      const levels = chosen.filter(({ kind }) => kind === 'level').length
      assert.ok(refsOf(other).length <= levels)
      assert.deepEqual([other.stories, other.evidence, other.activities], [[], [], []])
    }),
    { numRuns: 8 },
  )
})

test('nobody shares a row that is not in their own profile', async () => {
  const [story] = (await own('priya')).stories
  await assert.rejects(
    shareOf('bilal', [{ kind: 'story', thing: story?.story.id ?? '' }]),
    /not in your profile/,
  )
})

test('what is taken back or has ended shows nothing from that moment on, by name and by link', async () => {
  const rows = refsOf(await own('bilal')).slice(0, 3)
  const { id, link } = await shareOf('bilal', rows, { people: [demoId('person', 'hamish')], days: 1 })
  const hamish = as('hamish')
  const day = 86_400_000
  const text = linkText(link)
  assert.equal(refsOf((await openShared(hamish, demoId('person', 'bilal'))).content).length, 3)
  assert.equal(refsOf((await openLink(as('owen'), text, noVisit)).content).length, 3)
  await assert.rejects(openShared(later(hamish, day), demoId('person', 'bilal')), NotFound)
  await assert.rejects(openLink(later(hamish, day), text, noVisit), NotFound)
  const [first] = (await openShare(as('bilal'), id)).share.rows
  await takeBackRow(as('bilal'), id, first?.id ?? '')
  assert.equal(refsOf((await openLink(hamish, text, noVisit)).content).length, 2)
  await endShare(as('bilal'), id)
  await assert.rejects(openShared(hamish, demoId('person', 'bilal')), NotFound)
  await assert.rejects(openLink(hamish, text, noVisit), NotFound)
  await assert.rejects(endShare(as('bilal'), id), Conflict)
})

test('a link is kept as its hash alone, opens for anybody who has the whole of it, and keeps to itself', async () => {
  const rows = refsOf(await own('bilal'))
    .filter(({ kind }) => kind === 'story')
    .slice(0, 1)
  const { id, link } = await shareOf('bilal', rows, { note: 'For the panel' })
  const text = linkText(link)
  const kept = await ours.read((db) =>
    db.selectFrom('profile_share').selectAll().where('id', '=', id).execute(),
  )
  assert.match(kept[0]?.link_hash ?? '', /^[0-9a-f]{64}$/)
  assert.ok(!JSON.stringify(kept).includes(text))
  const stranger = ours.as(NOBODY)
  const { status, text: page, headers } = await get(stranger, `/shared/${text}`)
  assert.equal(status, 200)
  assert.match(page, /What Bilal Chaudhry shares[\s\S]*For the panel[\s\S]*You see this until/)
  assert.equal(headers.get('referrer-policy'), 'no-referrer')
  assert.match(headers.get('x-robots-tag') ?? '', /noindex/)
  assert.equal(headers.get('cache-control'), 'no-store')
  const changed = `${text.slice(0, -2)}${text.endsWith('AA') ? 'BB' : 'AA'}`
  assert.equal((await get(stranger, `/shared/${changed}`)).status, 404)
  const looks = (await openShare(as('bilal'), id)).looks
  assert.deepEqual(
    looks.map(({ person }) => person),
    [null],
  )
})

test('who looked is told to the person once for a while of looking, and their own look is none', async () => {
  const [row] = refsOf(await own('bilal'))
  assert.ok(row)
  const { id, link } = await shareOf('bilal', [row], { people: [demoId('person', 'owen')] })
  for (const _ of [1, 2, 3]) await openShared(as('owen'), demoId('person', 'bilal'))
  await openLink(as('bilal'), linkText(link), noVisit)
  assert.deepEqual(
    (await openShare(as('bilal'), id)).looks.map(({ person }) => person?.id),
    [demoId('person', 'owen')],
  )
  await openShared(later(as('owen'), 11 * 60_000), demoId('person', 'bilal'))
  assert.equal((await openShare(as('bilal'), id)).looks.length, 2)
  await endShare(as('bilal'), id)
})

/** Words that stand in Bilal's profile and nowhere else. */
const SECRETS = /axolotl|numbat|quokka/i

/** Every address that can be read, with Bilal's and others' ids in it. */
function addresses(ctx: Context): string[] {
  const values: Record<string, string> = {
    ...{ id: demoId('person', 'bilal'), person: demoId('person', 'bilal'), kind: 'person' },
    ...{ framework: 'spotlight', slug: 'spotlight', key: 'a2', text: 'x', number: '1' },
  }
  const paths = appFor(ctx).routes.filter(({ method, path }) => method === 'GET' && !path.includes('*'))
  const stories = ['/profile/story/', '/api/profile/story/'].map(
    (path) => path + demoId('story', 'trebled-bill'),
  )
  const filled = paths.map(({ path }) =>
    path.replaceAll(/:(\w+)(\{[^}]*\})?\??/g, (_, name: string) => values[name] ?? 'x'),
  )
  const further = [
    ...[
      '/history?act=shared',
      '/history?who=Bilal',
      '/api/history?act=profile',
      '/search?q=fed+the',
      '/search?q=keeps',
    ],
    ...[`/history/person/${demoId('person', 'bilal')}`, `/profile/share/${demoId('share', '13')}`],
    ...[`/profile/workbook/${demoId('workbook', 'bilal/2')}`, `/api/profile/of/${demoId('person', 'bilal')}`],
  ]
  return [...new Set([...filled, ...stories, ...further])]
}

test('no page, search, history, file or API shows an owner, HR, a planner or the managers what is not shared with them', async () => {
  const bilal = as('bilal')
  const story = await writeStory(
    bilal,
    StoryForm.parse({ title: 'The axolotl', action: 'I fed the axolotl.' }),
  )
  await addLine(bilal, 'cv', 'can', 'Keeps numbats calm.')
  await shareOf('bilal', [{ kind: 'story', thing: story }], {
    people: [demoId('person', 'hamish')],
    note: 'quokka',
  })
  assert.match(
    (await get(as('hamish'), `/profile/of/${demoId('person', 'bilal')}`)).text,
    /quokka[\s\S]*axolotl/,
  )
  const viewers = [
    as('helen', 'owner', 'manager'),
    as('ngaio', 'hr', 'planner', 'recruiter', 'steward', 'manager'),
    as('aroha', 'manager'),
  ]
  for (const viewer of viewers)
    for (const path of addresses(viewer)) {
      const { text, status } = await get(viewer, path)
      assert.ok(!SECRETS.test(text), `${viewer.viewer.person?.name} sees it at ${path}`)
      // With Aroha he shares something by name, so that is hers to know.
      if (viewer.viewer.person?.id !== demoId('person', 'aroha'))
        assert.doesNotMatch(text, /Bilal Chaudhry(<\/a>)? (shared|stopped sharing)/, `told at ${path}`)
      assert.ok(status < 500, `${path} answered ${status}`)
    }
})

test('that something was shared is in the history for those whom it concerns', async () => {
  const path = `/history/person/${demoId('person', 'bilal')}`
  assert.match((await get(as('bilal'), path)).text, /shared something of their own profile/)
  const aroha = (await get(as('aroha', 'manager'), `/history/person/${demoId('person', 'aroha')}`)).text
  assert.match(aroha, /Bilal Chaudhry[\s\S]{0,80}shared something of their own profile/)
})

test('an erased person shares nothing any more, and nothing is shared with them', async () => {
  const priya = demoId('person', 'priya')
  const [row] = refsOf(await own('bilal'))
  assert.ok(row)
  await shareOf('bilal', [row], { people: [priya] })
  await shareOf('priya', refsOf(await own('priya')).slice(0, 1), { people: [demoId('person', 'owen')] })
  await openShared(as('priya'), demoId('person', 'bilal'))
  await erasePerson(as('helen', 'owner'), priya)
  const left = await ours.read(async (db) => ({
    shares: await db.selectFrom('profile_share').select('id').where('person_id', '=', priya).execute(),
    received: await db
      .selectFrom('profile_share_with')
      .select('share_id')
      .where('person_id', '=', priya)
      .execute(),
    lines: await db.selectFrom('profile_list_line').select('id').where('person_id', '=', priya).execute(),
  }))
  assert.deepEqual(left, { shares: [], received: [], lines: [] })
  await assert.rejects(openShared(as('owen'), priya), NotFound)
})
