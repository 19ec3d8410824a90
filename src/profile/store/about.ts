import { sql } from 'kysely'
import { type Framework, levelLabel } from '#framework/model.ts'
import { namesOf } from '#people/store.ts'
import type { Db, Tx } from '#schema.ts'
import type { Everything, EvidenceTaken } from '../everything.ts'
import type { Evidence } from '../evidence.ts'
import { nameOf } from '../picture.ts'
import type { RowRef } from '../share.ts'
import { SETTING_WORDS, storyName } from '../story.ts'
import { listEvidence, listEvidenceWrittenBy } from './evidence.ts'
import { frameworksOf } from './frameworks.ts'
import { listOwnLevels } from './levels.ts'
import { listTouched } from './lists.ts'
import { listActivities, listLooks, listShares } from './shares.ts'
import { listStories, placementsOf } from './stories.ts'
import { activitiesOf, answersOf, listWorkbooks } from './workbook.ts'

/** All of a person's profile but the lists, which are made of it. For the person alone. */
export async function aboutProfile(
  db: Db,
  personId: string,
): Promise<Omit<Everything, 'person' | 'organization' | 'madeAt' | 'lists'>> {
  const levels = await listOwnLevels(db, personId)
  const rounds = await listWorkbooks(db, personId)
  const placements = await placementsOf(db, personId)
  const [evidence, written] = [await listEvidence(db, personId), await listEvidenceWrittenBy(db, personId)]
  const words = wordsOf(
    await frameworksOf(db, [
      ...[...levels.map(({ framework }) => framework), ...rounds.map(({ frameworkId }) => frameworkId)],
      ...[...placements, ...evidence, ...written].map(({ frameworkId }) => frameworkId),
    ]),
  )
  const workbooks: Everything['workbooks'] = []
  for (const { id, frameworkId, startedAt, finishedAt } of rounds) {
    const answers = (await answersOf(db, id)).map((one) => ({ ...one, at: one.answeredAt }))
    const activities = (await activitiesOf(db, id)).map((one) => ({ ...one, at: one.madeAt }))
    const said = ({
      text,
      answer,
      at,
      competency,
      level,
    }: (typeof answers)[number] | (typeof activities)[number]) => ({
      ...{ text, answer, at },
      ...words.cell({ frameworkId, competency, level }),
    })
    const framework = words.framework(frameworkId)
    workbooks.push({
      framework,
      startedAt,
      finishedAt,
      answers: answers.map(said),
      activities: activities.map(said),
    })
  }
  return {
    levels: levels.map(({ framework, competency, uses, can, stretch, firm, asOf }) => ({
      ...{ framework: words.framework(framework), competency: words.competency(framework, competency) },
      ...{ uses: words.place(framework, uses), can: words.place(framework, can) },
      ...{ stretch: words.place(framework, stretch), firm, asOf },
    })),
    workbooks,
    stories: (await listStories(db, personId)).map(({ id, setting, personId: _, version: __, ...story }) => ({
      ...story,
      setting: SETTING_WORDS[setting],
      shows: placements.filter(({ storyId }) => storyId === id).map(words.cell),
    })),
    evidence: evidence.map((entry) => taken(entry, words)),
    evidenceAboutOthers: written.map((entry) => taken(entry, words)),
    shares: await sharesOf(db, personId, words),
    looksAtOthers: await looksBy(db, personId),
  }
}

interface InWords {
  framework(id: string): { slug: string; title: string }
  competency(framework: string, key: string): { key: string; name: string }
  place(framework: string, place: number | null): { key: string; name: string } | 'none' | null
  cell(at: {
    frameworkId: string
    competency: string
    level: string
  }): Pick<EvidenceTaken, 'framework' | 'competency' | 'level'>
}

