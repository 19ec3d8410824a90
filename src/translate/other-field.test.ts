import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accuracyOf } from '../../bench/accuracy.ts'
import { secondCases, secondFramework } from '../../bench/translate-second.ts'
import { openEngine } from './backends/engine.ts'
import { readStatements } from './backends/reading.ts'
import { sentenceModelInstalled } from './backends/sentence-model.ts'

const withModel = { skip: sentenceModelInstalled() ? false : 'the sentence model is not installed' }

test('a framework of another field is read through by its own words alone', withModel, async () => {
  const [framework, cases] = [secondFramework(), secondCases()]
  assert.equal(framework.competencies.length, 16)
  assert.ok(cases.length >= 66)
  assert.ok(cases.every(({ competencies: [key] }) => framework.competencies.some((one) => one.key === key)))
  const engine = await openEngine()
  try {
    const prepared = cases.map(({ text }) => engine.prepare(text))
    const read = await readStatements(engine, await engine.translator(framework), prepared, [])
    const judged = read.flatMap(({ reading }, i) => {
      const known = cases[i]
      return known ? [{ ...known, reading }] : []
    })
    const order = framework.scale.levels.map(({ key }) => key)
    const { first, three, exact } = accuracyOf(judged, order)
    assert.ok(first >= 0.39 && three >= 0.66 && exact >= 0.5, JSON.stringify({ first, three, exact }))
  } finally {
    await engine.close()
  }
})
