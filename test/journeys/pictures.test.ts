/**
 * The pictures of the documentation, all of one moment. Each stands beside the words that its page showed when it was taken; when the page
 * shows others the test fails, and `SIGHTLINE_PICTURES=renew npm test -- test/journeys/pictures.test.ts` takes it again.
 */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { EXAMPLE_CAST } from '../../demo/cast-members.ts'
import { demoId } from '../../demo/rows.ts'
import { exampleViewer } from '../../src/home/cast.ts'
import { startDraft } from '../../src/intake/actions.ts'
import { EXAMPLE } from '../../src/organization.ts'
import { links } from '../../src/routes.ts'
import { appFor } from '../app.ts'
import { browser, closeBrowser, noBrowser, type Served, serveApp } from '../browser.ts'
import { openTestDatabase, type TestDatabase } from '../database.ts'
import { loadExample } from '../example.ts'
import { WATER } from './water.ts'

const FOLDER = join(import.meta.dirname, '../../docs/pictures')
const renew = process.env.SIGHTLINE_PICTURES === 'renew'

let database: TestDatabase
/** One door for each of the cast. */
const doors = new Map<string, Served>()
let draft: string

before(async () => {
  if (noBrowser) return
  database = await openTestDatabase()
  const ctx = await loadExample(database, new Date('2026-11-18T10:00:00Z'))
  draft = await startDraft(ctx, { name: 'water.txt', text: WATER })
  for (const member of EXAMPLE_CAST) {
    const viewer = exampleViewer(EXAMPLE, member, member.part === 'Team manager')
    doors.set(member.part, await serveApp(appFor(ctx.as(viewer))))
  }
})

after(async () => {
  if (!noBrowser) {
    await Promise.all([...doors.values()].map((door) => door.close()))
    await database.close()
  }
  await closeBrowser()
})

const PICTURES: Record<string, { as: string; address: () => string }> = {
  home: { as: 'Team manager', address: links.home },
  frameworks: { as: 'Job-holder', address: links.frameworks },
  competency: { as: 'Job-holder', address: () => links.competency('pub-service', '01') },
  review: { as: 'Framework steward', address: () => links.intakeDraft(draft) },
  chart: { as: 'HR lead', address: links.chart },
  profile: { as: 'Job-holder', address: links.profile },
  gap: { as: 'Job-holder', address: () => links.roleGap(demoId('role', 'customer-adviser')) },
  results: { as: 'HR lead', address: () => links.results(demoId('vacancy', 'adviser')) },
  ledger: { as: 'HR lead', address: links.ledger },
}

for (const [name, { as, address }] of Object.entries(PICTURES))
  test(`the picture of ${name} shows what the page shows`, { skip: noBrowser }, async () => {
    const served = doors.get(as)
    assert.ok(served, `nobody of the cast is called "${as}"`)
    const page = await browser().newPage({ viewport: { width: 1280, height: 860 }, deviceScaleFactor: 1.5 })
    await page.goto(served.url + address())
    const said = (await page.locator('main').innerText()).replace(/\s*\n\s*/g, '\n').trim()
    const words = `${said}\n`
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
