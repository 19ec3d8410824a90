import { roleAccess } from '#role/access.ts'
import { aboutRoles } from '#role/store/about.ts'
import { aboutCounted } from '#role/store/hidden.ts'
import type { Db } from '#schema.ts'
import { type AboutPart, whoMay } from '../about.ts'

/** What somebody said of their job. Others find it where it may be seen, with the analysis, and not here. */
export async function rolePart(db: Db, personId: string, you: boolean): Promise<AboutPart> {
  const self = you ? 'you' : 'the person'
  const editors = `those who may change the role (${whoMay(roleAccess.edit)}, managers only where somebody below them holds it)`
  return {
    key: 'role',
    title: you ? 'What you said of your job' : 'What was said of the job',
    says: 'Job analyses that asked for it, each answer, and what was done with roles.',
    seenBy: [
      { what: 'That it was asked and submitted', who: `${self}, the others who were asked, ${editors}` },
      { what: 'Answers, until all have answered or it is closed', who: `${self} alone` },
      { what: 'Answers after that, with the name', who: `${self}, ${editors}` },
      {
        what: 'Answers once it is closed, with the name',
        who: `${self}, ${editors}, the others who answered`,
      },
    ],
    holds: await aboutRoles(db, personId, { answers: you }),
  }
}

/** Whether the workbook may be counted without the name, and in which groups something was counted. */
export async function countedPart(db: Db, personId: string, you: boolean): Promise<AboutPart> {
  return {
    key: 'counted',
    title: 'Counted without a name',
    says: 'Whether the workbook may be counted for hidden skills, and when answers were counted in a group; not which.',
    seenBy: [
      { what: 'All of it', who: `${you ? 'you' : 'the person'} alone` },
      { what: 'What a whole group does, in bands and without names', who: whoMay(roleAccess.map) },
    ],
    holds: you ? await aboutCounted(db, personId) : {},
  }
}
