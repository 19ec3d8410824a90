const SIGN_IN = /^(account|address|password|second factor|session|sign-in|token): /

/** Whether an act of the history tells how and when somebody signs in: that is for them and the owners, not for managers or HR. */
export function isAboutSignIn(act: string): boolean {
  return SIGN_IN.test(act)
}
