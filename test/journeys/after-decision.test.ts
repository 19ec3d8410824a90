/** After the decision: a manager says how somebody does, a recruiter reads what interviews foretell and writes a letter. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { demoId } from '../../demo/rows.ts'
import type { Context } from '../../src/context.ts'
import { dayOf } from '../../src/people/day.ts'
import { someone } from '../../src/recruit/fixtures/panel.ts'
import { monthsAfter } from '../../src/recruit/ledger/outcome.ts'
import { listCandidates, listCardsOf } from '../../src/recruit/store/cards.ts'
import { findFeedback } from '../../src/recruit/store/feedback.ts'
import { listHires, listOutcomesOf } from '../../src/recruit/store/outcomes.ts'
import { links } from '../../src/routes.ts'
import { appFor } from '../app.ts'
import { closeBrowser, faultsOf, noBrowser, openView, type Served, serveApp } from '../browser.ts'
import { openTestDatabase, type TestDatabase } from '../database.ts'
import { loadExample } from '../example.ts'

let database: TestDatabase
let ours: Context
const served: Served[] = []
before(async () => {
  if (noBrowser) return
  database = await openTestDatabase()
  ours = await loadExample(database)
})
after(async () => {
  for (const one of served) await one.close()
  if (!noBrowser) await database.close()
  await closeBrowser()
})

async function pageFor(
  ctx: Context,
  look: { width: number; colorScheme: 'light' | 'dark'; scripts: boolean },
) {
  const there = await serveApp(appFor(ctx))
  served.push(there)
  return { url: there.url, page: await openView({ name: '', ...look }) }
}

const faultless = async (page: Page) => assert.deepEqual(await faultsOf(page), [])

test('a manager says on a phone, by the keyboard and without JavaScript, how somebody does', {
  skip: noBrowser,
}, async () => {
  const hires = await ours.read((db) => listHires(db, dayOf(new Date())))
  const hire = hires.findLast(({ managerId }) => managerId !== null)
  assert.ok(hire?.managerId)
  const viewer = { ...someone(ours, 'olive', 'manager').viewer, person: { id: hire.managerId, name: 'M' } }
  const now = () => new Date(`${monthsAfter(hire.startsOn, 6)}T12:00:00Z`)
  const ctx = { ...ours.as(viewer), now }
  const { url, page } = await pageFor(ctx, { width: 390, colorScheme: 'light', scripts: false })
  await page.goto(url)
  await page.getByRole('link', { name: 'Say how they do' }).click()
  await faultless(page)
  await page.getByRole('link', { name: 'Say how they do' }).first().click()
  await faultless(page)
  const groups = await page.locator('main fieldset').all()
  assert.ok(groups.length > 1)
  for (const group of groups) {
    await group.getByRole('radio').first().focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
  }
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  assert.match(await page.locator('main').innerText(), /Saved/)
  const said = await ours.read((db) => listOutcomesOf(db, { candidateId: hire.candidateId, after: 6 }))
  assert.equal(said.length, groups.length)
  assert.ok(said.every(({ level }) => level !== null))
})

test('whoever recruits reads the ledger and the report on fairness, and sends a letter that the candidate can read', {
  skip: noBrowser,
}, async () => {
  const owen = someone(ours, 'owen', 'recruiter', 'hr')
  const { url, page } = await pageFor(owen, { width: 1280, colorScheme: 'dark', scripts: true })
  await page.goto(url + links.recruit())
  await page.getByRole('link', { name: 'Does it predict?' }).click()
  assert.ok((await page.getByRole('img').count()) > 5)
  await page.getByText('The numbers behind it').first().click()
  await faultless(page)
  await page.goto(url + links.fairness())
  await page.getByLabel('Counted from').fill('2020-01-01')
  await page.getByRole('button', { name: 'Show' }).click()
  await faultless(page)
  const vacancy = demoId('vacancy', 'adviser')
  const candidate = await unsent(vacancy)
  await page.goto(url + links.candidate(vacancy, candidate))
  await page.getByRole('link', { name: 'The letter about what was heard' }).click()
  await page.getByLabel('To end with').fill('Thank you, and all the best.')
  await page.getByRole('button', { name: 'Save and check the words' }).click()
  await faultless(page)
  await page.getByRole('link', { name: 'Look at the letter' }).click()
  await faultless(page)
  assert.match(await page.locator('main').innerText(), /What you showed[\s\S]*Thank you, and all the best\./)
  await page.getByRole('button', { name: 'Send it' }).click()
  assert.match(await page.locator('main').innerText(), /Sent on/)
})

/** Somebody who was refused and has had no letter yet. */
function unsent(vacancy: string): Promise<string> {
  return ours.read(async (db) => {
    for (const { id, stage } of await listCandidates(db, vacancy)) {
      const rated = (await listCardsOf(db, id)).length > 0
      if (stage === 'refused' && rated && !(await findFeedback(db, id))?.sentAt) return id
    }
    throw new Error('Everybody of the example has had a letter already.')
  })
}
