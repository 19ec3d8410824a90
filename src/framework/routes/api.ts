import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from '#context.ts'
import { Invalid, NotFound } from '#errors.ts'
import type { Env } from '#web/site.ts'
import {
  cardJson,
  FoundJson,
  FrameworkCardJson,
  FrameworkJson,
  foundJson,
  frameworkJson,
  ProblemJson,
} from '../json.ts'
import { searchStatements } from '../store/search.ts'
import { findFramework, listFrameworks } from '../store.ts'

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { 'application/json': { schema } },
  description,
})

const problem = (description: string) => ({
  content: { 'application/problem+json': { schema: ProblemJson } },
  description,
})

const list = createRoute({
  method: 'get',
  path: '/api/framework',
  summary: 'Every framework, in brief',
  tags: ['Frameworks'],
  responses: { 200: json(z.array(FrameworkCardJson), 'By title') },
})

const show = createRoute({
  method: 'get',
  path: '/api/framework/{slug}',
  summary: 'One framework with all that is in it',
  tags: ['Frameworks'],
  request: { params: z.object({ slug: z.string().openapi({ example: 'spotlight' }) }) },
  responses: { 200: json(FrameworkJson, 'The framework'), 404: problem('There is no such framework') },
})

const search = createRoute({
  method: 'get',
  path: '/api/search',
  summary: 'Statements that match some words, by competency, best first',
  tags: ['Search'],
  request: {
    query: z.object({
      q: z.string().trim().min(1, 'Give the words to look for as q.').max(300).openapi({ example: 'listen' }),
      page: z.coerce.number().int().min(1).max(1000).optional().describe('Ten competencies a page, from 1'),
    }),
  },
  responses: { 200: json(FoundJson, 'What was found'), 422: problem('There is nothing to look for') },
})

/** Frameworks and search, for programs. What is asked wrongly is Invalid, field by field. */
export function frameworkApi(ctx: Context): OpenAPIHono<Env> {
  const api = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success)
        throw new Invalid(
          Object.fromEntries(result.error.issues.map((issue) => [issue.path.join('.'), issue.message])),
        )
    },
  })
  api.openapi(list, async (c) => c.json((await ctx.read(listFrameworks)).map(cardJson), 200))
  api.openapi(show, async (c) => {
    const { slug } = c.req.valid('param')
    const framework = await ctx.read((db) => findFramework(db, slug))
    if (!framework) throw new NotFound(`There is no framework "${slug}". GET /api/framework lists them all.`)
    return c.json(frameworkJson(framework), 200)
  })
  api.openapi(search, async (c) => {
    const { q, page } = c.req.valid('query')
    return c.json(foundJson(await ctx.read((db) => searchStatements(db, q, page))), 200)
  })
  return api
}
