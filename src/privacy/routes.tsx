import { Hono, type Context as HonoContext } from 'hono'
import { listMembers } from '#account/store.ts'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { type Allowed, isAllowed, type Viewer } from '#viewer.ts'
import { idIn } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env, Link } from '#web/site.ts'
import { pageFile, takeAway } from '#web/take-away.tsx'
import { type About, aboutJson } from './about.ts'
import { privacyAccess as may } from './access.ts'
import { aboutEverything, takeAwayAbout } from './actions/about.ts'
import { ownPerson } from './actions/wish.ts'
import { AboutFile } from './pages/file.tsx'
import { MinePage } from './pages/mine.tsx'
import { AboutPage } from './pages/person.tsx'
import { erasureRoutes } from './routes/erasure.tsx'
import { retentionRoutes } from './routes/retention.tsx'
import { findPseudonym, listWishesOf } from './store.ts'

/** What is kept about oneself, and for HR about anybody; the pages of erasure and of how long things are kept. */
export function privacyRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/privacy', allow(may.own), async (c) => {
      const { ctx } = c.var
      const { id } = ownPerson(ctx)
      const about = await aboutEverything(ctx, id)
      const [wish = null] = await ctx.read((db) => listWishesOf(db, id))
      return page(
        c,
        <MinePage {...{ about, wish }} holders={await holdersOf(c)} tasks={tasksOf(ctx.viewer)} />,
      )
    })
    .get('/privacy/mine.json', allow(may.own), async (c) =>
      jsonFile(c, await aboutEverything(c.var.ctx, ownPerson(c.var.ctx).id)),
    )
    .get('/privacy/mine.html', allow(may.own), async (c) =>
      htmlFile(c, await aboutEverything(c.var.ctx, ownPerson(c.var.ctx).id)),
    )
    .get('/privacy/person/:id', allow(may.erase), async (c) => {
      const id = idIn(c.req.param('id'))
      const isErased = (await c.var.ctx.read((db) => findPseudonym(db, id))) !== undefined
      return page(c, <AboutPage about={await aboutEverything(c.var.ctx, id)} isErased={isErased} />)
    })
    .get('/privacy/person/:id/all.json', allow(may.erase), async (c) =>
      jsonFile(c, await takeAwayAbout(c.var.ctx, idIn(c.req.param('id')))),
    )
    .get('/privacy/person/:id/all.html', allow(may.erase), async (c) =>
      htmlFile(c, await takeAwayAbout(c.var.ctx, idIn(c.req.param('id')))),
    )
    .route('/', erasureRoutes())
    .route('/', retentionRoutes())
}

function jsonFile(c: HonoContext, about: About): Response {
  const body = `${JSON.stringify(aboutJson(about), null, 2)}\n`
  return takeAway(c, { name: `${nameOf(about)}.json`, type: 'application/json', body })
}

function htmlFile(c: HonoContext, about: About): Response {
  const body = pageFile(`What is kept about ${about.person.name}`, <AboutFile about={about} />)
  return takeAway(c, { name: `${nameOf(about)}.html`, type: 'text/html', body })
}

const nameOf = ({ at }: About) => `sightline-${at.toISOString().slice(0, 10)}`

const TASKS: { link: Link; allowed: Allowed }[] = [
  { link: { label: 'Wishes to be erased', href: links.erasures() }, allowed: may.erase },
  { link: { label: 'How long things are kept', href: links.retention() }, allowed: may.retention },
]

const tasksOf = (viewer: Viewer) =>
  TASKS.filter(({ allowed }) => isAllowed(viewer, allowed)).map(({ link }) => link)

/** Who the people are that the page speaks of by their role. */
async function holdersOf(c: HonoContext<Env>) {
  const members = await c.var.ctx.read(listMembers)
  const named = (role: 'owner' | 'hr') =>
    members.filter(({ roles }) => roles.includes(role)).map(({ name }) => name)
  return [
    { role: 'Owners', names: named('owner') },
    { role: 'HR', names: named('hr') },
  ]
}
