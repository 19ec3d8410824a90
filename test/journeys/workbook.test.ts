import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page, Request } from 'playwright-core'
import { demoId } from '../../demo/rows.ts'
import type { Context } from '../../src/context.ts'
import { EXAMPLE } from '../../src/organization.ts'
import { links } from '../../src/routes.ts'
import { closeTranslate, engineNow } from '../../src/translate/actions/desk.ts'
import { NOBODY } from '../../src/viewer.ts'
import { appFor } from '../app.ts'
import {
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
import { loadExample } from '../example.ts'

let database: TestDatabase
let hamish: Served
let sean: Served
let bilal: Served

const as = (ctx: Context, key: string, name: string) =>
  ctx.as({
    ...NOBODY,
    organization: EXAMPLE,
    roles: new Set(['member']),
    person: { id: demoId('person', key), name },
  })

before(async () => {
  if (noBrowser) return
  database = await openTestDatabase()
  const ctx = await loadExample(database)
  hamish = await serveApp(appFor(as(ctx, 'hamish', 'Hamish McLeod')))
  sean = await serveApp(appFor(as(ctx, 'sean', 'Seán Gallagher')))
  bilal = await serveApp(appFor(as(ctx, 'bilal', 'Bilal Chaudhry')))
  await engineNow(ctx)
})

after(async () => {
  if (!noBrowser) {
    for (const served of [hamish, sean, bilal]) await served.close()
    await closeTranslate()
    await database.close()
  }
  await closeBrowser()
})

const progress = (page: Page) => page.locator('[data-progress]').textContent()
const saves = (page: Page): Request[] => {
  const seen: Request[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/answer')) seen.push(request)
  })
  return seen
}

/** From an empty workbook to its first page. */
async function begin(page: Page): Promise<void> {
  await page.goto(hamish.url + links.workbooks())
  await page.getByRole('button', { name: 'Start the workbook of Spotlight' }).click()
  await page.getByRole('link', { name: 'Begin' }).click()
  await page.getByRole('heading', { name: 'A1 Sensing contexts or situations' }).waitFor()
}

/** So that the next view begins from nothing again. */
async function remove(page: Page): Promise<void> {
  await page.goto(hamish.url + links.workbooks())
  await page.getByRole('link', { name: 'Go on' }).click()
  await page.getByText('Remove this workbook').click()
  await page.getByRole('textbox', { name: /^Type/ }).fill('spotlight')
  await page.getByRole('button', { name: 'Remove it with all answers' }).click()
  await page.getByRole('button', { name: 'Start the workbook of Spotlight' }).waitFor()
}

for (const view of VIEWS)
  test(`the pages of workbooks, begun, half done and finished: ${view.name}`, {
    skip: noBrowser,
    timeout: 180_000,
  }, async () => {
    const page = await openView(view)
    const complaints = complaintsOf(page)
    const faults: string[] = []
    const [begun, done] = [demoId('workbook', 'sean/1'), demoId('workbook', 'bilal/1')]
    for (const url of [
      hamish.url + links.workbooks(),
      bilal.url + links.workbooks(),
      sean.url + links.workbook(begun),
      sean.url + links.workbookPart(begun, 5),
      sean.url + links.workbookPart(begun, 2, { levels: true }),
      sean.url + links.workbookActivities(begun),
      sean.url + links.workbookActivity(begun, demoId('activity', 'sean/1/1')),
      bilal.url + links.workbook(done),
      bilal.url + links.workbookPart(done, 1),
    ]) {
      await page.goto(url)
      faults.push(...(await faultsOf(page)).map((fault) => `${url}: ${fault}`))
    }
    assert.deepEqual([...faults, ...complaints], [])
    await page.context().close()
  })

for (const view of VIEWS.filter(({ colorScheme }) => colorScheme === 'light'))
  test(`somebody answers an empty workbook, pauses, comes back and has a list for the CV: ${view.name}`, {
    skip: noBrowser,
    timeout: 180_000,
  }, async () => {
    const page = await openView(view)
    await begin(page)
    const first = (await page.locator('.question legend').first().textContent()) ?? ''
    if (view.scripts) await page.locator('.question').first().focus()
    const count = await page.locator('.question').count()
    for (let i = 0; i < count; i++) {
      if (view.scripts) await page.keyboard.press(i % 3 === 2 ? '3' : '1')
      else await page.locator('.question').nth(i).getByText('Use now').click()
    }
    if (view.scripts) await page.getByText(/^saved \d/).waitFor()
    await page.getByRole('button', { name: 'Save and pause' }).click()
    await page.getByText(`${count} of 136 answered`).waitFor()
    assert.equal(await page.getByText('finished', { exact: true }).count(), 1)
    await page.goto(hamish.url + links.workbooks())
    await page.getByRole('link', { name: 'Go on' }).click()
    await page.getByRole('link', { name: 'Go on where you stopped' }).click()
    await page.getByRole('heading', { name: 'A2 Monitoring and guiding reactions' }).waitFor()
    await page.goto(hamish.url + links.profileList('cv'))
    assert.ok(await page.getByText(first.replace(/\.$/, '')).count(), `“${first}” stands in the list`)
    await remove(page)
    await page.context().close()
  })

