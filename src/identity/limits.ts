import { type Kysely, sql } from 'kysely'
import { keyFor } from './secret.ts'
import type { IdentityTables } from './tables.ts'

/** So many attempts in so long a time; then a pause until that time is over. */
export interface Limit {
  name: string
  most: number
  seconds: number
}

/** Counts attempts across processes and restarts. */
export interface Limits {
  /** Counts one attempt. Gives null while it is allowed, else when the next one will be. */
  take(limit: Limit, about: string): Promise<Date | null>
  /** The attempt was a good one and does not count. */
  giveBack(limit: Limit, about: string): Promise<void>
  /** How many count at the moment. */
  count(limit: Limit, about: string): Promise<number>
  /** Starts anew for this account or address. Gives how many attempts were counted. */
  clear(limit: Limit, about: string): Promise<number>
}

/** The counts in `identity.attempt`, each under a fingerprint, so that nobody reads addresses and e-mails out of it. */
export function openLimits(db: Kysely<IdentityTables>, secret: string): Limits {
  const own = db.withSchema('identity')
  const keyOf = (limit: Limit, about: string) => keyFor(secret, `${limit.name} ${about.toLowerCase()}`)
  return {
    take: async (limit, about) => {
      const { rows } = await sql<{ count: number; ends_at: Date }>`
        with old as (delete from identity.attempt where ends_at < now() - interval '1 day')
        insert into identity.attempt as a (key, count, ends_at)
        values (${keyOf(limit, about)}, 1, now() + make_interval(secs => ${limit.seconds}))
        on conflict (key) do update set
          count = case when a.ends_at < now() then 1 else a.count + 1 end,
          ends_at = case when a.ends_at < now() then excluded.ends_at else a.ends_at end
        returning count, ends_at`.execute(db)
      const [row] = rows
      return row && row.count > limit.most ? row.ends_at : null
    },
    giveBack: async (limit, about) => {
      await own
        .updateTable('attempt')
        .set({ count: sql`greatest(count - 1, 0)` })
        .where('key', '=', keyOf(limit, about))
        .execute()
    },
    count: async (limit, about) => {
      const row = await own
        .selectFrom('attempt')
        .select('count')
        .where('key', '=', keyOf(limit, about))
        .where('ends_at', '>', sql<Date>`now()`)
        .executeTakeFirst()
      return row?.count ?? 0
    },
    clear: async (limit, about) => {
      const row = await own
        .deleteFrom('attempt')
        .where('key', '=', keyOf(limit, about))
        .returning('count')
        .executeTakeFirst()
      return row?.count ?? 0
    },
  }
}
