import { Hono, type Context as HonoContext } from 'hono'
import { allow } from '#guard.ts'
import { checked } from '#people/checked.ts'
import { dayOf } from '#people/day.ts'
import { postChoices } from '#people/store/choices.ts'
import { typedFrom } from '#people/typed.ts'
import { listAgreedProfiles, listRoles } from '#role/store.ts'
import { links } from '#routes.ts'
import { isAllowed } from '#viewer.ts'
import { attempt, formOf, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { recruitAccess as may } from '../access.ts'
import { changeVacancy } from '../actions/details.ts'
import { fixKit, reopenKit, vacancyToOversee, weighCriteria } from '../actions/kit.ts'
import { panelMeant } from '../actions/panel.ts'
import { makeVacancy } from '../actions/vacancy.ts'
import { viewVacancy } from '../actions/view.ts'
import { VacanciesPage } from '../pages/vacancies.tsx'
import { VacancyPage } from '../pages/vacancy.tsx'
import { NewVacancyPage, VacancyFormPage } from '../pages/vacancy-form.tsx'
import { listVacancyCards } from '../store/list.ts'
import { listVacancies } from '../store/vacancies.ts'
import { newVacancyTyped, panelTyped, vacancyTyped } from '../typed.ts'
import { PointsInput, VacancyInput } from '../vacancy.ts'
import { vacanciesOf, vacanciesThatMatch, vacancyFilterFrom } from '../vacancy-card.ts'

type C = HonoContext<Env>
type Typed = Record<string, string>

/** The list of vacancies, each of them, and making one. */
export function vacancyRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/', allow(may.read), showAll)
    .get('/new', allow(may.recruit), (c) => showForm(c))
    .post('/', allow(may.recruit), async (c) => {
      const typed = typedFrom(await formOf(c))
      const result = await attempt(() => make(c, typed))
      return 'done' in result ? c.redirect(links.kit(result.done), 303) : showForm(c, typed, result.refused)
    })
    .get('/:id{[0-9a-f-]+}', allow(may.read), (c) => show(c))
    .get('/:id{[0-9a-f-]+}/form', allow(may.recruit), (c) => showChange(c))
    .post('/:id{[0-9a-f-]+}/form', allow(may.recruit), async (c) => {
      const id = idIn(c.req.param('id'))
      const typed = typedFrom(await formOf(c))
      const change = async () =>
        changeVacancy(c.var.ctx, { id, seen: Number(typed.seen), input: checked(VacancyInput, typed) })
      const result = await attempt(change)
      return 'done' in result ? c.redirect(links.vacancy(id), 303) : showChange(c, typed, result.refused)
    })
    .post('/:id{[0-9a-f-]+}/weight', allow(may.recruit), async (c) => {
      const id = idIn(c.req.param('id'))
      const typed = typedFrom(await formOf(c))
      const result = await attempt(() => weighCriteria(c.var.ctx, id, typed))
      return 'done' in result ? c.redirect(links.vacancy(id), 303) : show(c, result.refused, typed)
    })
    .post('/:id{[0-9a-f-]+}/fixing', allow(may.recruit), async (c) => {
      const id = idIn(c.req.param('id'))
      const result = await attempt(() => fixKit(c.var.ctx, id))
      return 'done' in result ? c.redirect(links.kit(id), 303) : show(c, result.refused)
    })
    .post('/:id{[0-9a-f-]+}/reopening', allow(may.recruit), async (c) => {
      const id = idIn(c.req.param('id'))
      const { reason = '' } = typedFrom(await formOf(c))
      const result = await attempt(() => reopenKit(c.var.ctx, id, reason))
      return 'done' in result ? c.redirect(links.kit(id), 303) : show(c, result.refused)
    })
}

async function showAll(c: C): Promise<Response> {
  const { ctx } = c.var
  const filter = vacancyFilterFrom(c.req.query())
  const oversees = isAllowed(ctx.viewer, may.recruit)
  const viewer = { personId: ctx.viewer.person?.id ?? null, oversees }
  const mine = vacanciesOf(await ctx.read(listVacancyCards), viewer)
  const shown = { filter, cards: vacanciesThatMatch(mine, filter), all: mine.length }
  return page(c, <VacanciesPage {...shown} oversees={oversees} topics={isAllowed(ctx.viewer, may.topics)} />)
}

async function make(c: C, typed: Typed): Promise<string> {
  const { ctx } = c.var
  const { roles, profiles, panel } = await ctx.read(async (db) => ({
    roles: await listRoles(db),
    profiles: await listAgreedProfiles(db),
    panel: await panelMeant(db, panelTyped(typed)),
  }))
  const profile = profiles.find(({ id }) => id === typed.profileId)
  const role = roles.find(({ id }) => id === profile?.roleId)
  const title = typed.title?.trim() || role?.title
  const input = checked(VacancyInput, { ...typed, title })
  const points = checked(PointsInput, typed.points)
  return makeVacancy(ctx, { profileId: idIn(typed.profileId), input, panel, points })
}

async function showForm(c: C, typed?: Typed, refused?: Refusal): Promise<Response> {
  const { ctx } = c.var
  const shown = await ctx.read(async (db) => {
    const titles = new Map((await listRoles(db)).map(({ id, title }) => [id, title]))
    const [last] = await listVacancies(db)
    const profiles = (await listAgreedProfiles(db)).map(({ id, roleId, number }) => ({
      value: id,
      label: `${titles.get(roleId) ?? ''}, version ${number}`,
    }))
    return {
      profiles: profiles.toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB')),
      people: (await postChoices(db, dayOf(ctx.now()))).managers,
      jurisdiction: last?.jurisdiction ?? 'GB',
    }
  })
  const values = typed ?? newVacancyTyped({ profile: c.req.query('profile') ?? '', ...shown })
  return page(
    c,
    <NewVacancyPage {...shown} values={values} errors={refused?.errors ?? {}} />,
    refused?.status ?? 200,
  )
}

async function show(c: C, refused?: Refusal, weights?: Typed): Promise<Response> {
  const { ctx } = c.var
  const view = await ctx.read((db) => viewVacancy(ctx, db, idIn(c.req.param('id'))))
  const more = {
    ...{ seesHistory: view.opened.part.oversees, me: ctx.viewer.person?.id ?? null },
    ...(weights && { weights }),
  }
  return page(c, <VacancyPage {...view} {...more} errors={refused?.errors ?? {}} />, refused?.status ?? 200)
}

async function showChange(c: C, typed?: Typed, refused?: Refusal): Promise<Response> {
  const { ctx } = c.var
  const { vacancy } = await ctx.read((db) => vacancyToOversee(ctx, db, idIn(c.req.param('id'))))
  const values = typed ?? vacancyTyped(vacancy)
  return page(
    c,
    <VacancyFormPage vacancy={vacancy} values={values} errors={refused?.errors ?? {}} />,
    refused?.status ?? 200,
  )
}
