import { type Context, createContext, type World } from '#context.ts'
import { record } from '#history/actions.ts'
import { ensureOrganization, type Organization } from '#organization.ts'
import { insertPeople } from '#people/store/write.ts'
import { insider, NOBODY } from '#viewer.ts'
import { NEW_OWNER_FROM } from '../attempts.ts'
import { insertMembership } from '../store.ts'
import { homeCookie } from './belonging.ts'
import { askForConfirmation, checkStrength } from './password.ts'
import { attempt, type Visit } from './visit.ts'

/** An organisation that is to be, and who is to own it. */
export interface NewOwner {
  organization: string
  name: string
  email: string
  password: string
}

/**
 * Makes an organisation with its first person, who owns it and can sign in; whether that may be done at all is for the caller
 * to know. Gives it, and the cookies of the owner's session. Throws `Invalid` for a weak password, `Conflict` for an address that
 * has an account.
 */
export async function createOwner(
  world: World,
  form: NewOwner,
  visit: Visit,
): Promise<{ organization: Organization; cookies: string[] }> {
  const ctx = createContext(world, NOBODY)
  await attempt(ctx, [[NEW_OWNER_FROM, visit.address]])
  const { name, email, password } = form
  await checkStrength(ctx, { name, email }, password, [form.organization])
  const { accounts, sessions } = await ctx.identity()
  const accountId = await accounts.create({ email, name, password, isConfirmed: false })
  const organization = { id: ctx.newId(), name: form.organization, isExample: false }
  try {
    await makeOrganization(ctx, world, { ...form, organization }, accountId)
  } catch (error) {
    await accounts.remove(accountId)
    throw error
  }
  await askForConfirmation(ctx, accountId)
  const cookies = await sessions.begin(accountId, visit.headers)
  return { organization, cookies: [...cookies, ...(await homeCookie(ctx, accountId, visit))] }
}

async function makeOrganization(
  ctx: Context,
  world: World,
  { organization, ...form }: Omit<NewOwner, 'organization'> & { organization: Organization },
  accountId: string,
): Promise<void> {
  await ensureOrganization(world.database, organization)
  const person = { id: ctx.newId(), name: form.name }
  const there = ctx.as({ ...insider(organization), person, accountId, via: 'page' })
  const membershipId = ctx.newId()
  await there.write(async (tx) => {
    const unknown = { number: null, endsOn: null, leaveFrom: null, leaveUntil: null }
    await insertPeople(tx, [{ ...person, ...unknown, email: form.email, startsOn: null }])
    const membership = { id: membershipId, accountId, personId: person.id, roles: ['owner' as const] }
    await insertMembership(tx, membership, ctx.now())
    await record(there, tx, {
      act: 'organisation: made',
      on: { kind: 'organisation', id: organization.id, name: organization.name },
      also: [{ kind: 'person', ...person }],
    })
  })
}
