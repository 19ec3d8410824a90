import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { confirmImport, runImport, startImport } from '../../src/people/actions/import.ts'
import { manyPeople } from '../../src/people/fixtures/many.ts'
import { peopleJobs } from '../../src/people/jobs.ts'
import { listEverybody } from '../../src/people/store.ts'
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

let database: TestDatabase
let served: Served
let pages: Record<string, string>

const WRONG =
  'Name,E-mail,Role,Reports to,First day,Shoe size\nAda,ada@,Planner,,31/31/2026,3\n,x@y.org,=1+1,Nobody Known,2026-01-01,'
const COMPOUND =
  'Name,Employee number,Role,Team,Place\nBärbel Oberhuber-Straßenmüller,9,Donaudampfschifffahrtsgesellschaftskapitänsanwärterin,Rechtsschutzversicherungsgesellschaften,Llanfairpwllgwyngyll'

before(async () => {
  if (noBrowser) return
  database = await openTestDatabase()
  const { ctx } = database
  const send = (text: string) => startImport(ctx, { text, fileName: 'staff.csv', dateOrder: 'day first' })
  const readIn = async (text: string) => {
    const id = await send(text)
    await confirmImport(ctx, id)
    await runImport(ctx, id)
    return id
  }
  const done = await readIn(manyPeople(70))
  await readIn(COMPOUND)
  database.jobs.length = 0
  const [first, , third] = (await ctx.read(listEverybody)).filter(({ number }) => (number ?? '') <= '100002')
  const long = (await ctx.read(listEverybody)).find(({ number }) => number === '9')
  const row = await ctx.read((db) =>
    db.selectFrom('post').select(['id', 'person_id', 'team_id', 'place_id']).limit(1).execute(),
  )
  const post = row[0]
  pages = {
    'the list': links.people(),
    'the list with nobody in it': links.peopleWith({ q: 'zeppelin' }),
    'a person with reports': links.person(first?.id ?? ''),
    'a person of long words': links.person(long?.id ?? ''),
    'the form of a person': links.personForm(third?.id ?? ''),
    'the form for a new person': links.personNew(),
    'the form of a post': links.post(post?.person_id ?? '', post?.id ?? ''),
    'the form for a new post': links.posts(post?.person_id ?? ''),
    'the chart': links.chart(),
    'the chart of one person': links.chart(first?.id ?? ''),
    teams: links.teams(),
    'a team': links.team(post?.team_id ?? ''),
    places: links.places(),
    'a place': links.place(post?.place_id ?? ''),
    files: links.peopleImports(),
    'a file that is done': links.peopleImport(done),
    'a file with faults': links.peopleImport(await send(WRONG)),
    'a file that would change something': links.peopleImport(
      await send('Name,Employee number,Role\nRenamed,100000,Chief\nNew One,7,Clerk'),
    ),
  }
  served = await serveApp(appFor(ctx))
})

after(async () => {
  if (!noBrowser) {
    await served.close()
    await database.close()
  }
  await closeBrowser()
})

for (const view of VIEWS)
  test(`every page of people can be read by everybody: ${view.name}`, {
    skip: noBrowser,
    timeout: 120_000,
  }, async () => {
    const page = await openView(view)
    const complaints = complaintsOf(page)
    const faults: string[] = []
    for (const [what, path] of Object.entries(pages)) {
      await page.goto(served.url + path)
      faults.push(...(await faultsOf(page)).map((fault) => `${what}: ${fault}`))
    }
    assert.deepEqual([...faults, ...complaints], [])
    await page.context().close()
  })

/** From an empty form to a person with a post, who is found, changed, and seen in the line of their manager. */
async function addAndChange(page: Page, name: string) {
  await page.goto(served.url + links.people())
  await page.getByRole('link', { name: 'Add a person' }).click()
  await page.getByLabel('E-mail').fill('not an address')
  await page.getByRole('button', { name: 'Add the person' }).click()
  await page.getByRole('link', { name: 'Give the name.' }).click()
  assert.equal(await page.getByLabel('E-mail').inputValue(), 'not an address')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('E-mail').fill(`${name.split(' ')[0]?.toLowerCase()}@example.org`)
  await page.getByLabel('Role').fill('Water sampler')
  await page.getByLabel('Team').selectOption({ index: 1 })
  await page.getByLabel('Reports to').fill('100000')
  await page.getByRole('button', { name: 'Add the person' }).click()
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), name)
  await page.getByRole('link', { name: 'Change', exact: true }).click()
  await page.getByLabel('Last day').fill('2090-05-31')
  await page.getByRole('button', { name: 'Save' }).click()
  assert.match((await page.locator('.timeline').textContent()) ?? '', /until 31 May 2090/)
  await page.goto(served.url + links.peopleWith({ q: `${name} sampler` }))
  assert.equal(await page.locator('tbody tr').count(), 1)
}

test('a person is added, changed and found', { skip: noBrowser }, async () => {
  const page = await browser().newPage()
  const complaints = complaintsOf(page)
  await addAndChange(page, 'Imke Journey')
  assert.deepEqual(
    complaints.filter((text) => !text.includes('422')),
    [],
  )
  await page.close()
})

test('the same works on a phone without JavaScript', { skip: noBrowser }, async () => {
  const context = await browser().newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  })
  await addAndChange(await context.newPage(), 'Jorun Journey')
  await context.close()
})

test('while one types, the list follows, and the address keeps step', { skip: noBrowser }, async () => {
  const page = await browser().newPage()
  await page.goto(served.url + links.people())
  assert.ok((await page.locator('tbody tr').count()) >= 50)
  await page.getByLabel('Find').pressSequentially('ada abara', { delay: 20 })
  await page.waitForURL('**q=ada+abara')
  assert.equal(await page.locator('tbody tr').count(), 1)
  assert.equal(await page.evaluate('document.activeElement?.id'), 'field-q')
  await page.getByLabel('Find').fill('')
  await page.waitForURL(/people$/)
  await page.close()
})

test('a file is chosen, checked, confirmed and followed until it is read in, without JavaScript', {
  skip: noBrowser,
}, async () => {
  const context = await browser().newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(served.url + links.people())
  await page.getByRole('link', { name: 'Read in a file' }).click()
  const buffer = Buffer.from('Name;Role;Team\nKaja File;Clerk;Division 1\n')
  await page.getByLabel('A CSV file').setInputFiles({ name: 'more.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Check the file' }).click()
  assert.match((await page.locator('main').textContent()) ?? '', /1 person added/)
  await page.getByRole('button', { name: 'Read it in' }).click()
  await page.getByText('It begins in a moment.').waitFor()
  const asked = database.jobs.pop()
  await peopleJobs['people.import'](database.ctx, asked?.data ?? {})
  // The page looks again by itself.
  await page.getByText('The file is read in').waitFor({ timeout: 10_000 })
  await page.getByRole('link', { name: 'Kaja File' }).click()
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Kaja File')
  await context.close()
})
