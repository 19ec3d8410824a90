/** A scorecard on a tablet: the connection goes, another device writes, the page is loaded again, and no word is lost. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Context } from '../../src/context.ts'
import { openCard } from '../../src/recruit/actions/card.ts'
import { makeTestVacancy, PANEL, someone, type TestVacancy } from '../../src/recruit/fixtures/panel.ts'
import { appFor } from '../app.ts'
import {
  browser,
  closeBrowser,
  faultsOf,
  noBrowser,
  openView,
  type Served,
  serveApp,
  VIEWS,
} from '../browser.ts'
import { openTestDatabase, type TestDatabase } from '../database.ts'
import { loadExample } from '../example.ts'

let database: TestDatabase
let aroha: Context
let served: Served
let vacancy: TestVacancy
before(async () => {
  if (noBrowser) return
  database = await openTestDatabase()
  const ours = await loadExample(database)
  vacancy = await makeTestVacancy(ours, 3)
  aroha = someone(ours, PANEL[0])
  served = await serveApp(appFor(aroha))
})
after(async () => {
  if (noBrowser) return
  await served.close()
  await closeBrowser()
  await database.close()
})

const path = (i: number) => `/recruit/${vacancy.vacancyId}/candidate/${vacancy.candidateIds[i]}/card`
const field = (name: string, question = 0) => `[name="${name}:${vacancy.questions[question]?.id}"]`
const savedWords = (page: Page) => page.waitForSelector('text=/^saved \\d/')

/** Until nothing is kept on the device any more. */
async function allSent(page: Page): Promise<void> {
  const kept = `Object.keys(localStorage).some((key) => key.startsWith('sightline-card'))`
  while (await page.evaluate(kept)) await page.waitForTimeout(100)
}

async function stored(i: number) {
  const { card } = await openCard(aroha, vacancy.vacancyId, vacancy.candidateIds[i] ?? '')
  return card?.entries ?? []
}

test('typed without a connection, loaded again with one: everything arrives, once', {
  skip: noBrowser,
}, async () => {
  const context = await browser().newContext({ viewport: { width: 820, height: 1100 } })
  const page = await context.newPage()
  await page.goto(served.url + path(0))
  await page.fill(field('notes'), 'Rang her back.')
  await savedWords(page)
  await context.route('**/card/entries', (route) => route.abort())
  await page.fill(field('notes'), 'Rang her back. Wrote it down.')
  await page.press(`${field('given')}[value="5"]`, ' ')
  await page.waitForSelector('[data-saved]:has-text("kept on this device")')
  assert.equal((await stored(0))[0]?.rating, null)
  await page.reload()
  assert.equal(await page.inputValue(field('notes')), 'Rang her back. Wrote it down.')
  await context.unroute('**/card/entries')
  await page.reload()
  await allSent(page)
  const [entry] = await stored(0)
  assert.deepEqual([entry?.notes, entry?.rating, entry?.revision], ['Rang her back. Wrote it down.', 5, 2])
  await context.close()
})

test('two devices write on the same answer: the words of both stand, and a choice is not overwritten', {
  skip: noBrowser,
}, async () => {
  const contexts = await Promise.all([0, 1].map(() => browser().newContext()))
  const pages = await Promise.all(contexts.map((context) => context.newPage()))
  const [first, second] = pages
  assert.ok(first && second)
  for (const page of pages) await page.goto(served.url + path(1))
  await first.fill(field('notes'), 'From the tablet.')
  await first.press(`${field('given')}[value="6"]`, ' ')
  await savedWords(first)
  await allSent(first)
  await second.fill(field('notes'), 'From the phone.')
  await second.press(`${field('given')}[value="2"]`, ' ')
  await second.waitForSelector('[data-saved]:has-text("another rating")')
  await allSent(second)
  const [entry] = await stored(1)
  assert.equal(entry?.rating, 6)
  assert.equal(entry?.notes, 'From the tablet.\nFrom the phone.')
  for (const context of contexts) await context.close()
})

for (const view of VIEWS)
  test(`filling in, looking over and submitting has no faults (${view.name})`, {
    skip: noBrowser,
  }, async () => {
    const page = await openView(view)
    await page.goto(served.url + path(2))
    assert.deepEqual(await faultsOf(page), [])
    await page.goto(`${served.url}${path(2)}/submission`)
    assert.deepEqual(await faultsOf(page), [])
    await page.context().close()
  })

test('without a script: the form saves, says what is lacking, and submits', { skip: noBrowser }, async () => {
  const view = VIEWS.find(({ scripts }) => !scripts)
  assert.ok(view)
  const page = await openView(view)
  await page.goto(served.url + path(2))
  await page.press(`${field('given')}[value="4"]`, ' ')
  await page.click('button[value="submission"]')
  await page.waitForSelector('text=answers are not complete')
  await page.click('text=Back to the scorecard')
  for (const i of vacancy.questions.keys()) await page.press(`${field('given', i)}[value="none"]`, ' ')
  await page.click('button[value="submission"]')
  assert.equal(await page.isVisible('text=Not everything has arrived'), false)
  await page.click('text=Submit and lock it')
  await page.waitForSelector('text=You have submitted this scorecard')
  assert.equal(await page.locator('form.scorecard').count(), 0)
  await page.context().close()
})
