import { Hono } from 'hono'
import type { Env } from '#web/site.ts'
import { enterRoutes } from './routes/enter.tsx'
import { invitationRoutes } from './routes/invitation.tsx'
import { mailRoutes } from './routes/mail.tsx'
import { memberRoutes } from './routes/members.tsx'
import { ownRoutes } from './routes/own.tsx'
import { passwordRoutes } from './routes/password.tsx'
import { secondFactorRoutes } from './routes/second-factor.tsx'
import { tokenRoutes } from './routes/tokens.tsx'

/** The door of accounts: coming in, one's own account, and what owners see to. */
export function accountRoutes(): Hono<Env> {
  const all = [enterRoutes, passwordRoutes, invitationRoutes, ownRoutes, secondFactorRoutes, tokenRoutes]
  const app = new Hono<Env>()
  for (const routes of [...all, memberRoutes, mailRoutes]) app.route('/', routes())
  return app
}
