/** A pack from the example's decided vacancy: made, printed, kept as a file, and checked, with and without JavaScript. */
import assert from 'node:assert/strict'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { demoId } from '../../demo/rows.ts'
import { someone } from '../../src/recruit/fixtures/panel.ts'
import { appFor } from '../app.ts'
import { closeBrowser, faultsOf, noBrowser, openView, type Served, serveApp, VIEWS } from '../browser.ts'
import { openTestDatabase, type TestDatabase } from '../database.ts'
import { loadExample } from '../example.ts'

const skip = noBrowser
const place = `/recruit/${demoId('vacancy', 'adviser')}/pack`
const kept = join(tmpdir(), `sightline-pack-${process.pid}.json`)

let database: TestDatabase
let served: Served
before(async () => {
  if (noBrowser) return
  database = await openTestDatabase()
  const ours = await loadExample(database)
  served = await serveApp(appFor(someone(ours, 'owen', 'recruiter', 'hr')))
})
after(async () => {
  if (noBrowser) return
  rmSync(kept, { force: true })
  await served.close()
  await closeBrowser()
  await database.close()
})

async function check(page: Page, file: string): Promise<string> {
  await page.goto(`${served.url}/recruit/verify`)
  await page.setInputFiles('input[type=file]', file)
  await page.click('text="Check it"')
  return page.innerText('.pack-verdict h2')
}

test('a pack is made, kept and checked; a file in which one rating was changed does not hold', {
  skip,
}, async () => {
  // On a phone without scripts, and on a desk in the light and in the dark.
  for (const view of VIEWS.slice(2)) {
    const page = await openView(view)
    await page.goto(served.url + place)
    assert.deepEqual(await faultsOf(page), [], `${view.name}: where it is made`)
    await page.click('text="Make the pack"')
    await page.waitForSelector('.paper.pack')
    assert.deepEqual(await faultsOf(page), [], `${view.name}: the paper`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('text="Keep the file (JSON)"'),
    ])
    await download.saveAs(kept)
    assert.match(download.suggestedFilename(), /^pack-customer-adviser-\d{4}-\d\d-\d\d\.json$/)
    assert.equal(await check(page, kept), 'Customer Adviser: it holds')
    writeFileSync(kept, readFileSync(kept, 'utf8').replace('"rating":6', '"rating":7'))
    assert.equal(await check(page, kept), 'Customer Adviser: it does not hold')
    assert.deepEqual(await faultsOf(page), [], `${view.name}: the verdict`)
    await page.context().close()
  }
})
