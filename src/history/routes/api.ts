import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { Invalid, NotFound } from '#errors.ts'
import { allow } from '#guard.ts'
import { answer, apiPart, problem } from '#web/api.ts'
import type { Env } from '#web/site.ts'
import { historyAccess as may } from '../access.ts'
import { NO_FILTER, PAGE } from '../happening.ts'
import { EventsSchema, eventJson, HeadSchema } from '../json.ts'
import { readQuery } from '../query.ts'
import { findHead, listEvents } from '../store/events.ts'
import { asSeen, type SubjectKinds, seesThing } from './kinds.ts'

const tags = ['History']
const before = z
  .string()
  .optional()
  .openapi({ description: 'Only events that come after the event of this number' })
const query = z.object({
  who: z.string().optional().openapi({ description: 'Part of the name of who did it' }),
  kind: z.string().optional().openapi({ description: 'Kind of thing', example: 'framework' }),
  act: z.string().optional().openapi({ description: 'Words of the act', example: 'published' }),
  thing: z.string().optional().openapi({ description: 'One thing: its kind, a space, its id' }),
  from: z.string().optional().openapi({ description: 'First day, in UTC', example: '2026-05-03' }),
  to: z.string().optional().openapi({ description: 'Last day, in UTC' }),
  before,
})

const list = createRoute({
  method: 'get',
  path: '/api/history',
  middleware: allow(may.readAll),
  summary: 'What has happened, newest first',
  tags,
  request: { query },
  responses: { 200: answer(EventsSchema, 'At most fifty events'), 422: problem('A day that is none') },
})

const head = createRoute({
  method: 'get',
  path: '/api/history/head',
  middleware: allow(may.readAll),
  summary: 'The newest event and its seal',
  tags,
  responses: { 200: answer(HeadSchema, 'The newest event'), 404: problem('Nothing has happened yet') },
})

const ofThing = createRoute({
  method: 'get',
  path: '/api/history/{kind}/{id}',
  middleware: allow(may.readOfThing),
  summary: 'What has happened to one thing, newest first',
  tags,
  request: { params: z.object({ kind: z.string(), id: z.string() }), query: z.object({ before }) },
  responses: { 200: answer(EventsSchema, 'At most fifty events'), 404: problem('No such thing') },
})

/** The history, for programs. */
export function historyApi(kinds: SubjectKinds): OpenAPIHono<Env> {
  const api = apiPart()
  api.openapi(list, async (c) => {
    const asked = readQuery(given(c.req.valid('query')))
    if (Object.keys(asked.errors).length > 0) throw new Invalid(asked.errors)
    const viewer = c.var.ctx.viewer.person?.id ?? null
    const page = { before: asked.before, limit: PAGE + 1, viewer }
    return c.json(pageOf(await c.var.ctx.read((db) => listEvents(db, asked.filter, page))), 200)
  })
  api.openapi(head, async (c) => {
    const newest = await c.var.ctx.read(findHead)
    if (!newest) throw new NotFound('Nothing has happened yet.')
    return c.json(newest, 200)
  })
  api.openapi(ofThing, async (c) => {
    const thing = c.req.valid('param')
    const viewer = c.var.ctx.viewer.person?.id ?? null
    const page = { before: readQuery(given(c.req.valid('query'))).before, limit: PAGE + 1, viewer }
    const sees = await seesThing(c.var.ctx, kinds, thing)
    const events = sees ? await c.var.ctx.read((db) => listEvents(db, { ...NO_FILTER, thing }, page)) : []
    if (events.length === 0 && page.before === null) throw new NotFound('There is no history of this.')
    const { before } = pageOf(events)
    const seen = await asSeen(c.var.ctx, kinds, events.slice(0, PAGE))
    return c.json({ events: seen.events.map(eventJson), before }, 200)
  })
  return api
}

const given = (asked: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(asked).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )

function pageOf(found: Parameters<typeof eventJson>[0][]) {
  const events = found.slice(0, PAGE).map(eventJson)
  return { events, before: found.length > PAGE ? (events.at(-1)?.number ?? null) : null }
}
