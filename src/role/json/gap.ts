import { z } from '@hono/zod-openapi'
import { type Gap, STANDINGS, type Summary } from '../gap.ts'
import { competencyLabel, entryLabel, levelAt, requiredLabel } from '../gap-words.ts'
import type { Role } from '../model.ts'

const Tally = z
  .object({
    total: z.int(),
    met: z.int(),
    below: z.int(),
    unknown: z.int(),
    notShared: z.int(),
  })
  .openapi('Tally')

const GapRow = z
  .object({
    framework: z.string().describe("The framework's id"),
    competency: z.string().describe('Its key'),
    name: z.string(),
    mustHave: z.boolean(),
    importance: z.int().describe('1 useful, 2 important, 3 essential'),
    levels: z.int().describe('How many the scale has; places count from 1'),
    required: z
      .int()
      .nullable()
      .describe('Place of the level that the job uses at most; null: gone from the framework'),
    requiredLevel: z.string(),
    entry: z.int().nullable().describe('Place of the level needed on the first day; null: none'),
    entryLevel: z.string().nullable(),
    can: z.int().nullable().describe('0: answered, and no level is reached; null: not known'),
    canLevel: z.string().nullable(),
    uses: z.int().nullable(),
    standing: z.enum(STANDINGS).describe('What the person can, against the full level'),
    firstDay: z.enum(STANDINGS).nullable().describe('Against the first day; null: nothing is needed then'),
    missing: z.int().nullable().describe('Levels to go; null: not known'),
    months: z.int().nullable().describe('From the first day to the full level'),
    firm: z.boolean().describe('Whether enough was answered to rely on it'),
    asOf: z.iso.datetime().nullable(),
  })
  .openapi('GapRow')

const Count = z.object({ firstDay: Tally, full: Tally })

export const GapJson = z
  .object({
    role: z.object({ id: z.string(), title: z.string() }),
    profileVersion: z.int().nullable().describe('Null: nothing is agreed yet'),
    mustHaves: Count.describe('Counted apart from all else, and never made up for by it'),
    others: Count,
    gaps: z.array(GapRow),
  })
  .openapi('Gap')

interface Shown {
  role: Role
  profile: { number: number } | undefined
  summary: Summary
  gaps: readonly Gap[]
}

export function gapJson({ role, profile, summary, gaps }: Shown): z.infer<typeof GapJson> {
  return {
    role: { id: role.id, title: role.title },
    profileVersion: profile?.number ?? null,
    mustHaves: summary.must,
    others: summary.other,
    gaps: gaps.map(rowJson),
  }
}

function rowJson(gap: Gap): z.infer<typeof GapRow> {
  const { requirement, required, entry, can, uses, standing, firstDay, missing, firm, asOf } = gap
  return {
    framework: requirement.framework,
    competency: requirement.competency,
    name: competencyLabel(gap),
    mustHave: requirement.must,
    importance: requirement.importance,
    levels: gap.of,
    ...{ required, requiredLevel: requiredLabel(gap), entry, entryLevel: entryLabel(gap) },
    ...{ can, canLevel: levelAt(gap, can), uses, standing, firstDay, missing },
    ...{ months: requirement.months, firm, asOf: asOf?.toISOString() ?? null },
  }
}
