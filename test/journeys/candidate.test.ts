/** A candidate on a phone, without an account and without JavaScript: applies, says what they need, reads the questions, leaves. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { fixKit } from '../../src/recruit/actions/kit.ts'
import { wallIn } from '../../src/recruit/candidate/zone.ts'
import { openHiring, VACANCY } from '../../src/recruit/fixtures/hiring.ts'
import { listQuestions } from '../../src/recruit/store/questions.ts'
import { links } from '../../src/routes.ts'
import { appFor } from '../app.ts'
import { closeBrowser, faultsInAllLooks, noBrowser, openView, type Served, serveApp } from '../browser.ts'

let hiring: Awaited<ReturnType<typeof openHiring>>
let outside: Served
let inside: Served
let wren: Page
let owen: Page
before(async () => {
  if (noBrowser) return
  hiring = await openHiring()
  await fixKit(hiring.as('owen', 'recruiter'), VACANCY)
  outside = await serveApp(hiring.stranger())
  inside = await serveApp(appFor(hiring.as('owen', 'recruiter')))
  wren = await openView({ name: 'phone', width: 390, colorScheme: 'light', scripts: false })
  owen = await openView({ name: 'wide', width: 1280, colorScheme: 'light', scripts: true })
})
after(async () => {
  if (noBrowser) return
  await outside.close()
  await inside.close()
  await closeBrowser()
  await hiring.close()
})

const says = async (page: Page, words: RegExp) =>
  assert.match((await page.locator('main').textContent()) ?? '', words)
const clean = async (page: Page) => assert.deepEqual(await faultsInAllLooks(page), [])

const ZONE = 'Europe/London'
/** Soon, within the half hour before which this vacancy gives out its questions. */
const SOON = 20 * 60_000

/** The candidate's page for those who recruit. */
async function pageForOwen(): Promise<string> {
  const candidate = await hiring.candidateNamed('Wren Carter')
  assert.ok(candidate)
  return links.candidate(VACANCY, candidate.id)
}

test('they apply by the link alone; what is lacking is said, and nothing that was typed is lost', {
  skip: noBrowser,
}, async () => {
  await wren.goto(`${outside.url}${links.apply(await hiring.linkOf())}`)
  await clean(wren)
  await wren.fill('[name=letter]', 'Two years on a helpdesk, and I like to explain things.')
  await wren.getByRole('button', { name: 'Apply', exact: true }).click()
  assert.match(await wren.inputValue('[name=letter]'), /Two years on a helpdesk/)
  await clean(wren)
  await wren.fill('[name=name]', 'Wren Carter')
  await wren.fill('[name=email]', 'wren.carter@post.example')
  await wren.getByRole('button', { name: 'Apply', exact: true }).click()
  await says(wren, /Your application has arrived/)
  await clean(wren)
})

test('what they need reaches those who invite and the panel, and has no name in the history', {
  skip: noBrowser,
}, async () => {
  await wren.fill('[name=accommodation]', 'I read lips: please let one speak at a time.')
  await wren.getByRole('button', { name: 'Save what you need' }).click()
  await owen.goto(inside.url + links.candidates(VACANCY))
  await clean(owen)
  await owen.getByRole('link', { name: 'Wren Carter' }).click()
  await says(owen, /I read lips/)
  await clean(owen)
  await owen.goto(inside.url + links.historyOf('vacancy', VACANCY))
  assert.doesNotMatch((await owen.locator('main').textContent()) ?? '', /Wren|lips/)
})

test('invited, they find time and place on their page, and the questions half an hour before', {
  skip: noBrowser,
}, async () => {
  await owen.goto(inside.url + (await pageForOwen()))
  await owen.getByRole('link', { name: 'Invite to an interview' }).click()
  await clean(owen)
  await owen.getByRole('button', { name: 'Invite to an interview and send this mail' }).click()
  await owen.getByRole('link', { name: 'Arrange an interview' }).click()
  await clean(owen)
  const far = wallIn(ZONE, new Date(Date.now() + 26 * 3_600_000))
  const arrange = async ({ day, time }: { day: string; time: string }, button: string) => {
    await owen.fill('[name=day]', day)
    await owen.fill('[name=time]', time)
    await owen.fill('[name=place]', 'Eastwick, room 2')
    await owen.getByRole('button', { name: button }).click()
    await owen.waitForSelector('text=Eastwick, room 2')
  }
  await arrange(far, 'Arrange it and tell them')
  await wren.reload()
  await says(wren, /The questions will stand here from/)
  await owen.getByRole('link', { name: 'Move it' }).click()
  await arrange(wallIn(ZONE, new Date(Date.now() + SOON)), 'Move it and tell them')
  await wren.reload()
  await says(wren, /Eastwick, room 2/)
  const asked = await hiring.ours.read((db) => listQuestions(db, VACANCY))
  assert.deepEqual(
    await wren.locator('.candidate-questions li').allTextContents(),
    asked.map(({ text }) => text),
  )
  await says(wren, /The questions/)
  await clean(wren)
})

test('they answer for fairness apart from everything, withdraw, and have all erased', {
  skip: noBrowser,
}, async () => {
  const own = wren.url()
  await wren.getByRole('link', { name: 'Look at the questions' }).click()
  await clean(wren)
  await wren.goto(own)
  await wren.locator('summary', { hasText: 'Withdraw your application' }).click()
  await wren.getByRole('button', { name: 'Withdraw now' }).click()
  await says(wren, /withdrawn/i)
  assert.equal(await wren.getByRole('button', { name: 'Withdraw now' }).count(), 0)
  assert.equal(await wren.locator('.candidate-questions').count(), 0)
  await clean(wren)
  await wren.locator('summary', { hasText: 'Have everything erased' }).click()
  await wren.getByRole('button', { name: 'Erase everything now' }).click()
  await clean(wren)
  const gone = await wren.goto(own)
  assert.equal(gone?.status(), 404)
  await owen.goto(inside.url + links.candidates(VACANCY))
  assert.doesNotMatch((await owen.locator('main').textContent()) ?? '', /Wren|lips/)
  await says(owen, /Withdrawn or erased: 1 person/)
})
