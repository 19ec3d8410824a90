import { Hono, type Context as HonoContext } from 'hono'
import { NotFound } from '#errors.ts'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { historyAccess as may } from './access.ts'
import { putAside, tryAgain } from './actions/unfinished.ts'
import { type Happening, NO_FILTER, PAGE } from './happening.ts'
import { HistoryPage } from './pages/history.tsx'
import { ThingPage } from './pages/thing.tsx'
import { UnfinishedPage } from './pages/unfinished.tsx'
import { readQuery } from './query.ts'
import { asSeen, type SubjectKinds, seesThing } from './routes/kinds.ts'
import { findHead, listEvents, listKinds } from './store/events.ts'
import { listUnfinished } from './store/unfinished.ts'

/** The pages of the history. `kinds`: who may see the history of which thing. */
export function historyRoutes(kinds: SubjectKinds): Hono<Env> {
  return new Hono<Env>()
    .get('/history', allow(may.readAll), async (c) => {
      const { filter, before, errors } = readQuery(c.req.query())
      const isWrong = Object.keys(errors).length > 0
      const found = await c.var.ctx.read(async (db) => ({
        found: isWrong ? [] : await listEvents(db, filter, { before, limit: PAGE + 1, viewer: viewerOf(c) }),
        kinds: await listKinds(db),
        head: (await findHead(db)) ?? null,
        unfinished: (await listUnfinished(db)).length,
      }))
      const shown = { filter, errors, isFirst: before === null, ...found, ...part(found.found) }
      return page(c, <HistoryPage {...shown} />, isWrong ? 422 : 200)
    })
    .get('/history/unfinished', allow(may.unfinished), async (c) =>
      page(c, <UnfinishedPage jobs={await c.var.ctx.read(listUnfinished)} />),
    )
    .post('/history/unfinished/:id/again', allow(may.unfinished), async (c) => {
      await tryAgain(c.var.ctx, uuid(c.req.param('id')))
      return c.redirect(links.unfinished(), 303)
    })
    .post('/history/unfinished/:id/removal', allow(may.unfinished), async (c) => {
      await putAside(c.var.ctx, uuid(c.req.param('id')))
      return c.redirect(links.unfinished(), 303)
    })
    .get('/history/:kind/:id', allow(may.readOfThing), async (c) => {
      const { ctx } = c.var
      const thing = c.req.param()
      if (!(await seesThing(ctx, kinds, thing))) throw new NotFound(GONE)
      const { before } = readQuery(c.req.query())
      const found = await ctx.read((db) =>
        listEvents(db, { ...NO_FILTER, thing }, { before, limit: PAGE + 1, viewer: viewerOf(c) }),
      )
      if (found.length === 0 && before === null) throw new NotFound(GONE)
      const { events, older } = part(found)
      const href = (await kinds[thing.kind]?.page(ctx, thing.id)) ?? null
      const seen = await asSeen(ctx, kinds, events)
      return page(c, <ThingPage {...{ thing, href, older, ...seen }} isFirst={before === null} />)
    })
}

const GONE = 'There is no history of this. The link may be wrong.'

const viewerOf = (c: HonoContext<Env>) => c.var.ctx.viewer.person?.id ?? null

/** One page of events, and the number to go on from. */
function part(found: Happening[]): { events: Happening[]; older: number | null } {
  const events = found.slice(0, PAGE)
  return { events, older: found.length > PAGE ? (events.at(-1)?.number ?? null) : null }
}

function uuid(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) throw new NotFound('There is no such job.')
  return text
}
