import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import type { Context } from '#context.ts'
import { allow } from '#guard.ts'
import { answer, apiPart, problem, takes } from '#web/api.ts'
import { idIn } from '#web/form.ts'
import type { Env } from '#web/site.ts'
import { peopleAccess as may, mayEdit } from '../access.ts'
import { lookAt } from '../actions/look.ts'
import { addPerson, changePerson } from '../actions/person.ts'
import { addPost, changePost, removePost } from '../actions/post.ts'
import { checked } from '../checked.ts'
import { dayOf } from '../day.ts'
import { Made, PeopleJson, PersonJson, personJson, personLineJson } from '../json.ts'
import { PersonInput, PostInput } from '../model.ts'
import { filterFrom, queryFrom } from '../query.ts'
import { listPeople } from '../store/list.ts'
import { PersonBody, PersonChangeBody, PostBody, PostChangeBody } from './api-bodies.ts'
import { importApi } from './api-imports.ts'
import { teamApi } from './api-teams.ts'

const tags = ['People']
const params = z.object({ id: z.string() })
const postParams = params.extend({ post: z.string() })
const missing = { 404: problem('There is no such person, or you may not see them') }
const wrong = { 422: problem('Something cannot be used; the fields say what') }
const behind = { 409: problem('Somebody else has changed it since the version that you named') }

/** Before the body is looked at: whoever may not see the person learns nothing else either. */
const known: MiddlewareHandler<Env> = async (c, next) => {
  const { ctx } = c.var
  await ctx.read((db) => lookAt(ctx, db, idIn(c.req.param('id'))))
  return next()
}

async function personFor(ctx: Context, id: string) {
  const { person, sight } = await ctx.read((db) => lookAt(ctx, db, id))
  return personJson(person, dayOf(ctx.now()), sight === 'whole')
}

const list = createRoute({
  method: 'get',
  path: '/api/people',
  middleware: allow(may.read),
  summary: 'The people who are here, or who match, by name',
  tags,
  request: {
    query: z.object({
      q: z.string().max(300).optional().openapi({ example: 'adviser' }),
      team: z.uuid().optional().describe('A team’s id; its parts are included'),
      place: z.uuid().optional(),
      status: z
        .string()
        .max(20)
        .optional()
        .describe('here, on leave, to come, left, everybody; for HR and the owner'),
      page: z.string().max(6).optional().describe('Fifty people a page, from 1'),
    }),
  },
  responses: { 200: answer(PeopleJson, 'The people'), ...wrong },
})

const show = createRoute({
  method: 'get',
  path: '/api/people/{id}',
  middleware: allow(may.read),
  summary: 'One person with their posts',
  tags,
  request: { params },
  responses: { 200: answer(PersonJson, 'The person, as far as you may see them'), ...missing },
})

const add = createRoute({
  method: 'post',
  path: '/api/people',
  middleware: allow(may.edit),
  summary: 'Add a person, with a first post if there is one',
  tags,
  request: takes(PersonBody),
  responses: { 201: answer(Made, 'The id of the new person'), ...wrong },
})

const change = createRoute({
  method: 'put',
  path: '/api/people/{id}',
  middleware: [allow(may.edit), known],
  summary: 'Change what is kept of a person',
  description: 'What is left out is emptied. A last day ends the posts as well.',
  tags,
  request: { params, ...takes(PersonChangeBody) },
  responses: { 200: answer(PersonJson, 'The person as they are now'), ...missing, ...behind, ...wrong },
})

const postAdd = createRoute({
  method: 'post',
  path: '/api/people/{id}/posts',
  middleware: [allow(may.edit), known],
  summary: 'Add a post to a person',
  tags,
  request: { params, ...takes(PostBody) },
  responses: { 201: answer(Made, 'The id of the new post'), ...missing, ...wrong },
})

const postChange = createRoute({
  method: 'put',
  path: '/api/people/{id}/posts/{post}',
  middleware: [allow(may.edit), known],
  summary: 'Change or end a post',
  description: 'What is left out is emptied.',
  tags,
  request: { params: postParams, ...takes(PostChangeBody) },
  responses: { 200: answer(PersonJson, 'The person with their posts'), ...missing, ...behind, ...wrong },
})

const postRemove = createRoute({
  method: 'delete',
  path: '/api/people/{id}/posts/{post}',
  middleware: [allow(may.edit), known],
  summary: 'Remove a post that was added by mistake',
  tags,
  request: { params: postParams },
  responses: { 200: answer(PersonJson, 'The person with the other posts'), ...missing },
})

/** People, teams, places and files of people, for programs. */
export function peopleApi(): OpenAPIHono<Env> {
  const api = apiPart()
  api.openapi(list, async (c) => {
    const { ctx } = c.var
    const [today, isPrivate] = [dayOf(ctx.now()), mayEdit(ctx.viewer)]
    const query = queryFrom(filterFrom(c.req.valid('query')), { on: today, isPrivate })
    const { total, people } = await ctx.read((db) => listPeople(db, query))
    return c.json({ total, people: people.map((one) => personLineJson(one, isPrivate ? today : null)) }, 200)
  })
  api.route('/', importApi())
  api.openapi(show, async (c) => c.json(await personFor(c.var.ctx, idIn(c.req.valid('param').id)), 200))
  api.openapi(add, async (c) => {
    const { post, ...person } = c.req.valid('json')
    const first = post ? checked(PostInput, post) : null
    return c.json({ id: await addPerson(c.var.ctx, checked(PersonInput, person), first) }, 201)
  })
  api.openapi(change, async (c) => {
    const id = idIn(c.req.valid('param').id)
    const { version, ...person } = c.req.valid('json')
    await changePerson(c.var.ctx, { id, seen: version, input: checked(PersonInput, person) })
    return c.json(await personFor(c.var.ctx, id), 200)
  })
  api.openapi(postAdd, async (c) => {
    const personId = idIn(c.req.valid('param').id)
    const id = await addPost(c.var.ctx, personId, checked(PostInput, c.req.valid('json')))
    return c.json({ id }, 201)
  })
  api.openapi(postChange, async (c) => {
    const personId = idIn(c.req.valid('param').id)
    const id = idIn(c.req.valid('param').post)
    const { version, ...input } = c.req.valid('json')
    await changePost(c.var.ctx, { personId, id, seen: version, input: checked(PostInput, input) })
    return c.json(await personFor(c.var.ctx, personId), 200)
  })
  api.openapi(postRemove, async (c) => {
    const personId = idIn(c.req.valid('param').id)
    await removePost(c.var.ctx, personId, idIn(c.req.valid('param').post))
    return c.json(await personFor(c.var.ctx, personId), 200)
  })
  api.route('/', teamApi())
  return api
}
