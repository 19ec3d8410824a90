/** The facts of roles.ts: who made which role, and what its profiles ask for. */

export interface DemoVersion {
  number: number
  daysAgo: number
  by: string
  /** Absent: it is a draft still. */
  agreed?: { daysAgo: number; by: string }
  note: string | null
  /** The analysis that it was made from. */
  from?: string
}

export interface DemoRole {
  key: string
  title: string
  purpose: string
  team: string
  /** Titles of the posts in which people hold it. */
  held: string[]
  /** Keys of people whose post is not tied yet. */
  without: string[]
  by: string
  daysAgo: number
  /** When posts were tied to it; absent: at once. */
  tiedDaysAgo?: number
  versions: DemoVersion[]
}

const FIRST = 'The first version, written at the table by those who lead the work.'

export const DEMO_ROLES: DemoRole[] = [
  {
    key: 'customer-adviser',
    title: 'Customer Adviser',
    purpose:
      'The first person whom a customer reaches: finds out what is the matter, puts right what can be put right at once, and sees the rest through to the right colleague.',
    team: 'contact',
    held: ['Customer Adviser'],
    without: ['leo'],
    by: 'ngaio',
    daysAgo: 727,
    tiedDaysAgo: 302,
    versions: [
      { number: 1, daysAgo: 725, by: 'aroha', agreed: { daysAgo: 722, by: 'marcus' }, note: FIRST },
      {
        number: 2,
        daysAgo: 24,
        by: 'aroha',
        agreed: { daysAgo: 19, by: 'marcus' },
        note: 'After four advisers had said what the job needs.',
        from: 'customer-adviser',
      },
    ],
  },
  {
    key: 'team-leader',
    title: 'Team Leader, Calls',
    purpose:
      'Keeps a team of seven advisers able to help: the queue, the hard calls, what each of them learns next, and what the rest of the house should change.',
    team: 'contact',
    held: ['Team Leader, Calls'],
    without: [],
    by: 'ngaio',
    daysAgo: 301,
    versions: [
      { number: 1, daysAgo: 280, by: 'marcus', agreed: { daysAgo: 271, by: 'marcus' }, note: FIRST },
      { number: 2, daysAgo: 6, by: 'marcus', note: null },
    ],
  },
  {
    key: 'technician',
    title: 'Customer Technician',
    purpose:
      'Visits customers at home, finds what is wrong with the water, repairs what is ours to repair, and leaves people knowing what happens next.',
    team: 'field',
    held: ['Customer Technician'],
    without: [],
    by: 'ngaio',
    daysAgo: 300,
    versions: [
      {
        number: 1,
        daysAgo: 55,
        by: 'stella',
        agreed: { daysAgo: 48, by: 'stella' },
        note: 'Three technicians said what a visit takes; the rest comes from Spotlight.',
        from: 'technician',
      },
    ],
  },
  {
    key: 'case-handler',
    title: 'Complaints Officer',
    purpose:
      'Takes a complaint from the first letter to the answer that holds: hears both sides, finds the cause, and makes sure that it does not happen again.',
    team: 'complaints',
    held: ['Case Handler', 'Senior Case Handler'],
    without: [],
    by: 'ngaio',
    daysAgo: 299,
    versions: [
      { number: 1, daysAgo: 262, by: 'beatriz', agreed: { daysAgo: 255, by: 'beatriz' }, note: FIRST },
    ],
  },
  {
    key: 'billing-adviser',
    title: 'Billing Specialist',
    purpose:
      'Explains a bill so that the customer could explain it to a neighbour, corrects what is wrong in it, and finds ways to pay that people can keep to.',
    team: 'billing',
    held: ['Billing Adviser', 'Senior Billing Adviser'],
    without: [],
    by: 'ngaio',
    daysAgo: 298,
    versions: [{ number: 1, daysAgo: 240, by: 'karin', agreed: { daysAgo: 233, by: 'daniel' }, note: FIRST }],
  },
  {
    key: 'centre-manager',
    title: 'Contact Centre Manager',
    purpose:
      'Answers for every call, chat and letter of the house: enough people at the right time, work that makes sense to them, and a voice for customers where decisions are made.',
    team: 'contact',
    held: ['Contact Centre Manager'],
    without: [],
    by: 'ngaio',
    daysAgo: 297,
    versions: [{ number: 1, daysAgo: 230, by: 'helen', agreed: { daysAgo: 221, by: 'helen' }, note: FIRST }],
  },
]

