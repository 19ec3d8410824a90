import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Competency, Framework, Statement } from '#framework/model.ts'
import { coverageCount, coverageOf } from './coverage.ts'
import { type Evidence, EvidenceForm, isWebAddress, STANCES } from './evidence.ts'
import type { LevelsOf, StatementAnswer } from './model.ts'
import type { Placement, Story } from './story.ts'
import { disagreements, type Grounds, groundsOf, oneHigher, surenessOf } from './why.ts'

const LEVELS = ['1', '2', '3', '4', '5']

function statement(id: string, level: string, also: string[] = []): Statement {
  return { id, kind: 'indicator', level, text: `Does ${id}.`, ours: false, also, publication: null }
}

function competency(key: string, statements: Statement[]): Competency {
  const nothing = { code: null, group: null, definition: null, why: null, aliases: [] }
  return { ...nothing, id: key, key, name: key.toUpperCase(), statements }
}

const framework: Pick<Framework, 'id' | 'competencies' | 'scale'> = {
  id: 'f',
  scale: {
    kind: 'proficiency',
    levels: LEVELS.map((key) => ({
      id: key,
      key,
      number: Number(key),
      name: null,
      description: null,
      cues: [],
    })),
  },
  competencies: [
    competency('a', [
      ...LEVELS.filter((key) => key !== '5').map((key) => statement(`a${key}`, key)),
      statement('both', '3', ['b']),
    ]),
    competency('b', [statement('b1', '1'), statement('b2', '2')]),
  ],
}

function story(id: string): Story {
  const parts = { title: id, situation: null, action: null, result: null, change: null, happened: null }
  return {
    ...parts,
    id,
    personId: 'p',
    setting: 'work',
    madeAt: new Date(0),
    changedAt: new Date(0),
    version: 1,
  }
}

const placement = fc.record({
  id: fc.uuid(),
  storyId: fc.constantFrom('s1', 's2', 's3', 'gone'),
  frameworkId: fc.constantFrom('f', 'other'),
  competency: fc.constantFrom('a', 'b', 'gone'),
  level: fc.constantFrom(...LEVELS),
  activity: fc.constant(null),
  placedBy: fc.constant('person' as const),
  placedAt: fc.constant(new Date(0)),
})
const STORIES = ['s1', 's2', 's3'].map(story)

test('a placement never changes what another shows: the map is the union of its placements', () => {
  const cells = (placements: readonly Placement[]) =>
    coverageOf(framework, STORIES, placements).flatMap((row) =>
      row.cells.flatMap((cell) => cell.stories.map(({ id }) => `${cell.competency}/${cell.level}/${id}`)),
    )
  fc.assert(
    fc.property(fc.array(placement, { maxLength: 12 }), placement, (before, one) => {
      const [was, now] = [new Set(cells(before)), new Set(cells([...before, one]))]
      for (const cell of was) assert.ok(now.has(cell))
      assert.deepEqual(now, new Set([...was, ...cells([one])]))
      assert.deepEqual(new Set(cells(before.toReversed())), was)
    }),
  )
})

test('the map counts competencies with any story, and empty cells say what the framework describes there', () => {
  const at = (competency: string, level: string): Placement => ({
    ...{ id: `${competency}${level}`, storyId: 's1', frameworkId: 'f', competency, level, activity: null },
    ...{ placedBy: 'person', placedAt: new Date(0) },
  })
  const rows = coverageOf(framework, STORIES, [at('a', '3'), at('a', '3')])
  assert.equal(rows[0]?.cells[2]?.stories.length, 1)
  assert.deepEqual(rows[1]?.cells[2]?.statements, ['Does both.'])
  assert.deepEqual(rows[0]?.cells[4]?.statements, [])
  const { competencies, shown, without } = coverageCount(rows)
  assert.deepEqual([competencies, shown, without.map(({ key }) => key)], [2, 1, ['b']])
})

const evidence: fc.Arbitrary<Evidence> = fc
  .record({
    id: fc.uuid(),
    level: fc.constantFrom(...LEVELS),
    competency: fc.constantFrom('a', 'b'),
    stance: fc.constantFrom(...STANCES),
    writer: fc.constantFrom('p', 'q'),
    withdrawn: fc.option(fc.constant({ at: new Date(0), reason: 'It was another day.' })),
    correctedBy: fc.option(fc.uuid()),
  })
  .map(({ writer, ...rest }) => ({
    ...rest,
    ...{
      person: { id: 'p', name: 'P' },
      frameworkId: 'f',
      seenOn: '2026-01-02',
      text: 'Seen.',
      seenBy: null,
      link: null,
    },
    ...{ writtenBy: { id: writer, name: writer }, writtenAt: new Date(0), corrects: null, answers: [] },
  }))

