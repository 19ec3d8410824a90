/**
 * The pictures of the documentation. Each stands beside the words that its page showed when it was taken; when the page
 * shows others the test fails, and `SIGHTLINE_PICTURES=renew npm test -- test/journeys/pictures.test.ts` takes it again.
 */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { startDraft } from '../../src/intake/actions.ts'
import { links } from '../../src/routes.ts'
import { appFor } from '../app.ts'
import { browser, closeBrowser, noBrowser, type Served, serveApp } from '../browser.ts'
import { openTestDatabase, type TestDatabase } from '../database.ts'
import { WATER } from './water.ts'

const FOLDER = join(import.meta.dirname, '../../docs/pictures')
const renew = process.env.SIGHTLINE_PICTURES === 'renew'

let database: TestDatabase
let served: Served
let draft: string

before(async () => {
  if (noBrowser) return
  database = await openTestDatabase({ library: true })
  served = await serveApp(appFor(database.ctx))
  draft = await startDraft(database.ctx, { name: 'water.txt', text: WATER })
})

after(async () => {
  if (!noBrowser) {
    await served.close()
    await database.close()
  }
  await closeBrowser()
})

const PICTURES: Record<string, () => string> = {
  frameworks: links.frameworks,
  competency: () => links.competency('pub-service', '01'),
  review: () => links.intakeDraft(draft),
}

for (const [name, address] of Object.entries(PICTURES))
  test(`the picture of ${name} shows what the page shows`, { skip: noBrowser }, async () => {
    const page = await browser().newPage({ viewport: { width: 1280, height: 860 }, deviceScaleFactor: 1.5 })
    await page.goto(served.url + address())
    const words = `${(await page.locator('main').innerText()).replace(/\s*\n\s*/g, '\n').trim()}\n`
    const files = { words: join(FOLDER, `${name}.txt`), picture: join(FOLDER, `${name}.png`) }
    if (renew) {
      mkdirSync(FOLDER, { recursive: true })
      writeFileSync(files.words, words)
      await page.screenshot({ path: files.picture })
    }
    await page.close()
    assert.ok(existsSync(files.picture), `${name}.png is missing: renew the pictures`)
    assert.equal(words, readFileSync(files.words, 'utf8'), `${name}.png is old: renew the pictures`)
  })
