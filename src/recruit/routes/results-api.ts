import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { allow } from '#guard.ts'
import { answer, apiPart, problem, takes } from '#web/api.ts'
import { idIn } from '#web/form.ts'
import type { Env } from '#web/site.ts'
import { recruitAccess as may } from '../access.ts'
import { makePack } from '../actions/pack.ts'
import { openResults } from '../actions/results.ts'
import { openTogether, togetherObstacle } from '../actions/together.ts'
import { PackInput, PackJson } from '../json/pack.ts'
import { ResultsJson, resultsJson } from '../json/results.ts'
import { TogetherJson, togetherJson } from '../json/together.ts'

const tags = ['Recruit']
const params = z.object({ id: z.string() })
const missing = { 404: problem('There is no such vacancy, or you have no part in it') }

const results = createRoute({
  method: 'get',
  path: '/api/recruit/{id}/results',
  middleware: allow(may.read),
  summary: 'The combination of every candidate whose scorecards you may see',
  tags,
  request: { params },
  responses: { 200: answer(ResultsJson, 'The results'), ...missing },
})

const together = createRoute({
  method: 'get',
  path: '/api/recruit/{id}/candidate/{candidate}/together',
  middleware: allow(may.read),
  summary: 'The submitted scorecards of a candidate side by side, as far as you may see them',
  tags,
  request: { params: z.object({ id: z.string(), candidate: z.string() }) },
  responses: { 200: answer(TogetherJson, 'What each gave alone, and what was agreed'), ...missing },
})

const pack = createRoute({
  method: 'post',
  path: '/api/recruit/{id}/pack',
  middleware: allow(may.recruit),
  summary: 'Make a defensibility pack; the history notes that it was made',
  tags,
  request: { params, ...takes(PackInput) },
  responses: {
    200: answer(PackJson, 'The pack, to be kept as it is: “sightline recruit verify FILE” checks it'),
    ...missing,
    409: problem('Others are sealing at this moment'),
  },
})

/** Results, cards side by side and packs, for programs; no more is seen than on the pages. */
export function resultsApi(): OpenAPIHono<Env> {
  const api = apiPart()
  api.openapi(results, async (c) =>
    c.json(resultsJson(await openResults(c.var.ctx, idIn(c.req.valid('param').id))), 200),
  )
  api.openapi(together, async (c) => {
    const { id, candidate } = c.req.valid('param')
    const found = await openTogether(c.var.ctx, idIn(id), idIn(candidate))
    const facts = { ...found.seen, ...found.sight, obstacle: togetherObstacle(found) }
    return c.json(togetherJson(facts), 200)
  })
  api.openapi(pack, async (c) => {
    const by = c.req.valid('json').candidates
    const { pack: made } = await makePack(c.var.ctx, idIn(c.req.valid('param').id), by)
    return c.json(made, 200)
  })
  return api
}
