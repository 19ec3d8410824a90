import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Client } from 'pg'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { withClient } from './client.ts'

const DISTLINT = readFileSync(join(import.meta.dirname, 'distlint.sql'), 'utf8')

let database: TestDatabase

before(async () => {
  database = await openTestDatabase()
})
after(() => database.close())

const asOwner = <T>(work: (client: Client) => Promise<T>) => withClient(database.connection('owner'), work)

async function problems(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string; problem: string }>(DISTLINT)
  return rows.map(({ table, problem }) => `${table}: ${problem}`)
}

test('the schema can be spread over several machines by organisation', async () => {
  assert.deepEqual(await asOwner(problems), [])
})

test('each rule finds the fault it is there for, and a sound table passes', async () => {
  await asOwner(async (client) => {
    await client.query(`begin;
      create table sound (organization_id uuid not null references organization (id), id uuid not null,
        primary key (organization_id, id));
      alter table sound enable row level security;
      alter table sound force row level security;
      create table homeless (id int primary key);
      create table loose (organization_id uuid, id int generated always as identity, number serial, tags text[],
        more text[], place point, friend uuid, part uuid, span int4range, exclude using gist (span with &&),
        unique (number), unique (organization_id, id) deferrable,
        foreign key (organization_id, friend) references sound on delete set null,
        foreign key (part, organization_id) references sound (organization_id, id));
      create index loose_place on loose using gist (place);
      create index loose_tags on loose using gin (tags, more);
      create function nothing() returns trigger language plpgsql as 'begin return null; end';
      create trigger loose_trigger before insert on loose for each row execute function nothing()`)
    const found = await problems(client)
    await client.query('rollback')
    assert.deepEqual(found, [
      'homeless: has no organization_id',
      'homeless: row-level security is not on, or not forced',
      'loose: has no primary key',
      'loose: has the trigger loose_trigger',
      'loose: on delete, the foreign key loose_organization_id_friend_fkey would empty organization_id too',
      'loose: organization_id may be null',
      'loose: row-level security is not on, or not forced',
      'loose: the column id counts with a sequence',
      'loose: the column number counts with a sequence',
      'loose: the constraint loose_organization_id_id_key is deferrable',
      'loose: the constraint loose_span_excl is an exclusion',
      'loose: the foreign key loose_part_organization_id_fkey does not pair organization_id with organization_id',
      'loose: the index loose_place is GiST',
      'loose: the index loose_span_excl is GiST',
      'loose: the index loose_tags is GIN over several columns',
      'loose: the unique index loose_number_key does not hold organization_id',
    ])
  })
})