const answer = (statementId: string, level: string, said: StatementAnswer['answer']): StatementAnswer => ({
  ...{ statementId, text: `Does ${statementId}.`, competency: 'a', also: [], level, answer: said },
  answeredAt: new Date('2026-01-01T12:00:00Z'),
})

const LEVEL: LevelsOf = {
  ...{ framework: 'f', competency: 'a', uses: 2, can: 3, stretch: 4, firm: true },
  asOf: new Date('2026-01-01T12:00:00Z'),
}

function grounds(entries: readonly Evidence[]): Grounds {
  const answers = [answer('a1', '1', 'now'), answer('a3', '3', 'seldom'), answer('a4', '4', 'develop')]
  return {
    framework,
    competency: 'a',
    answers,
    activities: [],
    stories: [],
    placements: [],
    evidence: entries,
  }
}

test('evidence never changes a level, and what was withdrawn or corrected never counts', () => {
  fc.assert(
    fc.property(fc.array(evidence, { maxLength: 10 }), (entries) => {
      const all = groundsOf(grounds(entries))
      const standing = entries.filter((one) => one.competency === 'a' && !one.withdrawn && !one.correctedBy)
      assert.deepEqual(
        new Set(all.flatMap((one) => one.evidence.map(({ id }) => id))),
        new Set(standing.map(({ id }) => id)),
      )
      // What is said of the level, and what comes next, is the same with and without it.
      const without = groundsOf(grounds([]))
      assert.deepEqual(
        all.map(({ said }) => said),
        without.map(({ said }) => said),
      )
      assert.equal(oneHigher(LEVEL.can, all)?.level.key, oneHigher(LEVEL.can, without)?.level.key)
      const sure = surenessOf(LEVEL, grounds(entries))
      assert.equal(sure.firm, LEVEL.firm)
      assert.equal(sure.evidenceFor + sure.evidenceAgainst, standing.length)
    }),
  )
})

test('every entry that speaks against a level that is reached is shown beside it, whoever wrote it', () => {
  fc.assert(
    fc.property(
      fc.array(evidence, { maxLength: 10 }),
      fc.option(fc.integer({ min: 0, max: 5 })),
      (entries, can) => {
        const found = disagreements(can, groundsOf(grounds(entries)))
        const against = entries.filter(
          (one) =>
            one.stance === 'against' &&
            one.competency === 'a' &&
            !one.withdrawn &&
            !one.correctedBy &&
            (can === null || Number(one.level) <= can),
        )
        assert.deepEqual(
          new Set(found.filter(({ kind }) => kind === 'against').map(({ entry }) => entry.id)),
          new Set(against.map(({ id }) => id)),
        )
        for (const { entry, kind } of found) if (kind !== 'against') assert.equal(entry.writtenBy.id, 'q')
      },
    ),
  )
})

test('what is not answered is not a no, and the next level is the next that says anything', () => {
  const all = groundsOf(grounds([]))
  assert.deepEqual(all[1]?.said, [{ text: 'Does a2.', answer: null, isOwn: false }])
  assert.equal(oneHigher(3, all)?.level.key, '4')
  assert.equal(oneHigher(4, all), null)
  assert.equal(oneHigher(null, all)?.level.key, '1')
  const sure = surenessOf(LEVEL, grounds([]))
  assert.deepEqual([sure.answered, sure.asked, sure.stories], [3, 5, 0])
  assert.equal(surenessOf(null, { ...grounds([]), answers: [] }).newest, null)
})

test('an answer to a statement that the framework has left out since stays in view', () => {
  const former = { ...answer('left-out', '2', 'now'), text: 'Did it by hand.' }
  const all = groundsOf({ ...grounds([]), answers: [former] })
  assert.deepEqual(all[1]?.said.at(-1), { text: 'Did it by hand.', answer: 'now', isOwn: false })
})

test('only addresses of the web are links, and days are days', () => {
  const links: [string, boolean][] = [
    ['https://example.org/a?b=c', true],
    ['http://example.org', true],
    ['javascript:alert(1)', false],
    ['JavaScript://example.org/%0aalert(1)', false],
    ['data:text/html,x', false],
    ['https://me:secret@example.org/', false],
    ['example.org', false],
  ]
  for (const [link, ok] of links) assert.equal(isWebAddress(link), ok, link)
  const input = {
    framework: 'f',
    competency: 'a',
    level: '3',
    stance: 'for',
    seenOn: '2026-02-29',
    text: 'Seen.',
  }
  const { error } = EvidenceForm.safeParse(input)
  assert.deepEqual(
    error?.issues.map(({ path }) => path[0]),
    ['seenOn'],
  )
  assert.equal(EvidenceForm.parse({ ...input, seenOn: '2024-02-29', link: '' }).link, null)
})
