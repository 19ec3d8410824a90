import { Hono } from 'hono'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { idIn } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { accountAccess as may } from '../access.ts'
import { readMail, tryMailsAgain } from '../actions/mail.ts'
import { MailPage, MailsPage } from '../pages/mails.tsx'
import { countMails, listMails } from '../store/mails.ts'
import { keepNowhere } from './visit.ts'

const A_PAGE = 50

/** Mails: what became of each, another try, and what there is to pass on where no mail server is. */
export function mailRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/account/mail', allow(may.manage), async (c) => {
      const number = Math.min(Math.max(Math.trunc(Number(c.req.query('page') ?? 1)) || 1, 1), 10_000)
      const { mails, counts } = await c.var.ctx.read(async (db) => ({
        mails: await listMails(db, { most: A_PAGE + 1, skip: (number - 1) * A_PAGE }),
        counts: await countMails(db),
      }))
      const done = c.req.query('done') === 'again' ? 'They are on their way again.' : null
      const shown = { mails: mails.slice(0, A_PAGE), hasMore: mails.length > A_PAGE }
      return page(c, <MailsPage {...shown} counts={counts} page={number} done={done} />)
    })
    .post('/account/mail/another-try', allow(may.manage), async (c) => {
      await tryMailsAgain(c.var.ctx)
      return c.redirect(`${links.mails()}?done=again`, 303)
    })
    .post('/account/mail/:id/reading', allow(may.manage), async (c) => {
      keepNowhere(c)
      return page(c, <MailPage mail={await readMail(c.var.ctx, idIn(c.req.param('id')))} />)
    })
}
