import { Hono } from 'hono'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { attempt } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { translateAccess as may } from '../access.ts'
import { agreeToEndpoint, endEndpoint, showEndpoint } from '../actions/endpoint.ts'
import { askOutside } from '../actions/outside.ts'
import { EndpointForm, QuestionForm } from '../endpoint.ts'
import { EndpointPage } from '../pages/endpoint.tsx'
import { reachOf } from '../pages/frame.tsx'
import { OutsidePage } from '../pages/outside.tsx'
import { checked, typedIn } from './forms.ts'

/** Whether people may ask a language model elsewhere. */
export function endpointRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/', allow(may.endpoint), async (c) => {
      const { ctx } = c.var
      const shown = { organization: ctx.viewer.organization.name, endpoint: await showEndpoint(ctx) }
      return page(c, <EndpointPage {...shown} reach={reachOf(ctx.viewer)} />)
    })
    .post('/', allow(may.endpoint), async (c) => {
      const { ctx } = c.var
      const typed = await typedIn(c)
      const result = await attempt(async () => agreeToEndpoint(ctx, checked(EndpointForm, typed)))
      if ('done' in result) return c.redirect(links.translateEndpoint(), 303)
      const { errors, status } = result.refused
      const { key: _, ...values } = typed
      const shown = { organization: ctx.viewer.organization.name, endpoint: await showEndpoint(ctx) }
      return page(
        c,
        <EndpointPage {...shown} reach={reachOf(ctx.viewer)} values={values} errors={errors} />,
        status,
      )
    })
    .post('/question', allow(may.judge), async (c) => {
      const { ctx } = c.var
      const asked = await askOutside(ctx, checked(QuestionForm, await typedIn(c)))
      return page(c, <OutsidePage {...asked} reach={reachOf(ctx.viewer)} />)
    })
    .post('/removal', allow(may.endpoint), async (c) => {
      await endEndpoint(c.var.ctx)
      return c.redirect(links.translateEndpoint(), 303)
    })
}
