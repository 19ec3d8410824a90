import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { demoId } from '../../demo/rows.ts'
import type { Context } from '../../src/context.ts'
import { findFramework } from '../../src/framework/store.ts'
import { EXAMPLE } from '../../src/organization.ts'
import { links } from '../../src/routes.ts'
import { NOBODY, type Role } from '../../src/viewer.ts'
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
import { loadExample } from '../example.ts'

let database: TestDatabase
let ours: Context
const served = new Map<string, Served>()
const ADVISER = demoId('role', 'customer-adviser')
const LEADER = demoId('role', 'team-leader')
const OFFICER = demoId('role', 'case-handler')

/** The address under which this person uses the product. */
async function at(key: string, ...roles: Role[]): Promise<string> {
  const person = { id: demoId('person', key), name: key }
  const viewer = { ...NOBODY, organization: EXAMPLE, person, roles: new Set<Role>(['member', ...roles]) }
  const there = served.get(key) ?? (await serveApp(appFor(ours.as(viewer))))
  served.set(key, there)
  return there.url
}

before(async () => {
  if (noBrowser) return
  database = await openTestDatabase()
  ours = await loadExample(database)
})

after(async () => {
  for (const one of served.values()) await one.close()
  if (!noBrowser) await database.close()
  await closeBrowser()
})

async function pagesOf(): Promise<Record<string, string>> {
  const hr = await at('ngaio', 'hr', 'manager')
  const hamish = await at('hamish')
  const spotlight = (await ours.read((db) => findFramework(db, 'spotlight')))?.id ?? ''
  const [profile, draft] = [
    demoId('role-profile', 'customer-adviser'),
    demoId('role-profile', 'team-leader/2'),
  ]
  const analysis = demoId('role-analysis', 'customer-adviser')
  const open = demoId('role-analysis', 'case-handler')
  return {
    'the list': hr + links.roles(),
    'the list with nothing in it': hr + links.rolesWith({ q: 'zeppelin' }),
    'a role': hr + links.role(ADVISER),
    'a role as a colleague sees it': hamish + links.role(OFFICER),
    'the form of a role': hr + links.roleForm(ADVISER),
    'a new role': hr + links.roleNew('Digital Adviser'),
    'who holds it': hr + links.roleHolders(ADVISER),
    'a new analysis': hr + links.roleAnalysisNew(ADVISER),
    'an analysis that is open': hr + links.roleAnalysis(OFFICER, open),
    'an analysis that is closed': hr + links.roleAnalysis(ADVISER, analysis),
    'the answers': hamish + links.roleAnswers(OFFICER, open),
    'a profile': hr + links.roleProfile(ADVISER, profile),
    'a draft': hr + links.roleProfile(LEADER, draft),
    'a requirement': hr + links.roleRequirement(LEADER, draft, spotlight, 'a2'),
    'a comparison': hr + links.roleComparison(ADVISER, profile, demoId('role-profile', 'customer-adviser/1')),
  }
}

for (const view of VIEWS)
  test(`every page of roles can be read by everybody: ${view.name}`, {
    skip: noBrowser,
    timeout: 180_000,
  }, async () => {
    const page = await openView(view)
    const complaints = complaintsOf(page)
    const faults: string[] = []
    for (const [what, address] of Object.entries(await pagesOf())) {
      const answer = await page.goto(address)
      if (answer?.status() !== 200) faults.push(`${what} answered ${answer?.status()}`)
      faults.push(...(await faultsOf(page)).map((fault) => `${what}: ${fault}`))
    }
    assert.deepEqual([...faults, ...complaints], [])
    await page.context().close()
  })

interface Look {
  javaScriptEnabled: boolean
  viewport: { width: number; height: number }
}

async function pageOf(key: string, look: Look, ...roles: Role[]): Promise<{ page: Page; url: string }> {
  const context = await browser().newContext(look)
  return { page: await context.newPage(), url: await at(key, ...roles) }
}

/** HR makes the role, ties the posts of its title, and asks three who hold it. Gives its address. */
async function askThree(hr: Page, url: string, title: string): Promise<string> {
  await hr.goto(url + links.roleNew(title))
  await hr.getByLabel('Purpose').fill('Helps customers on screen.')
  await hr.getByRole('button', { name: 'Make the role' }).click()
  assert.equal(await hr.getByRole('heading', { level: 1 }).textContent(), title)
  const address = hr.url()
  await hr.getByRole('link', { name: 'Ask those who do the job' }).click()
  await hr.getByLabel('In the words of').selectOption('at-the-door')
  assert.equal(await hr.locator('input[name=people]:checked').count(), 3)
  await hr.getByRole('button', { name: 'Ask them' }).click()
  assert.match((await hr.locator('main').textContent()) ?? '', /0 of 3 have answered/)
  return address
}

