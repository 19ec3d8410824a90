import { Hono } from 'hono'
import { Invalid } from '#errors.ts'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { formOf } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { privacyAccess as may } from '../access.ts'
import { askForRetention, previewRetention, type RetentionLine, setPeriods } from '../actions/retention.ts'
import { RetentionPage } from '../pages/retention.tsx'
import { type Periods, PeriodsForm } from '../retention.ts'
import { parsed, textsIn } from './forms.ts'

const DONE = new Map([
  ['saved', 'saved' as const],
  ['asked', 'asked' as const],
])

/** How long things are kept, what would go, and removing it now. */
export function retentionRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/privacy/retention', allow(may.retention), async (c) => {
      const lines = await previewRetention(c.var.ctx)
      const done = DONE.get(c.req.query('done') ?? '') ?? null
      return page(
        c,
        <RetentionPage {...{ lines, done }} values={typedFrom(lines)} errors={{}} isTrial={false} />,
      )
    })
    .post('/privacy/retention', allow(may.retention), async (c) => {
      const { ctx } = c.var
      const { do: wanted, ...values } = textsIn(await formOf(c))
      const { periods, errors } = periodsIn(values)
      if (periods && wanted !== 'try') {
        await setPeriods(ctx, periods)
        return c.redirect(`${links.retention()}?done=saved`, 303)
      }
      const lines = await previewRetention(ctx, periods)
      const isTrial = periods !== undefined
      return page(
        c,
        <RetentionPage {...{ lines, values, errors, isTrial }} done={null} />,
        isTrial ? 200 : 422,
      )
    })
    .post('/privacy/retention/application', allow(may.retention), async (c) => {
      await askForRetention(c.var.ctx)
      return c.redirect(`${links.retention()}?done=asked`, 303)
    })
}

function periodsIn(typed: Record<string, string>): { periods?: Periods; errors: Record<string, string> } {
  try {
    return { periods: parsed(PeriodsForm, typed), errors: {} }
  } catch (error) {
    if (error instanceof Invalid) return { errors: error.fields }
    throw error
  }
}

const typedFrom = (lines: RetentionLine[]) =>
  Object.fromEntries(lines.map(({ kind, months }) => [kind, months === null ? '' : String(months)]))
