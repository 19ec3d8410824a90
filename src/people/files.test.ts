import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Context } from '#context.ts'
import { links } from '#routes.ts'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { runImport } from './actions/import.ts'
import { get, send } from './fixtures/office.ts'
import { listEverybody } from './store.ts'

let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
})
after(() => database.close())

async function upload(ctx: Context, content: Uint8Array<ArrayBuffer> | string, name = 'staff.csv') {
  const form = new FormData()
  form.set('file', new File([content], name))
  form.set('dateOrder', 'day first')
  const init = { method: 'POST', body: form, headers: { origin: 'http://localhost' } }
  return appFor(ctx).request(`http://localhost${links.peopleImports()}`, init)
}

test('a file is uploaded, checked, confirmed, and its page follows until it is done', async () => {
  const { ctx } = database
  const sent = await upload(ctx, 'Name,Role,Shoe size\nHal New,Clerk,44\n=SUM(A1),Clerk,\n')
  assert.equal(sent.status, 303)
  const address = sent.headers.get('location') ?? ''
  const checked = await get(ctx, address)
  for (const part of ['2 people added', 'Hal New', 'Shoe size', '=SUM(A1)'])
    assert.ok(checked.text.includes(part), part)
  assert.equal(checked.headers.get('refresh'), null)
  assert.equal((await send(ctx, `${address}/confirmation`, {})).status, 303)
  const waiting = await get(ctx, address)
  assert.equal(waiting.headers.get('refresh'), '2')
  assert.match(waiting.text, /<progress/)
  await runImport(ctx, address.split('/').at(-1) ?? '')
  const done = await get(ctx, address)
  assert.ok(done.text.includes('The file is read in'))
  assert.equal(done.headers.get('refresh'), null)
  assert.equal((await send(ctx, `${address}/confirmation`, {})).status, 409)
  assert.ok((await ctx.read(listEverybody)).some(({ name }) => name === '=SUM(A1)'))
  const file = await get(ctx, links.peopleFile())
  assert.match(file.headers.get('content-disposition') ?? '', /people\.csv/)
  assert.ok(file.text.includes("'=SUM(A1)"))
})

test('the page of a wrong file lists its faults by line; it cannot be confirmed', async () => {
  const { ctx } = database
  const sent = await upload(ctx, Buffer.from('Name;E-mail\nJo\u00eb;x\n;y@example.org', 'latin1'))
  const address = sent.headers.get('location') ?? ''
  const { text } = await get(ctx, address)
  for (const part of ['2 faults were found', 'Write the address as', 'Give the name'])
    assert.ok(text.includes(part), part)
  assert.ok(!text.includes('Read it in'))
  assert.equal((await send(ctx, `${address}/confirmation`, {})).status, 409)
  assert.equal((await send(ctx, `${address}/removal`, {})).status, 303)
  assert.equal((await get(ctx, address)).status, 404)
})

test('what is no table, or nothing at all, is told at its field', async () => {
  const { ctx } = database
  const cases: [() => Promise<Response>, RegExp][] = [
    [
      () => upload(ctx, Buffer.from([0x50, 0x4b, 3, 4]), 'staff.xlsx'),
      /field-file-error[^>]*>This is a workbook/,
    ],
    [() => upload(ctx, ''), /field-file-error[^>]*>Choose a file/],
    [
      () => send(ctx, links.peopleImports(), { text: 'only one line' }),
      /field-text-error[^>]*>There is no row/,
    ],
  ]
  for (const [work, words] of cases) {
    const response = await work()
    assert.equal(response.status, 422)
    assert.match(await response.text(), words)
  }
})
