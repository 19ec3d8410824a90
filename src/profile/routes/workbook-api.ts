import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { allow } from '#guard.ts'
import { answer, apiPart, problem, takes } from '#web/api.ts'
import { idIn } from '#web/form.ts'
import type { Env } from '#web/site.ts'
import { profileAccess as may } from '../access.ts'
import { finishWorkbook, saveAnswers, startWorkbook, workbookOwner } from '../actions/workbook.ts'
import { OffersJson, offersJson, SavedJson, WorkbookJson, workbookJson } from '../json/workbook.ts'
import { GivenAnswers, StartInput } from '../workbook.ts'
import { offersFor, openedWorkbook } from './opened-workbook.ts'

const tags = ['Profile']
const params = z.object({ id: z.string().describe('The workbook’s id') })
const none = problem('You have no such workbook')

const list = createRoute({
  method: 'get',
  path: '/api/profile/workbook',
  middleware: allow(may.own),
  summary: 'Your workbooks, and the frameworks in which you could begin one',
  tags,
  responses: { 200: answer(OffersJson, 'By framework') },
})

const start = createRoute({
  method: 'post',
  path: '/api/profile/workbook',
  middleware: allow(may.own),
  summary: 'Start a workbook, or get the one that you are answering',
  tags,
  request: takes(StartInput),
  responses: { 200: answer(WorkbookJson, 'The workbook'), 422: problem('There is nothing to answer in it') },
})

const show = createRoute({
  method: 'get',
  path: '/api/profile/workbook/{id}',
  middleware: allow(may.own),
  summary: 'A workbook of yours with its statements and answers',
  tags,
  request: { params },
  responses: { 200: answer(WorkbookJson, 'The workbook'), 404: none },
})

const put = createRoute({
  method: 'put',
  path: '/api/profile/workbook/{id}/answers',
  middleware: allow(may.own),
  summary: 'Put answers into a workbook of yours',
  description: 'Statements that are not named keep their answers.',
  tags,
  request: { params, ...takes(GivenAnswers) },
  responses: {
    200: answer(SavedJson, 'When they were saved'),
    404: none,
    409: problem('The round is finished'),
    422: problem('An answer that there is not'),
  },
})

const finish = createRoute({
  method: 'post',
  path: '/api/profile/workbook/{id}/completion',
  middleware: allow(may.own),
  summary: 'Finish the round',
  tags,
  request: { params },
  responses: { 200: answer(WorkbookJson, 'As it stays'), 404: none, 409: problem('Nothing is answered yet') },
})

/** One's own workbooks, for programs. */
export function workbookApi(): OpenAPIHono<Env> {
  const api = apiPart()
  api.openapi(list, async (c) => {
    const { ctx } = c.var
    return c.json(offersJson(await offersFor(ctx, workbookOwner(ctx).id)), 200)
  })
  api.openapi(start, async (c) => {
    const { id } = await startWorkbook(c.var.ctx, c.req.valid('json'))
    return c.json(workbookJson(await openedWorkbook(c.var.ctx, id)), 200)
  })
  api.openapi(show, async (c) =>
    c.json(workbookJson(await openedWorkbook(c.var.ctx, idIn(c.req.valid('param').id))), 200),
  )
  api.openapi(put, async (c) => {
    const { at, gone } = await saveAnswers(c.var.ctx, idIn(c.req.valid('param').id), c.req.valid('json'))
    return c.json({ at: at.toISOString(), gone }, 200)
  })
  api.openapi(finish, async (c) => {
    const id = idIn(c.req.valid('param').id)
    await finishWorkbook(c.var.ctx, id)
    return c.json(workbookJson(await openedWorkbook(c.var.ctx, id)), 200)
  })
  return api
}
