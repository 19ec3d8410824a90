import type { Context } from '#context.ts'
import { Forbidden, NotFound } from '#errors.ts'
import type { Company, CompanyPerson } from '#identity/company.ts'
import { COMPANY_FROM } from '../attempts.ts'
import { acceptByAddress } from './acceptance.ts'
import { belongingsOf, homeCookie, recordForAccount } from './belonging.ts'
import { attempt, type Visit } from './visit.ts'

async function companyOf(ctx: Context): Promise<Company> {
  const { company } = await ctx.identity()
  if (!company)
    throw new NotFound('This Sightline has no company sign-in. Sign in with your address and password.')
  return company
}

/** Where to send the browser. Throws `Unavailable` when the company's sign-in does not answer, and `TooOften`. */
export async function leaveForCompany(ctx: Context, next: string, visit: Visit) {
  const company = await companyOf(ctx)
  await attempt(ctx, [[COMPANY_FROM, visit.address]])
  return company.leave(next)
}

/**
 * Somebody comes back from the company's sign-in. They get in when their account is linked, when an account has the same
 * confirmed address, or when somebody has invited that address. Throws `Forbidden` with the reason for everyone else.
 */
export async function comeBackFromCompany(
  ctx: Context,
  query: Record<string, string>,
  { memory, visit }: { memory: string; visit: Visit },
): Promise<{ cookies: string[]; next: string }> {
  const company = await companyOf(ctx)
  const { person, next } = await company.comeBack(query, memory)
  const accountId = await accountOf(ctx, person, company.name)
  if ((await belongingsOf(ctx, accountId)).length === 0) throw new Forbidden(notInvited(person, company.name))
  const { sessions } = await ctx.identity()
  const note = { through: company.name, issuer: person.issuer, subject: person.subject }
  await recordForAccount(ctx, accountId, { act: 'account: signed in', note })
  const cookies = await sessions.begin(accountId, visit.headers)
  return { cookies: [...cookies, ...(await homeCookie(ctx, accountId, visit))], next }
}

async function accountOf(ctx: Context, person: CompanyPerson, name: string): Promise<string> {
  const { accounts } = await ctx.identity()
  const linked = await accounts.findByCompany(person)
  if (linked) return linked.id
  const { confirmedEmail: email } = person
  if (!email)
    throw new Forbidden(
      `${name} does not say which e-mail address is yours, so nobody can tell who you are here. Ask whoever runs it.`,
    )
  const known = await accounts.findByEmail(email)
  if (known) return link(ctx, known, person)
  const accepted = await acceptByAddress(ctx, email, () => newAccount(ctx, email, person))
  if (!accepted) throw new Forbidden(notInvited(person, name))
  return accepted.accountId
}

/** Only where the address has been shown to be theirs on both sides, so that nobody waits here for somebody else to come in. */
async function link(
  ctx: Context,
  known: { id: string; email: string; isConfirmed: boolean },
  person: CompanyPerson,
) {
  if (!known.isConfirmed)
    throw new Forbidden(
      `There is an account with ${known.email}, but nobody has confirmed that address yet. Choose “Forgotten your password?” once; after that this way in works too.`,
    )
  const { accounts } = await ctx.identity()
  await accounts.linkCompany(known.id, person)
  const note = { issuer: person.issuer, subject: person.subject }
  await recordForAccount(ctx, known.id, { act: 'account: linked to company sign-in', note })
  return known.id
}

async function newAccount(ctx: Context, email: string, person: CompanyPerson): Promise<string> {
  const { accounts } = await ctx.identity()
  const id = await accounts.create({ email, name: person.name ?? email, password: null, isConfirmed: true })
  await accounts.linkCompany(id, person)
  return id
}

function notInvited({ confirmedEmail }: CompanyPerson, name: string): string {
  const who = confirmedEmail ?? 'you'
  return `${name} knows you, but nobody here has invited ${who} yet. Ask an owner or HR for an invitation.`
}
