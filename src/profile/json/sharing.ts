import { z } from '@hono/zod-openapi'
import type { Framework } from '#framework/model.ts'
import type { Evidence } from '../evidence.ts'
import type { ListKind, ListSection } from '../lists.ts'
import type { LevelsOf } from '../model.ts'
import { type Look, refText, type Share, shareState } from '../share.ts'
import type { Placement, Story } from '../story.ts'

const moment = z.string().describe('In UTC')
const level = z
  .string()
  .nullable()
  .describe('The key of a level; "none": every level was answered, and none is reached; null: not known')
const named = z.object({ id: z.string(), name: z.string() })

export const LevelJson = z
  .object({
    framework: z.string(),
    competency: z.string(),
    uses: level,
    can: level,
    stretch: level,
    firm: z.boolean().describe('Whether enough was answered to rely on it'),
    asOf: moment,
  })
  .openapi('ProfileLevel')

/** Levels by their keys; of a framework that is gone since nothing is said. */
export function levelsJson(levels: readonly LevelsOf[], frameworks: readonly Framework[]) {
  return levels.flatMap(({ framework: id, competency, uses, can, stretch, firm, asOf }) => {
    const framework = frameworks.find((one) => one.id === id)
    if (!framework) return []
    const key = (place: number | null) =>
      place === null ? null : (framework.scale.levels[place - 1]?.key ?? 'none')
    return [
      {
        ...{ framework: framework.slug, competency, uses: key(uses), can: key(can), stretch: key(stretch) },
        ...{ firm, asOf: asOf.toISOString() },
      },
    ]
  })
}

const Sections = z.array(
  z.object({
    section: z.string(),
    title: z.string(),
    lines: z.array(
      z.object({ text: z.string(), place: z.string().nullable(), own: z.boolean(), edited: z.boolean() }),
    ),
  }),
)

export const ListsJson = z
  .object({ cv: Sections, career: Sections, appraisal: Sections })
  .openapi('ProfileLists')

export function listsJson({ cv, career, appraisal }: Record<ListKind, ListSection[]>) {
  return {
    cv: cv.map(sectionJson),
    career: career.map(sectionJson),
    appraisal: appraisal.map(sectionJson),
  }
}

function sectionJson({ key, title, lines }: ListSection) {
  return {
    section: key,
    title,
    lines: lines.map(({ text, place, own, isEdited }) => ({ text, place, own, edited: isEdited })),
  }
}

export const ShareJson = z
  .object({
    id: z.string(),
    state: z.enum(['active', 'ended', 'taken back']),
    rows: z
      .array(z.string())
      .describe('"level FRAMEWORK-ID COMPETENCY-KEY", or "story", "evidence" or "activity" with an id'),
    with: z.array(named),
    link: z.boolean().describe('Whether there is a link; the link itself is kept nowhere'),
    note: z.string().nullable(),
    madeAt: moment,
    expiresAt: moment.nullable(),
    revokedAt: moment.nullable(),
    looks: z.number().int(),
  })
  .openapi('ProfileShare')

export function shareJson(share: Share, now: Date) {
  const { id, rows, hasLink, note, madeAt, expiresAt, revokedAt, looks } = share
  return {
    ...{ id, state: shareState(share, now), rows: rows.map(refText), with: share.with, link: hasLink, note },
    madeAt: madeAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    looks,
  }
}

export const LookJson = z
  .object({ at: moment, person: named.nullable().describe('null: by the link') })
  .openapi('ProfileLook')

export const lookJson = ({ at, person }: Look) => ({ at: at.toISOString(), person })

export const ContentJson = z
  .object({
    person: named,
    levels: z.array(LevelJson),
    stories: z.array(
      z.object({
        id: z.string(),
        title: z.string().nullable(),
        situation: z.string().nullable(),
        action: z.string().nullable(),
        result: z.string().nullable(),
        change: z.string().nullable(),
        shows: z.array(z.object({ competency: z.string(), level: z.string() })),
      }),
    ),
    evidence: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        speaks: z.enum(['for', 'against']),
        competency: z.string(),
        level: z.string(),
        seenOn: z.string(),
      }),
    ),
    activities: z.array(
      z.object({ id: z.string(), text: z.string(), competency: z.string(), level: z.string() }),
    ),
  })
  .openapi('SharedProfile')

interface Content {
  frameworks: Framework[]
  levels: LevelsOf[]
  stories: { story: Story; placements: Placement[] }[]
  evidence: Evidence[]
  activities: { id: string; text: string; competency: string; level: string }[]
}

export function contentJson(person: { id: string; name: string }, content: Content) {
  return {
    person,
    levels: levelsJson(content.levels, content.frameworks),
    stories: content.stories.map(({ story, placements }) => ({
      ...{ id: story.id, title: story.title, situation: story.situation, action: story.action },
      ...{ result: story.result, change: story.change },
      shows: placements.map(({ competency, level: at }) => ({ competency, level: at })),
    })),
    evidence: content.evidence.map(({ id, text, stance, competency, level: at, seenOn }) => ({
      ...{ id, text, speaks: stance, competency, level: at, seenOn },
    })),
    activities: content.activities.map(({ id, text, competency, level: at }) => ({
      id,
      text,
      competency,
      level: at,
    })),
  }
}
