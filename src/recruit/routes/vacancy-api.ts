import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from '#context.ts'
import { allow } from '#guard.ts'
import { checked } from '#people/checked.ts'
import { isAllowed } from '#viewer.ts'
import { answer, apiPart, problem } from '#web/api.ts'
import { idIn } from '#web/form.ts'
import type { Env } from '#web/site.ts'
import { recruitAccess as may } from '../access.ts'
import { fixKit, kitState } from '../actions/kit.ts'
import { openVacancy } from '../actions/look.ts'
import { makeVacancy } from '../actions/vacancy.ts'
import { KitJson, kitJson, VacanciesJson, vacanciesJson } from '../json/vacancy.ts'
import { listVacancyCards } from '../store/list.ts'
import { KEEP_MONTHS, PanelInput, PointsInput, VacancyInput } from '../vacancy.ts'
import { vacanciesOf, vacanciesThatMatch, vacancyFilterFrom } from '../vacancy-card.ts'

const tags = ['Recruit']
const params = z.object({ id: z.string() })
const missing = { 404: problem('There is no such vacancy, or you have no part in it') }
const wrong = { 422: problem('Something cannot be used, or the kit is not ready; the fields say what') }

const list = createRoute({
  method: 'get',
  path: '/api/recruit',
  middleware: allow(may.read),
  summary: 'The vacancies in which you have a part, the newest first',
  tags,
  request: {
    query: z.object({
      q: z.string().max(200).optional().describe('Beginnings of words in titles and roles'),
      state: z.string().max(20).optional().describe('planned, open, interviews, decided, closed, all'),
    }),
  },
  responses: { 200: answer(VacanciesJson, 'The vacancies') },
})

const show = createRoute({
  method: 'get',
  path: '/api/recruit/{id}',
  middleware: allow(may.read),
  summary: 'One vacancy with its kit; no candidates and no ratings',
  tags,
  request: { params },
  responses: { 200: answer(KitJson, 'The vacancy'), ...missing },
})

const make = createRoute({
  method: 'post',
  path: '/api/recruit',
  middleware: allow(may.recruit),
  summary: 'Make a vacancy with its kit from an agreed profile',
  tags,
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .object({
              profile: z.uuid().describe('An agreed version of a role’s profile'),
              title: z.string(),
              purpose: z.string(),
              places: z.number().optional(),
              applyUntil: z.string().nullish(),
              decideBy: z.string().nullish(),
              keepMonths: z.number().optional(),
              questionsBefore: z.number().nullish(),
              jurisdiction: z.string().optional(),
              points: z.number().optional().describe('5, 7 or 9'),
              panel: z.array(z.uuid()).describe('Ids of people; the first leads'),
            })
            .openapi('NewVacancy'),
        },
      },
    },
  },
  responses: { 201: answer(KitJson, 'The vacancy'), ...wrong },
})

const fix = createRoute({
  method: 'post',
  path: '/api/recruit/{id}/fixing',
  middleware: allow(may.recruit),
  summary: 'Fix the kit: criteria, weights, questions and anchors stay from then on',
  tags,
  request: { params },
  responses: {
    200: answer(KitJson, 'The vacancy'),
    ...missing,
    ...wrong,
    409: problem('The kit is fixed already'),
  },
})

function kitOf(ctx: Context, id: string) {
  return ctx.read(async (db) => {
    const opened = await openVacancy(ctx, db, id)
    return kitJson(opened, await kitState(db, opened))
  })
}

/** Vacancies and kits, for programs. */
export function vacancyApi(): OpenAPIHono<Env> {
  const api = apiPart()
  api.openapi(list, async (c) => {
    const { ctx } = c.var
    const viewer = {
      personId: ctx.viewer.person?.id ?? null,
      oversees: isAllowed(ctx.viewer, may.recruit),
    }
    const mine = vacanciesOf(await ctx.read(listVacancyCards), viewer)
    return c.json(vacanciesJson(vacanciesThatMatch(mine, vacancyFilterFrom(c.req.valid('query')))), 200)
  })
  api.openapi(show, async (c) => c.json(await kitOf(c.var.ctx, idIn(c.req.valid('param').id)), 200))
  api.openapi(make, async (c) => {
    const { profile, panel, points = 7, ...rest } = c.req.valid('json')
    const given = { places: 1, keepMonths: KEEP_MONTHS, jurisdiction: 'GB', ...rest }
    const id = await makeVacancy(c.var.ctx, {
      profileId: profile,
      input: checked(VacancyInput, given),
      panel: checked(PanelInput, { members: panel, chair: panel[0] ?? null }),
      points: checked(PointsInput, points),
    })
    return c.json(await kitOf(c.var.ctx, id), 201)
  })
  api.openapi(fix, async (c) => {
    const id = idIn(c.req.valid('param').id)
    await fixKit(c.var.ctx, id)
    return c.json(await kitOf(c.var.ctx, id), 200)
  })
  return api
}
