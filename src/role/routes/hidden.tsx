import { Hono } from 'hono'
import { Invalid } from '#errors.ts'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { isAllowed } from '#viewer.ts'
import { formOf, idIn } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { roleAccess as may } from '../access.ts'
import { openHidden, takeHidden } from '../actions/hidden.ts'
import { HiddenInput } from '../hidden.ts'
import { HiddenPage } from '../pages/hidden.tsx'
import { findYardsticks } from '../store/yardsticks.ts'

/** What people do and no profile asks for. */
export function hiddenRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/hidden', allow(may.map), async (c) => {
      const { ctx } = c.var
      const shown = { parts: await openHidden(ctx), yardsticks: await ctx.read(findYardsticks) }
      return page(c, <HiddenPage {...shown} edits={isAllowed(ctx.viewer, may.edit)} />)
    })
    .post('/:id/hidden', allow(may.edit), async (c) => {
      const roleId = idIn(c.req.param('id'))
      const wanted = HiddenInput.safeParse(await formOf(c))
      if (!wanted.success)
        throw new Invalid('Choose a skill of the page “Hidden skills”, then take it from there.')
      const profileId = await takeHidden(c.var.ctx, roleId, wanted.data)
      return c.redirect(links.roleProfile(roleId, profileId), 303)
    })
}
