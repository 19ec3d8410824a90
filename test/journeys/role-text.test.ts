import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Context } from '../../src/context.ts'
import { openTestEditor, type TestEditor } from '../../src/role/fixtures/text-editor.ts'
import { links } from '../../src/routes.ts'
import { closeTranslate } from '../../src/translate/actions/desk.ts'
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

let database: TestDatabase
let ctx: Context
let editor: TestEditor
let served: Served

before(async () => {
  if (noBrowser) return
  database = await openTestDatabase({ library: true })
  ctx = database.ctx
  editor = openTestEditor(ctx)
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

const WIDE = { name: 'wide', width: 1280, colorScheme: 'light', scripts: true } as const

async function withPage(scripts: boolean, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await openView({ ...WIDE, scripts })
  const complaints = complaintsOf(page)
  await work(page)
  if (scripts) assert.deepEqual(complaints, [])
  await page.context().close()
}

test('while one types, the draft is saved and the words are marked, without a new page', {
  skip: noBrowser,
}, async () => {
  const { id } = await editor.draftOf()
  await withPage(true, async (page) => {
    await page.goto(served.url + links.roleTextEdit(id))
    await page.getByLabel('Text', { exact: true }).first().fill('A dynamic team player answers.')
    await page.getByText(/^Saved at \d\d:\d\d$/).waitFor()
    assert.equal(await page.locator('#wording .mark-list li').count(), 2)
    assert.equal(await page.locator('.marks-here mark').count(), 2)
    await page.getByLabel('Title').fill('Another title')
    await page.getByText('Not saved yet').waitFor()
    await page.getByText(/^Saved at \d\d:\d\d$/).waitFor()
  })
  const { content, version } = await editor.textOf(id)
  assert.equal(content.title, 'Another title')
  assert.equal(version, 3, 'each save knows of the one before')
})

test('a description is begun, written, published and printed without JavaScript', {
  skip: noBrowser,
}, async () => {
  const { id, roleId } = await editor.draftOf()
  await withPage(false, async (page) => {
    await page.goto(served.url + links.roleTextsOf(roleId))
    await page.getByRole('button', { name: 'Begin the advert' }).click()
    await page.getByLabel('Pay').fill('£25,000')
    await page.getByRole('button', { name: 'Move down' }).first().click()
    assert.equal(await page.getByLabel('Pay').inputValue(), '£25,000', 'a step saves what was typed')
    await page.getByRole('button', { name: 'Save and publish' }).click()
    await page.getByText('Pay: £25,000').waitFor()
    await page.goto(served.url + links.roleTextEdit(id))
    await page
      .getByText(/more statements? at the level/)
      .first()
      .click()
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: 'Take what is ticked' }).first().click()
    await page.getByRole('button', { name: 'Save and publish' }).click()
    await page.emulateMedia({ media: 'print' })
    await page.getByRole('heading', { name: 'What you bring on the first day' }).waitFor()
    assert.equal(await page.getByRole('link', { name: 'Markdown' }).isVisible(), false)
  })
})

test('the pages of texts are for everybody, at both widths, light and dark, with and without JavaScript', {
  skip: noBrowser,
}, async () => {
  const { id, roleId } = await editor.draftOf()
  await editor.save(id, { 'text.purpose': 'A dynamic team player with a degree in business.' })
  const paths = [
    ...[links.roleTextEdit(id), links.roleText(id), links.roleTextsOf(roleId), links.roleTexts()],
    ...[`${links.roleWording()}?try=advert`, links.roleThesaurus('calm'), links.roleTemplate('advert')],
  ]
  const faults: string[] = []
  for (const view of VIEWS) {
    const page = await openView(view)
    for (const path of paths) {
      await page.goto(served.url + path)
      faults.push(...(await faultsOf(page)).map((fault) => `${path} at ${view.name}: ${fault}`))
    }
    await page.context().close()
  }
  assert.deepEqual(faults, [])
})
