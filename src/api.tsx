import { OpenAPIHono } from '@hono/zod-openapi'
import { accountApi } from './account/routes/api.ts'
import { NotFound } from './errors.ts'
import { frameworkApi } from './framework/routes/api.ts'
import { allow } from './guard.ts'
import { historyApi } from './history/routes/api.ts'
import { intakeApi } from './intake/routes/api.ts'
import { peopleApi } from './people/routes/api.ts'
import { privacyApi } from './privacy/routes/api.ts'
import { profileApi } from './profile/routes/api.ts'
import { recruitApi } from './recruit/routes/api.ts'
import { roleApi } from './role/routes/api.ts'
import { links } from './routes.ts'
import { SUBJECTS } from './subjects.ts'
import { translateApi } from './translate/routes/api.ts'
import { type ApiDocument, callsOf } from './web/api-document.ts'
import { ReferenceAreaPage, ReferencePage } from './web/reference.tsx'
import { page } from './web/respond.tsx'
import type { Env } from './web/site.ts'

const INFO = {
  openapi: '3.1.0',
  info: {
    title: 'Sightline for programs',
    version: '1',
    description: 'All that people read here, programs can read as JSON.',
  },
}

/** The door for programs, below /api: the slices' calls, the document that describes them, and a page about it. */
export function createApi(): OpenAPIHono<Env> {
  const api = new OpenAPIHono<Env>()
  api.route('/', accountApi())
  api.route('/', frameworkApi())
  api.route('/', intakeApi())
  api.route('/', translateApi())
  api.route('/', profileApi())
  api.route('/', roleApi())
  api.route('/', recruitApi())
  api.route('/', peopleApi())
  api.route('/', historyApi(SUBJECTS))
  api.route('/', privacyApi())
  const document = (): object => api.getOpenAPI31Document(INFO)
  // As people read it, so that the checked-in copy shows what a change changes.
  api.get(links.openApi(), allow('anyone'), (c) =>
    c.body(`${JSON.stringify(document(), null, 2)}\n`, 200, { 'content-type': 'application/json' }),
  )
  api.get(links.api(), allow('anyone'), (c) => {
    const link = { label: 'openapi.json', href: links.openApi() }
    return page(c, <ReferencePage api={document() as ApiDocument} document={link} areaHref={links.apiArea} />)
  })
  api.get('/api/reference/:area', allow('anyone'), (c) => {
    const top = { label: INFO.info.title, href: links.api() }
    const described = document() as ApiDocument
    const area = callsOf(described).find((one) => one.area === c.req.param('area'))
    if (!area) throw new NotFound('There is no such area of calls; the reference lists all.')
    return page(c, <ReferenceAreaPage api={described} area={area} top={top} />)
  })
  return api
}
