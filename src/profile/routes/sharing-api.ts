import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { allow } from '#guard.ts'
import { checked } from '#translate/routes/forms.ts'
import { answer, apiPart, problem, takes } from '#web/api.ts'
import { idIn } from '#web/form.ts'
import type { Env } from '#web/site.ts'
import { profileAccess as may } from '../access.ts'
import { takeEverything } from '../actions/everything.ts'
import { listsFor } from '../actions/lists.ts'
import { ownProfile } from '../actions/own.ts'
import { openShared } from '../actions/shared.ts'
import { endShare, openShare, openSharing, share } from '../actions/shares.ts'
import { everythingJson } from '../everything.ts'
import {
  ContentJson,
  contentJson,
  LevelJson,
  ListsJson,
  LookJson,
  levelsJson,
  listsJson,
  lookJson,
  ShareJson,
  shareJson,
} from '../json/sharing.ts'
import { ShareInput } from '../share.ts'
import { frameworksOf } from '../store/frameworks.ts'
import { listOwnLevels } from '../store/levels.ts'

const shared = { tags: ['Profile'], middleware: allow(may.own) }
const params = z.object({ id: z.string().describe('The share’s id') })
const none = problem('You have no such share')

const everything = createRoute({
  ...shared,
  method: 'get',
  path: '/api/profile',
  summary: 'All of your own profile, to take along',
  responses: {
    200: answer(z.looseObject({ format: z.string(), version: z.number() }), 'As /profile/all.json'),
  },
})

const levels = createRoute({
  ...shared,
  method: 'get',
  path: '/api/profile/levels',
  summary: 'Your own levels',
  responses: { 200: answer(z.array(LevelJson), 'Of every framework of which something is known') },
})

const lists = createRoute({
  ...shared,
  method: 'get',
  path: '/api/profile/lists',
  summary: 'Your lists for a CV, a career plan and an appraisal',
  responses: { 200: answer(ListsJson, 'List by list, section by section') },
})

const listShares = createRoute({
  ...shared,
  method: 'get',
  path: '/api/profile/shares',
  summary: 'What you share and have shared, and who shares something with you',
  responses: {
    200: answer(
      z.object({
        mine: z.array(ShareJson),
        others: z.array(z.object({ person: z.object({ id: z.string(), name: z.string() }) })),
      }),
      'The latest first',
    ),
  },
})

const Body = z.object({
  rows: z.array(z.string()).describe('As the list of shares writes them'),
  people: z.array(z.string()).optional().describe('Ids of people'),
  link: z.boolean().optional().describe('Make a link as well'),
  days: z.number().nullish().describe('1, 7, 30 or 90; null: until it is taken back, which a link cannot'),
  note: z.string().nullish(),
})

const make = createRoute({
  ...shared,
  method: 'post',
  path: '/api/profile/shares',
  summary: 'Share rows of your own profile',
  request: takes(Body),
  responses: {
    201: answer(
      z.object({ id: z.string(), link: z.string().nullable().describe('Told this once, and kept nowhere') }),
      'It is shared',
    ),
    422: problem('Something cannot be shared so; the fields say what'),
  },
})

const show = createRoute({
  ...shared,
  method: 'get',
  path: '/api/profile/shares/{id}',
  summary: 'A share of yours, with who looked',
  request: { params },
  responses: { 200: answer(ShareJson.extend({ log: z.array(LookJson) }), 'The share'), 404: none },
})

const revoke = createRoute({
  ...shared,
  method: 'post',
  path: '/api/profile/shares/{id}/revocation',
  summary: 'Take a share back: from now on it shows nothing',
  request: { params },
  responses: {
    200: answer(z.object({ done: z.literal(true) }), 'It is done'),
    404: none,
    409: problem('It has ended already'),
  },
})

const of = createRoute({
  ...shared,
  method: 'get',
  path: '/api/profile/of/{person}',
  summary: 'What somebody shares with you; that you looked is noted for them',
  request: { params: z.object({ person: z.string().describe('The person’s id') }) },
  responses: {
    200: answer(ContentJson, 'Those rows, as they are now'),
    404: problem('Nothing is shared with you'),
  },
})

/** Levels, lists and sharing, for programs that hold one's token. */
export function sharingApi(): OpenAPIHono<Env> {
  const api = apiPart()
  api.openapi(everything, async (c) =>
    c.json(JSON.parse(everythingJson(await takeEverything(c.var.ctx))), 200),
  )
  api.openapi(levels, async (c) => {
    const { ctx } = c.var
    const { id } = ownProfile(ctx)
    const own = await ctx.read(async (db) => {
      const known = await listOwnLevels(db, id)
      const ids = known.map(({ framework }) => framework)
      return levelsJson(known, await frameworksOf(db, ids))
    })
    return c.json(own, 200)
  })
  api.openapi(lists, async (c) => {
    const { ctx } = c.var
    const { id } = ownProfile(ctx)
    return c.json(listsJson(await ctx.read((db) => listsFor(db, id))), 200)
  })
  addSharing(api)
  return api
}

function addSharing(api: OpenAPIHono<Env>): void {
  api.openapi(listShares, async (c) => {
    const { ctx } = c.var
    const { mine, others } = await openSharing(ctx)
    const now = ctx.now()
    const from = others.map(({ person }) => ({ person }))
    return c.json({ mine: mine.map((one) => shareJson(one, now)), others: from }, 200)
  })
  api.openapi(make, async (c) => {
    const { people = [], link = false, days = null, ...rest } = c.req.valid('json')
    return c.json(await share(c.var.ctx, checked(ShareInput, { ...rest, people, link, days })), 201)
  })
  api.openapi(show, async (c) => {
    const { ctx } = c.var
    const { share: found, looks } = await openShare(ctx, idIn(c.req.valid('param').id))
    return c.json({ ...shareJson(found, ctx.now()), log: looks.map(lookJson) }, 200)
  })
  api.openapi(revoke, async (c) => {
    await endShare(c.var.ctx, idIn(c.req.valid('param').id))
    return c.json({ done: true as const }, 200)
  })
  api.openapi(of, async (c) => {
    const { person, content } = await openShared(c.var.ctx, idIn(c.req.valid('param').person))
    return c.json(contentJson(person, content), 200)
  })
}
