import { Hono, type Context as HonoContext } from 'hono'
import { allow } from '#guard.ts'
import { peopleAccess } from '#people/access.ts'
import { checked } from '#people/checked.ts'
import { dayOf } from '#people/day.ts'
import { listTeams } from '#people/store/teams.ts'
import { typedFrom } from '#people/typed.ts'
import { links } from '#routes.ts'
import { isAllowed } from '#viewer.ts'
import { attempt, formOf, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { roleAccess as may } from '../access.ts'
import { setRolePosts } from '../actions/holder.ts'
import {
  changeRole,
  closeRole,
  makeRole,
  mayEditRole,
  mayTie,
  reopenRole,
  roleFor,
  roleToEdit,
} from '../actions/role.ts'
import { maySeeAnalysis } from '../analysis.ts'
import { roleFilterFrom, rolesThatMatch } from '../card.ts'
import { proposedPosts, titlesWithoutRole } from '../holder.ts'
import { RoleInput } from '../model.ts'
import { HoldersPage } from '../pages/holders.tsx'
import { RolePage } from '../pages/role.tsx'
import { RoleFormPage } from '../pages/role-form.tsx'
import { RolesPage } from '../pages/roles.tsx'
import { listAnalyses } from '../store/analysis.ts'
import { frameworksById } from '../store/frameworks.ts'
import { listHolders, listRolePosts } from '../store/holders.ts'
import { listRoleCards } from '../store/list.ts'
import { listProfiles } from '../store.ts'
import type { RoleUses } from './uses.ts'

type C = HonoContext<Env>

/** The list of roles, each of them, and who holds it. */
export function roleRoutes(uses: RoleUses): Hono<Env> {
  return new Hono<Env>()
    .get('/', allow(may.read), showAll)
    .get('/new', allow(may.edit), (c) => showForm(c, { title: c.req.query('title')?.slice(0, 200) ?? '' }))
    .post('/', allow(may.edit), async (c) => {
      const typed = typedFrom(await formOf(c))
      const result = await attempt(async () => {
        const id = await makeRole(c.var.ctx, checked(RoleInput, typed))
        if (typed.tie === 'yes') await setRolePosts(c.var.ctx, id, await freePosts(c, typed.title ?? ''))
        return id
      })
      if ('done' in result) return c.redirect(links.role(result.done), 303)
      return showForm(c, typed, result.refused)
    })
    .get('/:id{[0-9a-f-]+}', allow(may.read), (c) => show(c, uses))
    .get('/:id{[0-9a-f-]+}/form', allow(may.edit), (c) => showChange(c))
    .post('/:id{[0-9a-f-]+}', allow(may.edit), async (c) => {
      const id = idIn(c.req.param('id'))
      const typed = typedFrom(await formOf(c))
      const change = async () =>
        changeRole(c.var.ctx, { id, seen: Number(typed.seen), input: checked(RoleInput, typed) })
      const result = await attempt(change)
      return 'done' in result ? c.redirect(links.role(id), 303) : showChange(c, typed, result.refused)
    })
    .post('/:id{[0-9a-f-]+}/closing', allow(may.edit), async (c) => {
      const id = idIn(c.req.param('id'))
      await closeRole(c.var.ctx, id)
      return c.redirect(links.role(id), 303)
    })
    .post('/:id{[0-9a-f-]+}/reopening', allow(may.edit), async (c) => {
      const id = idIn(c.req.param('id'))
      const result = await attempt(() => reopenRole(c.var.ctx, id))
      return 'done' in result ? c.redirect(links.role(id), 303) : show(c, uses, result.refused)
    })
    .get('/:id{[0-9a-f-]+}/holder', allow(may.edit), (c) => showHolders(c))
    .post('/:id{[0-9a-f-]+}/holder', allow(may.edit), async (c) => {
      const id = idIn(c.req.param('id'))
      const { post } = await formOf(c)
      const chosen = [post].flat().filter((one) => typeof one === 'string')
      const result = await attempt(() => setRolePosts(c.var.ctx, id, chosen.map(idIn)))
      return 'done' in result ? c.redirect(links.role(id), 303) : showHolders(c, result.refused)
    })
}

async function showAll(c: C): Promise<Response> {
  const { ctx } = c.var
  const today = dayOf(ctx.now())
  const edits = isAllowed(ctx.viewer, may.edit)
  const filter = roleFilterFrom(c.req.query())
  const { cards, teams, posts } = await ctx.read(async (db) => ({
    cards: await listRoleCards(db, today),
    teams: await listTeams(db),
    posts: edits ? await listRolePosts(db, today) : [],
  }))
  const untied = titlesWithoutRole(
    posts,
    cards.map(({ title }) => title),
  )
  const shown = { filter, cards: rolesThatMatch(cards, filter), all: cards.length, teams, edits, untied }
  const own = { maps: isAllowed(ctx.viewer, may.map), isPerson: ctx.viewer.person !== null }
  return page(c, <RolesPage {...shown} {...own} today={ctx.now()} />)
}

/** Posts of this title that are tied to no role, among those that the viewer may tie. */
async function freePosts(c: C, title: string): Promise<string[]> {
  const { ctx } = c.var
  return ctx.read(async (db) => {
    const within = await mayTie(ctx, db)
    const posts = proposedPosts(title, await listRolePosts(db, dayOf(ctx.now())))
    const mine = posts.filter(({ personId }) => within === null || within.has(personId))
    return mine.map(({ postId }) => postId)
  })
}

async function showForm(c: C, values: Record<string, string>, refused?: Refusal): Promise<Response> {
  const teams = await c.var.ctx.read(listTeams)
  const posts = values.title ? (await freePosts(c, values.title)).length : 0
  const errors = refused?.errors ?? {}
  return page(c, <RoleFormPage {...{ role: null, teams, values, errors, posts }} />, refused?.status ?? 200)
}

async function showChange(c: C, typed?: Record<string, string>, refused?: Refusal): Promise<Response> {
  const { ctx } = c.var
  const { role, teams } = await ctx.read(async (db) => ({
    role: await roleToEdit(ctx, db, idIn(c.req.param('id'))),
    teams: await listTeams(db),
  }))
  const { title, purpose, teamId } = role
  const values = typed ?? { title, purpose: purpose ?? '', teamId: teamId ?? '' }
  const errors = refused?.errors ?? {}
  return page(
    c,
    <RoleFormPage role={role} teams={teams} values={values} errors={errors} />,
    refused?.status ?? 200,
  )
}

async function show(c: C, uses: RoleUses, refused?: Refusal): Promise<Response> {
  const { ctx } = c.var
  const today = dayOf(ctx.now())
  const me = ctx.viewer.person?.id ?? null
  const shown = await ctx.read(async (db) => {
    const role = await roleFor(db, idIn(c.req.param('id')))
    const edits = await mayEditRole(ctx, db, role)
    const all = await listAnalyses(db, role.id)
    const profiles = (await listProfiles(db, role.id)).filter(({ agreedAt }) => edits || agreedAt !== null)
    const used = profiles.flatMap(({ requirements }) => requirements.map(({ framework }) => framework))
    const holders = isAllowed(ctx.viewer, peopleAccess.read) ? await listHolders(db, role.id, today) : null
    const posts = edits ? proposedPosts(role.title, await listRolePosts(db, today)) : []
    const agreed = profiles.find(({ agreedAt }) => agreedAt !== null)
    const team = (await listTeams(db)).find(({ id }) => id === role.teamId)?.name ?? null
    return {
      ...{
        role,
        edits,
        holders,
        proposed: posts,
        profiles,
        team,
        isPerson: me !== null,
        maps: isAllowed(ctx.viewer, may.map),
        uses: agreed ? await uses(ctx, db, { role, profileId: agreed.id }) : [],
      },
      analyses: all.filter((one) => maySeeAnalysis(one, { person: me, edits })),
      waiting: all.find(
        (one) => one.closedAt === null && one.incumbents.some((i) => i.personId === me && !i.submittedAt),
      ),
      frameworks: await frameworksById(db, [...new Set(used)]),
    }
  })
  return page(c, <RolePage {...shown} today={today} errors={refused?.errors ?? {}} />, refused?.status ?? 200)
}

async function showHolders(c: C, refused?: Refusal): Promise<Response> {
  const { ctx } = c.var
  const today = dayOf(ctx.now())
  const shown = await ctx.read(async (db) => {
    const role = await roleToEdit(ctx, db, idIn(c.req.param('id')))
    const within = await mayTie(ctx, db)
    const posts = await listRolePosts(db, today)
    return {
      role,
      isOwnLine: within !== null,
      posts: posts.filter(({ personId }) => within === null || within.has(personId)),
    }
  })
  return page(
    c,
    <HoldersPage {...shown} today={today} errors={refused?.errors ?? {}} />,
    refused?.status ?? 200,
  )
}
