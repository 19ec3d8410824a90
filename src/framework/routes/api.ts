import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { NotFound } from '#errors.ts'
import { allow } from '#guard.ts'
import { answer, apiPart, problem } from '#web/api.ts'
import type { Env } from '#web/site.ts'
import { frameworkAccess as may } from '../access.ts'
import { cardJson, FoundJson, FrameworkCardJson, FrameworkJson, foundJson, frameworkJson } from '../json.ts'
import { searchStatements } from '../store/search.ts'
import { findFramework, listFrameworks } from '../store.ts'

const list = createRoute({
  method: 'get',
  path: '/api/framework',
  middleware: allow(may.read),
  summary: 'Every framework, in brief',
  tags: ['Frameworks'],
  responses: { 200: answer(z.array(FrameworkCardJson), 'By title') },
})

const show = createRoute({
  method: 'get',
  path: '/api/framework/{slug}',
  middleware: allow(may.read),
  summary: 'One framework with all that is in it',
  tags: ['Frameworks'],
  request: { params: z.object({ slug: z.string().openapi({ example: 'spotlight' }) }) },
  responses: { 200: answer(FrameworkJson, 'The framework'), 404: problem('There is no such framework') },
})

const search = createRoute({
  method: 'get',
  path: '/api/search',
  middleware: allow(may.read),
  summary: 'Statements that match some words, by competency, best first',
  tags: ['Search'],
  request: {
    query: z.object({
      q: z.string().trim().min(1, 'Give the words to look for as q.').max(300).openapi({ example: 'listen' }),
      page: z.coerce.number().int().min(1).max(1000).optional().describe('Ten competencies a page, from 1'),
    }),
  },
  responses: { 200: answer(FoundJson, 'What was found'), 422: problem('There is nothing to look for') },
})

/** Frameworks and search, for programs. */
export function frameworkApi(): OpenAPIHono<Env> {
  const api = apiPart()
  api.openapi(list, async (c) => c.json((await c.var.ctx.read(listFrameworks)).map(cardJson), 200))
  api.openapi(show, async (c) => {
    const { slug } = c.req.valid('param')
    const framework = await c.var.ctx.read((db) => findFramework(db, slug))
    if (!framework) throw new NotFound(`There is no framework "${slug}". GET /api/framework lists them all.`)
    return c.json(frameworkJson(framework), 200)
  })
  api.openapi(search, async (c) => {
    const { q, page } = c.req.valid('query')
    return c.json(foundJson(await c.var.ctx.read((db) => searchStatements(db, q, page))), 200)
  })
  return api
}
