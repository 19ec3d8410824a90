import { peopleAccess } from '#people/access.ts'
import { recruitAccess } from '#recruit/access.ts'
import { aboutRecruit } from '#recruit/store/about.ts'
import type { Db } from '#schema.ts'
import { type AboutPart, whoMay } from '../about.ts'

/** What hiring keeps of somebody who sits on panels or was hired. */
export async function recruitPart(db: Db, personId: string, you: boolean): Promise<AboutPart> {
  const self = you ? 'you' : 'the person'
  return {
    key: 'recruit',
    title: you ? 'Your part in hiring' : 'Their part in hiring',
    says: 'Panels, scorecards that were given, what was signed, what was given when applying, and how somebody who was hired does in the job. Candidates are not named here: their data is theirs.',
    seenBy: [
      { what: 'Who is on a panel', who: `the panel, ${whoMay(recruitAccess.recruit)}` },
      {
        what: 'Scorecards that were submitted, after the panel has rated alone',
        who: `${self}, the panel, ${whoMay(recruitAccess.recruit)}`,
      },
      { what: 'Scorecards that were not submitted', who: self },
      {
        what: 'What was handed over for the first months, when hired',
        who: `${self}, ${you ? 'your' : 'their'} managers, ${whoMay(peopleAccess.edit)}, ${whoMay(recruitAccess.recruit)}`,
      },
      {
        what: 'What was given when applying, and the notes of the panel about it',
        who: `${self}, ${whoMay(recruitAccess.recruit)}`,
      },
      {
        what: 'The letter of feedback after the decision',
        who: `${self}, ${whoMay(recruitAccess.recruit)}`,
      },
      {
        what: 'At which level competencies are used in the job, after 6 and 12 months',
        who: `${self}, and the manager who has said it, for three months`,
      },
      {
        what: 'The same without a name, beside the ratings at hiring; where few were hired it can be known whose it is',
        who: whoMay(recruitAccess.recruit),
      },
    ],
    holds: await aboutRecruit(db, personId, { words: you }),
  }
}
