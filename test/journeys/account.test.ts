import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { createOwner } from '../../src/account/actions/owner.ts'
import { accountJobs } from '../../src/account/jobs.ts'
import { createContext } from '../../src/context.ts'
import { openMail } from '../../src/mail/transport.ts'
import { links } from '../../src/routes.ts'
import { insider } from '../../src/viewer.ts'
import { appOf } from '../app.ts'
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

const OWNER = {
  organization: 'Tidewater',
  name: 'Ada Byrne',
  email: 'ada@tidewater.example',
  password: 'tin moth kettle',
}

let database: TestDatabase
let served: Served
/** An address inside the organisation, for pages that need one. */
let member: string

before(async () => {
  if (noBrowser) return
  database = await openTestDatabase()
  const visit = { headers: new Headers({ 'user-agent': 'Mozilla/5.0 (iPhone) Safari/604.1' }), address: '' }
  const { organization } = await createOwner(database.world, OWNER, visit)
  const ctx = createContext(database.world, insider(organization))
  const mails = accountJobs(openMail({ smtp: null, from: 'a@b.example', log: () => {} }))
  for (const { job, data } of database.jobs)
    if (job === 'account.mail') await mails[job](ctx, data as { mailId: string })
  const found = await ctx.read((db) =>
    db
      .selectFrom('membership')
      .select('id')
      .where('organization_id', '=', db.organizationId)
      .executeTakeFirstOrThrow(),
  )
  member = found.id
  served = await serveApp(appOf(database.world))
})

after(async () => {
  if (!noBrowser) {
    await served.close()
    await database.close()
  }
  await closeBrowser()
})

async function signIn(page: Page, { email, password } = OWNER): Promise<void> {
  await page.goto(served.url + links.signIn(links.account()))
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/account')
}

/** Every page of accounts as it looks with something in it. */
const pages = (): Record<string, string> => ({
  'one’s account': links.account(),
  'its password': links.accountPassword(),
  'its second factor': links.secondFactor(),
  'its sessions': links.sessions(),
  'its tokens': links.tokens(),
  members: links.members(),
  'a member': links.member(member),
  invitations: links.invitations(),
  mail: links.mails(),
  'a forgotten password': links.passwordForgotten(),
  'the code of the second factor': links.signInCode(),
  'a recovery code': links.signInRecovery(),
  'a link to confirm an address': links.confirmation('x'),
})

for (const view of VIEWS)
  test(`every page of accounts can be read by everybody: ${view.name}`, {
    skip: noBrowser,
    timeout: 120_000,
  }, async () => {
    const page = await openView(view)
    const complaints = complaintsOf(page)
    const faults: string[] = []
    const look = async (what: string) =>
      faults.push(...(await faultsOf(page)).map((fault) => `${what}: ${fault}`))
    await page.goto(served.url + links.signIn())
    await look('signing in')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await look('signing in with nothing typed')
    await signIn(page)
    for (const [what, path] of Object.entries(pages())) {
      await page.goto(served.url + path)
      await look(what)
    }
    // Chromium itself reports the 422 of the form that is meant to come back, and a page left before it had faded in.
    assert.deepEqual([...faults, ...complaints.filter((text) => !/422|ViewTransition/.test(text))], [])
    await page.context().close()
  })

/** Ada invites Bo, who accepts in a browser of his own; then each sets up what keeps an account safe. */
async function inviteAndAccept(scripts: boolean, address: string): Promise<void> {
  const view = { name: '', width: 1280, colorScheme: 'light', scripts } as const
  const ada = await openView(view)
  await signIn(ada)
  await ada.getByRole('link', { name: 'Invitations' }).first().click()
  await ada.getByLabel('E-mail address').fill(address)
  await ada.getByLabel('Name', { exact: true }).fill('Bo Li')
  await ada.getByRole('checkbox', { name: /Steward/ }).check()
  await ada.getByRole('button', { name: 'Send the invitation' }).click()
  assert.deepEqual(await faultsOf(ada), [])
  const link = (await ada.locator('code.secret').textContent()) ?? ''
  const bo = await openView(view)
  await bo.goto(link.replace('http://localhost', served.url))
  assert.match((await bo.locator('main').textContent()) ?? '', /Ada Byrne invites you/)
  assert.deepEqual(await faultsOf(bo), [])
  await bo.getByLabel('Password', { exact: true }).fill('password')
  await bo.getByRole('button', { name: 'Accept the invitation' }).click()
  assert.match((await bo.getByRole('alert').textContent()) ?? '', /at least 10 characters; this has 8/)
  await bo.getByLabel('Password', { exact: true }).fill('copper lamp biscuit')
  await bo.getByRole('button', { name: 'Accept the invitation' }).click()
  await bo.waitForURL(`${served.url}/`)
  await bo.goto(served.url + links.account())
  assert.match(
    (await bo.locator('.lead').textContent()) ?? '',
    new RegExp(`${address}, in Tidewater as Steward`),
  )
  await ada.goto(served.url + links.members())
  await ada.getByRole('link', { name: 'Bo Li' }).first().click()
  await ada.getByRole('button', { name: /^Remove Bo Li/ }).click()
  await bo.goto(served.url + links.account())
  assert.match(bo.url(), /\/sign-in/)
  await Promise.all([ada.context().close(), bo.context().close()])
}

test(
  'an owner invites a colleague, who chooses a password, is in, and is out again when removed',
  { skip: noBrowser, timeout: 60_000 },
  () => inviteAndAccept(true, 'bo@tidewater.example'),
)

test('all of that works without JavaScript too', { skip: noBrowser, timeout: 60_000 }, () =>
  inviteAndAccept(false, 'bo.plain@tidewater.example'),
)

test('the second factor is set up from a picture, and recovery codes fit on paper', {
  skip: noBrowser,
  timeout: 60_000,
}, async () => {
  const context = await browser().newContext({ viewport: { width: 390, height: 900 } })
  const page = await context.newPage()
  await signIn(page)
  await page.goto(served.url + links.secondFactor())
  await page.getByLabel('Current password').fill(OWNER.password)
  await page.getByRole('button', { name: 'Set it up' }).click()
  assert.deepEqual(await faultsOf(page), [])
  const box = await page.getByRole('img', { name: /picture for the camera/ }).boundingBox()
  assert.ok((box?.width ?? 0) > 200)
  assert.equal(await page.locator('.recovery-codes code').count(), 10)
  await page.getByLabel('Code').fill('000000')
  await page.getByRole('button', { name: 'Turn it on' }).click()
  assert.match((await page.getByRole('alert').textContent()) ?? '', /not the code that the app shows now/)
  await context.close()
})
