import type { Screen } from '#cli/screen.ts'
import { table } from '#cli/table.ts'
import { type Call, NOT_UNDERSTOOD, runVerb, type Verb } from '#cli/verbs.ts'
import type { Context } from '#context.ts'
import { Invalid, NotFound } from '#errors.ts'
import { ORGANIZATION, within } from '#terminal.ts'
import { invite } from './actions/invitations.ts'
import { dropSecondFactor, type MemberWithAccount, membersWithAccounts, setRoles } from './actions/members.ts'
import { makeResetLink } from './actions/password.ts'
import { memberJson } from './json.ts'
import { InvitationInput, ROLE_WORDS, RolesInput } from './model.ts'

const options = { organization: ORGANIZATION }

const VERBS: Record<string, Verb> = {
  list: {
    takes: '',
    says: 'everybody who can sign in, with their roles',
    flags: { json: 'one JSON object on standard output, and nothing else' },
    options,
    run: within(list),
  },
  invite: {
    takes: 'ADDRESS [NAME]',
    says: 'invite somebody, and print the link',
    flags: {},
    options: {
      ...options,
      roles: {
        takes: 'ROLES',
        says: `the roles that come with it, such as "owner,hr"; of ${Object.keys(ROLE_WORDS).join(', ')}`,
      },
    },
    run: within(inviteSomebody),
  },
  role: {
    takes: 'ADDRESS ROLES',
    says: 'give a member exactly these roles, such as "owner,hr"; "none" for none',
    flags: {},
    options,
    run: within(giveRoles),
  },
  'reset-link': {
    takes: 'ADDRESS',
    says: 'print a link with which a member chooses a new password, good once and for an hour',
    flags: {},
    options,
    run: within(printResetLink),
  },
  'second-factor-off': {
    takes: 'ADDRESS',
    says: 'remove the second factor of a member who has lost it; make sure that it is they who ask',
    flags: {},
    options,
    run: within(turnOffSecondFactor),
  },
}

/** `sightline account …`. Resolves to the exit code. */
export function run(args: string[], screen?: Screen): Promise<number> {
  return runVerb('account', VERBS, args, screen)
}

function notUnderstood({ screen }: Call, takes: string): number {
  screen.complain(`It takes ${takes}. Say “sightline account --help” for what there is.`)
  return NOT_UNDERSTOOD
}

async function list(call: Call, ctx: Context): Promise<number> {
  if (call.words.length > 0) return notUnderstood(call, 'no words')
  const { screen, flags } = call
  const members = await membersWithAccounts(ctx)
  if (flags.has('json')) screen.say(JSON.stringify({ members: members.map(memberJson) }))
  else if (members.length === 0) screen.say('Nobody can sign in yet.')
  else for (const line of table(members.map(cellsOf), screen.width)) screen.say(line)
  return 0
}

function cellsOf({ name, roles, account }: MemberWithAccount): string[] {
  const safety = account?.hasSecondFactor ? ', second factor on' : ''
  return [name, account?.email ?? 'no account', (roles.join(', ') || 'member') + safety]
}

async function inviteSomebody(call: Call, ctx: Context): Promise<number> {
  const [email, ...name] = call.words
  if (email === undefined) return notUnderstood(call, 'an address, and the name of somebody new')
  const roles = rolesFrom(call.values.get('roles') ?? 'none')
  const { link } = await invite(
    ctx,
    understood(InvitationInput.safeParse({ email, name: name.join(' '), roles })),
  )
  call.screen.say(link)
  return 0
}

async function giveRoles(call: Call, ctx: Context): Promise<number> {
  const [email, given, ...more] = call.words
  if (email === undefined || given === undefined || more.length > 0)
    return notUnderstood(call, 'an address and the roles, separated by commas')
  const { roles } = understood(RolesInput.safeParse({ roles: rolesFrom(given) }))
  const member = await memberAt(ctx, email)
  await setRoles(ctx, member.id, roles)
  call.screen.say(cellsOf({ ...member, roles }).join('  '))
  return 0
}

async function printResetLink(call: Call, ctx: Context): Promise<number> {
  const [email, ...more] = call.words
  if (email === undefined || more.length > 0) return notUnderstood(call, 'one address')
  const link = await makeResetLink(ctx, email)
  if (link === null) throw nobodyAt(email)
  call.screen.say(link)
  return 0
}

async function turnOffSecondFactor(call: Call, ctx: Context): Promise<number> {
  const [email, ...more] = call.words
  if (email === undefined || more.length > 0) return notUnderstood(call, 'one address')
  const { name, accountId, account } = await memberAt(ctx, email)
  if (!account?.hasSecondFactor) throw new Invalid(`${name} has no second factor.`)
  await dropSecondFactor(ctx, accountId)
  call.screen.say(`The second factor of ${name} is removed; a mail tells them.`)
  return 0
}

async function memberAt(ctx: Context, email: string): Promise<MemberWithAccount> {
  const all = await membersWithAccounts(ctx)
  const member = all.find(({ account }) => account?.email === email.toLowerCase())
  if (!member) throw nobodyAt(email)
  return member
}

const nobodyAt = (email: string) =>
  new NotFound(`Nobody here signs in with ${email}. “sightline account list” shows who does.`)

const rolesFrom = (text: string) =>
  text === 'none' ? [] : text.split(',').map((role) => role.trim().toLowerCase())

/** The value, or Invalid with what zod says. */
function understood<T>(
  parsed: { success: true; data: T } | { success: false; error: { issues: { message: string }[] } },
): T {
  if (parsed.success) return parsed.data
  throw new Invalid([...new Set(parsed.error.issues.map(({ message }) => message))].join(' '))
}
