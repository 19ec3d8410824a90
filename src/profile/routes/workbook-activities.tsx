import { Hono, type Context as HonoContext } from 'hono'
import { NotFound } from '#errors.ts'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { likeliestCell } from '#translate/answer.ts'
import { checked, type Typed, typedIn } from '#translate/routes/forms.ts'
import { attempt, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { profileAccess as may } from '../access.ts'
import { keepActivity, NO_ACTIVITY, placeActivity, removeActivity } from '../actions/activities.ts'
import { ActivityText } from '../model.ts'
import { WorkbookActivitiesPage } from '../pages/workbook-activities.tsx'
import { type ActivityValues, WorkbookActivityPage } from '../pages/workbook-activity.tsx'
import type { Proposal } from '../proposal.ts'
import { ActivityInput, saidAs } from '../workbook.ts'
import { type Opened, openedWorkbook } from './opened-workbook.ts'

type C = HonoContext<Env>

/** Activities in one's own words, within a round. */
export function workbookActivityRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/:id/activity', allow(may.own), async (c) => list(c, await openedIn(c)))
    .post('/:id/activity', allow(may.own), (c) => keep(c, null))
    .post('/:id/activity/placing', allow(may.own), async (c) => {
      const opened = await openedIn(c)
      const typed = await typedIn(c)
      const result = await attempt(async () => {
        const { text } = checked(ActivityInput.pick({ text: true }), typed)
        return { text, proposal: await placeActivity(c.var.ctx, opened.framework, text) }
      })
      if ('refused' in result)
        return typed.competency
          ? again(c, opened, typed, result.refused)
          : list(c, opened, result.refused, typed.text)
      const { text, proposal } = result.done
      return page(
        c,
        <WorkbookActivityPage
          {...opened}
          values={valuesFrom(proposal, { ...typed, text })}
          proposal={proposal}
        />,
      )
    })
    .get('/:id/activity/:activity', allow(may.own), async (c) => {
      const opened = await openedIn(c)
      const id = idIn(c.req.param('activity'))
      const activity = opened.activities.find((one) => one.id === id)
      if (!activity || opened.workbook.finishedAt !== null) throw new NotFound(NO_ACTIVITY)
      const { competency, level, placedBy } = activity
      const said = placedBy === 'translate' ? saidAs(competency, level) : ''
      return page(c, <WorkbookActivityPage {...opened} values={{ ...activity, said }} proposal={null} />)
    })
    .post('/:id/activity/:activity', allow(may.own), (c) => keep(c, idIn(c.req.param('activity'))))
    .post('/:id/activity/:activity/removal', allow(may.own), async (c) => {
      const id = idIn(c.req.param('id'))
      await removeActivity(c.var.ctx, id, idIn(c.req.param('activity')))
      return c.redirect(links.workbookActivities(id), 303)
    })
}

const openedIn = (c: C) => openedWorkbook(c.var.ctx, idIn(c.req.param('id')))

async function keep(c: C, id: string | null): Promise<Response> {
  const workbook = idIn(c.req.param('id'))
  const typed = await typedIn(c)
  const result = await attempt(() =>
    keepActivity(c.var.ctx, workbook, { input: checked(ActivityInput, typed), id }),
  )
  if ('done' in result) return c.redirect(links.workbookActivities(workbook), 303)
  return again(c, await openedIn(c), { ...typed, id: id ?? '' }, result.refused)
}

function list(c: C, opened: Opened, refusal?: Refusal, typed?: string): Response {
  const shown = { ...opened, typed, errors: refusal?.errors ?? {} }
  return page(c, <WorkbookActivitiesPage {...shown} />, refusal?.status ?? 200)
}

/** The form comes back with what was typed and chosen; what Translate says of it is asked once more. */
async function again(c: C, opened: Opened, typed: Typed, { errors, status }: Refusal): Promise<Response> {
  const text = ActivityText.safeParse(typed.text)
  const proposal = text.success ? await placeActivity(c.var.ctx, opened.framework, text.data) : null
  return page(
    c,
    <WorkbookActivityPage {...opened} {...{ values: asTyped(typed), proposal, errors }} />,
    status,
  )
}

function asTyped({
  id = '',
  text = '',
  competency = '',
  level = '',
  answer = '',
  said = '',
}: Typed): ActivityValues {
  return { id, text, competency, level, answer, said }
}

/** Where Translate is not sure, no level is chosen beforehand: the person reads and chooses. */
function valuesFrom({ cell, band, read }: Proposal, typed: Typed): ActivityValues {
  const sure = band === 'unsure' ? null : cell
  const nearest = cell?.competency ?? (read ? likeliestCell(read.reading).competency : '')
  return {
    ...asTyped(typed),
    competency: typed.show === '1' && typed.competency ? typed.competency : nearest,
    level: sure?.level ?? '',
    said: sure ? saidAs(sure.competency, sure.level) : '',
  }
}
