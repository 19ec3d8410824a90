/** Those of Marlbrook Water whom a visitor can be. */
import type { GivenRole } from '../src/viewer.ts'

export interface CastMember {
  /** The key of the person in people.ts. */
  key: string
  /** What they are here, in the words of the product. */
  part: string
  roles: GivenRole[]
  /** What they come to Sightline for. */
  comesFor: string
}

export const CAST: CastMember[] = [
  {
    key: 'helen',
    part: 'Owner',
    roles: ['owner'],
    comesFor: 'Sees that the right people may do the right things, and what has happened.',
  },
  {
    key: 'ngaio',
    part: 'HR lead',
    roles: ['hr'],
    comesFor: 'Looks after people, teams and posts, and after what is kept about them.',
  },
  {
    key: 'tomasz',
    part: 'Framework steward',
    roles: ['steward'],
    comesFor: 'Brings documents in, checks them and publishes frameworks that people use.',
  },
  {
    key: 'aroha',
    part: 'Team manager',
    roles: [],
    comesFor: 'Leads seven customer advisers: who is here, what the job needs, who grows into what.',
  },
  {
    key: 'bilal',
    part: 'Job-holder',
    roles: [],
    comesFor: 'Takes calls from customers and wants words for what he does well.',
  },
  {
    key: 'owen',
    part: 'Recruiter',
    roles: ['recruiter'],
    comesFor: 'Fills posts with people who can do the work, and can say why.',
  },
  {
    key: 'hamish',
    part: 'Panel member',
    roles: [],
    comesFor: 'Sits on interview panels beside his own work with complaints.',
  },
  {
    key: 'shirin',
    part: 'Planner',
    roles: ['planner'],
    comesFor: 'Sees how many people the service will need, where and when.',
  },
]
