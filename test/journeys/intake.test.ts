import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { links } from '../../src/routes.ts'
import { appFor } from '../app.ts'
import {
  browser,
  closeBrowser,
  complaintsOf,
  faultsOf,
  noBrowser,
  openView,
  type Served,
  serveApp,
  VIEWS,
} from '../browser.ts'
import { openTestDatabase, type TestDatabase } from '../database.ts'
import { WATER } from './water.ts'

let database: TestDatabase
let served: Served

before(async () => {
  if (noBrowser) return
  database = await openTestDatabase({ library: true })
  served = await serveApp(appFor(database.ctx))
})

after(async () => {
  if (!noBrowser) {
    await served.close()
    await database.close()
  }
  await closeBrowser()
})

/** The draft's address, after reading the document in as a person does. */
async function readIn(page: Page): Promise<string> {
  await page.goto(served.url)
  await page.getByRole('link', { name: 'Read a document in' }).click()
  await page.getByLabel('Paste the text').fill(WATER)
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.waitForURL(/\/intake\/[0-9a-f-]{36}$/)
  return page.url()
}

const item = (page: Page, text: string) => page.locator('.item').filter({ hasText: text })
const texts = (page: Page, place: string) =>
  page.locator(`[data-place="${place}"] [data-text]`).allTextContents()
const level = async (page: Page, number: number) => {
  const place = await page.locator(`[data-level="${number}"]`).getAttribute('data-place')
  return texts(page, place ?? '')
}

/** The seen position moves with every change, so waiting for it is waiting for the change. */
async function changed(page: Page, act: () => Promise<unknown>) {
  const seen = await page.locator('#review').getAttribute('data-seen')
  await act()
  await page.locator(`#review:not([data-seen="${seen}"]):not([aria-busy])`).waitFor()
}

async function reviewByForms(page: Page) {
  assert.equal(await page.getByRole('heading', { level: 2, name: /keeping the water running/i }).count(), 1)
  assert.deepEqual(
    (await level(page, 1)).at(-1),
    'Reads the pressure gauge each morning and writes the figure down.',
  )
  await item(page, 'Tells residents').getByRole('checkbox').check()
  await page.getByLabel('Move the ticked items to').selectOption({ label: 'Level 3' })
  await changed(page, () => page.getByRole('button', { name: 'Move the ticked items' }).click())
  assert.equal((await level(page, 3))[0], 'Tells residents how long the water will be off.')

  await item(page, 'Finds the valve')
    .getByRole('link', { name: /Change/ })
    .click()
  const box = page.getByLabel('Words of this item')
  await box.fill('Finds the valve that shuts off one street\nOpens it again slowly.')
  await changed(page, () => page.getByRole('button', { name: 'Save' }).click())
  assert.deepEqual(await level(page, 2), [
    'Finds the valve that shuts off one street',
    'Opens it again slowly.',
  ])

  await item(page, 'Opens it again').getByRole('checkbox').check()
  await changed(page, () => page.getByRole('button', { name: 'Join the ticked items' }).click())
  assert.deepEqual(await level(page, 2), ['Finds the valve that shuts off one street Opens it again slowly.'])
  await changed(page, () => page.getByRole('button', { name: 'Undo' }).click())
  assert.equal((await level(page, 2)).length, 2)

  await item(page, 'Walk one supply zone').getByRole('checkbox').check()
  await changed(page, () => page.getByRole('button', { name: 'To notes' }).click())
  assert.match(await page.locator('.page-head').innerText(), /every one has its place/)
}

async function takeBackTheJoin(page: Page) {
  await page.locator('#repairs > summary').click()
  await changed(page, () => page.getByRole('button', { name: /^Take back: joined/ }).click())
  assert.deepEqual((await level(page, 1)).slice(1), [
    'Reads the pressure gauge each morning and',
    'writes the figure down.',
  ])
  await changed(page, () => page.getByRole('button', { name: 'Undo' }).click())
  assert.equal((await level(page, 1)).length, 2)
}

