/** The addresses that mails lead to. `src/routes.ts` has them too, from here. */

const part = encodeURIComponent

/** `proof`: shows that the link came by mail and was not passed on by whoever invites. */
export const invitationPath = (text: string, proof = '') =>
  `/invitation/${part(text)}${proof ? `?mail=${part(proof)}` : ''}`
export const resetPath = (token: string) => `/password/reset/${part(token)}`
export const confirmationPath = (token: string) => `/confirm/${part(token)}`
export const passwordPath = () => '/account/password'
