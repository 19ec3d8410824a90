import { type Allowed, isAllowed, type Viewer } from '#viewer.ts'
import type { PanelMember } from './model.ts'
import type { Part } from './opened.ts'

export type { Part } from './opened.ts'

/** Who may do what when somebody is hired. Who is on a panel is decided vacancy by vacancy, beside this table. */
export const recruitAccess = {
  /** See the vacancies in which one has a part: everybody who may be on a panel. */
  read: ['member'],
  /** Make vacancies, kits and panels, look after candidates, decide. */
  recruit: ['owner', 'hr', 'recruiter'],
  /** See what was handed over when somebody was hired: they, their managers, HR, those who recruit (openOnboarding decides). */
  onboard: ['member'],
  /** Apply by a link, and look after one's own application: whoever has the secret of the link. */
  apply: 'anyone',
  /** Say how somebody who was hired does after months in the job: whoever they report to. */
  outcome: ['manager'],
  /** See counts by group, from voluntary data. */
  fairness: ['owner', 'hr'],
  /** Have a pack checked, whosever it is: the file says all that is said of it. */
  verify: ['member', 'visitor'],
  /** Change the list of topics that may not be asked about. */
  topics: ['owner', 'hr'],
} as const satisfies Record<string, Allowed>

/** Null: the viewer has no part in the vacancy and sees nothing of it. Who has left a panel has none in it any more. */
export function partIn(viewer: Viewer, panel: readonly PanelMember[]): Part | null {
  const own = panel.find(({ personId, leftAt }) => personId === viewer.person?.id && leftAt === null)
  const oversees = isAllowed(viewer, recruitAccess.recruit)
  return own || oversees ? { rates: own !== undefined, chairs: own?.isChair ?? false, oversees } : null
}
