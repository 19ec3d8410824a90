import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { nameOf } from '../../demo/cast-members.ts'
import { demoId } from '../../demo/rows.ts'
import { keepUnfinished } from '../../src/history/actions/unfinished.ts'
import { wishErasure } from '../../src/privacy/actions/wish.ts'
import { links } from '../../src/routes.ts'
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

const BILAL = demoId('person', 'bilal')

let database: TestDatabase
let served: Served

before(async () => {
  if (noBrowser) return
  database = await openTestDatabase()
  const ours = await loadExample(database)
  const reason = 'The mail server does not answer: connect ECONNREFUSED 192.0.2.25:587'
  await keepUnfinished(ours, { id: ours.newId(), job: 'account.mail', data: {}, reason, tries: 10 })
  const bilal = ours.as({ ...ours.viewer, person: { id: BILAL, name: nameOf('bilal') }, via: 'page' })
  await wishErasure(bilal, { name: nameOf('bilal'), reason: 'I move abroad in autumn.' })
  const ngaio = { id: demoId('person', 'ngaio'), name: nameOf('ngaio') }
  served = await serveApp(appFor(ours.as({ ...ours.viewer, person: ngaio, via: 'page' })))
})

after(async () => {
  if (!noBrowser) {
    await served.close()
    await database.close()
  }
  await closeBrowser()
})

const PAGES: Record<string, string> = {
  history: links.history(),
  'history of what somebody did': links.history({ who: 'ngaio', kind: 'person' }),
  'history with nothing found': links.history({ who: 'nobody at all' }),
  'history asked wrongly': links.history({ from: '2026-05-03', to: '2026-05-01' }),
  'history of a person': links.historyOf('person', BILAL),
  'jobs that could not be done': links.unfinished(),
  'what is kept about me': links.privacy(),
  'what is kept about somebody': links.privacyOf(BILAL),
  'wish to be erased': links.erasureWish(),
  'wishes to be erased': links.erasures(),
  'erasing somebody': links.erasureOf(BILAL),
  'how long things are kept': links.retention(),
}

// None of these pages has a script of its own, so they are not looked at without.
for (const view of VIEWS.filter(({ scripts }) => scripts))
  test(`the pages of history and privacy are for everybody, ${view.name}`, { skip: noBrowser }, async () => {
    const page = await openView(view)
    const complaints = complaintsOf(page)
    for (const [name, address] of Object.entries(PAGES)) {
      await page.goto(served.url + address)
      assert.deepEqual(await faultsOf(page), [], name)
      if (process.env.SIGHTLINE_LOOK)
        await page.screenshot({
          path: `${process.env.SIGHTLINE_LOOK}/${view.width}-${view.colorScheme}-${name}.png`,
          fullPage: false,
        })
    }
    assert.deepEqual(
      complaints.filter((one) => !one.includes('422')),
      [],
    )
    await page.context().close()
  })

test('the history is narrowed down and followed to a thing, by form and links', {
  skip: noBrowser,
}, async () => {
  const page = await openView({ name: '', width: 1280, colorScheme: 'light', scripts: false })
  await page.goto(served.url + links.history())
  await page.getByLabel('Did what').fill('published')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.locator('.event-says a').last().click()
  await page.getByRole('heading', { level: 1, name: /^History of / }).waitFor()
  assert.deepEqual(await faultsOf(page), [])
  await page.context().close()
})