async function publish(page: Page, title: string) {
  const left = page.getByRole('button', { name: 'Keep all as notes' })
  if (await left.count()) await changed(page, () => left.click())
  await page.getByRole('link', { name: 'Publish' }).click()
  await page.getByLabel('Title').fill(title)
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByText('Say whether you may use this text').first().waitFor()
  assert.equal(await page.getByLabel('Title').inputValue(), title)
  await page.getByLabel('May your organisation use this text?').selectOption('own')
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.waitForURL(/\/framework\//)
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Frameworks' }).click()
  for (const name of [title, 'Spotlight', 'Wyoming Customer Focus'])
    await page.getByRole('link', { name, exact: true }).waitFor()
}

for (const javaScriptEnabled of [true, false])
  test(`a document is read in, checked, put right, published and found beside the others, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, {
    skip: noBrowser,
  }, async () => {
    const context = await browser().newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    await readIn(page)
    await takeBackTheJoin(page)
    await reviewByForms(page)
    await publish(page, `Water ${javaScriptEnabled ? 'one' : 'two'}`)
    assert.deepEqual(
      complaints.filter((text) => !text.includes('422')),
      [],
    )
    await context.close()
  })

test('keys take an item, light up its line, move it to a level, cut it, note it and undo', {
  skip: noBrowser,
}, async () => {
  const page = await browser().newPage()
  const complaints = complaintsOf(page)
  await readIn(page)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  assert.match((await page.locator('.item:focus').textContent()) ?? '', /Reports a leak/)
  assert.match((await page.locator('.source-lines .lit').textContent()) ?? '', /Reports a leak/)
  await changed(page, () => page.keyboard.press('3'))
  assert.equal((await level(page, 3))[0], 'Reports a leak with the street and the house number.')
  assert.match((await page.locator('.item:focus').textContent()) ?? '', /Reads the pressure gauge/)

  await page.evaluate(() => {
    const words = document.querySelector('.item:focus [data-text]')?.firstChild
    if (words) getSelection()?.collapse(words, 'Reads the pressure gauge each morning'.length)
  })
  await changed(page, () => page.keyboard.press('s'))
  assert.deepEqual(await level(page, 1), [
    'Reads the pressure gauge each morning',
    'and writes the figure down.',
  ])
  await changed(page, () => page.keyboard.press('u'))
  await changed(page, () => page.keyboard.press('u'))
  assert.equal((await level(page, 1)).length, 2)

  await page.getByText('Keys', { exact: true }).click()
  await page.getByLabel('Use these keys').uncheck()
  await page.locator('body').click()
  const seen = await page.locator('#review').getAttribute('data-seen')
  await page.keyboard.press('n')
  await page.waitForTimeout(200)
  assert.equal(await page.locator('#review').getAttribute('data-seen'), seen)
  assert.deepEqual(complaints, [])
  await page.close()
})

test('of two windows on one draft the late one is told so, and its words are still in the box', {
  skip: noBrowser,
}, async () => {
  const context = await browser().newContext()
  const [early, late] = [await context.newPage(), await context.newPage()]
  const draft = await readIn(early)
  await late.goto(draft)
  await item(late, 'Reports a leak')
    .getByRole('link', { name: /Change/ })
    .click()
  await late.getByLabel('Words of this item').fill('Reports each leak at once.')
  await item(early, 'Walk one supply zone').getByRole('checkbox').check()
  await changed(early, () => early.getByRole('button', { name: 'To notes' }).click())
  await late.getByRole('button', { name: 'Save' }).click()
  await late.getByText('changed in another window').waitFor()
  assert.equal(await late.getByLabel('Words of this item').inputValue(), 'Reports each leak at once.')
  await changed(late, () => late.getByLabel('Words of this item').press('Control+Enter'))
  assert.equal((await level(late, 1))[0], 'Reports each leak at once.')
  await context.close()
})

test('when Sightline does not answer, the person sees it and keeps what was typed', {
  skip: noBrowser,
}, async () => {
  const page = await browser().newPage()
  await readIn(page)
  await item(page, 'Reports a leak')
    .getByRole('link', { name: /Change/ })
    .click()
  await page.getByLabel('Words of this item').fill('Typed while the line was down.')
  await page.route('**/step', (route) => route.abort())
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Sightline does not answer').waitFor({ state: 'visible' })
  assert.equal(await page.getByLabel('Words of this item').inputValue(), 'Typed while the line was down.')
  await page.close()
})

for (const view of VIEWS)
  test(`reading in, review and publication can be used by everybody: ${view.name}`, {
    skip: noBrowser,
    timeout: 120_000,
  }, async () => {
    const page = await openView(view)
    const draft = await readIn(page)
    const faults: string[] = []
    const look = async (what: string, url: string) => {
      await page.goto(url)
      faults.push(...(await faultsOf(page)).map((fault) => `${what}: ${fault}`))
    }
    await look('the form and the list', served.url + links.intake())
    await look('the help', served.url + links.helpIntake())
    await look('the review', draft)
    const first = await page.locator('.item').first().getAttribute('data-item')
    const competency = await page.locator('[data-competency]').first().getAttribute('data-competency')
    await look('an item open for change', `${draft}?open=item&id=${first}`)
    await look('names open for change', `${draft}?open=names&id=${competency}`)
    await look('the title open for change', `${draft}?open=title`)
    await look('publication', `${draft}/publication`)
    assert.deepEqual(faults, [])
    await page.context().close()
  })
