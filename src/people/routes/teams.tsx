import { Hono, type Context as HonoContext } from 'hono'
import { NotFound } from '#errors.ts'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { isAllowed } from '#viewer.ts'
import { attempt, formOf, idIn } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { peopleAccess as may, mayEdit } from '../access.ts'
import { addPlace, removePlace, renamePlace } from '../actions/place.ts'
import { addTeam, changeTeam, removeTeam } from '../actions/team.ts'
import { checked } from '../checked.ts'
import { dayOf } from '../day.ts'
import { PlaceInput, TeamInput } from '../model.ts'
import { PlacePage, PlacesPage } from '../pages/places.tsx'
import { TeamPage } from '../pages/team.tsx'
import { TeamsPage } from '../pages/teams.tsx'
import { queryFrom } from '../query.ts'
import { listPeople } from '../store/list.ts'
import { listPlaceCards, listTeamCards } from '../store/teams.ts'
import { typedFrom } from '../typed.ts'

type C = HonoContext<Env>

/** The tree of teams, and each of them. */
export function teamRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/', allow(may.read), async (c) => page(c, <TeamsPage {...(await teamsFor(c))} />))
    .post('/', allow(may.edit), async (c) => {
      const typed = typedFrom(await formOf(c))
      const result = await attempt(async () => addTeam(c.var.ctx, checked(TeamInput, typed)))
      if ('done' in result) return c.redirect(links.teams(), 303)
      const { errors, status } = result.refused
      return page(c, <TeamsPage {...(await teamsFor(c))} values={typed} errors={errors} />, status)
    })
    .get('/:id', allow(may.read), async (c) => page(c, <TeamPage {...(await teamFor(c))} />))
    .post('/:id', allow(may.edit), async (c) => {
      const shown = await teamFor(c)
      const typed = typedFrom(await formOf(c))
      const result = await attempt(async () =>
        changeTeam(c.var.ctx, shown.team.id, checked(TeamInput, typed)),
      )
      if ('done' in result) return c.redirect(links.team(shown.team.id), 303)
      const { errors, status } = result.refused
      return page(c, <TeamPage {...shown} values={typed} errors={errors} />, status)
    })
    .post('/:id/removal', allow(may.edit), async (c) => {
      const shown = await teamFor(c)
      const result = await attempt(() => removeTeam(c.var.ctx, shown.team.id))
      if ('done' in result) return c.redirect(links.teams(), 303)
      const { errors, status } = result.refused
      return page(c, <TeamPage {...shown} errors={errors} />, status)
    })
}

async function teamsFor(c: C) {
  const { ctx } = c.var
  return { teams: await ctx.read((db) => listTeamCards(db, dayOf(ctx.now()))), edits: mayEdit(ctx.viewer) }
}

/** The team with its people. Throws NotFound. */
async function teamFor(c: C) {
  const { teams, edits } = await teamsFor(c)
  const id = idIn(c.req.param('id'))
  const team = teams.find((one) => one.id === id)
  if (!team) throw new NotFound('There is no such team. It may have been removed.')
  const { ctx } = c.var
  const query = queryFrom({ team: id }, { on: dayOf(ctx.now()), isPrivate: false })
  const maps = isAllowed(ctx.viewer, may.map)
  return { team, teams, edits, maps, ...(await ctx.read((db) => listPeople(db, query))) }
}

/** The places, and each of them. */
export function placeRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/', allow(may.read), async (c) => page(c, <PlacesPage {...(await placesFor(c))} />))
    .post('/', allow(may.edit), async (c) => {
      const typed = typedFrom(await formOf(c))
      const result = await attempt(async () => addPlace(c.var.ctx, checked(PlaceInput, typed)))
      if ('done' in result) return c.redirect(links.places(), 303)
      const { errors, status } = result.refused
      return page(c, <PlacesPage {...(await placesFor(c))} values={typed} errors={errors} />, status)
    })
    .get('/:id', allow(may.edit), async (c) => page(c, <PlacePage place={await placeFor(c)} />))
    .post('/:id', allow(may.edit), async (c) => {
      const place = await placeFor(c)
      const typed = typedFrom(await formOf(c))
      const result = await attempt(async () => renamePlace(c.var.ctx, place.id, checked(PlaceInput, typed)))
      if ('done' in result) return c.redirect(links.places(), 303)
      const { errors, status } = result.refused
      return page(c, <PlacePage place={place} values={typed} errors={errors} />, status)
    })
    .post('/:id/removal', allow(may.edit), async (c) => {
      const place = await placeFor(c)
      const result = await attempt(() => removePlace(c.var.ctx, place.id))
      if ('done' in result) return c.redirect(links.places(), 303)
      const { errors, status } = result.refused
      return page(c, <PlacePage place={place} errors={errors} />, status)
    })
}

async function placesFor(c: C) {
  const { ctx } = c.var
  return { places: await ctx.read((db) => listPlaceCards(db, dayOf(ctx.now()))), edits: mayEdit(ctx.viewer) }
}

/** Throws NotFound. */
async function placeFor(c: C) {
  const id = idIn(c.req.param('id'))
  const place = (await placesFor(c)).places.find((one) => one.id === id)
  if (!place) throw new NotFound('There is no such place. It may have been removed.')
  return place
}
