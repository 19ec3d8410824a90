import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from '#context.ts'
import { allow } from '#guard.ts'
import { checked } from '#people/checked.ts'
import { dayOf } from '#people/day.ts'
import { answer, apiPart, problem, takes } from '#web/api.ts'
import { idIn } from '#web/form.ts'
import type { Env } from '#web/site.ts'
import { roleAccess as may } from '../access.ts'
import { agreeProfile, profileFor, putRequirement, startDraft } from '../actions/profile.ts'
import { makeRole, mayEditRole, roleFor } from '../actions/role.ts'
import { roleFilterFrom, rolesThatMatch } from '../card.ts'
import { ProfileJson, profileJson, RoleJson, RolesJson, roleJson, rolesJson } from '../json/role.ts'
import { RoleInput } from '../model.ts'
import { RequirementInput } from '../requirement.ts'
import { listRoleCards } from '../store/list.ts'
import { listProfiles } from '../store.ts'

const tags = ['Roles']
const params = z.object({ id: z.string() })
const ofProfile = params.extend({ profile: z.string() })
const missing = { 404: problem('There is no such role or version, or you may not see it') }
const refused = { 403: problem('You may read this role and not change it') }
const wrong = { 422: problem('Something cannot be used; the fields say what') }
const behind = {
  409: problem('Somebody else has changed it since the version that you named, or it is agreed'),
}

const list = createRoute({
  method: 'get',
  path: '/api/role',
  middleware: allow(may.read),
  summary: 'The roles that are open, or that match, by title',
  tags,
  request: {
    query: z.object({
      q: z.string().max(200).optional().describe('Beginnings of words in titles, purposes and needs'),
      team: z.uuid().optional(),
      state: z.string().max(20).optional().describe('without profile, with draft, in analysis, closed'),
    }),
  },
  responses: { 200: answer(RolesJson, 'The roles'), ...wrong },
})

const show = createRoute({
  method: 'get',
  path: '/api/role/{id}',
  middleware: allow(may.read),
  summary: 'One role with the versions of its profile',
  tags,
  request: { params },
  responses: { 200: answer(RoleJson, 'The role'), ...missing },
})

const make = createRoute({
  method: 'post',
  path: '/api/role',
  middleware: allow(may.edit),
  summary: 'Make a role',
  tags,
  request: takes(
    z
      .object({ title: z.string(), purpose: z.string().nullish(), teamId: z.string().nullish() })
      .openapi('NewRole'),
  ),
  responses: { 201: answer(z.object({ id: z.uuid() }), 'The id of the new role'), ...wrong },
})

const begin = createRoute({
  method: 'post',
  path: '/api/role/{id}/profile',
  middleware: allow(may.edit),
  summary: 'Begin a draft of the profile from the latest version; one that is there already stays',
  tags,
  request: { params },
  responses: { 201: answer(ProfileJson, 'The draft'), ...missing, ...refused, ...behind },
})

const put = createRoute({
  method: 'put',
  path: '/api/role/{id}/profile/{profile}/requirement',
  middleware: allow(may.edit),
  summary: 'Add a competency to a draft, or change what it asks for',
  tags,
  request: {
    params: ofProfile,
    ...takes(
      z
        .object({
          framework: z.uuid(),
          competency: z.string(),
          level: z.string(),
          entryLevel: z.string().nullish(),
          months: z.number().nullish(),
          importance: z.number(),
          must: z.boolean().nullish(),
          why: z.string().nullish(),
          version: z.number().int().describe('Of the draft, as you read it'),
        })
        .openapi('RequirementChange'),
    ),
  },
  responses: { 200: answer(ProfileJson, 'The draft'), ...missing, ...refused, ...behind, ...wrong },
})

const agree = createRoute({
  method: 'post',
  path: '/api/role/{id}/profile/{profile}/agreement',
  middleware: allow(may.edit),
  summary: 'Agree a draft: from then on it holds and never changes',
  tags,
  request: {
    params: ofProfile,
    ...takes(
      z
        .object({ version: z.number().int(), note: z.string().max(600).nullish() })
        .openapi('ProfileAgreement'),
    ),
  },
  responses: {
    200: answer(ProfileJson, 'The version that holds'),
    ...missing,
    ...refused,
    ...behind,
    ...wrong,
  },
})

async function versionFor(ctx: Context, roleId: string, id: string) {
  return profileJson(await ctx.read((db) => profileFor(db, roleId, id)))
}

/** Roles and their profiles, for programs. */
export function roleProfileApi(): OpenAPIHono<Env> {
  const api = apiPart()
  api.openapi(list, async (c) => {
    const { ctx } = c.var
    const cards = await ctx.read((db) => listRoleCards(db, dayOf(ctx.now())))
    return c.json(rolesJson(rolesThatMatch(cards, roleFilterFrom(c.req.valid('query')))), 200)
  })
  api.openapi(show, async (c) => {
    const { ctx } = c.var
    const { role, profiles } = await ctx.read(async (db) => {
      const role = await roleFor(db, idIn(c.req.valid('param').id))
      const edits = await mayEditRole(ctx, db, role)
      const all = await listProfiles(db, role.id)
      return { role, profiles: all.filter(({ agreedAt }) => edits || agreedAt !== null) }
    })
    return c.json(roleJson(role, profiles), 200)
  })
  api.openapi(make, async (c) =>
    c.json({ id: await makeRole(c.var.ctx, checked(RoleInput, c.req.valid('json'))) }, 201),
  )
  api.openapi(begin, async (c) => {
    const roleId = idIn(c.req.valid('param').id)
    return c.json(await versionFor(c.var.ctx, roleId, await startDraft(c.var.ctx, roleId)), 201)
  })
  api.openapi(put, async (c) => {
    const { id, profile } = c.req.valid('param')
    const { version, framework, competency, ...given } = c.req.valid('json')
    const [roleId, profileId] = [idIn(id), idIn(profile)]
    const input = checked(RequirementInput, given)
    await putRequirement(c.var.ctx, { roleId, profileId, seen: version, framework, competency, input })
    return c.json(await versionFor(c.var.ctx, roleId, profileId), 200)
  })
  api.openapi(agree, async (c) => {
    const { id, profile } = c.req.valid('param')
    const { version, note } = c.req.valid('json')
    const [roleId, profileId] = [idIn(id), idIn(profile)]
    await agreeProfile(c.var.ctx, { roleId, profileId, seen: version, note: note?.trim() || null })
    return c.json(await versionFor(c.var.ctx, roleId, profileId), 200)
  })
  return api
}
