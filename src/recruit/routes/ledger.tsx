import { Hono } from 'hono'
import { allow } from '#guard.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { recruitAccess as may } from '../access.ts'
import { openLedger } from '../actions/ledger.ts'
import { LedgerPage } from '../pages/ledger.tsx'

/** What was rated at hiring beside what is seen later. */
export function ledgerRoutes(): Hono<Env> {
  return new Hono<Env>().get('/ledger', allow(may.recruit), async (c) =>
    page(c, <LedgerPage ledger={await openLedger(c.var.ctx)} />),
  )
}
