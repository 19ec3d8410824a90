import { roleAccess } from '#role/access.ts'
import { aboutTexts } from '#role/store/texts.ts'
import type { Db } from '#schema.ts'
import { type AboutPart, whoMay } from '../about.ts'

/** What a person wrote about jobs. The texts are the organisation's; the page shows who wrote them to nobody but in the history. */
export async function textsPart(db: Db, personId: string, you: boolean): Promise<AboutPart> {
  const texts = await aboutTexts(db, personId)
  return {
    key: 'texts',
    title: you ? 'Texts about jobs that you worked on' : 'Texts about jobs that the person worked on',
    says: 'Which descriptions, adverts and templates somebody changed last, published, or looked at and kept.',
    seenBy: [
      { what: 'The texts themselves, once published, without a name', who: whoMay(roleAccess.read) },
      {
        what: 'Who published what, in the history of the role',
        who: 'whoever may see the history of the role',
      },
    ],
    holds: { texts },
  }
}
