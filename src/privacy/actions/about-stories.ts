import { aboutEvidence, aboutStories } from '#profile/store/about-stories.ts'
import type { Db } from '#schema.ts'
import type { AboutPart } from '../about.ts'

const ALONE = 'Shown to the person alone, who can take it away themselves.'

export async function storyPart(db: Db, personId: string, you: boolean): Promise<AboutPart> {
  return {
    key: 'stories',
    title: you ? 'Your stories' : 'Stories',
    says: 'Every story with what it shows.',
    seenBy: [
      {
        what: 'All of them',
        who: you ? 'you, and whom you share one with' : 'the person, and whom they share one with',
      },
    ],
    holds: you ? await aboutStories(db, personId) : ALONE,
  }
}

export async function evidencePart(db: Db, personId: string, you: boolean): Promise<AboutPart> {
  const self = you ? 'you' : 'the person'
  return {
    key: 'evidence',
    title: you ? 'Evidence in your profile, and what you wrote in others’' : 'Evidence',
    says: 'What was seen, by whom and on which day, with answers, corrections and withdrawals.',
    seenBy: [
      { what: 'What was written about them', who: `${self}, whoever wrote it, and whom it is shared with` },
    ],
    holds: you ? await aboutEvidence(db, personId) : ALONE,
  }
}
