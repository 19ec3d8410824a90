import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Context } from '#context.ts'
import { Conflict } from '#errors.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { withClient } from './client.ts'

let database: TestDatabase

before(async () => {
  database = await openTestDatabase()
})
after(() => database.close())

async function addFramework(ctx: Context, slug: string): Promise<void> {
  const id = ctx.newId()
  await ctx.keep((tx) =>
    tx
      .insertInto('framework')
      .values({
        organization_id: ctx.organizationId,
        id,
        slug,
        title: slug,
        licence: JSON.stringify({ name: 'none', url: null, attribution: null }),
        language: 'en',
        version: '1',
        scale_kind: 'stage',
        origin: 'file',
        published_at: ctx.now(),
      } as never)
      .execute(),
  )
}

const slugs = (ctx: Context) =>
  ctx.read(async (db) => (await db.selectFrom('framework').select('slug').execute()).map((row) => row.slug))

test('an organisation sees its own rows and nobody else’s, even without a where', async () => {
  const here = database.ctx
  const there = database.otherOrganization()
  await addFramework(here, 'ours')
  await addFramework(there, 'theirs')
  assert.deepEqual(await slugs(here), ['ours'])
  assert.deepEqual(await slugs(there), ['theirs'])
})

test('an organisation cannot write into another', async () => {
  const other = database.otherOrganization().organizationId
  await assert.rejects(
    addFramework({ ...database.ctx, organizationId: other }, 'smuggled'),
    /row-level security/,
  )
})

test('without an organisation nothing is there', async () => {
  await addFramework(database.ctx, 'hidden')
  await withClient(database.connection('application'), async (client) => {
    if (database.role) await client.query(`set role ${database.role}`)
    const { rows } = await client.query('select slug from framework')
    assert.deepEqual(rows, [])
  })
})

test('the application may not change the tables, unless it was given the owner’s role', async (t) => {
  await withClient(database.connection('application'), async (client) => {
    if (database.role) await client.query(`set role ${database.role}`)
    const { rows } = await client.query(
      "select tableowner = current_user as owns from pg_tables where tablename = 'framework'",
    )
    if (rows[0]?.owns) return t.skip('the role of the address owns the tables itself')
    await assert.rejects(client.query('drop table framework'), /must be owner/)
    await assert.rejects(client.query("insert into schema_migration values ('x', 'y')"), /permission denied/)
  })
})

test('reading cannot write', async () => {
  await assert.rejects(
    database.ctx.read((db) => db.deleteFrom('framework').execute()),
    /read-only transaction/,
  )
})

test('a name that is taken is a conflict, with the name of the field', async () => {
  await addFramework(database.ctx, 'taken')
  await assert.rejects(addFramework(database.ctx, 'taken'), (error) => {
    assert.ok(error instanceof Conflict)
    assert.equal(
      error.message,
      'There is one with this slug already. Choose another, or open the one that is there.',
    )
    return true
  })
})

test('what fails half-way leaves nothing behind', async () => {
  const { ctx } = database
  const write = ctx.keep(async (tx) => {
    await tx.updateTable('framework').set({ title: 'half' }).execute()
    throw new Error('changed my mind')
  })
  await assert.rejects(write, /changed my mind/)
  const titles = await ctx.read((db) => db.selectFrom('framework').select('title').execute())
  assert.ok(titles.every(({ title }) => title !== 'half'))
})

test('two writers of the same counter both count, whatever the collision', async () => {
  const { ctx } = database
  await ctx.keep((tx) => tx.deleteFrom('framework').execute())
  await addFramework(ctx, '0')
  const add = () =>
    ctx.keep(async (tx) => {
      const { slug } = await tx.selectFrom('framework').select('slug').forUpdate().executeTakeFirstOrThrow()
      await tx
        .updateTable('framework')
        .set({ slug: String(Number(slug) + 1) })
        .execute()
    })
  await Promise.all(Array.from({ length: 12 }, add))
  assert.deepEqual(await slugs(ctx), ['12'])
})
