/** Whether an act of the history tells of somebody's own profile: that is for them, not for managers or HR. */
export function isAboutProfile(act: string): boolean {
  return act.startsWith('profile: ')
}
