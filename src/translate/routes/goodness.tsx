import { Hono } from 'hono'
import { NotFound } from '#errors.ts'
import { findFramework, listFrameworks } from '#framework/store.ts'
import { allow } from '#guard.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { translateAccess as may } from '../access.ts'
import { goodnessOf } from '../goodness.ts'
import { reachOf } from '../pages/frame.tsx'
import { GoodnessesPage, GoodnessPage } from '../pages/goodness.tsx'
import { countJudgements, listJudgements } from '../store.ts'

/** How good translations are, from what people judged. */
export function goodnessRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/', allow(may.read), async (c) => {
      const { ctx } = c.var
      const frameworks = await ctx.read(async (db) => {
        const counts = await countJudgements(db)
        const all = (await listFrameworks(db)).map(({ slug, title }) => ({
          slug,
          title,
          judgements: counts.get(slug) ?? 0,
        }))
        return all.toSorted((a, b) => b.judgements - a.judgements)
      })
      return page(c, <GoodnessesPage frameworks={frameworks} reach={reachOf(ctx.viewer)} />)
    })
    .get('/:slug', allow(may.read), async (c) => {
      const { ctx } = c.var
      const found = await ctx.read(async (db) => {
        const framework = await findFramework(db, c.req.param('slug'))
        return framework && { framework, judgements: await listJudgements(db, framework.id) }
      })
      if (!found) throw new NotFound('There is no such framework. It may have been renamed or removed.')
      const goodness = goodnessOf(found.judgements)
      return page(
        c,
        <GoodnessPage framework={found.framework} goodness={goodness} reach={reachOf(ctx.viewer)} />,
      )
    })
}