const [scripted] = VIEWS.filter(({ scripts, width }) => scripts && width === 1280)

test('keys answer, take back and move; every answer is sent once, in order', {
  skip: noBrowser,
  timeout: 180_000,
}, async () => {
  assert.ok(scripted)
  const page = await openView(scripted)
  const sent = saves(page)
  await begin(page)
  await page.locator('.question').first().focus()
  for (const key of ['1', '2', '5', 'k', '0', 'j', 'ArrowUp', '4']) await page.keyboard.press(key)
  await page.waitForFunction(() => localStorage.length === 0)
  const answers = sent.flatMap((request) => JSON.parse(request.postData() ?? '[]'))
  assert.deepEqual(
    answers.map(({ answer }: { answer: string | null }) => answer),
    ['now', 'develop', 'not', null, 'later'],
  )
  assert.equal(await progress(page), '3 of 136 answered')
  const ids = await page.locator('.question').evaluateAll((all) => all.map((one) => one.dataset.statement))
  assert.deepEqual(
    answers.map(({ statement }: { statement: string }) => ids.indexOf(statement)),
    [0, 1, 2, 2, 2],
  )
  await page.getByRole('checkbox', { name: 'Use these keys' }).uncheck()
  await page.locator('.question').nth(4).focus()
  await page.keyboard.press('1')
  assert.equal(await progress(page), '3 of 136 answered', 'keys that are switched off do nothing')
  await page.reload()
  assert.equal(
    await page.locator('.question').nth(2).getByRole('radio', { name: 'For later' }).isChecked(),
    true,
  )
  await page.getByRole('checkbox', { name: 'Use these keys' }).check()
  await remove(page)
  await page.context().close()
})

test('without a connection answers are kept on the device and arrive later, once, even after the page was closed', {
  skip: noBrowser,
  timeout: 180_000,
}, async () => {
  assert.ok(scripted)
  const page = await openView(scripted)
  await begin(page)
  const address = page.url()
  await page.context().route('**/answer', (route) => route.abort())
  await page.locator('.question').first().focus()
  for (const key of ['1', '3']) await page.keyboard.press(key)
  await page.getByText('your answers are kept on this device').waitFor()
  await page.goto(hamish.url + links.workbooks())
  await page.context().unroute('**/answer')
  const sent = saves(page)
  await page.goto(address)
  await page.getByText(/^saved \d/).waitFor()
  assert.equal(await progress(page), '2 of 136 answered')
  assert.equal(sent.length, 1)
  await page.reload()
  assert.equal(
    await page.locator('.question').nth(1).getByRole('radio', { name: 'Seldom use' }).isChecked(),
    true,
  )
  assert.equal(sent.length, 1, 'nothing is sent twice')
  await remove(page)
  await page.context().close()
})

for (const view of VIEWS.filter(({ width, colorScheme }) => width === 390 && colorScheme === 'light'))
  test(`somebody writes what they do, sees where it belongs and moves it: ${view.name}`, {
    skip: noBrowser,
    timeout: 180_000,
  }, async () => {
    const page = await openView(view)
    await begin(page)
    await page.goto(page.url().replace(/\/part\/.*$/, '/activity'))
    await page.getByRole('button', { name: 'See where it belongs' }).click()
    await page.getByRole('link', { name: 'Say what you do, in a few words.' }).waitFor()
    const words = 'I calm people who are upset before it turns into a row.'
    await page.getByRole('textbox', { name: 'What do you do' }).fill(words)
    await page.getByRole('button', { name: 'See where it belongs' }).click()
    await page.getByText(/belongs? here: A2 Monitoring/).waitFor()
    await page.getByRole('button', { name: 'Put it into my workbook' }).click()
    await page.getByRole('link', { name: 'Say how you do it.' }).waitFor()
    assert.deepEqual(await faultsOf(page), [])
    await page
      .getByRole('combobox', { name: 'What it shows' })
      .selectOption({ label: 'B1 Negotiating boundaries' })
    await page.getByRole('button', { name: 'Show its levels' }).click()
    await page.getByText('At which level of Negotiating boundaries?').waitFor()
    await page.getByRole('radio', { name: /^3 Proficient/ }).check()
    await page.getByRole('radio', { name: 'I use it often now' }).check()
    await page.getByRole('button', { name: 'Put it into my workbook' }).click()
    await page.getByText('placed by you').waitFor()
    await page.getByRole('link', { name: 'B1 Negotiating boundaries' }).waitFor()
    await page.getByRole('button', { name: /^Remove/ }).click()
    await page.getByText('What you have written').waitFor({ state: 'detached' })
    await remove(page)
    await page.context().close()
  })
