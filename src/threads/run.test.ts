import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Invalid } from '#errors.ts'
import { fitFacets } from '#measure/facets/fit.ts'
import { simulate } from '#measure/facets/testing/simulated.ts'
import { runInThread } from './run.ts'
import type { count, fail, refuse } from './testing/tasks.ts'

const tasks = import.meta.resolve('./testing/tasks.ts')
const ENDLESS = 1e15

test('a function runs beside the server: the same result, its progress told, the server free meanwhile', async () => {
  const told: number[] = []
  let turns = 0
  const timer = setInterval(() => turns++, 5)
  const running = runInThread<typeof count>({ module: tasks, name: 'count' }, [60_000_000], {
    onProgress: (done) => told.push(done),
  })
  const sum = await running.finally(() => clearInterval(timer))
  const weeks = Math.floor(60_000_000 / 7)
  assert.equal(sum, weeks * 21 + 0 + 1 + 2 + 3)
  assert.equal(told[0], 0)
  assert.ok(turns > 0)
})

test('a thread that is stopped ends at once, with the reason given', async () => {
  const stop = new AbortController()
  const running = runInThread<typeof count>({ module: tasks, name: 'count' }, [ENDLESS], {
    onProgress: () => stop.abort(new Error('No longer wanted.')),
    signal: stop.signal,
  })
  await assert.rejects(running, /No longer wanted/)
  await assert.rejects(
    runInThread<typeof count>({ module: tasks, name: 'count' }, [ENDLESS], { signal: stop.signal }),
    /No longer wanted/,
  )
})

test('what the function throws arrives as it was: wrong input as Invalid, a fault with its message', async () => {
  await assert.rejects(
    runInThread<typeof refuse>({ module: tasks, name: 'refuse' }, ['Give more.']),
    (error) => error instanceof Invalid && error.fields[''] === 'Give more.',
  )
  await assert.rejects(runInThread<typeof fail>({ module: tasks, name: 'fail' }, ['Broken.']), /Broken/)
  await assert.rejects(
    runInThread<typeof fail>({ module: tasks, name: 'missing' }, ['']),
    /no function missing/,
  )
})

test('a long fit of severities gives the same result in a thread, and tells how far it is', async () => {
  const { ratings } = simulate({
    persons: 500,
    raters: 50,
    items: 10,
    ratersPerPerson: 4,
    itemsPerRater: 3,
    seed: 5,
  })
  const told: number[] = []
  const module = import.meta.resolve('#measure/facets/fit.ts')
  const fit = await runInThread<typeof fitFacets>({ module, name: 'fitFacets' }, [ratings, {}], {
    onProgress: ({ done }) => told.push(done),
  })
  assert.deepEqual(fit, fitFacets(ratings))
  assert.ok(told.length > 0)
})

test('a fit can be stopped half-way', async () => {
  const { ratings } = simulate({
    persons: 20_000,
    raters: 50,
    items: 10,
    ratersPerPerson: 4,
    itemsPerRater: 3,
    seed: 5,
  })
  const stop = new AbortController()
  const module = import.meta.resolve('#measure/facets/fit.ts')
  const running = runInThread<typeof fitFacets>({ module, name: 'fitFacets' }, [ratings, {}], {
    onProgress: () => stop.abort(new Error('Stopped by the analyst.')),
    signal: stop.signal,
  })
  await assert.rejects(running, /Stopped by the analyst/)
})
