import assert from 'node:assert/strict'
import { test } from 'node:test'
import { measurePages, runExample, sameToSixDigits } from './fixtures/worked-example.ts'
import * as measure from './measure.ts'

for (const page of measurePages())
  test(`docs/methods/measure/${page.name}: the worked example gives what the page says`, () => {
    assert.ok(page.examples.length > 0, 'the page has no fence that begins with ```ts example')
    for (const example of page.examples) {
      let claims = 0
      runExample(example.code, measure, (actual, claim) => {
        claims++
        assert.ok(
          sameToSixDigits(actual, JSON.parse(claim)),
          `${example.name}: the page says ${claim}, the code gives ${JSON.stringify(actual)}`,
        )
      })
      assert.ok(claims > 0, `${example.name} claims nothing: end a line in "// → " and the result as JSON`)
    }
  })

test('a worked example that does not give what it says is found', () => {
  const run = (code: string) => {
    const found: boolean[] = []
    runExample(code, measure, (actual, claim) => found.push(sameToSixDigits(actual, JSON.parse(claim))))
    return found
  }
  const intro = "import { type Estimate, value as known } from 'sightline/measure'\n"
  assert.deepEqual(
    run(`${intro}const x: Estimate = known(1 / 3) // → {"value":0.333333}\nx.value // → 0.333334\n`),
    [true, false],
  )
  assert.deepEqual(run('[1, null] // → [1,null]\nNumber.NaN // → null\n0 // → 0\n1e-7 // → 0\n'), [
    true,
    false,
    true,
    false,
  ])
  assert.deepEqual(run('Float64Array.of(2, 3) // → [2, 3]\n({ a: 1, b: 2 }) // → {"a":1}\n"no" // → "no"'), [
    true,
    false,
    true,
  ])
})
