import { Hono, type Context as HonoContext } from 'hono'
import { DOCX_TYPE, docxOf } from '#documents/docx.ts'
import { Conflict } from '#errors.ts'
import { allow } from '#guard.ts'
import { dayOf } from '#people/day.ts'
import { longDay } from '#people/words.ts'
import { links } from '#routes.ts'
import { attempt, formOf, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { takeAway } from '#web/take-away.tsx'
import { recruitAccess as may } from '../access.ts'
import { openFeedback, saveFeedback, sendFeedback } from '../actions/feedback.ts'
import { hintsFor } from '../feedback/check.ts'
import { type FeedbackInput, typedFeedback, withInput } from '../feedback/feedback.ts'
import { feedbackSheet } from '../feedback/sheet.ts'
import { FeedbackLetterPage, FeedbackPage } from '../pages/feedback.tsx'

type C = HonoContext<Env>
const ONE = '/:id{[0-9a-f-]+}/candidate/:candidate{[0-9a-f-]+}/feedback' as const

/** The feedback letter, for those who recruit. */
export function feedbackRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get(ONE, allow(may.recruit), (c) => show(c))
    .post(ONE, allow(may.recruit), async (c) => {
      const typed = typedFeedback(await formOf(c))
      const result = await attempt(() => saveFeedback(c.var.ctx, whichIn(c), typed))
      if ('refused' in result) return show(c, typed, result.refused)
      const { vacancyId, candidateId } = whichIn(c)
      return c.redirect(links.feedback(vacancyId, candidateId), 303)
    })
    .get(`${ONE}/letter`, allow(may.recruit), (c) => showLetter(c))
    .get(`${ONE}/letter.docx`, allow(may.recruit), async (c) => {
      const { sheet } = await letterOf(c)
      return takeAway(c, { name: 'feedback.docx', type: DOCX_TYPE, body: await docxOf(sheet) })
    })
    .post(`${ONE}/letter`, allow(may.recruit), async (c) => {
      const { version } = await formOf(c)
      const result = await attempt(() => sendFeedback(c.var.ctx, whichIn(c), Number(version)))
      if ('refused' in result) return showLetter(c, result.refused)
      const { vacancyId, candidateId } = whichIn(c)
      return c.redirect(links.feedback(vacancyId, candidateId), 303)
    })
}

const whichIn = (c: C) => ({
  vacancyId: idIn(c.req.param('id')),
  candidateId: idIn(c.req.param('candidate')),
})

async function show(c: C, typed?: FeedbackInput, refused?: Refusal): Promise<Response> {
  const opened = await openFeedback(c.var.ctx, whichIn(c))
  const feedback = typed ? withInput(opened.feedback, typed, opened.quotes) : opened.feedback
  const shown = { ...opened, feedback, hints: hintsFor(feedback), errors: refused?.errors ?? {} }
  return page(c, <FeedbackPage {...shown} />, refused?.status ?? 200)
}

/** What was saved or sent, as a sheet. Throws Conflict while there is no letter. */
async function letterOf(c: C) {
  const opened = await openFeedback(c.var.ctx, whichIn(c))
  const { vacancy, feedback, obstacle, sentAt, version } = opened
  if (obstacle !== null) throw new Conflict(obstacle)
  if (version === 0) throw new Conflict('Look the letter over and save it first.')
  const organization = c.var.ctx.viewer.organization.name
  const day = sentAt ? longDay(dayOf(sentAt)) : null
  return { opened, sheet: feedbackSheet(feedback, { title: vacancy.title, organization, day }) }
}

async function showLetter(c: C, refused?: Refusal): Promise<Response> {
  const { opened, sheet } = await letterOf(c)
  const shown = { ...opened, sheet, errors: refused?.errors ?? {} }
  return page(c, <FeedbackLetterPage {...shown} />, refused?.status ?? 200)
}
