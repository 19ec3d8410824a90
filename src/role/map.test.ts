import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { Context } from '#context.ts'
import type { Framework } from '#framework/model.ts'
import { peopleAccess } from '#people/access.ts'
import { asMember, get } from '#people/fixtures/office.ts'
import { links } from '#routes.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { roleAccess } from './access.ts'
import { openMap } from './actions/map.ts'
import { agreedRole, asked, setLevels, share, somebody, spotlightOf } from './fixtures/shared-team.ts'
import { cellInWords, countInWords, mapFilterFrom, mapQuery, needFor } from './map.ts'

let database: TestDatabase
let spotlight: Framework
let manager: Context
let role: string
const people: { id: string; post: string }[] = []
const NAMES = ['Ana Moss', 'Ben Frost', 'Cai Reed']
before(async () => {
  database = await openTestDatabase({ library: true })
  const { ctx } = database
  spotlight = await spotlightOf(ctx)
  const lead = await somebody(ctx, 'Lea Chief')
  manager = asMember(ctx, { id: lead.id, name: 'Lea Chief' }, 'manager')
  for (const name of NAMES) people.push(await somebody(ctx, name))
  role = await agreedRole(ctx, {
    title: 'Adviser',
    asks: ['a2 3/2 must', 'b2 3/2', 'c1 2/-'].map((line) => asked(spotlight, line, () => ctx.newId())),
    posts: people.map(({ post }) => post),
  })
})
after(() => database.close())

const person = (i: number) => {
  const found = people[i]
  assert.ok(found)
  return found.id
}

/** Every way on which a level could come out, as one text. */
async function everything(viewer: Context): Promise<string> {
  const filters = [
    {},
    { show: 'can' },
    { show: 'uses' },
    { as: 'words' },
    { level: '3' },
    { level: '1', competency: 'a2' },
    { sharing: 'yes' },
  ]
  const paths = [
    ...filters.flatMap((filter) => [
      links.roleMap(filter),
      links.roleMapFile(filter),
      links.roleMap(filter).replace('/role', '/api/role'),
    ]),
    ...people.map(({ id }) => links.roleGap(role, id)),
  ]
  const answers: string[] = []
  for (const path of paths) {
    const { status, text } = await get(viewer, path)
    answers.push(`${path} ${status}\n${text}`)
  }
  return answers.join('\n')
}

test('a level that is shared stands on the map, with what is used and what the role needs', async () => {
  const { ctx } = database
  await setLevels(ctx, person(0), spotlight, [
    { competency: 'a2', uses: 2, can: 4 },
    { competency: 'b2', uses: 1, can: 1 },
  ])
  await share(ctx, person(0), {
    with: [manager.viewer.person?.id ?? ''],
    framework: spotlight,
    competencies: ['a2'],
  })
  const view = await openMap(manager, {})
  const ana = view.people.find(({ name }) => name === 'Ana Moss')
  assert.deepEqual(ana?.levels, { a2: { can: 4, uses: 2, firm: true } })
  assert.deepEqual(ana?.roles, [role])
  assert.deepEqual(view.columns, [{ competency: 'a2', shared: 1, asked: 1, reached: 1 }])
  const { text } = await get(manager, links.roleMap())
  assert.ok(text.includes('Can: level 4, uses: level 2; the role needs level 3, a must-have'))
  assert.ok(text.includes('1 of 4 share this; 1 of 1 at or above what their role needs.'))
})

test('what is taken back, has run out, or is shared with somebody else is not there', async () => {
  const { ctx } = database
  const id = person(1)
  const viewer = manager.viewer.person?.id ?? ''
  await setLevels(
    ctx,
    id,
    spotlight,
    ['a1', 'a2', 'a3'].map((competency) => ({ competency, uses: 3, can: 3 })),
  )
  const past = new Date(ctx.now().getTime() - 60_000)
  await share(ctx, id, { with: [viewer], framework: spotlight, competencies: ['a1'], revokedAt: past })
  await share(ctx, id, { with: [viewer], framework: spotlight, competencies: ['a2'], expiresAt: past })
  await share(ctx, id, { with: [person(2)], framework: spotlight, competencies: ['a3'] })
  const ben = (await openMap(manager, {})).people.find((one) => one.id === id)
  assert.deepEqual(ben?.levels, {})
})

test('owners and HR see no more than anybody else; people see their own', async () => {
  const { ctx } = database
  for (const given of ['owner', 'hr', 'planner'] as const) {
    const view = await openMap(asMember(ctx, { id: person(2), name: 'Cai Reed' }, given), {})
    const seen = view.people.filter(({ levels }) => Object.keys(levels).length > 0).map(({ name }) => name)
    assert.deepEqual(seen, ['Ben Frost'], given)
  }
  const own = await openMap(asMember(ctx, { id: person(0), name: 'Ana Moss' }, 'manager'), { sharing: true })
  assert.deepEqual(
    own.people.map(({ name, levels }) => [name, Object.keys(levels)]),
    [['Ana Moss', ['a2', 'b2']]],
  )
})

/** Where two texts part, with a few words around it. */
function firstDifference(one: string, other: string): string {
  const at = [...one].findIndex((letter, i) => letter !== other[i])
  return `${one.slice(at - 80, at + 80)} / ${other.slice(at - 80, at + 80)}`
}

