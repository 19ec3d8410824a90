import { aboutSharing } from '#profile/store/about.ts'
import type { Db } from '#schema.ts'
import type { AboutPart } from '../about.ts'

/** Whom somebody lets see what is theirs alone to know; not even that they share anything is told to others. */
export async function sharingPart(db: Db, personId: string, you: boolean): Promise<AboutPart> {
  const self = you ? 'you' : 'the person'
  return {
    key: 'sharing',
    title: you ? 'What you shared of your profile, and your lists' : 'Sharing and lists',
    says: 'Which rows were shared with whom and until when, who looked, and what was done with the lines of lists.',
    seenBy: [
      { what: 'What was shared, until when, and who looked', who: `${self} alone` },
      {
        what: 'The rows that are shared',
        who: `${self}, and those with whom they are shared, while they are`,
      },
      { what: 'That somebody looked at what another shares', who: 'whoever shares it' },
    ],
    holds: you
      ? await aboutSharing(db, personId)
      : 'Shown to the person alone, who can take it away themselves.',
  }
}
