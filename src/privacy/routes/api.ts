import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { allow } from '#guard.ts'
import { answer, apiPart, problem } from '#web/api.ts'
import { idIn } from '#web/form.ts'
import type { Env } from '#web/site.ts'
import { aboutJson } from '../about.ts'
import { privacyAccess as may } from '../access.ts'
import { aboutEverything } from '../actions/about.ts'
import { erasePerson } from '../actions/erase.ts'
import { previewRetention } from '../actions/retention.ts'
import { ownPerson } from '../actions/wish.ts'
import { AboutSchema, PseudonymSchema, RetentionSchema } from '../json.ts'

const tags = ['Privacy']
const params = z.object({ id: z.string().describe("The person's id") })

const mine = createRoute({
  method: 'get',
  path: '/api/privacy/me',
  middleware: allow(may.own),
  summary: 'Everything that is kept about you',
  tags,
  responses: { 200: answer(AboutSchema, 'Part by part, each with who can see it') },
})

const ofPerson = createRoute({
  method: 'get',
  path: '/api/privacy/person/{id}',
  middleware: allow(may.erase),
  summary: 'Everything that is kept about somebody',
  tags,
  request: { params },
  responses: { 200: answer(AboutSchema, 'Part by part'), 404: problem('No such person') },
})

const erasure = createRoute({
  method: 'post',
  path: '/api/privacy/person/{id}/erasure',
  middleware: allow(may.erase),
  summary: 'Erase somebody for good',
  description: 'Replaces the person by a pseudonym everywhere. It cannot be undone.',
  tags,
  request: { params },
  responses: {
    200: answer(PseudonymSchema, 'What they are called from now on'),
    403: problem('Nobody erases themselves'),
    404: problem('No such person, or erased already'),
    409: problem('The only owner'),
  },
})

const retention = createRoute({
  method: 'get',
  path: '/api/privacy/retention',
  middleware: allow(may.retention),
  summary: 'How long things are kept, and what would go today',
  tags,
  responses: { 200: answer(RetentionSchema, 'Kind by kind') },
})

/** Privacy, for programs. */
export function privacyApi(): OpenAPIHono<Env> {
  const api = apiPart()
  api.openapi(mine, async (c) => {
    const { ctx } = c.var
    return c.json(aboutJson(await aboutEverything(ctx, ownPerson(ctx).id)), 200)
  })
  api.openapi(ofPerson, async (c) =>
    c.json(aboutJson(await aboutEverything(c.var.ctx, idIn(c.req.valid('param').id))), 200),
  )
  api.openapi(erasure, async (c) => {
    const pseudonym = await erasePerson(c.var.ctx, idIn(c.req.valid('param').id))
    return c.json({ pseudonym }, 200)
  })
  api.openapi(retention, async (c) => c.json({ kinds: await previewRetention(c.var.ctx) }, 200))
  return api
}