const place = fc.option(fc.integer({ min: 0, max: 5 }), { nil: null })
const KEYS = ['a1', 'a2', 'b2', 'c1']

test('property: two worlds that differ only in what is not shared look the same on every way out, byte by byte', async () => {
  const { ctx } = database
  const viewer = manager.viewer.person?.id ?? ''
  const still = { ...manager, now: () => new Date('2026-06-01T10:00:00Z') }
  const fixed = { ...ctx, now: () => new Date('2026-05-01T10:00:00Z') }
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.boolean(), place, place, place), { minLength: 12, maxLength: 12 }),
      async (cells) => {
        const world = async (hidden: 1 | 2) => {
          await ctx.keep(async (tx) => {
            await tx.deleteFrom('profile_share').where('organization_id', '=', tx.organizationId).execute()
          })
          for (const [i, { id }] of people.entries()) {
            const own = KEYS.map((competency, k) => ({ competency, cell: cells[i * KEYS.length + k] }))
            const level = ({ competency, cell }: (typeof own)[number]) => {
              const can = (cell?.[0] ? cell[3] : cell?.[hidden]) ?? null
              return { competency, uses: can, can, firm: cell?.[0] === true || hidden === 1 }
            }
            await setLevels(fixed, id, spotlight, own.map(level))
            const competencies = own.filter(({ cell }) => cell?.[0]).map(({ competency }) => competency)
            if (competencies.length > 0)
              await share(fixed, id, { with: [viewer], framework: spotlight, competencies })
          }
          return everything(still)
        }
        const [one, other] = [await world(1), await world(2)]
        assert.ok(one === other, `they differ: ${firstDifference(one, other)}`)
      },
    ),
    { numRuns: 3, endOnFailure: true },
  )
})

test('who is below what their role needs is marked, and unknown is no level', () => {
  const cell = (can: number | null, need = 3) => ({
    shared: { can, uses: null, firm: false },
    need: { place: need, must: false },
  })
  assert.equal(cellInWords(cell(2)), 'Can: level 2, uses: not known (few answers); the role needs level 3')
  assert.equal(cellInWords(cell(null)), 'Can: not known, uses: not known; the role needs level 3')
  assert.equal(cellInWords({ shared: null, need: null }), 'Not shared; the role asks for none')
  assert.equal(countInWords({ competency: 'a', shared: 4, asked: 0, reached: 0 }, 11), '4 of 11 share this.')
})

test('of several roles the highest need counts', () => {
  const needs = new Map([
    ['r', new Map([['a', { place: 2, must: true }]])],
    ['s', new Map([['a', { place: 4, must: false }]])],
  ])
  assert.deepEqual(needFor({ roles: ['r', 's', 'gone'] }, 'a', needs), { place: 4, must: true })
  assert.equal(needFor({ roles: ['r'] }, 'b', needs), null)
})

test('a filter in the address is read as far as it makes sense, and written back the same', () => {
  const typed = {
    team: 'x',
    level: '3',
    show: 'uses',
    as: 'words',
    page: '2',
    sharing: 'yes',
    framework: 'spotlight',
  }
  const filter = mapFilterFrom(typed)
  const { team, ...rest } = typed
  assert.deepEqual(mapQuery(filter), rest)
  assert.deepEqual(mapQuery(mapFilterFrom({ level: '-1', page: 'NaN', show: 'everything' })), {})
})

test('a page beyond the last leads back to the first', async () => {
  const { status, headers } = await get(manager, links.roleMap({ page: '7' }))
  assert.deepEqual([status, headers.get('location')], [303, '/role/map'])
})

test('the file of the map says in words what is not shared and what is unknown', async () => {
  const { text } = await get(manager, links.roleMapFile({}))
  assert.match(text, /^Name,Post,Framework,Competency,Can,Uses,Role needs,Must-have,Sure/)
  assert.match(text, /Lea Chief,Adviser,Spotlight,A1 [^\n]*,not shared,not shared,none,,/)
})

test('whoever is offered the way from a team to the map may open it, and nobody else is', async () => {
  assert.deepEqual(peopleAccess.map, roleAccess.map)
  const plain = asMember(database.ctx, { id: person(0), name: 'Ana Moss' })
  assert.equal((await get(plain, links.roleMap())).status, 404)
})

test('that somebody looked at a shared level on the map or beside a role is noted once for a while', async () => {
  const { ctx } = database
  const viewer = manager.viewer.person?.id ?? ''
  await setLevels(ctx, person(0), spotlight, [{ competency: 'a2', uses: 2, can: 4 }])
  const id = await share(ctx, person(0), { with: [viewer], framework: spotlight, competencies: ['a2'] })
  const looks = async () =>
    (
      await ctx.read((db) =>
        db
          .selectFrom('profile_share_look')
          .select('person_id')
          .where('organization_id', '=', db.organizationId)
          .where('share_id', '=', id)
          .execute(),
      )
    ).map(({ person_id }) => person_id)
  assert.deepEqual(await looks(), [])
  await get(manager, links.roleMap())
  await get(manager, links.roleGap(role, person(0)))
  assert.deepEqual(await looks(), [viewer])
})
