/** From an experience to a story that is placed and stands in the map, with and without JavaScript. */
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

function bilal(): Viewer {
  const person = { id: demoId('person', 'bilal'), name: 'Bilal Chaudhry' }
  return { ...insider(EXAMPLE), roles: new Set(['member']), via: 'page', person }
}

before(async () => {
  if (noBrowser) return
  database = await openTestDatabase()
  await loadExample(database)
  ctx = createContext(database.world, bilal())
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
  links.stories(),
  links.storyNew('spotlight|a1|4'),
  links.storyMap('spotlight', 'a1|4'),
  links.storyMap('recruiter-bands'),
  links.story(demoId('story', 'trebled-bill')),
  links.story(demoId('story', 'new-starter')),
  links.storyReading(demoId('story', 'swimming-club'), 'recruiter-bands'),
  links.evidence(),
  links.evidenceNew({ framework: 'spotlight', competency: 'a2' }),
  links.evidenceEntry(demoId('evidence', 'e7')),
  links.evidenceEntry(demoId('evidence', 'e3')),
  links.profileCompetency('spotlight', 'a2'),
  links.profileCompetency('at-the-door', 'arriving-well'),
]

const DID =
  'I took responsibility for the wrong delivery, apologised and brought the right one to her door myself.'

for (const view of VIEWS)
  test(`an experience becomes a story that stands in the map: ${view.name}`, {
    skip: noBrowser,
    timeout: 240_000,
  }, async () => {
    const page = await openView(view)
    const complaints = complaintsOf(page)
    const faults: string[] = []
    for (const path of PAGES) {
      await page.goto(served.url + path)
      faults.push(...(await faultsOf(page)).map((fault) => `${path}: ${fault}`))
    }
    const title = `Delivery, ${view.name}`
    await page.goto(served.url + links.stories())
    await page.getByRole('link', { name: 'Write a story' }).click()
    await page.getByLabel('Where it happened').selectOption({ label: 'In a student or holiday job' })
    await page.getByLabel('What you did').fill(DID)
    if (view.scripts) {
      // A page that is lost before it is sent comes back with what was typed.
      await page.reload()
      await page.getByText('What you had typed here before is back').waitFor()
      assert.equal(await page.getByLabel('What you did').inputValue(), DID)
    }
    await page.getByLabel('A title, to find it again').fill(title)
    await page.getByRole('button', { name: 'Save and see what it shows' }).click()
    await page
      .getByRole('combobox', { name: 'Read through' })
      .selectOption({ label: 'What Recruiters Look For' })
    await page.getByRole('button', { name: 'Read it through this' }).click()
    await page.waitForURL('**framework=recruiter-bands')
    faults.push(...(await faultsOf(page)).map((fault) => `reading: ${fault}`))
    await page.getByRole('button', { name: /^Yes, place it here/ }).click()
    await page.getByText('Placed:').waitFor()
    await page.getByRole('link', { name: 'See the map' }).click()
    await page.getByRole('region').getByRole('link', { name: title }).click()
    await page.getByRole('heading', { name: title }).waitFor()
    for (const summary of await page.locator('main summary').all()) await summary.click()
    faults.push(...(await faultsOf(page)).map((fault) => `story: ${fault}`))
    await page.getByRole('button', { name: 'Throw this story away' }).click()
    await page.waitForURL(`**${links.stories()}`)
    assert.equal(await page.getByRole('link', { name: title }).count(), 0)
    const unexpected = complaints.filter((text) => !text.includes('Transition was aborted'))
    assert.deepEqual([...faults, ...unexpected], [])
    await page.context().close()
  })
