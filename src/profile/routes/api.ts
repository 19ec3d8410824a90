import { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from '#web/site.ts'
import { evidenceApi } from './evidence-api.ts'
import { sharingApi } from './sharing-api.ts'
import { storiesApi } from './stories-api.ts'
import { workbookApi } from './workbook-api.ts'

/** One's own profile, for programs that hold one's token. */
export function profileApi(): OpenAPIHono<Env> {
  const api = new OpenAPIHono<Env>()
  api.route('/', sharingApi())
  api.route('/', workbookApi())
  api.route('/', storiesApi())
  api.route('/', evidenceApi())
  return api
}
