import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { Context } from '#context.ts'
import type { Framework } from '#framework/model.ts'
import { indicatorsAt } from '#framework/model.ts'
import type { Block } from '#measure/anonymity/blocks.ts'
import { fewestIsolated } from '#measure/anonymity/isolation.ts'
import { asMember, get, send } from '#people/fixtures/office.ts'
import { letBeCounted } from '#profile/actions/counted.ts'
import { links } from '#routes.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { countHidden, openHidden } from './actions/hidden.ts'
import { agreedRole, asked, somebody, spotlightOf } from './fixtures/shared-team.ts'
import { bandOf, type Contribution, hiddenIn, newBlocks, type Used } from './hidden.ts'
import { aboutCounted, eraseCounted } from './store/hidden.ts'
import { listProfiles } from './store.ts'

let database: TestDatabase
let spotlight: Framework
let role: string
let hr: Context
const people: { id: string; name: string }[] = []
before(async () => {
  database = await openTestDatabase({ library: true })
  const { ctx } = database
  spotlight = await spotlightOf(ctx)
  const posts: string[] = []
  for (let i = 0; i < 11; i++) {
    const one = await somebody(ctx, `Person ${'ABCDEFGHIJK'[i]}`)
    people.push({ id: one.id, name: `Person ${'ABCDEFGHIJK'[i]}` })
    posts.push(one.post)
  }
  role = await agreedRole(ctx, {
    title: 'Adviser',
    asks: ['a2 3/2 must', 'b2 2/-'].map((line) => asked(spotlight, line, () => ctx.newId())),
    posts,
  })
  hr = asMember(ctx, { id: people[10]?.id ?? '', name: 'HR' }, 'hr')
})
after(() => database.close())

/** Answers "now" to the first statement of each of these cells, in a finished workbook. */
async function uses(index: number, cells: string[]): Promise<void> {
  const { ctx } = database
  const person = people[index]
  assert.ok(person)
  const rows = cells.map((cell) => {
    const [key = '', level = ''] = cell.split('/')
    const competency = spotlight.competencies.find((one) => one.key === key)
    const [statement] = competency ? indicatorsAt(competency, level) : []
    assert.ok(statement, cell)
    return {
      statement_id: statement.id,
      text: statement.text,
      competency_key: key,
      also: [],
      level_key: level,
    }
  })
  await ctx.keep(async (tx) => {
    const home = { organization_id: tx.organizationId }
    const [workbook_id, at] = [ctx.newId(), ctx.now()]
    await tx
      .insertInto('workbook')
      .values({
        ...{ ...home, id: workbook_id, person_id: person.id, framework_id: spotlight.id },
        ...{ started_at: at, changed_at: at, finished_at: at },
      })
      .execute()
    await tx
      .insertInto('workbook_answer')
      .values(rows.map((row) => ({ ...home, workbook_id, answer: 'now' as const, answered_at: at, ...row })))
      .execute()
  })
}

const agree = (index: number, yes = true) => {
  const person = people[index]
  assert.ok(person)
  return letBeCounted(asMember(database.ctx, person), yes)
}

test('a workbook is counted only after its owner has agreed, and only in a group of five', async () => {
  const { ctx } = database
  for (let i = 0; i < 5; i++) await uses(i, i < 4 ? ['c3/3', 'a2/2', 'b2/3'] : ['a2/2'])
  for (let i = 0; i < 4; i++) await agree(i)
  await countHidden(ctx)
  assert.deepEqual(await openHidden(ctx), [])
  await agree(4)
  await countHidden(ctx)
  const [part, ...more] = await openHidden(ctx)
  assert.equal(more.length, 0)
  assert.deepEqual(
    part?.skills.map(({ competency, level, asked, uses }) => [
      competency,
      level,
      asked,
      uses.map(({ band }) => band),
    ]),
    [
      ['b2', '3', 2, ['most']],
      ['c3', '3', null, ['most']],
    ],
  )
})

test('two snapshots: one more person changes nothing until a whole new group has come', async () => {
  const { ctx } = database
  const pages = async () => JSON.stringify([(await get(hr, links.roleHidden())).text, await openHidden(ctx)])
  const before = await pages()
  for (let i = 5; i < 9; i++) {
    await uses(i, ['c1/5'])
    await agree(i)
    await countHidden(ctx)
    assert.equal(await pages(), before, `after ${i - 4} more`)
  }
  await uses(9, ['c1/5'])
  await agree(9)
  await countHidden(ctx)
  assert.equal((await openHidden(ctx)).length, 2)
})

test('the page names nobody and no number of people', async () => {
  const { text } = await get(hr, links.roleHidden())
  assert.ok(text.includes('Most or all'))
  const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'))
  for (const { id, name } of people) assert.ok(!main.includes(id) && !main.includes(name), name)
  assert.doesNotMatch(main.replaceAll(/at least (five|three)/g, ''), /\b\d+ (of|people)\b/)
})

test('who takes the agreement back is in no group any more; what the group showed stays', async () => {
  const { ctx } = database
  const before = await openHidden(ctx)
  await agree(0, false)
  await countHidden(ctx)
  assert.deepEqual(await openHidden(ctx), before)
  const rows = await ctx.read((db) =>
    db
      .selectFrom('role_block_person')
      .select('person_id')
      .where('organization_id', '=', db.organizationId)
      .where('person_id', '=', people[0]?.id ?? '')
      .execute(),
  )
  assert.deepEqual(rows, [])
})

