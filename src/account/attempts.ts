/**
 * How often something may be tried before there is a pause: often enough for people who mistype, too seldom for a program
 * that guesses. Counted for the account (or the address that was typed, so that nobody learns whether there is an account)
 * and for the address it comes from.
 */

export interface Attempts {
  name: string
  most: number
  seconds: number
}

const MINUTE = 60
const HOUR = 3600

/** Only failures count: a success gives its attempt back. */
export const SIGN_IN: Attempts = { name: 'sign-in', most: 10, seconds: 15 * MINUTE }
export const SIGN_IN_FROM: Attempts = { name: 'sign-in from', most: 60, seconds: 15 * MINUTE }
export const CODE_FROM: Attempts = { name: 'code from', most: 30, seconds: 15 * MINUTE }
/** The current password, or a first code, on the pages of one's own account. */
export const OWN_PASSWORD: Attempts = { name: 'own password', most: 10, seconds: 15 * MINUTE }
export const RESET: Attempts = { name: 'reset', most: 3, seconds: HOUR }
export const RESET_FROM: Attempts = { name: 'reset from', most: 20, seconds: HOUR }
/** Links and tokens that open nothing. */
export const BAD_LINK_FROM: Attempts = { name: 'bad link from', most: 30, seconds: 15 * MINUTE }
export const BAD_TOKEN_FROM: Attempts = { name: 'bad token from', most: 60, seconds: 15 * MINUTE }
export const INVITE: Attempts = { name: 'invite', most: 100, seconds: HOUR }
export const CONFIRM: Attempts = { name: 'confirm', most: 5, seconds: HOUR }
export const COMPANY_FROM: Attempts = { name: 'company from', most: 60, seconds: 15 * MINUTE }
export const NEW_OWNER_FROM: Attempts = { name: 'new owner from', most: 10, seconds: HOUR }

/** What whoever has to wait is told. */
export function waitMessage(until: Date, now: Date): string {
  const minutes = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000))
  return `There were too many attempts. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`
}
