import { Hono } from 'hono'
import { allow } from '#guard.ts'
import { attempt, formOf } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { roleAccess as may } from '../access.ts'
import { checkPasted } from '../actions/wording.ts'
import { TRIAL, WordingPage } from '../pages/wording.tsx'

/** The wording checker for any text. Nothing of it is kept. */
export function wordingRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/wording', allow(may.read), (c) => {
      const text = c.req.query('try') === 'advert' ? TRIAL : ''
      return page(c, <WordingPage text={text} report={null} />)
    })
    .post('/wording', allow(may.read), async (c) => {
      const { text: typed } = await formOf(c)
      // Browsers send every line's end as two characters.
      const text = typeof typed === 'string' ? typed.replace(/\r\n?/g, '\n') : ''
      const result = await attempt(async () => checkPasted(c.var.ctx, text))
      if ('done' in result) return page(c, <WordingPage text={text} report={result.done} />)
      const { errors, status } = result.refused
      return page(c, <WordingPage text={text} report={null} errors={errors} />, status)
    })
}
