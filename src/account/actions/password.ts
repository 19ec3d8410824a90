import type { Context } from '#context.ts'
import { Invalid, NotFound } from '#errors.ts'
import type { Act } from '#history/model.ts'
import type { Account } from '#identity/accounts.ts'
import { BAD_LINK_FROM, CONFIRM, OWN_PASSWORD, RESET, RESET_FROM, SIGN_IN } from '../attempts.ts'
import { changeLetter, confirmationLetter, resetLetter } from '../letters.ts'
import { passwordFault } from '../password.ts'
import { confirmationPath, passwordPath, resetPath } from '../paths.ts'
import { revokeTokensOf } from '../store/tokens.ts'
import { belongingsOf, recordForAccount, viewerFor } from './belonging.ts'
import { queueMail } from './mail.ts'
import { attempt, evenly, succeed, type Visit } from './visit.ts'

/** Longer than the work for an address that has an account takes, so that both take the same. */
const EVEN_MS = 300

/** Sends a link to choose a new password, if the address has an account; nobody learns whether it has. Throws `TooOften`. */
export async function askForReset(ctx: Context, email: string, visit: Visit): Promise<void> {
  await attempt(ctx, [
    [RESET, email],
    [RESET_FROM, visit.address],
  ])
  await evenly(EVEN_MS, sendResetLink(ctx, email))
}

async function sendResetLink(ctx: Context, email: string): Promise<void> {
  const { accounts, address } = await ctx.identity()
  const asked = await accounts.askForReset(email)
  if (!asked) return
  const link = address + resetPath(asked.token)
  await mailToAccount(ctx, asked.accountId, { act: 'password: link asked for' }, ({ name }) =>
    resetLetter({ name, link }),
  )
}

/** A link to choose a new password, for somebody to pass on who holds the machine; null: the address has no account. */
export async function makeResetLink(ctx: Context, email: string): Promise<string | null> {
  const { accounts, address } = await ctx.identity()
  const account = await accounts.findByEmail(email)
  const belongs = account && (await viewerFor(ctx, account.id, ctx.organizationId))
  if (!account || !belongs) return null
  const asked = await accounts.askForReset(email)
  await recordForAccount(ctx, account.id, { act: 'password: link made' })
  return asked && address + resetPath(asked.token)
}

/** Whose password the link sets. Throws `NotFound` when it does not work any more. */
export async function openReset(ctx: Context, token: string, visit: Visit): Promise<Account> {
  const account = await (await ctx.identity()).accounts.findReset(token)
  if (account) return account
  await attempt(ctx, [[BAD_LINK_FROM, visit.address]])
  throw new NotFound(
    'This link does not work any more: it is good once, and for an hour. Ask for a new one at “Forgotten your password?”.',
  )
}

/** Sets the password and ends every session and token. Throws `Invalid` for a weak one, `NotFound` for a link that is over. */
export async function resetPassword(
  ctx: Context,
  token: string,
  password: string,
  visit: Visit,
): Promise<void> {
  const identity = await ctx.identity()
  const account = await openReset(ctx, token, visit)
  await checkStrength(ctx, account, password)
  await identity.accounts.reset(token, password)
  await identity.limits.clear(SIGN_IN, account.email)
  const act = { act: 'password: reset', note: { tokens: 'revoked' } }
  const change = 'a new password was chosen by a link'
  const letter = changeLetter({ name: account.name, change, address: identity.address + passwordPath() })
  await recordForAccount(ctx, account.id, act, async (there, tx, person) => {
    // Whoever lost the account may have lost it to somebody who made a token.
    await revokeTokensOf(tx, person.id, ctx.now())
    await queueMail(there, tx, { to: account.email, ...letter, personId: person.id })
  })
}

/** Ends all other sessions. Gives the cookies of this one, renewed. Throws `Invalid`, field by field, and `TooOften`. */
export async function changePassword(
  ctx: Context,
  given: { current: string; password: string },
  visit: Visit,
): Promise<string[]> {
  const identity = await ctx.identity()
  const account = await ownAccount(ctx)
  await checkStrength(ctx, account, given.password)
  await attempt(ctx, [[OWN_PASSWORD, account.id]])
  const cookies = await identity.accounts.changePassword(visit.headers, given.current, given.password)
  if (!cookies) throw new Invalid({ current: 'This is not your current password.' })
  await succeed(identity, [[OWN_PASSWORD, account.id]])
  await tellOfChange(ctx, account.id, { act: 'password: changed' }, 'your password was changed')
  return cookies
}

/** The viewer's own account. Throws `NotFound` where nobody has one: in the example organisation, at the terminal. */
export async function ownAccount(ctx: Context): Promise<Account> {
  const { accountId, via } = ctx.viewer
  const { accounts } = await ctx.identity()
  const account = accountId === null || via !== 'page' ? undefined : await accounts.find(accountId)
  if (!account) throw new NotFound('Whoever has signed in here finds their account at this address.')
  return account
}

/** Throws `Invalid` with what is wrong with the password. `also`: further names that it must not follow from. */
export async function checkStrength(
  ctx: Context,
  { id, name, email }: { id?: string; name: string; email: string },
  password: string,
  also: string[] = [],
): Promise<void> {
  const organizations = id ? (await belongingsOf(ctx, id)).map(({ organization }) => organization.name) : []
  const fault = passwordFault(password, [name, email, ...organizations, ...also])
  if (fault) throw new Invalid({ password: fault })
}

/** Records the change, and tells whoever has the address of the account about it. */
export async function tellOfChange(
  ctx: Context,
  accountId: string,
  act: Pick<Act, 'act' | 'note'>,
  change: string,
): Promise<void> {
  const { address } = await ctx.identity()
  const link = address + passwordPath()
  await mailToAccount(ctx, accountId, act, ({ name }) => changeLetter({ name, change, address: link }))
}

/** Sends a link that confirms the address. Nothing happens when it is confirmed already. Throws `TooOften`. */
export async function askForConfirmation(ctx: Context, accountId: string): Promise<void> {
  const { accounts, address } = await ctx.identity()
  const account = await accounts.find(accountId)
  if (!account || account.isConfirmed) return
  await attempt(ctx, [[CONFIRM, accountId]])
  const asked = await accounts.askForConfirmation(account.email)
  if (!asked) return
  const link = address + confirmationPath(asked.token)
  await mailToAccount(ctx, accountId, { act: 'address: confirmation sent' }, ({ name }) =>
    confirmationLetter({ name, link }),
  )
}

/** Throws `NotFound` when the link does not work any more. */
export async function confirmAddress(ctx: Context, token: string, visit: Visit): Promise<void> {
  const account = await (await ctx.identity()).accounts.confirm(token)
  if (!account) {
    await attempt(ctx, [[BAD_LINK_FROM, visit.address]])
    throw new NotFound(
      'This link does not work any more: it is good for three days. Ask for a new one on your account page.',
    )
  }
  await recordForAccount(ctx, account.id, { act: 'address: confirmed' })
}

/** One mail, from the organisation that the account has belonged to longest; the act is recorded in all of them. */
async function mailToAccount(
  ctx: Context,
  accountId: string,
  act: Pick<Act, 'act' | 'note'>,
  letter: (account: Account) => { subject: string; text: string },
): Promise<void> {
  const account = await (await ctx.identity()).accounts.find(accountId)
  if (!account) return
  await recordForAccount(ctx, accountId, act, (there, tx, person) =>
    queueMail(there, tx, { to: account.email, ...letter(account), personId: person.id }),
  )
}
