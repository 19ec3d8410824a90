import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import mammoth from 'mammoth'
import type { Context } from '#context.ts'
import type { Framework } from '#framework/model.ts'
import { asMember, call, get } from '#people/fixtures/office.ts'
import { insertPlacement, insertStory } from '#profile/store/stories.ts'
import { links } from '#routes.ts'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { agreedRole, asked, setLevels, share, somebody, spotlightOf } from './fixtures/shared-team.ts'
import { gapsOf } from './gap.ts'
import { preparationOf } from './preparation.ts'

let database: TestDatabase
let spotlight: Framework
let role: string
let ana: Context
let lea: Context
before(async () => {
  database = await openTestDatabase({ library: true })
  const { ctx } = database
  spotlight = await spotlightOf(ctx)
  const [a, l] = [await somebody(ctx, 'Ana Moss'), await somebody(ctx, 'Lea Chief')]
  ana = asMember(ctx, { id: a.id, name: 'Ana Moss' })
  lea = asMember(ctx, { id: l.id, name: 'Lea Chief' }, 'manager')
  const asks = ['a2 3/2 must', 'b2 2/-', 'c1 3/3 must'].map((line) =>
    asked(spotlight, line, () => ctx.newId()),
  )
  role = await agreedRole(ctx, { title: 'Adviser', asks, posts: [a.post] })
  await agreedRole(ctx, { title: 'Leader', asks: [asked(spotlight, 'b2 5/3', () => ctx.newId())] })
  await setLevels(ctx, a.id, spotlight, [
    { competency: 'a2', uses: 1, can: 2 },
    { competency: 'b2', uses: 3, can: 4, firm: false },
  ])
})
after(() => database.close())

const idOf = (ctx: Context) => ctx.viewer.person?.id ?? ''
const textOf = (html: string) =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

test('one’s own gap says must-haves first, what is unknown, what would close it and where more is used', async () => {
  const { status, text } = await get(ana, links.roleGap(role))
  assert.equal(status, 200)
  const said = textOf(text)
  for (const part of [
    'Between you and Adviser',
    '1 must-have not yet, 1 unknown.',
    '1 level to go',
    'What would close it: 3 Proficient problem-solving',
    'Few answers',
    'Leader (level 5)',
  ])
    assert.ok(said.includes(part), part)
})

test('somebody else’s gap shows what they share and no more', async () => {
  await share(database.ctx, idOf(ana), { with: [idOf(lea)], framework: spotlight, competencies: ['b2'] })
  const { text } = await get(lea, links.roleGap(role, idOf(ana)))
  const said = textOf(text)
  assert.ok(said.includes('Ana Moss and Adviser') && said.includes('2 must-haves not shared.'))
  assert.ok(!said.includes('1 level to go'))
  assert.equal((await get(lea, links.roleGap(role, database.ctx.newId()))).status, 404)
  assert.equal((await get(ana, links.roleGap(database.ctx.newId()))).status, 404)
})

test('a visitor sees what a role needs, and nobody’s levels', async () => {
  const { viewer } = database.ctx
  const visitor = database.ctx.as({ ...viewer, roles: new Set(['visitor']), person: null, via: 'page' })
  const { status, text } = await get(visitor, links.roleGap(role))
  assert.equal(status, 200)
  assert.ok(textOf(text).includes('What Adviser needs'))
  assert.equal((await get(visitor, links.roleGap(role, idOf(ana)))).status, 404)
  const prepared = textOf((await get(visitor, links.rolePreparation(role))).text)
  assert.ok(prepared.includes('Tell us about a time') && !prepared.includes('Your stories'))
})

test('the roles that fit are one’s own question', async () => {
  const said = textOf((await get(ana, links.roleFits())).text)
  assert.ok(said.indexOf('Leader') < said.indexOf('Adviser'), 'no must-have is missing there')
})