/** By role and version, a line each; roles.ts says how they are read. The first for one who begins, the last for one who leads. */
export const REQUIRED: Record<string, string> = {
  'customer-adviser/1': `
spotlight a2 3/2 9 3 must | Callers are often upset before they say a word.
spotlight b2 3/2 6 3 |
spotlight a1 2/1 6 2 |
spotlight c1 2/1 3 2 |
spotlight c3 2/- 9 2 | Most faults are found by asking, and there is a colleague to ask.
spotlight b3 2/1 6 1 |`,
  'customer-adviser/2': `
spotlight a2 3/2 9 3 must | Callers are often upset before they say a word, and nobody can take the call over.
spotlight b2 3/2 6 3 must | What is said on the phone cannot be pointed at.
spotlight c1 3/1 3 3 |
spotlight a1 2/1 6 2 |
spotlight b1 2/1 6 2 | A promise made on the phone is a promise of the house.
spotlight c3 2/- 9 2 |
spotlight b3 2/1 6 2 |
spotlight c2 2/- 9 1 |
spotlight a3 2/- 9 1 |
recruiter-bands customer-service-orientation middle/basic 6 2 | What a newcomer can show from other work, a shop or a kitchen as well as an office.`,
  'team-leader/1': `
spotlight c2 4/3 12 3 must | Seven people, two queues and one roster.
spotlight a2 4/3 9 3 must | The calls that nobody else could settle end here.
spotlight a3 4/3 12 2 |
spotlight b2 4/3 6 2 |
spotlight b1 3/2 9 2 |
spotlight c3 4/2 12 2 | Who finds the workaround tells the others.
spotlight b3 3/2 9 1 |`,
  'team-leader/2': `
spotlight c2 4/3 9 3 must | Seven people, two queues and one roster.
spotlight a2 4/3 9 3 must | The calls that nobody else could settle end here.
spotlight a3 4/3 12 3 | New: team leaders decide about goodwill payments themselves.
spotlight b2 4/3 6 2 |
spotlight b1 3/2 9 2 |
spotlight c3 4/2 12 2 | Who finds the workaround tells the others.
pub-service 01 advanced/intermediate 12 2 | So that service is judged by the same words everywhere in the house.`,
  'technician/1': `
at-the-door arriving-well 2/1 6 3 must | It is somebody's home.
at-the-door finding-out-what-is-wrong 2/1 12 3 |
at-the-door explaining-what-happens-next 2/1 6 2 |
at-the-door closing-the-job 2/1 3 2 |
spotlight c3 3/2 12 3 must | Alone in the street, with the water off.
spotlight a1 3/1 9 2 |
spotlight b3 2/1 6 1 |`,
  'case-handler/1': `
spotlight a3 4/3 12 3 must | An answer that is wrong costs more than an answer that is late.
spotlight b1 3/2 9 3 must | Both sides have to be able to live with it.
spotlight a2 3/3 - 3 |
spotlight b2 4/3 9 2 |
spotlight c3 3/2 12 2 |
spotlight c2 3/2 6 2 |
wyoming-customer-focus customer-focus 4/3 9 2 |`,
  'billing-adviser/1': `
spotlight b2 3/2 6 3 must | A bill that is not understood is not paid.
spotlight a3 3/2 9 3 | A plan that the customer cannot keep helps nobody.
spotlight b1 3/2 6 2 |
spotlight c1 3/2 3 2 |
spotlight a2 2/2 - 2 |
spotlight c3 2/1 9 1 |`,
  'centre-manager/1': `
spotlight c2 5/4 18 3 must | What six teams do has to fit together, also on the day of a burst main.
spotlight a3 5/4 12 3 must | Decides for people who are not in the room.
spotlight b1 4/3 6 3 |
spotlight c3 5/3 18 2 |
spotlight b2 4/4 - 2 |
spotlight a2 4/3 6 2 |
spotlight b3 4/3 12 2 |
recruiter-bands customer-service-orientation top/middle 12 2 |`,
}
