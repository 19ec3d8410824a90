import { Hono, type Context as HonoContext } from 'hono'
import { keepNowhere, visitOf } from '#account/routes/visit.ts'
import type { Context } from '#context.ts'
import { Conflict, Invalid } from '#errors.ts'
import { allow } from '#guard.ts'
import { keyIn } from '#people/meant.ts'
import { listMeant } from '#people/store/taken.ts'
import { links } from '#routes.ts'
import { checked } from '#translate/routes/forms.ts'
import { attempt, formOf, idIn } from '#web/form.ts'
import { page, type Status } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { profileAccess as may } from '../access.ts'
import { openLink, openShared } from '../actions/shared.ts'
import { endShare, openShare, openShareable, openSharing, share, takeBackRow } from '../actions/shares.ts'
import { SharePage } from '../pages/share.tsx'
import { NOTHING_TYPED, ShareNewPage, type ShareTyped } from '../pages/share-new.tsx'
import { SharedPage } from '../pages/shared.tsx'
import { SharesPage } from '../pages/shares.tsx'
import { ShareInput } from '../share.ts'

type C = HonoContext<Env>

/** What one shares, and what others share with whoever looks. */
export function shareRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/profile/share', allow(may.own), async (c) => {
      const { ctx } = c.var
      return page(c, <SharesPage {...(await openSharing(ctx))} now={ctx.now()} />)
    })
    .get('/profile/share/new', allow(may.own), async (c) => choose(c, { typed: preset(c) }))
    .post('/profile/share', allow(may.own), async (c) => {
      const { ctx } = c.var
      const typed = typedFrom(await formOf(c))
      const result = await attempt(async () => share(ctx, await inputFrom(ctx, typed)))
      if ('refused' in result) return choose(c, { typed, ...result.refused })
      const { id, link } = result.done
      if (link === null) return c.redirect(links.profileShare(id), 303)
      keepNowhere(c)
      return showShare(c, id, { link })
    })
    .get('/profile/share/:id', allow(may.own), async (c) => showShare(c, idIn(c.req.param('id')), {}))
    .post('/profile/share/:id/revocation', allow(may.own), async (c) => {
      const id = idIn(c.req.param('id'))
      try {
        await endShare(c.var.ctx, id)
      } catch (error) {
        if (error instanceof Conflict) return showShare(c, id, { problem: error.message, status: 409 })
        throw error
      }
      return c.redirect(links.profileShares(), 303)
    })
    .post('/profile/share/:id/row/:row/removal', allow(may.own), async (c) => {
      const id = idIn(c.req.param('id'))
      await takeBackRow(c.var.ctx, id, idIn(c.req.param('row')))
      return c.redirect(links.profileShare(id), 303)
    })
    .get('/profile/of/:person', allow(may.own), async (c) => {
      const id = idIn(c.req.param('person'))
      if (id === c.var.ctx.viewer.person?.id) return c.redirect(links.profile(), 303)
      keepNowhere(c)
      return page(c, <SharedPage {...(await openShared(c.var.ctx, id))} byLink={false} />)
    })
    .get('/shared/:text', allow(may.openLink), async (c) => {
      keepNowhere(c)
      c.header('referrer-policy', 'no-referrer')
      c.header('x-robots-tag', 'noindex, nofollow, noarchive')
      const received = await openLink(c.var.ctx, c.req.param('text'), () => visitOf(c))
      return page(c, <SharedPage {...received} byLink />)
    })
}

interface Shown {
  link?: string
  problem?: string
  status?: Status
}

async function showShare(c: C, id: string, { status = 200, ...shown }: Shown): Promise<Response> {
  const { ctx } = c.var
  return page(c, <SharePage {...(await openShare(ctx, id))} now={ctx.now()} {...shown} />, status)
}

interface Chosen {
  typed: ShareTyped
  errors?: Record<string, string>
  status?: Status
}

async function choose(c: C, { status = 200, ...shown }: Chosen): Promise<Response> {
  return page(c, <ShareNewPage {...(await openShareable(c.var.ctx))} {...shown} />, status)
}

/** Rows that a link from elsewhere has ticked already: ?row=story+ID. */
const preset = (c: C): ShareTyped => ({ ...NOTHING_TYPED, rows: c.req.queries('row') ?? [] })

function typedFrom(form: Record<string, unknown>): ShareTyped {
  const all = (name: string) => [form[name] ?? []].flat().filter((one) => typeof one === 'string')
  const [one = '', days = '', note = ''] = ['people', 'days', 'note'].map((name) => all(name)[0])
  return { rows: all('row'), people: all('person'), names: one, link: all('link').length > 0, days, note }
}

/** What was typed, with the people who are meant. Throws Invalid, field by field. */
async function inputFrom(ctx: Context, typed: ShareTyped): Promise<ShareInput> {
  const named = typed.names
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const people = [...typed.people]
  for (const name of named) people.push(await meant(ctx, name))
  const days = typed.days === '' ? null : Number(typed.days)
  return checked(ShareInput, { ...typed, people: [...new Set(people)], days })
}

async function meant(ctx: Context, name: string): Promise<string> {
  const [first, second] = await ctx.read((db) => listMeant(db, keyIn(name)))
  if (!first)
    throw new Invalid({
      people: `Nobody here is called “${name.slice(0, 100)}”. Give the whole name, as the list of people has it.`,
    })
  if (second)
    throw new Invalid({
      people: `Several people are called “${name.slice(0, 100)}”. Give the e-mail address or the number instead.`,
    })
  return first.id
}