test('programs ask for their own gap, in the same words', async () => {
  const response = await call(ana, 'GET', `/api${links.roleGap(role)}`)
  const gap = (await response.json()) as {
    mustHaves: { full: object }
    gaps: { competency: string; standing: string; can: number | null }[]
  }
  assert.deepEqual(gap.mustHaves.full, { total: 2, met: 0, below: 1, unknown: 1, notShared: 0 })
  assert.deepEqual(
    gap.gaps.map(({ competency, standing, can }) => [competency, standing, can]),
    [
      ['a2', 'below', 2],
      ['c1', 'unknown', null],
      ['b2', 'above', 4],
    ],
  )
})

test('preparing puts what is asked on the first day first, with one’s own stories at the level or one below', async () => {
  const { ctx } = database
  const stories = await Promise.all(
    [
      ['The long queue', 'a2', '3'],
      ['A small thing', 'a2', '1'],
      ['The broken van', 'c1', '2'],
    ].map(async ([title = '', competency = '', level = '']) => {
      const id = ctx.newId()
      await ctx.keep(async (tx) => {
        const told = {
          title,
          situation: null,
          action: 'I did it.',
          result: null,
          change: null,
          setting: 'work' as const,
          happened: null,
        }
        await insertStory(tx, { ...told, id, personId: idOf(ana), at: ctx.now() })
        await insertPlacement(tx, {
          id: ctx.newId(),
          storyId: id,
          frameworkId: spotlight.id,
          competency,
          level,
          activity: null,
          placedBy: 'person',
          placedAt: ctx.now(),
        })
      })
      return id
    }),
  )
  const { text } = await get(ana, links.rolePreparation(role))
  const said = textOf(text)
  assert.ok(said.includes('No story at the level yet for C1'), 'one level below is not enough')
  assert.ok(said.includes('The long queue shows 3 Proficient problem-solving'))
  assert.ok(said.includes('The broken van shows 2 Automatic fluency, one level below'))
  assert.ok(text.indexOf('<h2>A2 Monitoring') < text.indexOf('<h2>B2 Communicating'))
  assert.ok(text.includes(links.story(stories[0] ?? '')))
  const others = textOf((await get(lea, links.rolePreparation(role))).text)
  assert.ok(!others.includes('The long queue'))
})

test('without questions of the framework they are made from its behaviours, at the level of the first day or at the first', () => {
  const competencies = spotlight.competencies.map((one) => ({
    ...one,
    statements: one.statements.filter(({ kind }) => kind !== 'question'),
  }))
  const bare = new Map([[spotlight.id, { ...spotlight, competencies }]])
  const asks = ['a2 3/2', 'b1 3/-'].map((line) => asked(spotlight, line, () => database.ctx.newId()))
  const gaps = gapsOf(asks, bare, { levels: [], shared: false })
  const parts = preparationOf(gaps, bare, { stories: [], placements: [] })
  assert.deepEqual(
    parts.map((part) => [part.gap.requirement.competency, part.asked]),
    [
      ['a2', 2],
      ['b1', 1],
    ],
  )
  const made = parts.flatMap(({ questions }) => questions.map(({ text }) => text))
  assert.ok(
    made.includes(
      'Tell us about a time when you had to show other people what conduct a situation calls for.',
    ),
  )
  assert.ok(
    made.includes(
      'Tell us about a time when you did this: “Learns where their own role ends and another begins.”',
    ),
  )
})

test('gap and preparation are taken along as word-processor files', async () => {
  for (const [path, words] of [
    [
      links.roleGapFile(role),
      ['Between Ana Moss and Adviser', 'Must-haves', 'What would close it', 'Version 1'],
    ],
    [
      links.rolePreparationFile(role),
      ['Preparing for Adviser', 'Tell us about a time', 'The long queue', 'No story yet'],
    ],
  ] as const) {
    const response = await appFor(ana).request(path)
    assert.equal(response.status, 200)
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await response.arrayBuffer()) })
    for (const word of words) assert.ok(value.includes(word), `${path}: ${word}`)
  }
})
