import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { allow } from '#guard.ts'
import { answer, apiPart, problem, takes } from '#web/api.ts'
import { idIn } from '#web/form.ts'
import type { Env } from '#web/site.ts'
import { accountAccess as may } from '../access.ts'
import { invite, withdrawInvitation } from '../actions/invitations.ts'
import { membersWithAccounts, memberWithAccount, removeMember, setRoles } from '../actions/members.ts'
import { ownMembership } from '../actions/tokens.ts'
import {
  InvitationJson,
  invitationJson,
  MeJson,
  MemberJson,
  meJson,
  memberJson,
  TokenJson,
  tokenJson,
} from '../json.ts'
import { Email, InvitationInput, RolesInput } from '../model.ts'
import { listInvitations } from '../store/invitations.ts'
import { listTokens } from '../store/tokens.ts'

const tags = ['Accounts']
const params = z.object({ id: z.uuid() })
const missing = { 404: problem('There is no such thing, or you may not see it') }
const refused = { 409: problem('As things stand this cannot be done; the detail says why') }
const wrong = { 422: problem('Something cannot be used; the fields say what') }
const done = { 204: { description: 'Done' } }
const MOST_INVITATIONS = 1000

const me = createRoute({
  method: 'get',
  path: '/api/me',
  middleware: allow('anyone'),
  summary: 'Whom the token belongs to, and what it may',
  tags,
  responses: { 200: answer(MeJson, 'You; without a token nobody, so without roles') },
})

const tokens = createRoute({
  method: 'get',
  path: '/api/account/token',
  middleware: allow(may.own),
  summary: 'Your own tokens, the newest first; they are made in the browser',
  tags,
  responses: { 200: answer(z.array(TokenJson), 'The tokens, without their text'), ...missing },
})

const members = createRoute({
  method: 'get',
  path: '/api/account/member',
  middleware: allow(may.manage),
  summary: 'Everybody who can sign in, by name',
  tags,
  responses: { 200: answer(z.array(MemberJson), 'The members') },
})

const roles = createRoute({
  method: 'put',
  path: '/api/account/member/{id}/roles',
  middleware: allow(may.manage),
  summary: 'The roles that a member has from now on',
  tags,
  request: { params, ...takes(RolesInput) },
  responses: { 200: answer(MemberJson, 'The member'), ...missing, ...refused, ...wrong },
})

const removal = createRoute({
  method: 'delete',
  path: '/api/account/member/{id}',
  middleware: allow(may.manage),
  summary: 'Stop somebody signing in; the person stays',
  tags,
  request: { params },
  responses: { ...done, ...missing, ...refused },
})

const invitations = createRoute({
  method: 'get',
  path: '/api/account/invitation',
  middleware: allow(may.invite),
  summary: 'Who was invited, the newest first',
  tags,
  responses: { 200: answer(z.array(InvitationJson), `At most ${MOST_INVITATIONS}`) },
})

const InvitationBody = z
  .object({
    email: Email,
    name: z.string().max(200).optional().describe('For somebody who is not among the people yet'),
    personId: z.uuid().optional().describe('Somebody who is, whatever their address'),
    roles: RolesInput.shape.roles.describe('Only an owner gives them'),
  })
  .openapi('NewInvitation')

const Sent = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  link: z.url().describe('To pass on; given this once'),
})

const inviting = createRoute({
  method: 'post',
  path: '/api/account/invitation',
  middleware: allow(may.invite),
  summary: 'Invite somebody; a mail with the link leaves',
  tags,
  request: takes(InvitationBody),
  responses: { 201: answer(Sent.openapi('SentInvitation'), 'Invited'), ...missing, ...wrong },
})

const withdrawal = createRoute({
  method: 'delete',
  path: '/api/account/invitation/{id}',
  middleware: allow(may.invite),
  summary: 'Withdraw an invitation; its link opens nothing any more',
  tags,
  request: { params },
  responses: { ...done, ...missing, ...refused },
})

/** Accounts, for programs. */
export function accountApi(): OpenAPIHono<Env> {
  const api = apiPart()
  api.openapi(me, (c) => c.json(meJson(c.var.ctx.viewer), 200))
  api.openapi(tokens, async (c) => {
    const { ctx } = c.var
    const { id } = await ownMembership(ctx)
    const all = await ctx.read((db) => listTokens(db, id))
    return c.json(
      all.map((token) => tokenJson(token, ctx.now())),
      200,
    )
  })
  memberCalls(api)
  invitationCalls(api)
  return api
}

function memberCalls(api: OpenAPIHono<Env>): void {
  api.openapi(members, async (c) => c.json((await membersWithAccounts(c.var.ctx)).map(memberJson), 200))
  api.openapi(roles, async (c) => {
    await setRoles(c.var.ctx, idIn(c.req.param('id')), c.req.valid('json').roles)
    return c.json(memberJson(await memberWithAccount(c.var.ctx, idIn(c.req.param('id')))), 200)
  })
  api.openapi(removal, async (c) => {
    await removeMember(c.var.ctx, idIn(c.req.param('id')))
    return c.body(null, 204)
  })
}

function invitationCalls(api: OpenAPIHono<Env>): void {
  api.openapi(invitations, async (c) => {
    const { ctx } = c.var
    const all = await ctx.read((db) => listInvitations(db, MOST_INVITATIONS))
    return c.json(
      all.map((one) => invitationJson(one, ctx.now())),
      200,
    )
  })
  api.openapi(inviting, async (c) => {
    const { id, personId, link } = await invite(c.var.ctx, InvitationInput.parse(c.req.valid('json')))
    return c.json({ id, personId, link }, 201)
  })
  api.openapi(withdrawal, async (c) => {
    await withdrawInvitation(c.var.ctx, idIn(c.req.param('id')))
    return c.body(null, 204)
  })
}
