import assert from 'node:assert/strict'
import { test } from 'node:test'
import { competencyLabel } from '#framework/model.ts'
import { spotlight as libraryFramework } from '../../bench/translate-corpus.ts'
import { asked } from './fixtures/shared-team.ts'
import { describedIn, hiddenIn, type Used } from './hidden.ts'

const spotlight = libraryFramework()

test('what the description says is not hidden; what only the profile asks for is, once a description is published', () => {
  const use = (competency: string, level: string): Used & { band: 'most' } => ({
    ...{ statementId: competency + level, framework: spotlight.id, competency, also: [], level },
    ...{ text: `${competency} ${level}`, band: 'most' },
  })
  const names = new Map(spotlight.competencies.map((one) => [one.key, competencyLabel(one)]))
  const line = (id: string, competency: string) => ({
    ...{ id, text: 'x', under: null },
    origin: {
      ...{ from: 'framework' as const, framework: spotlight.title, competency: names.get(competency) ?? '' },
      ...{ level: '', words: 'x', agreed: null },
    },
  })
  const section = { key: 'do', kind: 'lines' as const, heading: '', text: '', facts: [] }
  const described = describedIn({
    title: '',
    sections: [{ ...section, lines: [line('of a2', 'a2'), line('b12', 'b1')] }],
  })
  const asks = [asked(spotlight, 'a2 3/2', () => 'x'), asked(spotlight, 'c1 3/2', () => 'y')]
  const uses = [use('a2', '3'), use('c1', '2'), use('b1', '2'), use('b1', '3')]
  const yardsticks = new Map([[spotlight.id, spotlight]])
  const found = (...by: Parameters<typeof hiddenIn>) =>
    hiddenIn(...by).map(({ missing, competency, level }) => `${missing} ${competency}/${level}`)
  assert.deepEqual(found({ uses }, asks, yardsticks, described), ['profile b1/3', 'description c1/2'])
  assert.deepEqual(found({ uses }, asks, yardsticks), ['profile b1/3', 'profile b1/2'])
})