/** One incumbent answers the four screens: the job needs level 1 from the first day, and level 2, or more, is learned. */
async function answerAlone(page: Page, address: string, full: number): Promise<void> {
  await page.goto(address)
  await page.getByRole('link', { name: 'Answer now' }).click()
  for (let screen = 1; screen <= 4; screen++) {
    await answerScreen(page, full)
    await page.getByLabel('After how many months').fill(String(full * 3))
    await page.getByRole('button', { name: screen < 4 ? 'Save and go on' : 'Save', exact: true }).click()
  }
  await page.getByText('Every statement has an answer.').waitFor()
  await page.getByRole('button', { name: 'Submit my answers' }).click()
  assert.match((await page.locator('main').textContent()) ?? '', /Each answers alone first/)
}

async function answerScreen(page: Page, full: number): Promise<void> {
  const levels = await page.locator('.job-form > section').all()
  for (const [level, section] of levels.entries()) {
    const answer = level === 0 ? 'entry' : level < full ? 'learned' : 'not'
    for (const radio of await section.locator(`input[value=${answer}]`).all()) await radio.check()
  }
}

/** It is closed, one difference is settled, and what they said becomes a profile that is agreed. */
async function agree(hr: Page, address: string): Promise<void> {
  await hr.goto(address)
  await hr.getByRole('link', { name: /^At the Door, asked on/ }).click()
  await hr.getByRole('button', { name: 'Close the analysis' }).click()
  assert.match((await hr.locator('main').textContent()) ?? '', /3 people, 34 statements/)
  await hr.getByRole('link', { name: 'Settle it together' }).first().click()
  await hr.getByLabel('The job does not use it').check()
  await hr.getByRole('button', { name: 'Keep it' }).click()
  await hr.getByText('Say why', { exact: false }).first().waitFor()
  await hr.getByLabel('Why').fill('Only on paper, and there is no paper any more.')
  await hr.getByRole('button', { name: 'Keep it' }).click()
  await hr.getByText('Only on paper, and there is no paper any more.').waitFor()
  await hr.getByRole('button', { name: 'Begin a profile with it' }).click()
  await hr.getByRole('link', { name: 'Change Arriving well' }).click()
  await hr.getByLabel('Essential').check()
  await hr.getByLabel('It is a must-have').check()
  await hr.getByLabel('Why the job needs it').fill('First impressions.')
  await hr.getByRole('button', { name: 'Save' }).click()
  await hr.getByLabel('Why this version').fill('As three of them say.')
  await hr.getByRole('button', { name: 'Agree version 1' }).click()
  const text = (await hr.locator('main').textContent()) ?? ''
  assert.match(text, /Version 1, agreed on .* by ngaio|Version 1, agreed on .* by Ngaio Ferreira/)
  assert.match(text, /2 Working.*1 Learning on the first day, the rest in the job, within 6 months/s)
}

async function journey(title: string, look: Look) {
  const hr = await pageOf('ngaio', look, 'hr', 'manager')
  const complaints = complaintsOf(hr.page)
  const address = await askThree(hr.page, hr.url, title)
  const path = new URL(address).pathname
  const three = await Promise.all(HOLDERS[title]?.map((key) => pageOf(key, look)) ?? [])
  for (const [i, { page, url }] of three.entries()) await answerAlone(page, url + path, i === 0 ? 3 : 2)
  await agree(hr.page, address)
  await hr.page.goto(address)
  await describe(hr.page)
  assert.deepEqual(
    complaints.filter((text) => !text.includes('422')),
    [],
  )
  for (const { page } of [hr, ...three]) await page.context().close()
}

/** From the role to a description of the job, as it is printed. */
async function describe(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Description and adverts' }).click()
  await page
    .getByRole('button', { name: /description/i })
    .first()
    .click()
  await page.emulateMedia({ media: 'print' })
  assert.match((await page.locator('main').textContent()) ?? '', /Helps customers on screen/)
  await page.emulateMedia({ media: null })
}

/** Those who have these posts. */
const HOLDERS: Record<string, string[]> = {
  'Digital Adviser': ['sofia', 'ravi', 'chloe'],
  'Senior Customer Adviser': ['dawit', 'lucy', 'kofi'],
}

test(
  'three who do a job say what it needs, and it becomes a profile and a description',
  { skip: noBrowser, timeout: 120_000 },
  () =>
    journey('Senior Customer Adviser', { javaScriptEnabled: true, viewport: { width: 1280, height: 900 } }),
)

test('the same works on a phone without JavaScript', { skip: noBrowser, timeout: 120_000 }, () =>
  journey('Digital Adviser', { javaScriptEnabled: false, viewport: { width: 390, height: 844 } }),
)

test('answers are saved as they are given', { skip: noBrowser }, async () => {
  const url = await at('hamish')
  const page = await browser().newPage()
  const path = links.roleAnswers(OFFICER, demoId('role-analysis', 'case-handler'))
  await page.goto(url + path)
  await page.locator('.question').first().getByText('Learned in the job').click()
  await page.getByText(/^Saved \d/).waitFor()
  await page.reload()
  assert.ok(await page.locator('.question').first().locator('input[value=learned]').isChecked())
  await page.close()
})
