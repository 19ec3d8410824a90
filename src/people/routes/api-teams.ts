import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import type { Context } from '#context.ts'
import { NotFound } from '#errors.ts'
import { allow } from '#guard.ts'
import { answer, apiPart, problem, takes } from '#web/api.ts'
import { idIn } from '#web/form.ts'
import type { Env } from '#web/site.ts'
import { peopleAccess as may } from '../access.ts'
import { addPlace, removePlace, renamePlace } from '../actions/place.ts'
import { addTeam, changeTeam, removeTeam } from '../actions/team.ts'
import { checked } from '../checked.ts'
import { dayOf } from '../day.ts'
import { Made, PlaceJson, placeJson, TeamJson, teamJson } from '../json.ts'
import { PlaceInput, TeamInput } from '../model.ts'
import { listPlaceCards, listTeamCards } from '../store/teams.ts'
import { PlaceBody, TeamBody } from './api-bodies.ts'

const params = z.object({ id: z.string() })
const missing = { 404: problem('There is no such thing') }
const wrong = { 422: problem('Something cannot be used; the fields say what') }
const used = { 409: problem('It is used and stays') }

const teamsOf = (ctx: Context) => ctx.read((db) => listTeamCards(db, dayOf(ctx.now())))
const placesOf = (ctx: Context) => ctx.read((db) => listPlaceCards(db, dayOf(ctx.now())))

/** Before the body is looked at: what is not there is not there, whatever is sent. */
function known(list: (ctx: Context) => Promise<{ id: string }[]>): MiddlewareHandler<Env> {
  return async (c, next) => {
    const id = idIn(c.req.param('id'))
    if ((await list(c.var.ctx)).some((one) => one.id === id)) return next()
    throw new NotFound('There is no such thing here. It may have been removed.')
  }
}

const teams = createRoute({
  method: 'get',
  path: '/api/teams',
  middleware: allow(may.read),
  summary: 'Every team, each with the one that it is part of',
  tags: ['Teams'],
  responses: { 200: answer(z.array(TeamJson), 'In no order') },
})

const teamAdd = createRoute({
  method: 'post',
  path: '/api/teams',
  middleware: allow(may.edit),
  summary: 'Add a team',
  tags: ['Teams'],
  request: takes(TeamBody),
  responses: { 201: answer(Made, 'The id of the new team'), ...wrong },
})

const teamChange = createRoute({
  method: 'put',
  path: '/api/teams/{id}',
  middleware: [allow(may.edit), known(teamsOf)],
  summary: 'Rename a team or move it',
  tags: ['Teams'],
  request: { params, ...takes(TeamBody) },
  responses: { 200: answer(z.array(TeamJson), 'Every team as it is now'), ...missing, ...wrong },
})

const teamRemove = createRoute({
  method: 'delete',
  path: '/api/teams/{id}',
  middleware: [allow(may.edit), known(teamsOf)],
  summary: 'Remove a team without parts that nobody was ever in',
  tags: ['Teams'],
  request: { params },
  responses: { 200: answer(z.array(TeamJson), 'The other teams'), ...missing, ...used },
})

const places = createRoute({
  method: 'get',
  path: '/api/places',
  middleware: allow(may.read),
  summary: 'Every place, by name',
  tags: ['Places'],
  responses: { 200: answer(z.array(PlaceJson), 'By name') },
})

const placeAdd = createRoute({
  method: 'post',
  path: '/api/places',
  middleware: allow(may.edit),
  summary: 'Add a place',
  tags: ['Places'],
  request: takes(PlaceBody),
  responses: { 201: answer(Made, 'The id of the new place'), ...wrong },
})

const placeRename = createRoute({
  method: 'put',
  path: '/api/places/{id}',
  middleware: [allow(may.edit), known(placesOf)],
  summary: 'Rename a place',
  tags: ['Places'],
  request: { params, ...takes(PlaceBody) },
  responses: { 200: answer(z.array(PlaceJson), 'Every place as it is now'), ...missing, ...wrong },
})

const placeRemove = createRoute({
  method: 'delete',
  path: '/api/places/{id}',
  middleware: [allow(may.edit), known(placesOf)],
  summary: 'Remove a place where nobody ever had a post',
  tags: ['Places'],
  request: { params },
  responses: { 200: answer(z.array(PlaceJson), 'The other places'), ...missing, ...used },
})

/** Teams and places, for programs. */
export function teamApi(): OpenAPIHono<Env> {
  const api = apiPart()
  const allTeams = async (ctx: Context) => (await teamsOf(ctx)).map(teamJson)
  const allPlaces = async (ctx: Context) => (await placesOf(ctx)).map(placeJson)
  api.openapi(teams, async (c) => c.json(await allTeams(c.var.ctx), 200))
  api.openapi(teamAdd, async (c) =>
    c.json({ id: await addTeam(c.var.ctx, checked(TeamInput, c.req.valid('json'))) }, 201),
  )
  api.openapi(teamChange, async (c) => {
    await changeTeam(c.var.ctx, idIn(c.req.valid('param').id), checked(TeamInput, c.req.valid('json')))
    return c.json(await allTeams(c.var.ctx), 200)
  })
  api.openapi(teamRemove, async (c) => {
    await removeTeam(c.var.ctx, idIn(c.req.valid('param').id))
    return c.json(await allTeams(c.var.ctx), 200)
  })
  api.openapi(places, async (c) => c.json(await allPlaces(c.var.ctx), 200))
  api.openapi(placeAdd, async (c) =>
    c.json({ id: await addPlace(c.var.ctx, checked(PlaceInput, c.req.valid('json'))) }, 201),
  )
  api.openapi(placeRename, async (c) => {
    await renamePlace(c.var.ctx, idIn(c.req.valid('param').id), checked(PlaceInput, c.req.valid('json')))
    return c.json(await allPlaces(c.var.ctx), 200)
  })
  api.openapi(placeRemove, async (c) => {
    await removePlace(c.var.ctx, idIn(c.req.valid('param').id))
    return c.json(await allPlaces(c.var.ctx), 200)
  })
  return api
}
