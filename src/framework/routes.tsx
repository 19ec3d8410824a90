import { Hono } from 'hono'
import { NotFound } from '#errors.ts'
import { allow } from '#guard.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { frameworkAccess as may } from './access.ts'
import { bestAtLevels, bestInBalance } from './example.ts'
import type { Framework } from './model.ts'
import { CompetencyPage } from './pages/competency.tsx'
import { FrameworkPage } from './pages/framework.tsx'
import { FrameworksPage } from './pages/frameworks.tsx'
import { type Example, HelpPage } from './pages/help.tsx'
import { PrintPage } from './pages/print.tsx'
import { listNeighbours } from './store/alignments.ts'
import { findFramework, findFrameworkAround, listFrameworks } from './store.ts'

/** What is there, or the answer 404 with words that help. */
function there<T>(thing: T | undefined, what: string): T {
  if (thing === undefined)
    throw new NotFound(`There is no such ${what}. It may have been renamed or removed.`)
  return thing
}

/** The pages of frameworks, and of help with them. */
export function frameworkRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/framework', allow(may.read), async (c) =>
      page(c, <FrameworksPage frameworks={await c.var.ctx.read(listFrameworks)} />),
    )
    .get('/framework/:slug', allow(may.read), async (c) => {
      const framework = await c.var.ctx.read((db) => findFramework(db, c.req.param('slug')))
      return page(c, <FrameworkPage framework={there(framework, 'framework')} />)
    })
    .get('/print/framework/:slug', allow(may.read), async (c) => {
      const framework = await c.var.ctx.read((db) => findFramework(db, c.req.param('slug')))
      return page(c, <PrintPage framework={there(framework, 'framework')} />)
    })
    .get('/framework/:slug/:key', allow(may.read), async (c) => {
      const { slug, key } = c.req.param()
      const found = await c.var.ctx.read(async (db) => ({
        framework: await findFrameworkAround(db, slug, key),
        neighbours: await listNeighbours(db, slug, key),
      }))
      const framework = there(found.framework, 'framework')
      const competency = there(
        framework.competencies.find((one) => one.key === key),
        'competency',
      )
      return page(
        c,
        <CompetencyPage framework={framework} competency={competency} neighbours={found.neighbours} />,
      )
    })
    .get('/help/framework', allow(may.help), async (c) =>
      page(c, <HelpPage {...(await c.var.ctx.read(examples))} />),
    )
}

/** The library's own frameworks explain best; without them the page does without examples. */
async function examples(db: Parameters<typeof findFramework>[0]) {
  const levelled = await findFramework(db, 'spotlight')
  const balanced = await findFramework(db, 'balanced-customer-focus')
  return {
    levels: exampleOf(levelled, bestAtLevels),
    balance: exampleOf(balanced, bestInBalance),
  }
}

function exampleOf(framework: Framework | undefined, choose: typeof bestAtLevels): Example | null {
  const competency = framework && choose(framework)
  return framework && competency ? { framework, competency } : null
}
