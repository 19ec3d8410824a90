import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from '#context.ts'
import { Invalid } from '#errors.ts'
import { allow } from '#guard.ts'
import { frameworkFor } from '#translate/actions/judgement.ts'
import { checked } from '#translate/routes/forms.ts'
import { frameworksOf } from '#translate/store/frameworks.ts'
import { answer, apiPart, problem, takes } from '#web/api.ts'
import { idIn } from '#web/form.ts'
import type { Env } from '#web/site.ts'
import { profileAccess as may } from '../access.ts'
import { ownProfile } from '../actions/own.ts'
import { readStory } from '../actions/reading.ts'
import {
  changeStory,
  openStory,
  placeStory,
  removeStory,
  unplaceStory,
  writeStory,
} from '../actions/story.ts'
import { ProposalsJson, proposalJson, StoryBody, StoryJson, storyJson } from '../json/story.ts'
import { listStories, placementsOf } from '../store/stories.ts'
import { StoryForm } from '../story.ts'

const tags = ['Profile']
const params = z.object({ id: z.string().describe('The story’s id') })
const none = problem('You have no such story')
const unusable = problem('A part cannot be used; the fields say what')
const done = answer(z.object({ done: z.literal(true) }), 'It is done')
const shared = { tags, middleware: allow(may.own) }

const list = createRoute({
  ...shared,
  method: 'get',
  path: '/api/profile/story',
  summary: 'Your stories, the last changed first',
  responses: { 200: answer(z.array(StoryJson), 'All of them, for you alone') },
})

const write = createRoute({
  ...shared,
  method: 'post',
  path: '/api/profile/story',
  summary: 'Write a story; any part may be left out',
  request: takes(StoryBody),
  responses: { 200: answer(StoryJson, 'As it is kept'), 422: unusable },
})

const show = createRoute({
  ...shared,
  method: 'get',
  path: '/api/profile/story/{id}',
  summary: 'A story of yours',
  request: { params },
  responses: { 200: answer(StoryJson, 'The story'), 404: none },
})

const change = createRoute({
  ...shared,
  method: 'put',
  path: '/api/profile/story/{id}',
  summary: 'Change a story of yours',
  request: { params, ...takes(z.object({ ...StoryBody.shape, version: z.number().int() })) },
  responses: {
    200: answer(StoryJson, 'As it is kept'),
    404: none,
    409: problem('It was changed since'),
    422: unusable,
  },
})

const remove = createRoute({
  ...shared,
  method: 'delete',
  path: '/api/profile/story/{id}',
  summary: 'Throw a story of yours away for good',
  request: { params },
  responses: { 200: done, 404: none },
})

const read = createRoute({
  ...shared,
  method: 'get',
  path: '/api/profile/story/{id}/reading',
  summary: 'What a story shows in a framework, activity by activity. Nothing is placed by this',
  request: { params, query: z.object({ framework: z.string().openapi({ example: 'recruiter-bands' }) }) },
  responses: { 200: answer(ProposalsJson, 'What is proposed, and why'), 404: none, 422: unusable },
})

const place = createRoute({
  ...shared,
  method: 'post',
  path: '/api/profile/story/{id}/placement',
  summary: 'Say what a story of yours shows',
  request: {
    params,
    ...takes(
      z
        .object({
          framework: z.string().describe('Its name in links'),
          competency: z.string(),
          level: z.string(),
          activity: z
            .string()
            .max(6000)
            .optional()
            .describe('The words that show it; the whole when left out'),
        })
        .openapi('StoryPlace'),
    ),
  },
  responses: {
    200: answer(StoryJson, 'The story with its places'),
    404: none,
    409: problem('It is placed there already'),
    422: unusable,
  },
})

const unplace = createRoute({
  ...shared,
  method: 'delete',
  path: '/api/profile/story/{id}/placement/{placement}',
  summary: 'Take a story of yours out of one place',
  request: { params: params.extend({ placement: z.string().describe('The placement’s id') }) },
  responses: { 200: done, 404: none },
})

/** One's own stories, for programs. */
export function storiesApi(): OpenAPIHono<Env> {
  const api = apiPart()
  api.openapi(list, async (c) => c.json(await all(c.var.ctx), 200))
  api.openapi(write, async (c) => {
    const id = await writeStory(c.var.ctx, checked(StoryForm, c.req.valid('json')))
    return c.json(await one(c.var.ctx, id), 200)
  })
  api.openapi(show, async (c) => c.json(await one(c.var.ctx, idIn(c.req.valid('param').id)), 200))
  api.openapi(change, async (c) => {
    const id = idIn(c.req.valid('param').id)
    const { version: seen, ...told } = c.req.valid('json')
    await changeStory(c.var.ctx, { id, seen }, checked(StoryForm, told))
    return c.json(await one(c.var.ctx, id), 200)
  })
  api.openapi(remove, async (c) => {
    await removeStory(c.var.ctx, idIn(c.req.valid('param').id))
    return c.json({ done: true as const }, 200)
  })
  api.openapi(read, async (c) => {
    const { ctx } = c.var
    const { story } = await ctx.read((db) => openStory(ctx, db, idIn(c.req.valid('param').id)))
    const framework = await frameworkFor(ctx, c.req.valid('query').framework)
    if (framework.scale.levels.length === 0) throw new Invalid({ framework: 'This framework has no levels.' })
    const { proposals, left, unavailable } = await readStory(ctx, framework, story.action ?? '')
    return c.json(
      { framework: framework.slug, unavailable, left, proposals: proposals.map(proposalJson) },
      200,
    )
  })
  api.openapi(place, async (c) => {
    const id = idIn(c.req.valid('param').id)
    const { framework: slug, activity = null, ...cell } = c.req.valid('json')
    await c.var.ctx.read((db) => openStory(c.var.ctx, db, id))
    const framework = await frameworkFor(c.var.ctx, slug)
    await placeStory(c.var.ctx, { id, framework }, { ...cell, activity, proposed: null })
    return c.json(await one(c.var.ctx, id), 200)
  })
  api.openapi(unplace, async (c) => {
    const { id, placement } = c.req.valid('param')
    await unplaceStory(c.var.ctx, idIn(id), idIn(placement))
    return c.json({ done: true as const }, 200)
  })
  return api
}

function all(ctx: Context) {
  const own = ownProfile(ctx)
  return ctx.read(async (db) => {
    const placements = await placementsOf(db, own.id)
    const frameworks = await frameworksOf(db, placements)
    return (await listStories(db, own.id)).map((story) => storyJson(story, placements, frameworks))
  })
}

function one(ctx: Context, id: string) {
  return ctx.read(async (db) => {
    const { story, placements } = await openStory(ctx, db, id)
    return storyJson(story, placements, await frameworksOf(db, placements))
  })
}
