/** From a role to a kit on paper, its questions written with the checker, by keyboard and without JavaScript. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openHiring } from '../../src/recruit/fixtures/hiring.ts'
import { links } from '../../src/routes.ts'
import { appFor } from '../app.ts'
import {
  closeBrowser,
  complaintsOf,
  faultsInAllLooks,
  noBrowser,
  openView,
  type Served,
  serveApp,
} from '../browser.ts'

let hiring: Awaited<ReturnType<typeof openHiring>>
let owen: Served
let technician: string
before(async () => {
  if (noBrowser) return
  hiring = await openHiring()
  owen = await serveApp(appFor(hiring.as('owen', 'recruiter')))
  const roles = await hiring.ours.read((db) =>
    db.selectFrom('role').select(['id', 'title']).where('organization_id', '=', db.organizationId).execute(),
  )
  technician = roles.find(({ title }) => title === 'Customer Technician')?.id ?? ''
})
after(async () => {
  if (noBrowser) return
  await owen.close()
  await closeBrowser()
  await hiring.close()
})

const says = async (page: Page, words: RegExp) =>
  assert.match((await page.locator('main').textContent()) ?? '', words)
const clean = async (page: Page) => assert.deepEqual(await faultsInAllLooks(page), [])

/** Goes by the Tab key until what has this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const focused = `(() => {
    const at = document.activeElement
    return (at.labels?.[0] ?? at).textContent.trim()
  })()`
  for (let i = 0; i < 60; i++) {
    if (String(await page.evaluate(focused)).startsWith(name)) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`the Tab key does not reach “${name}”`)
}

/** The address of the kit that was made from the role. */
let kit = ''

test('a role leads to a kit on paper in five steps, on a phone without JavaScript', {
  skip: noBrowser,
}, async () => {
  const page = await openView({ name: 'phone', width: 390, colorScheme: 'light', scripts: false })
  await page.goto(owen.url + links.role(technician))
  const before = process.cpuUsage()
  await page.getByRole('link', { name: 'Make a vacancy' }).click()
  assert.match(
    (await page.locator('[name=profileId] option:checked').textContent()) ?? '',
    /Customer Technician/,
  )
  await page.fill('[name=member0]', 'Stella Komnenos')
  await page.fill('[name=member1]', 'Marcus Bell')
  await page.getByRole('button', { name: 'Make the kit' }).click()
  kit = page.url()
  await page.getByRole('link', { name: 'Print the interviewer’s kit' }).click()
  const { user } = process.cpuUsage(before)
  await says(page, /Interview kit: Customer Technician/)
  assert.equal(await page.locator('.paper h4', { hasText: 'Rating guide' }).count(), 7)
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.locator('nav:visible, .button:visible').count(), 0)
  // The server's part in it; the rest is the clicking. (bench/recruit.ts measures the kit alone.)
  assert.ok(user < 3_000_000, `from the role to the paper: ${Math.round(user / 1000)} ms of computing`)
  await page.goto(owen.url + links.role(technician))
  assert.equal(await page.getByRole('link', { name: 'Vacancy: Customer Technician' }).count(), 2)
  await page.context().close()
})

test('a question is written with the checker, by the keyboard alone, and kept for other vacancies', {
  skip: noBrowser,
}, async () => {
  const page = await openView({ name: 'wide', width: 1280, colorScheme: 'light', scripts: true })
  const complaints = complaintsOf(page)
  await page.goto(kit)
  await clean(page)
  await tabTo(page, 'Change the question about C3')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[name=text]')
  await clean(page)
  const [question] = page.url().split('#')
  await tabTo(page, 'Question')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('You are a calm person, I suppose. Do your children mind that you work at night?')
  await tabTo(page, 'Check the words only')
  await page.keyboard.press('Enter')
  await page.waitForSelector('text=Look at these words again')
  await says(page, /“I suppose”: It lets the candidate hear which answer is wanted/)
  await says(page, /“your children”: Family, marriage and pregnancy must play no part/)
  await clean(page)
  await tabTo(page, 'Question')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Think of a night on which a pump failed. What did you do?')
  await tabTo(page, 'Keep the question for other vacancies')
  await page.keyboard.press('Space')
  await tabTo(page, 'Save')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${kit}#question-*`)
  await says(page, /Think of a night on which a pump failed/)
  assert.equal(await page.getByText('You are a calm person').count(), 0)
  assert.ok(question?.includes('/question/'))
  await page.goto(owen.url + links.bank({ q: 'pump failed' }))
  await says(page, /asked for Customer Technician/)
  assert.deepEqual(complaints, [])
  await page.context().close()
})

test('no kit is ready while a rating guide has fewer than three described ranges', {
  skip: noBrowser,
}, async () => {
  const page = await openView({ name: 'wide', width: 1280, colorScheme: 'dark', scripts: false })
  await page.goto(kit)
  await page.getByRole('link', { name: 'Change the question about C3' }).click()
  const lowest = page.locator('textarea[name="texts1"]')
  const words = await lowest.inputValue()
  await lowest.fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await says(page, /The kit is not ready/)
  await says(page, /says for 2 of 3 ranges what an answer sounds like/)
  assert.equal(await page.getByRole('button', { name: 'Fix the kit' }).count(), 0)
  await clean(page)
  await page.goto(new URL(kit).href.replace(/\/kit$/, ''))
  await says(page, /Go on with the kit/)
  await clean(page)
  await page.goto(kit)
  await page.getByRole('link', { name: 'Change the question about C3' }).click()
  await lowest.fill(words)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Fix the kit' }).click()
  await says(page, /nothing in it changes any more/)
  assert.equal(await page.getByRole('link', { name: /^Change the question/ }).count(), 0)
  await page.context().close()
})

test('the bank: written, worded anew, retired and brought back, without JavaScript', {
  skip: noBrowser,
}, async () => {
  const page = await openView({ name: 'phone', width: 390, colorScheme: 'light', scripts: false })
  await page.goto(owen.url + links.recruit())
  await clean(page)
  await page.getByRole('link', { name: 'Our own questions' }).click()
  await clean(page)
  await page.getByRole('link', { name: 'Write a question' }).click()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await says(page, /Choose what the question asks about/)
  await clean(page)
  await page.locator('[name=about]').selectOption({ label: 'Closing the job' })
  await page.fill('[name=text]', 'Tell us about a visit that ended late. What did you do before you left?')
  await page.getByRole('button', { name: 'Check the words only' }).click()
  await says(page, /Nothing in these words was marked, by the rules of Great Britain/)
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.fill('[name=text]', 'Tell us about a visit that ended late. What did you do?')
  await page.getByRole('button', { name: 'Save as a new version' }).click()
  await says(page, /What it said before.*What did you do before you left\?/)
  await clean(page)
  await page.locator('summary', { hasText: 'Retire this question' }).click()
  await page.getByRole('button', { name: 'Retire it' }).click()
  await clean(page)
  await page.getByRole('button', { name: 'Bring it back' }).click()
  assert.equal(await page.getByRole('button', { name: 'Save as a new version' }).count(), 1)
  await page.context().close()
})
