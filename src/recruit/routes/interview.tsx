import { Hono, type Context as HonoContext } from 'hono'
import { allow } from '#guard.ts'
import { checked } from '#people/checked.ts'
import { typedFrom } from '#people/typed.ts'
import { links } from '#routes.ts'
import type { Db } from '#schema.ts'
import { attempt, formOf, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { takeAway } from '#web/take-away.tsx'
import { recruitAccess as may } from '../access.ts'
import { openCandidate } from '../actions/candidate.ts'
import { arrangeInterview, cancelInterview } from '../actions/interview.ts'
import { openVacancy } from '../actions/look.ts'
import { calendarFile } from '../candidate/calendar.ts'
import { appointmentOf, InterviewInput, whenWords } from '../candidate/interview.ts'
import { homeZone, wallIn } from '../candidate/zone.ts'
import { InterviewFormPage, InterviewsPage } from '../pages/interviews.tsx'
import { listCandidates } from '../store/cards.ts'
import { findInterview, listClashes, listInterviews } from '../store/interviews.ts'

type C = HonoContext<Env>
const ALL = '/:id{[0-9a-f-]+}/interview'
const ONE = '/:id{[0-9a-f-]+}/candidate/:candidate{[0-9a-f-]+}/interview'

/** When and where candidates are interviewed. */
export function interviewRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get(ALL, allow(may.read), async (c) => {
      const { ctx } = c.var
      return page(c, <InterviewsPage {...(await ctx.read((db) => listed(c, db)))} />)
    })
    .get(`${ALL}/calendar.ics`, allow(may.read), async (c) => {
      const { ctx } = c.var
      const { vacancy, interviews } = await ctx.read((db) => listed(c, db))
      const appointments = interviews.map((one) =>
        appointmentOf(one, { title: `Interview: ${vacancy.title}`, description: one.name }),
      )
      const body = calendarFile(appointments, ctx.now())
      return takeAway(c, { name: 'interviews.ics', type: 'text/calendar', body })
    })
    .get(ONE, allow(may.recruit), (c) => showForm(c))
    .post(ONE, allow(may.recruit), async (c) => {
      const typed = typedFrom(await formOf(c))
      const result = await attempt(async () =>
        arrangeInterview(c.var.ctx, whichIn(c), checked(InterviewInput, typed)),
      )
      if ('refused' in result) return showForm(c, typed, result.refused)
      return backToCandidate(c)
    })
    .post(`${ONE}/cancellation`, allow(may.recruit), async (c) => {
      await cancelInterview(c.var.ctx, whichIn(c))
      return backToCandidate(c)
    })
}

const whichIn = (c: C) => ({
  vacancyId: idIn(c.req.param('id')),
  candidateId: idIn(c.req.param('candidate')),
})

function backToCandidate(c: C): Response {
  const { vacancyId, candidateId } = whichIn(c)
  return c.redirect(links.candidate(vacancyId, candidateId), 303)
}

async function listed(c: C, db: Db) {
  const id = idIn(c.req.param('id'))
  const { vacancy, part } = await openVacancy(c.var.ctx, db, id)
  const those = new Map((await listCandidates(db, id)).map((one) => [one.id, one]))
  const clashes = await listClashes(db, id)
  const interviews = (await listInterviews(db, id)).map((one) => ({
    ...one,
    name: those.get(one.candidateId)?.name ?? '',
    needs: those.get(one.candidateId)?.accommodation ?? null,
    clashes: clashes
      .filter(({ interviewId }) => interviewId === one.id)
      .map(
        ({ name, title, otherAt }) =>
          `${name}: ${title}, ${whenWords({ startsAt: otherAt, zone: one.zone })}`,
      ),
  }))
  return { vacancy, part, interviews }
}

async function showForm(c: C, typed?: Record<string, string>, refused?: Refusal): Promise<Response> {
  const { ctx } = c.var
  const { vacancy, candidate, before } = await ctx.read(async (db) => {
    const opened = await openCandidate(ctx, db, whichIn(c))
    return { ...opened, before: await findInterview(db, opened.candidate.id) }
  })
  const standing = before?.cancelledAt === null ? before : undefined
  const zone = homeZone(vacancy.jurisdiction)
  const values = typed ?? (standing ? valuesOf(standing) : { zone, minutes: '60' })
  const shown = { vacancy, candidate, isMove: standing !== undefined, values, errors: refused?.errors ?? {} }
  return page(c, <InterviewFormPage {...shown} />, refused?.status ?? 200)
}

function valuesOf({
  startsAt,
  zone,
  minutes,
  place,
}: {
  startsAt: Date
  zone: string
  minutes: number
  place: string
}): Record<string, string> {
  return { ...wallIn(zone, startsAt), zone, minutes: String(minutes), place }
}