test('a hidden skill is taken into the next draft once; what is not hidden cannot be taken', async () => {
  const skill = { framework: spotlight.id, competency: 'b2', level: '3' }
  const first = await send(hr, links.roleHiddenDraft(role), skill)
  assert.equal(first.status, 303)
  const [draft] = await database.ctx.read((db) => listProfiles(db, role))
  assert.equal(draft?.agreedAt, null)
  assert.equal(first.headers.get('location'), links.roleProfile(role, draft?.id ?? ''))
  const taken = draft?.requirements.find(({ competency }) => competency === 'b2')
  assert.deepEqual([taken?.level, taken?.entryLevel, taken?.must], ['3', null, false])
  await send(hr, links.roleHiddenDraft(role), skill)
  const [again] = await database.ctx.read((db) => listProfiles(db, role))
  assert.equal(again?.version, draft?.version)
  const wrong = await send(hr, links.roleHiddenDraft(role), { ...skill, competency: 'a2' })
  assert.equal(wrong.status, 404)
})

test('everybody agrees and takes back for themselves, on a page of their own', async () => {
  const [own] = [people[1]].filter((one) => one !== undefined)
  assert.ok(own)
  const ctx = asMember(database.ctx, own)
  assert.ok((await get(ctx, links.profileCounted())).text.includes('No longer count my workbook'))
  await send(ctx, links.profileCounted(), { counted: 'no' })
  assert.ok((await get(ctx, links.profileCounted())).text.includes('Let my workbook be counted'))
})

test('that somebody is counted is told to themselves alone, and goes with them', async () => {
  const [, , own] = people
  assert.ok(own)
  const { ctx } = database
  const mine = (await get(asMember(ctx, own), links.privacyFile('json'))).text
  assert.ok(mine.includes('workbook may be counted since') && mine.includes('counted in groups'))
  const theirs = (await get(hr, links.privacyFileOf(own.id, 'json'))).text
  assert.ok(!theirs.includes('workbook may be counted since'))
  await ctx.keep((tx) => eraseCounted(tx, own.id))
  assert.deepEqual(await ctx.read((db) => aboutCounted(db, own.id)), {
    'workbook may be counted since': null,
    'counted in groups': [],
  })
})

test('of five only "most or all" is told, and of no group that exactly everybody does something', () => {
  assert.deepEqual(
    [0, 2, 3, 4, 5].map((yes) => bandOf(yes, 5)),
    [null, null, 'most', 'most', 'most'],
  )
  assert.deepEqual(
    [2, 3, 4, 6, 7, 8, 9].map((yes) => bandOf(yes, 9)),
    [null, 'some', 'some', 'half', 'most', 'most', 'most'],
  )
  assert.equal(bandOf(4, 4), null)
})

test('what the profile asks for at that level or above is not hidden, nor what it asks for under another of its competencies', () => {
  const use = (competency: string, level: string, also: string[] = []): Used & { band: 'most' } => ({
    ...{ statementId: competency + level, framework: spotlight.id, competency, also, level },
    ...{ text: `${competency} ${level}`, band: 'most' },
  })
  const asks = [asked(spotlight, 'a2 3/2', () => 'x')]
  const found = hiddenIn(
    {
      uses: [
        use('a2', '2'),
        use('a2', '3'),
        use('a2', '4'),
        use('c1', '1'),
        use('b1', '3', ['a2']),
        use('a2', 'gone'),
      ],
    },
    asks,
    new Map([[spotlight.id, spotlight]]),
  )
  assert.deepEqual(
    found.map(({ competency, level }) => `${competency}/${level}`),
    ['a2/4', 'c1/1'],
  )
})

const statement = (id: string): Used => ({
  ...{ statementId: id, framework: 'f', competency: id, also: [], level: '1', text: id },
})

test('property: over any days, no combination of what is shown concerns fewer than five people', () => {
  const day = fc.array(fc.record({ role: fc.integer({ min: 0, max: 3 }), yes: fc.boolean() }), {
    maxLength: 9,
  })
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 4 }), (days) => {
      const given: Contribution[] = []
      const blocks: Block[] = []
      const shown: string[][] = []
      for (const [d, arrivals] of days.entries()) {
        arrivals.forEach(({ role, yes }, i) => {
          const teamId = role === 3 ? null : `team${role % 2}`
          given.push({
            personId: `${d}-${i}`,
            roleId: `role${role}`,
            teamId,
            uses: yes ? [statement('s')] : [],
          })
        })
        for (const { roles, people } of newBlocks(blocks, given)) {
          blocks.push({ groups: roles, raters: people })
          shown.push(people)
        }
      }
      assert.equal(fewestIsolated(shown, 4), null)
    }),
  )
})

test('property: what one person of a group says never shows alone: with two others answering either way, the page can be the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 12 }), fc.integer({ min: 0, max: 12 }), (people, yes) => {
      const band = bandOf(Math.min(yes, people), people)
      const same = Array.from({ length: people + 1 }, (_, n) => n).filter((n) => bandOf(n, people) === band)
      if (band === 'most' || band === null) assert.equal(same.length, 3)
    }),
  )
})

test('what is left of several roles of one team is counted together; of other teams, or in an analysis, never', () => {
  const person = (roleId: string, teamId: string | null, n: number): Contribution[] =>
    Array.from({ length: n }, (_, i) => ({ personId: `${roleId}${i}`, roleId, teamId, uses: [] }))
  const groups = (...given: Contribution[][]) =>
    newBlocks([], given.flat()).map(({ roles, people }) => `${roles.toSorted().join('+')}: ${people.length}`)
  assert.deepEqual(groups(person('a', 't', 6), person('b', 't', 2), person('c', 't', 3)), ['a: 6', 'b+c: 5'])
  assert.deepEqual(groups(person('b', 't', 3), person('c', 'u', 3)), [])
  assert.deepEqual(groups(person('b', null, 4), person('c', null, 3), person('d', null, 5)), ['d: 5'])
})