/** What is gone from a framework since is said by its key. */
function wordsOf(frameworks: readonly Framework[]): InWords {
  const byId = new Map(frameworks.map((one) => [one.id, one]))
  const framework = (id: string) => {
    const { slug = '', title = '' } = byId.get(id) ?? {}
    return { slug, title }
  }
  const competency = (id: string, key: string) => {
    const found = byId.get(id)?.competencies.find((one) => one.key === key)
    return { key, name: found ? nameOf(found) : key }
  }
  return {
    framework,
    competency,
    place: (id, place) => {
      const level = place === null ? undefined : byId.get(id)?.scale.levels[place - 1]
      if (level) return { key: level.key, name: levelLabel(level) }
      return place === null ? null : 'none'
    },
    cell: ({ frameworkId, competency: key, level }) => {
      const found = byId.get(frameworkId)?.scale.levels.find((one) => one.key === level)
      return {
        ...{ framework: framework(frameworkId), competency: competency(frameworkId, key) },
        level: { key: level, name: found ? levelLabel(found) : level },
      }
    },
  }
}

function taken(entry: Evidence, words: InWords): EvidenceTaken {
  const { person, text, stance, seenOn, seenBy, writtenBy, writtenAt, link, answers, withdrawn } = entry
  return {
    ...words.cell(entry),
    ...{ about: person.name, text, speaks: stance, seenOn, seenBy: seenBy?.name ?? writtenBy.name },
    ...{ writtenBy: writtenBy.name, writtenAt, link, withdrawn },
    answers: answers.map((answer) => ({ text: answer.text, at: answer.writtenAt })),
  }
}

async function sharesOf(db: Db, personId: string, words: InWords): Promise<Everything['shares']> {
  const names = new Map<string, string>([
    ...(await listStories(db, personId)).map((story): [string, string] => [
      story.id,
      `Story: ${storyName(story)}`,
    ]),
    ...(await listEvidence(db, personId)).map(({ id, text }): [string, string] => [id, `Evidence: ${text}`]),
    ...(await listActivities(db, personId)).map(({ id, text }): [string, string] => [
      id,
      `Activity: ${text}`,
    ]),
  ])
  const nameOfRow = (row: RowRef) =>
    row.kind === 'level'
      ? `Level: ${words.framework(row.framework).title}, ${words.competency(row.framework, row.competency).name}`
      : (names.get(row.thing) ?? 'Something that is gone since')
  const shares: Everything['shares'] = []
  for (const share of await listShares(db, personId)) {
    const looks = await listLooks(db, share.id)
    shares.push({
      ...{ rows: share.rows.map(nameOfRow), with: share.with.map(({ name }) => name), byLink: share.hasLink },
      ...{ note: share.note, madeAt: share.madeAt, endsAt: share.expiresAt, takenBackAt: share.revokedAt },
      looks: looks.map(({ at, person }) => ({ at, by: person?.name ?? null })),
    })
  }
  return shares
}

async function looksBy(db: Db, personId: string): Promise<Everything['looksAtOthers']> {
  const rows = await db
    .selectFrom('profile_share_look as l')
    .innerJoin('profile_share as s', (join) =>
      join.onRef('s.organization_id', '=', 'l.organization_id').onRef('s.id', '=', 'l.share_id'),
    )
    .select(['l.at', 's.person_id as personId'])
    .where('l.organization_id', '=', db.organizationId)
    .where('l.person_id', '=', personId)
    .orderBy('l.at')
    .execute()
  const names = await namesOf(db, [...new Set(rows.map((row) => row.personId))])
  return rows.map((row) => ({ at: row.at, profileOf: names.get(row.personId) ?? '' }))
}

/** What the person shared and looked at, and what they did with the lines of their lists. For the person alone. */
export async function aboutSharing(db: Db, personId: string): Promise<object> {
  const { shares, looksAtOthers } = await aboutProfile(db, personId)
  const lines = await listTouched(db, personId, null)
  return {
    'what was shared': shares,
    'looks at what others shared': looksAtOthers,
    'lines of lists': lines.map(({ list, words, edited, included }) => ({ list, words, edited, included })),
  }
}

/**
 * What the person shared goes, with who looked at it, and their lists. What others shared with them is shared with them no
 * longer. That they looked at it stays under the pseudonym, since it belongs to those whose it is.
 */
export async function eraseSharing(tx: Tx, personId: string): Promise<void> {
  const own = sql`organization_id = ${tx.organizationId} and person_id = ${personId}`
  await sql`delete from profile_share_with where ${own}`.execute(tx)
  await sql`delete from profile_share where ${own}`.execute(tx)
  await sql`delete from profile_list_line where ${own}`.execute(tx)
}
