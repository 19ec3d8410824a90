import type { Allowed } from '#viewer.ts'

/** Who may do what when somebody is hired. Who is on a panel is decided vacancy by vacancy, beside this table. */
export const recruitAccess = {
  /** See the vacancies in which one has a part: everybody who may be on a panel. */
  read: ['member'],
  /** Make vacancies, kits and panels, look after candidates, decide. */
  recruit: ['owner', 'hr', 'recruiter'],
  /** See counts by group, from voluntary data. */
  fairness: ['owner', 'hr'],
  /** Change the list of topics that may not be asked about. */
  topics: ['owner', 'hr'],
} as const satisfies Record<string, Allowed>
