import { z } from '@hono/zod-openapi'
import type { Framework } from '#framework/model.ts'
import type { Evidence } from '../evidence.ts'
import { EvidenceForm, STANCES } from '../evidence.ts'
import type { Proposal } from '../proposal.ts'
import { type Placement, SETTINGS, type Story, StoryForm } from '../story.ts'
import { hintsFor } from '../story-hints.ts'

const at = z.iso.datetime()
const part = z.string().nullable().describe('Null: not written yet')
const framework = z.string().describe('The framework’s name in links; null: it is gone').nullable()
const competency = z.string().describe('The competency’s key')
const level = z.string().describe('The level’s key')

const PlacementJson = z.object({
  id: z.uuid(),
  framework,
  competency,
  level,
  activity: z.string().nullable().describe('The words of the action that show it; null: the whole'),
  placedBy: z.enum(['translate', 'person']),
  placedAt: at,
})

export const StoryJson = z
  .object({
    id: z.uuid(),
    title: part,
    situation: part,
    action: part.describe('Competency and level are read from this part alone'),
    result: part,
    change: part.describe('What changed for others'),
    setting: z.enum(SETTINGS),
    happened: part,
    madeAt: at,
    changedAt: at,
    version: z.number().int().describe('To be sent back with a change'),
    hints: z.array(z.object({ part: z.string(), kind: z.enum(['missing', 'wording']), says: z.string() })),
    placements: z.array(PlacementJson),
  })
  .openapi('Story')

/** By the frameworks’ ids. */
type Frameworks = ReadonlyMap<string, Framework>

export function storyJson(story: Story, placements: readonly Placement[], frameworks: Frameworks) {
  const { personId: _, madeAt, changedAt, ...told } = story
  return {
    ...told,
    madeAt: madeAt.toISOString(),
    changedAt: changedAt.toISOString(),
    hints: hintsFor(story).map(({ part, kind, says }) => ({ part, kind, says })),
    placements: placements
      .filter(({ storyId }) => storyId === story.id)
      .map(({ id, frameworkId, placedAt, activity, placedBy, ...cell }) => ({
        ...{ id, framework: frameworks.get(frameworkId)?.slug ?? null },
        ...{ competency: cell.competency, level: cell.level },
        ...{ activity, placedBy, placedAt: placedAt.toISOString() },
      })),
  }
}

export const StoryBody = z.object(StoryForm.shape).openapi('StoryInput')

export const ProposalsJson = z
  .object({
    framework: z.string(),
    unavailable: z.string().nullable().describe('Why nothing could be read; null: all went well'),
    left: z.number().int().describe('Activities beyond those that are read at once'),
    proposals: z.array(
      z.object({
        activity: z.string(),
        band: z.enum(['likely', 'possible', 'unsure']),
        cell: z.object({ competency, level }).nullable().describe('Null: there is nothing to propose'),
        asks: z.array(z.object({ competency, level })).describe('Not sure: to be chosen from by the person'),
        notice: z.string().nullable(),
        nearest: z.array(z.string()).describe('The statements that it is most like'),
        cues: z.array(z.string()),
      }),
    ),
  })
  .openapi('StoryProposals')

export function proposalJson({ activity, band, cell, asks, notice, read }: Proposal) {
  return {
    ...{ activity, band, cell, asks, notice },
    nearest: read?.reasons.nearest.map(({ text }) => text) ?? [],
    cues: read?.reasons.cues.map(({ cue }) => cue) ?? [],
  }
}

export const EvidenceJson = z
  .object({
    id: z.uuid(),
    person: z.object({ id: z.uuid(), name: z.string() }).describe('Whose profile it stands in'),
    framework,
    competency,
    level,
    stance: z.enum(STANCES),
    seenOn: z.iso.date(),
    text: z.string(),
    seenBy: z
      .object({ id: z.uuid().nullable(), name: z.string() })
      .nullable()
      .describe('Null: whoever wrote it'),
    link: z.string().nullable(),
    writtenBy: z.object({ id: z.uuid(), name: z.string() }),
    writtenAt: at,
    corrects: z.uuid().nullable(),
    correctedBy: z.uuid().nullable().describe('Set: it no longer counts'),
    withdrawn: z.object({ at, reason: z.string() }).nullable().describe('Set: it no longer counts'),
    answers: z.array(z.object({ text: z.string(), writtenAt: at })),
  })
  .openapi('Evidence')

export function evidenceJson(entry: Evidence, frameworks: Frameworks) {
  const { frameworkId, writtenAt, withdrawn, answers, ...said } = entry
  return {
    ...said,
    framework: frameworks.get(frameworkId)?.slug ?? null,
    writtenAt: writtenAt.toISOString(),
    withdrawn: withdrawn && { at: withdrawn.at.toISOString(), reason: withdrawn.reason },
    answers: answers.map((one) => ({ text: one.text, writtenAt: one.writtenAt.toISOString() })),
  }
}

export const EvidenceBody = z
  .object({
    ...EvidenceForm.shape,
    about: z.uuid().optional().describe('Whose profile: one’s own when it is left out'),
    corrects: z.uuid().optional().describe('The entry that this one takes the place of'),
  })
  .openapi('EvidenceInput')
