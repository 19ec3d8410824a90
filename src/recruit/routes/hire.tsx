import { Hono, type Context as HonoContext } from 'hono'
import type { Context } from '#context.ts'
import { Invalid } from '#errors.ts'
import { allow } from '#guard.ts'
import { dayOf } from '#people/day.ts'
import { keyIn } from '#people/meant.ts'
import { newPersonFrom } from '#people/routes/inputs.ts'
import { postChoices } from '#people/store/choices.ts'
import { listMeant } from '#people/store/taken.ts'
import { links } from '#routes.ts'
import { checked, type Typed, typedIn } from '#translate/routes/forms.ts'
import { attempt, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { recruitAccess as may } from '../access.ts'
import { type Hired, hire, openHiring, openOnboarding } from '../actions/hire.ts'
import { StartInput } from '../decision/onboarding.ts'
import { HirePage } from '../pages/hire.tsx'
import { OnboardingPage } from '../pages/onboarding.tsx'

type C = HonoContext<Env>
const ONE = '/:id{[0-9a-f-]+}/candidate/:candidate{[0-9a-f-]+}/hire'

/** A candidate comes among the people, and what is handed over with it. */
export function hireRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/onboarding/:id', allow(may.onboard), async (c) =>
      page(c, <OnboardingPage {...(await openOnboarding(c.var.ctx, idIn(c.req.param('id'))))} />),
    )
    .get(ONE, allow(may.recruit), (c) => show(c))
    .post(ONE, allow(may.recruit), async (c) => {
      const typed = await typedIn(c)
      const which = whichIn(c)
      const result = await attempt(async () => hire(c.var.ctx, which, await hiredFrom(c.var.ctx, typed)))
      if ('done' in result) return c.redirect(links.onboarding(result.done.onboardingId), 303)
      return show(c, typed, result.refused)
    })
}

const whichIn = (c: C) => ({
  vacancyId: idIn(c.req.param('id')),
  candidateId: idIn(c.req.param('candidate')),
})

/** Throws Invalid with every fault. */
async function hiredFrom(ctx: Context, typed: Typed): Promise<Hired & { startsOn: string }> {
  const { startsOn } = checked(StartInput, typed)
  if (typed.way !== 'present') return { ...(await newPersonFrom(ctx, { ...typed, endsOn: '' })), startsOn }
  const who = keyIn((typed.who ?? '').trim())
  const [first, second] = who === '' ? [] : await ctx.read((db) => listMeant(db, who))
  if (!first)
    throw new Invalid({ who: 'Nobody here is called that. Give the name as it stands under People.' })
  if (second)
    throw new Invalid({
      who: 'Several people are called that. Give the address or number of the one you mean.',
    })
  return { personId: first.id, startsOn }
}

async function show(c: C, typed?: Typed, refusal?: Refusal): Promise<Response> {
  const { ctx } = c.var
  const { vacancy, candidate, obstacle, roleTitle } = await openHiring(ctx, whichIn(c))
  const choices = await ctx.read((db) => postChoices(db, dayOf(ctx.now())))
  const values = typed ?? { name: candidate.name, title: roleTitle, way: 'new' }
  const errors = refusal?.errors ?? {}
  return page(
    c,
    <HirePage {...{ vacancy, candidate, obstacle, values, errors, choices }} />,
    refusal?.status ?? 200,
  )
}
