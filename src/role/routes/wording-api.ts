import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { allow } from '#guard.ts'
import { answer, apiPart, problem, takes } from '#web/api.ts'
import type { Env } from '#web/site.ts'
import { roleAccess as may } from '../access.ts'
import { checkPasted } from '../actions/wording.ts'
import { WordingJson, wordingJson } from '../json/wording.ts'

const Body = z.object({
  text: z.string().openapi({ example: 'You are a dynamic team player with excellent communication skills.' }),
})

const wording = createRoute({
  method: 'post',
  path: '/api/wording',
  middleware: allow(may.read),
  summary:
    'Which words of a description or an advert hide the work or turn people away. Nothing of it is kept',
  tags: ['Roles'],
  request: takes(Body),
  responses: {
    200: answer(WordingJson, 'The marks, each with its reason and what to write instead'),
    422: problem('The text cannot be used; the field says what'),
  },
})

/** The wording checker, for programs. */
export function wordingApi(): OpenAPIHono<Env> {
  const api = apiPart()
  api.openapi(wording, async (c) => {
    const { text } = c.req.valid('json')
    return c.json(wordingJson(await checkPasted(c.var.ctx, text)), 200)
  })
  return api
}
