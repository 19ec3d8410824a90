import { Hono, type Context as HonoContext } from 'hono'
import { keepNowhere, visitOf } from '#account/routes/visit.ts'
import { NotFound, TooOften } from '#errors.ts'
import { allow } from '#guard.ts'
import { checked } from '#people/checked.ts'
import { typedFrom } from '#people/typed.ts'
import { links } from '#routes.ts'
import { attempt, formOf, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { takeAway } from '#web/take-away.tsx'
import { recruitAccess as may } from '../access.ts'
import {
  apply,
  changeAccommodation,
  eraseOwn,
  openOffer,
  openOwnPage,
  saveVoluntary,
  withdrawOwn,
} from '../actions/apply.ts'
import { AccommodationInput, ApplicationInput, ownFile } from '../candidate/apply.ts'
import { calendarFile } from '../candidate/calendar.ts'
import { appointmentOf } from '../candidate/interview.ts'
import { VoluntaryInput } from '../candidate/voluntary.ts'
import { ApplyPage } from '../pages/apply.tsx'
import { ErasedPage, OwnPage, VoluntaryPage } from '../pages/own-page.tsx'

type C = HonoContext<Env>
const OWN = '/application/:text'

/** What a redirect may say on the page that it leads to. */
const DONE: Record<string, string> = {
  applied:
    'Your application has arrived. Keep the address of this page: it is your way back here. It goes to you by mail as well; should no mail come, the address is enough.',
  needs: 'What you need is saved.',
  answers: 'Your answers are saved.',
  withdrawn: 'You have withdrawn.',
}

/** Applying by link, and the pages of candidates: open to whoever has the secret of the link. */
export function applyRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/apply/:text', allow(may.apply), (c) => showOffer(c))
    .post('/apply/:text', allow(may.apply), async (c) => {
      const typed = typedFrom(await formOf(c))
      const result = await patiently(async () => {
        const input = checked(ApplicationInput, typed)
        return apply(c.var.ctx, { text: textOf(c), input }, await visitOf(c))
      })
      if ('done' in result) return c.redirect(`${links.application(result.done)}?done=applied`, 303)
      return showOffer(c, typed, result.refused)
    })
    .get(OWN, allow(may.apply), (c) => showOwn(c))
    .get(`${OWN}/voluntary`, allow(may.apply), async (c) => {
      keepNowhere(c)
      const own = await openOwnPage(c.var.ctx, textOf(c), await visitOf(c))
      return page(c, <VoluntaryPage text={textOf(c)} {...own} />)
    })
    .post(`${OWN}/voluntary`, allow(may.apply), async (c) => {
      const answers = checked(VoluntaryInput, typedFrom(await formOf(c)))
      return then(c, 'answers', async () =>
        saveVoluntary(c.var.ctx, { text: textOf(c), answers }, await visitOf(c)),
      )
    })
    .post(`${OWN}/accommodation`, allow(may.apply), async (c) => {
      const typed = typedFrom(await formOf(c))
      const save = async () => {
        const { accommodation } = checked(AccommodationInput, typed)
        await changeAccommodation(c.var.ctx, { text: textOf(c), accommodation }, await visitOf(c))
      }
      return then(c, 'needs', save, typed.accommodation)
    })
    .post(`${OWN}/withdrawal`, allow(may.apply), (c) =>
      then(c, 'withdrawn', async () => withdrawOwn(c.var.ctx, textOf(c), await visitOf(c))),
    )
    .post(`${OWN}/erasure`, allow(may.apply), async (c) => {
      await eraseOwn(c.var.ctx, textOf(c), await visitOf(c))
      return page(c, <ErasedPage />)
    })
    .get(`${OWN}/interview.ics`, allow(may.apply), async (c) => {
      const { interview, vacancy, organization } = await openOwnPage(c.var.ctx, textOf(c), await visitOf(c))
      if (!interview) throw new NotFound('No interview is arranged yet.')
      const about = { title: `Interview: ${vacancy.title}`, description: organization }
      const body = calendarFile([appointmentOf(interview, about)], c.var.ctx.now())
      return takeAway(c, { name: 'interview.ics', type: 'text/calendar', body })
    })
    .get(`${OWN}/data.json`, allow(may.apply), async (c) => {
      const { candidate, vacancy, voluntary, feedback } = await openOwnPage(
        c.var.ctx,
        textOf(c),
        await visitOf(c),
      )
      const body = `${JSON.stringify(ownFile(candidate, { title: vacancy.title, voluntary, feedback }), null, 2)}\n`
      return takeAway(c, { name: 'my-application.json', type: 'application/json', body })
    })
}

const textOf = (c: C) => c.req.param('text') ?? ''

/** As `attempt`; whoever has to wait gets the form back, too. */
async function patiently<T>(work: () => Promise<T>): Promise<{ done: T } | { refused: Refusal }> {
  return attempt(work).catch((error: unknown) => {
    if (!(error instanceof TooOften)) throw error
    return { refused: { errors: { '': error.message }, status: 422 as const } }
  })
}

async function then(c: C, done: string, work: () => Promise<void>, needs?: string): Promise<Response> {
  const result = await patiently(work)
  if ('done' in result) return c.redirect(`${links.application(textOf(c))}?done=${done}`, 303)
  return showOwn(c, result.refused, needs)
}

async function showOffer(c: C, values: Record<string, string> = {}, refused?: Refusal): Promise<Response> {
  const text = textOf(c)
  const offered = await openOffer(c.var.ctx, text, await visitOf(c))
  const errors = refused?.errors ?? {}
  return page(c, <ApplyPage {...{ text, ...offered, values, errors }} />, refused?.status ?? 200)
}

async function showOwn(c: C, refused?: Refusal, needs?: string): Promise<Response> {
  keepNowhere(c)
  const text = textOf(c)
  const { there: _, ...own } = await openOwnPage(c.var.ctx, text, await visitOf(c))
  const said = c.req.query('done') ?? ''
  const done = said === 'applied' && own.candidate.stage !== 'applied' ? undefined : DONE[said]
  const shown = { text, ...own, done, needs, errors: refused?.errors ?? {} }
  return page(c, <OwnPage {...shown} />, refused?.status ?? 200)
}
