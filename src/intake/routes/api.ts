import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { allow } from '#guard.ts'
import { answer, apiPart, problem } from '#web/api.ts'
import type { Env } from '#web/site.ts'
import { intakeAccess as may } from '../access.ts'
import { sourceFrom } from '../decode.ts'
import { DraftSchema } from '../json/schema.ts'
import { draftJson } from '../json.ts'
import { readDocument } from '../read.ts'

const read = createRoute({
  method: 'post',
  path: '/api/intake',
  middleware: allow(may.read),
  summary: 'Read a document into a draft; nothing is kept',
  description: 'The same draft as the terminal gives with --json. Every word of the text stands in it once.',
  tags: ['Intake'],
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            text: z
              .string()
              .min(1, 'Give the words of the document as text.')
              .openapi({ example: 'Listening\n\nLevel 1\n- Lets people finish.' }),
            name: z.string().max(300).optional().describe("The file's name, if it has one"),
          }),
        },
      },
    },
  },
  responses: { 200: answer(DraftSchema, 'The draft'), 422: problem('This is no text that can be read') },
})

/** Reading, for programs. */
export function intakeApi(): OpenAPIHono<Env> {
  const api = apiPart()
  api.openapi(read, (c) => {
    const { text, name } = c.req.valid('json')
    return c.json(draftJson(readDocument(sourceFrom(text, name ?? null))), 200)
  })
  return api
}
