import { Hono, type Context as HonoContext } from 'hono'
import { Invalid } from '#errors.ts'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { formOf, idIn } from '#web/form.ts'
import { page, type Status } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { accountAccess as may } from '../access.ts'
import { endToken, makeToken, ownMembership } from '../actions/tokens.ts'
import { TokenInput } from '../model.ts'
import { TokensPage } from '../pages/tokens.tsx'
import { listTokens } from '../store/tokens.ts'
import { faultsIn, keepNowhere, messagesOf, textsOf } from './visit.ts'

/** Tokens of one's own. */
export function tokenRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/account/token', allow(may.own), (c) => showTokens(c, {}))
    .post('/account/token', allow(may.own), async (c) => {
      const values = textsOf(await formOf(c))
      try {
        const input = TokenInput.safeParse(values)
        if (!input.success) throw new Invalid(messagesOf(input.error))
        const { text } = await makeToken(c.var.ctx, input.data)
        keepNowhere(c)
        return await showTokens(c, { made: { name: input.data.name, text } })
      } catch (error) {
        return showTokens(c, { values, ...faultsIn(error) })
      }
    })
    .post('/account/token/:id/end', allow(may.own), async (c) => {
      await endToken(c.var.ctx, idIn(c.req.param('id')))
      return c.redirect(links.tokens(), 303)
    })
}

interface Shown {
  made?: { name: string; text: string }
  values?: Record<string, string>
  errors?: Record<string, string>
  status?: Status
}

async function showTokens(c: HonoContext<Env>, { status = 200, ...shown }: Shown): Promise<Response> {
  const { ctx } = c.var
  const { id } = await ownMembership(ctx)
  const tokens = await ctx.read((db) => listTokens(db, id))
  return page(c, <TokensPage tokens={tokens} now={ctx.now()} {...shown} />, status)
}
