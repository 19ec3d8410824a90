import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Invalid } from '../errors.ts'
import { SOURCE, welcomeDraft } from './fixtures/draft.ts'
import { publicationFrom } from './publication.ts'
import { hindrances, PublicationForm, toFramework } from './publish.ts'
import { replay } from './review.ts'

const form = PublicationForm.parse({
  title: 'Reception',
  permission: 'own',
  summary: 'How we welcome people.',
})
const settled = replay(SOURCE, welcomeDraft(), [{ do: 'keep-as-notes', competency: 'c1' }])

test('a full tray, a missing name or no competency at all keep a draft from being published, all told at once', () => {
  assert.deepEqual(hindrances(settled), [])
  assert.match(hindrances(welcomeDraft()).join(), /1 item is still unplaced/)
  const bare = replay(SOURCE, welcomeDraft(), [{ do: 'remove-competency', competency: 'c1' }])
  assert.equal(hindrances(bare).length, 2)
  assert.throws(() => toFramework(bare, form), Invalid)
})

test('a settled draft becomes a framework with its levels, statements and the answer about permission', () => {
  const framework = toFramework(settled, form)
  assert.deepEqual(
    [framework.slug, framework.licence.name],
    ['reception', 'Our own words: all rights with us'],
  )
  assert.equal(framework.summary, 'How we welcome people.')
  assert.deepEqual(
    framework.scale.levels.map((l) => l.key),
    ['1', '2'],
  )
  const [competency] = framework.competencies
  assert.equal(competency?.definition, 'Makes people feel expected.')
  assert.deepEqual(
    competency?.statements.map((s) => [s.kind, s.level, s.text]),
    [
      ['indicator', '1', 'Greets visitors when they come in.'],
      ['indicator', '1', 'Shows the way; offers a seat.'],
      ['indicator', '2', 'Notices who has waited longest.'],
      ['note', null, 'A line that fits nowhere.'],
    ],
  )
})

test('competencies share one scale: by number, by name where a number is missing, lowest first', () => {
  const [one] = settled.competencies
  assert.ok(one)
  const level = (number: number | null, name: string | null, order: number) => ({
    number,
    name,
    order,
    indicators: [],
  })
  const draft = {
    ...settled,
    competencies: [
      { ...one, levels: [level(3, 'Top', 0), level(1, 'Basic', 1)] },
      { ...one, id: 'c2', levels: [level(null, 'top', 0), level(2, null, 1), level(null, 'Beyond', 2)] },
    ],
  }
  const { scale, competencies } = toFramework(draft, form)
  assert.deepEqual(
    scale.levels.map((l) => [l.key, l.name]),
    [
      ['1', 'Basic'],
      ['2', null],
      ['3', 'Top'],
      ['beyond', 'Beyond'],
    ],
  )
  assert.deepEqual(
    competencies.map((c) => c.key),
    ['welcoming-visitors', 'welcoming-visitors-2'],
  )
})

test('a line of a book list is taken apart, whichever of two ways it is written; anything else stays whole', () => {
  const by = publicationFrom(
    'The Kind Desk by A. Moss & B. Reed (Harbour House, 2011). How to run a front desk.',
  )
  assert.deepEqual(by.publication, {
    title: 'The Kind Desk',
    authors: 'A. Moss & B. Reed',
    publisher: 'Harbour House',
    year: 2011,
    url: null,
  })
  assert.equal(by.remark, 'How to run a front desk.')
  assert.equal(
    publicationFrom('Moss, A. (2011). The kind desk. Harbour House.').publication?.title,
    'The kind desk',
  )
  assert.deepEqual(publicationFrom('Ask the library.'), { publication: null, remark: 'Ask the library.' })
})

test('without an answer about permission, or with half an address, nothing is published', () => {
  const messages = PublicationForm.safeParse({
    title: '',
    permission: '',
    url: 'example.org',
  }).error?.issues.map((i) => i.path[0])
  assert.deepEqual(messages, ['title', 'url', 'permission'])
})

test('groups and levels whose names read alike in links are published as the two that they are', () => {
  const [one] = settled.competencies
  const [level] = one?.levels ?? []
  assert.ok(one && level)
  const named = (name: string, group: string, star: string) => ({
    ...{ ...one, name, group },
    levels: [{ ...level, name: star, number: null }],
  })
  const competencies = [named('One', 'People & Work', '★'), named('Two', 'People / Work', '★★')]
  const framework = toFramework({ ...settled, competencies }, form)
  assert.deepEqual(
    framework.groups.map(({ name }) => name),
    ['People & Work', 'People / Work'],
  )
  assert.equal(new Set(framework.groups.map(({ key }) => key)).size, 2)
  assert.equal(new Set(framework.scale.levels.map(({ key }) => key)).size, 2)
  assert.deepEqual(
    framework.competencies.map(({ group }) => group),
    framework.groups.map(({ key }) => key),
  )
})
