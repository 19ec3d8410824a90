import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { allow } from '#guard.ts'
import { answer, apiPart, problem, takes } from '#web/api.ts'
import type { Env } from '#web/site.ts'
import { translateAccess as may } from '../access.ts'
import { openTranslation, translateAll } from '../actions/translate.ts'
import type { Part } from '../answer.ts'
import { TranslationJson, translationJson } from '../json.ts'
import { TranslateForm } from '../request.ts'
import { checked } from './forms.ts'
import { judgementApi } from './judgement-api.ts'

const Body = z.object({
  text: z.string().openapi({ example: 'I keep the queue calm by chatting with people while they wait.' }),
  frameworks: z
    .array(z.string())
    .min(1, 'Name one framework or two.')
    .max(2, 'Name one framework or two.')
    .optional()
    .describe('Their names in links; Spotlight when none is named'),
})

const translate = createRoute({
  method: 'post',
  path: '/api/translate',
  middleware: allow(may.read),
  summary: 'Which competency and level plain words show, and why. Nothing of it is kept',
  tags: ['Translate'],
  request: takes(Body),
  responses: {
    200: answer(TranslationJson, 'What each framework says of each activity'),
    422: problem('The text or a framework cannot be used; the fields say what'),
    503: problem('Translate cannot be used now; try again later'),
  },
})

/** Translate, for programs. */
export function translateApi(): OpenAPIHono<Env> {
  const api = apiPart()
  api.openapi(translate, async (c) => {
    const { text, frameworks: [framework = 'spotlight', beside = ''] = [] } = c.req.valid('json')
    const { ctx } = c.var
    const form = checked(TranslateForm, { text, framework, beside })
    const opened = await openTranslation(ctx, form)
    const parts: Part[] = []
    for await (const part of translateAll(ctx, opened, form)) parts.push(part)
    const slugs = opened.frameworks.map(({ slug }) => slug)
    return c.json(translationJson(slugs, parts, opened.left), 200)
  })
  api.route('/', judgementApi())
  return api
}
