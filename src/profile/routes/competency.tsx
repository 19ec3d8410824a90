import { Hono } from 'hono'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { idIn } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { profileAccess as may } from '../access.ts'
import { lookAtLevel, whyMyLevel } from '../actions/competency.ts'
import { ownProfile } from '../actions/own.ts'
import { CompetencyPage } from '../pages/competency.tsx'
import { CompetencyOfPage } from '../pages/competency-of.tsx'

/** Why a level is what it is: one's own, and those that others share. */
export function competencyRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/competency/:framework/:key', allow(may.own), async (c) => {
      const { framework, key } = c.req.param()
      const why = await whyMyLevel(c.var.ctx, framework, key)
      return page(c, <CompetencyPage {...why} viewer={ownProfile(c.var.ctx).id} />)
    })
    .get('/of/:person/competency/:framework/:key', allow(may.own), async (c) => {
      const { framework, key } = c.req.param()
      const [person, viewer] = [idIn(c.req.param('person')), ownProfile(c.var.ctx).id]
      if (person === viewer) return c.redirect(links.profileCompetency(framework, key), 303)
      const shown = await lookAtLevel(c.var.ctx, person, { slug: framework, key })
      return page(c, <CompetencyOfPage {...shown} viewer={viewer} />)
    })
}
