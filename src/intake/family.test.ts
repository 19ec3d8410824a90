import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sourceFrom } from './decode.ts'
import { frameworks } from './fixtures/frameworks.ts'
import { LAYOUTS } from './fixtures/layouts.ts'
import { type Score, score } from './fixtures/measure.ts'
import type { Layout } from './fixtures/writing.ts'
import { readDocument } from './read.ts'

const RUNS = 12
const SEED = 20261121

interface Sum {
  expected: number
  found: number
  matched: number
  levelMatched: number
  levelRight: number
  sectionRight: number
  confident: number
  confidentErrors: number
}

const FLOORS = {
  A: { recall: 0.98, precision: 0.97, level: 0.99, section: 0.98, errors: 0.01 },
  B: { recall: 0.93, precision: 0.9, level: 0.97, section: 0.95, errors: 0.02 },
  C: { recall: 0.55, precision: 0.6, level: 0.7, section: 0, errors: 0 },
}

function measure(layout: Layout): Sum {
  const [from, to] = layout.competencies
  const samples = fc.sample(frameworks(from, to, layout.least ?? 2), { numRuns: RUNS, seed: SEED })
  const scores = samples.map((made) => {
    const { text, truth } = layout.write(made)
    const draft = readDocument(sourceFrom(text, null))
    assert.equal(draft.ledger.lostWords + draft.ledger.inventedWords, 0)
    return score(draft, truth)
  })
  const sum = (part: (one: Score) => number) => scores.reduce((total, one) => total + part(one), 0)
  return {
    expected: sum((s) => s.expected),
    found: sum((s) => s.found),
    matched: sum((s) => s.matched),
    levelMatched: sum((s) => s.levelMatched),
    levelRight: sum((s) => s.levelRight),
    sectionRight: sum((s) => s.sectionRight),
    confident: sum((s) => s.confident),
    confidentErrors: sum((s) => s.confidentErrors),
  }
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)

for (const layout of LAYOUTS) {
  test(`a framework written as “${layout.name}” is read back`, () => {
    const sum = measure(layout)
    const recall = share(sum.matched, sum.expected)
    const precision = share(sum.matched, sum.found)
    const level = share(sum.levelRight, sum.levelMatched)
    const section = share(sum.sectionRight, sum.matched)
    const errors = sum.confidentErrors / Math.max(1, sum.confident)
    const shown = [recall, precision, level, section].map((n) => n.toFixed(2)).join(' / ')
    console.log(
      `${layout.grade} ${layout.name}: recall / precision / level / section ${shown}, confident errors ${errors.toFixed(3)}`,
    )
    const floor = FLOORS[layout.grade]
    assert.ok(recall >= floor.recall, `recall ${recall}`)
    assert.ok(precision >= floor.precision, `precision ${precision}`)
    assert.ok(level >= floor.level, `level ${level}`)
    assert.ok(section >= floor.section, `section ${section}`)
    assert.ok(errors <= floor.errors, `confident errors ${errors}`)
  })
}
