import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { Invalid } from '#errors.ts'
import { allow } from '#guard.ts'
import { answer, apiPart, problem, takes } from '#web/api.ts'
import { idIn } from '#web/form.ts'
import type { Env } from '#web/site.ts'
import { peopleAccess as may } from '../access.ts'
import { exportPeople } from '../actions/export.ts'
import { checkFile, confirmImport, openImport, startImport } from '../actions/import.ts'
import { ImportJson, importJson, ReportJson } from '../json.ts'
import { FileBody } from './api-bodies.ts'

const tags = ['People']
const params = z.object({ id: z.string() })

const send = createRoute({
  method: 'post',
  path: '/api/people/imports',
  middleware: allow(may.edit),
  summary: 'Read in a file of people',
  description:
    'With dryRun nothing is kept: the answer says what would come of it. Without, a file that has no fault is read in by a job; ask for the import until its state is done or failed.',
  tags,
  request: takes(FileBody),
  responses: {
    200: answer(ReportJson, 'What would come of it, for a dry run'),
    201: answer(ImportJson, 'The import, about to be done'),
    422: problem('The file has faults: the dry run lists them'),
  },
})

const known: MiddlewareHandler<Env> = async (c, next) => {
  await openImport(c.var.ctx, idIn(c.req.param('id')))
  return next()
}

const show = createRoute({
  method: 'get',
  path: '/api/people/imports/{id}',
  middleware: [allow(may.edit), known],
  summary: 'How far an import is, or what came of it',
  tags,
  request: { params },
  responses: { 200: answer(ImportJson, 'The import'), 404: problem('There is no such import') },
})

const all = createRoute({
  method: 'get',
  path: '/api/people/export',
  middleware: allow(may.edit),
  summary: 'Everybody with all their posts, as a CSV file that can be read in again',
  tags,
  responses: { 200: { description: 'The file', content: { 'text/csv': { schema: z.string() } } } },
})

/** Files of people, for programs. */
export function importApi(): OpenAPIHono<Env> {
  const api = apiPart()
  api.openapi(send, async (c) => {
    const { ctx } = c.var
    const { csv: text, fileName = null, dateOrder = 'day first', dryRun = false } = c.req.valid('json')
    const report = await checkFile(ctx, { text, dateOrder })
    if (dryRun) return c.json(report, 200)
    if (report.faultCount > 0)
      throw new Invalid({ csv: `The file has ${report.faultCount} faults. Send it with dryRun to see them.` })
    const id = await startImport(ctx, { text, fileName, dateOrder })
    await confirmImport(ctx, id)
    return c.json(importJson(await openImport(ctx, id)), 201)
  })
  api.openapi(show, async (c) =>
    c.json(importJson(await openImport(c.var.ctx, idIn(c.req.valid('param').id))), 200),
  )
  api.openapi(all, async (c) =>
    c.body(await exportPeople(c.var.ctx), 200, { 'content-type': 'text/csv; charset=utf-8' }),
  )
  return api
}
