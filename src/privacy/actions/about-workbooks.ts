import { aboutWorkbooks } from '#profile/store/about-workbooks.ts'
import type { Db } from '#schema.ts'
import type { AboutPart } from '../about.ts'

/** What somebody says of themselves is shown to nobody else here, whoever they are: sharing is the person's own. */
export async function workbookPart(db: Db, personId: string, you: boolean): Promise<AboutPart> {
  return {
    key: 'workbook',
    title: you ? 'Your workbooks' : 'Workbooks',
    says: 'Every answer and activity of every round, and the levels that follow from them.',
    seenBy: [
      { what: 'Answers', who: you ? 'you alone' : 'the person alone' },
      {
        what: 'Levels, and activities in one’s own words',
        who: you
          ? 'you, and whom you share them with, row by row'
          : 'the person, and whom they share them with',
      },
    ],
    holds: you
      ? await aboutWorkbooks(db, personId)
      : 'Shown to the person alone, who can take it away themselves.',
  }
}
