import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoId } from '../../demo/rows.ts'
import { type Context, createContext } from '../../src/context.ts'
import { EXAMPLE } from '../../src/organization.ts'
import { links } from '../../src/routes.ts'
import { closeTranslate, engineNow } from '../../src/translate/actions/desk.ts'
import { insider, type Viewer } from '../../src/viewer.ts'
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
let served: Served
let ctx: Context

/** Somebody of the example who may everything, so that every page is there. */
function everybody(): Viewer {
  return {
    ...insider(EXAMPLE),
    via: 'page',
    person: { id: demoId('person', 'tomasz'), name: 'Tomasz Wierzbicki' },
  }
}

before(async () => {
  if (noBrowser) return
  database = await openTestDatabase()
  await loadExample(database)
  ctx = createContext(database.world, everybody())
  await engineNow(ctx)
  served = await serveApp(appFor(ctx))
})

after(async () => {
  if (!noBrowser) {
    await served.close()
    await closeTranslate()
    await database.close()
  }
  await closeBrowser()
})

const PAGES = [
  links.translate(),
  links.translateTrial('queue'),
  links.translateJudgements(),
  links.translateGoodness(),
  links.translateGoodness('spotlight'),
  links.translateGoodness('pub-service'),
  links.translateProposals(),
  links.translateProposal(demoId('proposal', '1')),
  links.translateProposal(demoId('proposal', '4')),
  links.translateEndpoint(),
]

const SAID =
  '- I calm people who are upset befor it turns into a row.\n- Draws up a rota that every team works by.'

for (const view of VIEWS)
  test(`somebody translates, reads the reasons and judges: ${view.name}`, {
    skip: noBrowser,
    timeout: 180_000,
  }, async () => {
    const page = await openView(view)
    const complaints = complaintsOf(page)
    const faults: string[] = []
    for (const path of PAGES) {
      await page.goto(served.url + path)
      faults.push(...(await faultsOf(page)).map((fault) => `${path}: ${fault}`))
    }
    await page.goto(served.url + links.translate())
    await page.getByRole('textbox', { name: 'What do you do at work' }).fill(SAID)
    await page.getByRole('combobox', { name: 'and beside it' }).selectOption({ label: 'At the Door' })
    await page.getByRole('button', { name: 'Translate' }).click()
    await page.getByText('Spotlight:').last().waitFor()
    for (const summary of await page.locator('main summary').all()) await summary.click()
    faults.push(...(await faultsOf(page)).map((fault) => `answers: ${fault}`))
    assert.equal(await page.getByRole('article').count(), 2)
    await page.getByRole('button', { name: 'Save my judgement' }).first().click()
    if (view.scripts) {
      await page.getByText('Saved. Thank you.').waitFor()
      assert.equal(await page.getByRole('article').count(), 2, 'the answers stay')
      await page.getByRole('link', { name: 'See or undo it' }).click()
    }
    await page.waitForURL(`**${links.translateJudgements()}`)
    await page
      .getByRole('button', { name: /^Take back the judgement/ })
      .first()
      .click()
    await page.waitForURL(`**${links.translateJudgements()}`)
    // Chromium gives up a change of pages that the next click overtakes, and says so itself.
    const unexpected = complaints.filter((text) => !text.includes('Transition was aborted'))
    assert.deepEqual([...faults, ...unexpected], [])
    await page.context().close()
  })
