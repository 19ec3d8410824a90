import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { publishFramework } from '../../src/framework/actions.ts'
import { identify } from '../../src/framework/identify.ts'
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
import { compoundWords, manyStatements } from './sample-frameworks.ts'

let database: TestDatabase
let served: Served

before(async () => {
  if (noBrowser) return
  database = await openTestDatabase({ library: true })
  await publishFramework(database.ctx, identify(compoundWords(), database.ctx.newId()), 'intake')
  await publishFramework(database.ctx, identify(manyStatements(25, 200), database.ctx.newId()), 'file')
  served = await serveApp(appFor(database.ctx))
})

after(async () => {
  if (!noBrowser) {
    await served.close()
    await database.close()
  }
  await closeBrowser()
})

const PAGES: Record<string, string> = {
  'all frameworks': links.frameworks(),
  'a framework with a matrix': links.framework('spotlight'),
  'a framework of one competency': links.framework('pub-service'),
  'a framework of long compound words': links.framework('kompetenzrahmen'),
  'a framework of 5,000 statements': links.framework('many'),
  'a competency with every section': links.competency('wyoming-customer-focus', 'customer-focus'),
  'a competency in balance': links.competency('balanced-customer-focus', 'customer-focus'),
  'a competency that other frameworks name': links.competency('spotlight', 'b2'),
  'a competency of long compound words': links.competency('kompetenzrahmen', 'k1'),
  'the search before a word': links.search(),
  'the search with results': links.search('listen'),
  'the search for a framework and an everyday name': links.search('foundation or complaints'),
  'the search without results': links.search('zeppelin'),
  'a framework on paper': links.frameworkPrint('wyoming-customer-focus'),
  help: links.helpFramework(),
  'the API': links.api(),
  'an area of the API': links.apiArea('intake'),
  'an address that is not there': '/nowhere',
}

for (const view of VIEWS)
  test(`every page can be read by everybody: ${view.name}`, {
    skip: noBrowser,
    timeout: 120_000,
  }, async () => {
    const page = await openView(view)
    const complaints = complaintsOf(page)
    const faults: string[] = []
    for (const [what, path] of Object.entries(PAGES)) {
      await page.goto(served.url + path)
      faults.push(...(await faultsOf(page)).map((fault) => `${what}: ${fault}`))
    }
    // Chromium itself reports the 404 of the page that is meant to be missing.
    const unexpected = complaints.filter((text) => !text.includes('404 (Not Found)'))
    assert.deepEqual([...faults, ...unexpected], [])
    await page.context().close()
  })

/** From the list of frameworks to a statement, by reading and by searching, as a person clicks. */
async function readAndSearch(page: Page, focusSearch: (page: Page) => Promise<void>) {
  await page.goto(served.url + links.frameworks())
  await page.getByRole('link', { name: 'Spotlight', exact: true }).click()
  await page.getByRole('link', { name: 'B2 Communicating verbally/non-verbally', exact: true }).click()
  assert.equal(
    await page.getByRole('heading', { level: 1 }).textContent(),
    'Communicating verbally/non-verbally',
  )
  await focusSearch(page)
  await page.keyboard.type('cheerful')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/search?q=cheerful')
  assert.ok((await page.locator('mark').count()) > 0)
  await page.getByRole('link', { name: 'B2 Communicating verbally/non-verbally' }).first().click()
  await page.waitForURL(`**${links.competency('spotlight', 'b2')}`)
}

test('a person reads a framework and finds a statement; the key / goes to the search', {
  skip: noBrowser,
}, async () => {
  const page = await browser().newPage()
  const complaints = complaintsOf(page)
  await readAndSearch(page, async () => {
    await page.keyboard.press('/')
    assert.equal(await page.evaluate('document.activeElement?.id'), 'shell-search')
  })
  assert.deepEqual(complaints, [])
  await page.close()
})

test('the same works on a phone without JavaScript, by the menu', { skip: noBrowser }, async () => {
  const context = await browser().newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  await readAndSearch(page, () => page.getByRole('searchbox').focus())
  await page.getByText('Menu', { exact: true }).click()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Help' }).click()
  await page.waitForURL(`**${links.helpFramework()}`)
  await context.close()
})

test('in a long framework one looks for a competency by name', { skip: noBrowser }, async () => {
  const page = await browser().newPage()
  await page.goto(served.url + links.framework('many'))
  await page.getByRole('searchbox', { name: 'Find a competency' }).fill('c17')
  assert.equal(await page.locator('tbody tr:visible').count(), 1)
  assert.equal(await page.locator('find-rows output').textContent(), '1 of 25')
  await page.close()
})

test('typing a slash into a field stays a slash', { skip: noBrowser }, async () => {
  const page = await browser().newPage()
  await page.goto(served.url + links.search())
  await page.getByRole('searchbox').fill('verbal')
  await page.keyboard.press('/')
  assert.equal(await page.getByRole('searchbox').inputValue(), 'verbal/')
  await page.close()
})

test('with the keyboard alone one gets past the menu to the content', { skip: noBrowser }, async () => {
  const page = await browser().newPage()
  await page.goto(served.url + links.frameworks())
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate('document.activeElement?.textContent'), 'Skip to the content')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate('document.activeElement?.closest("main") !== null'), true)
  await page.close()
})

test('on paper there is the framework and nothing of the screen', { skip: noBrowser }, async () => {
  const page = await browser().newPage()
  await page.goto(served.url + links.frameworkPrint('spotlight'))
  assert.ok(await page.getByRole('button', { name: 'Print or save as PDF' }).isVisible())
  await page.emulateMedia({ media: 'print' })
  for (const gone of ['.side', '.top', '.foot', 'print-button'])
    assert.ok(await page.locator(gone).isHidden(), gone)
  assert.ok(await page.getByRole('heading', { name: 'C3 Maintaining/restoring workflow' }).isVisible())
  await page.close()
})
