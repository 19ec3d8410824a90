import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { allow } from '#guard.ts'
import { profileAccess } from '#profile/access.ts'
import { answer, apiPart, problem } from '#web/api.ts'
import { idIn } from '#web/form.ts'
import type { Env } from '#web/site.ts'
import { roleAccess as may } from '../access.ts'
import { openGap } from '../actions/gap.ts'
import { openHidden } from '../actions/hidden.ts'
import { openMap } from '../actions/map.ts'
import { GapJson, gapJson } from '../json/gap.ts'
import { HiddenJson, hiddenJson } from '../json/hidden.ts'
import { MapJson, mapJson } from '../json/map.ts'
import { mapFilterFrom } from '../map.ts'

const gap = createRoute({
  method: 'get',
  path: '/api/role/{id}/gap',
  middleware: allow(profileAccess.own),
  summary: 'What lies between you and a role, competency by competency',
  tags: ['Roles'],
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: answer(GapJson, 'Must-haves first'), 404: problem('There is no such role') },
})

const map = createRoute({
  method: 'get',
  path: '/api/role/map',
  middleware: allow(may.map),
  summary: 'Who can, uses and needs what, as far as people share it with you',
  tags: ['Roles'],
  request: {
    query: z.object({
      framework: z.string().optional().describe("The framework's name in links"),
      team: z.string().optional().describe('Id; with its parts'),
      place: z.string().optional(),
      role: z.string().optional(),
      level: z.string().optional().describe('Only who shares at least this place, from 1'),
      competency: z.string().optional().describe('Of which competency'),
      sharing: z.string().optional().describe('"yes": only who shares something'),
      page: z.string().optional(),
    }),
  },
  responses: { 200: answer(MapJson, 'By name') },
})

const hidden = createRoute({
  method: 'get',
  path: '/api/role/hidden',
  middleware: allow(may.map),
  summary: 'What groups of people do and the profiles of their roles do not ask for',
  tags: ['Roles'],
  responses: { 200: answer(HiddenJson, 'Groups of at least five, in bands') },
})

/** The gap, the map and hidden skills, for programs. */
export function gapApi(): OpenAPIHono<Env> {
  const api = apiPart()
  api.openapi(map, async (c) => {
    const view = await openMap(c.var.ctx, mapFilterFrom(c.req.valid('query')))
    return c.json(mapJson(view), 200)
  })
  api.openapi(hidden, async (c) => c.json(hiddenJson(await openHidden(c.var.ctx)), 200))
  api.openapi(gap, async (c) => c.json(gapJson(await openGap(c.var.ctx, idIn(c.req.param('id')), null)), 200))
  return api
}
