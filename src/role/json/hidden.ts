import { z } from '@hono/zod-openapi'
import { BANDS, type HiddenPart, MISSING, SOURCES } from '../hidden.ts'

export const HiddenJson = z
  .array(
    z.object({
      role: z.object({ id: z.string(), title: z.string() }),
      source: z
        .enum(SOURCES)
        .describe('What people said of the job, or what they often do by their workbooks'),
      together: z.array(z.string()).describe('Titles of other roles that were counted in the same group'),
      countedAt: z.iso.datetime(),
      skills: z.array(
        z.object({
          missing: z
            .enum(MISSING)
            .describe('The profile does not ask for it; or it does, and the published description is silent'),
          framework: z.string(),
          competency: z.string(),
          level: z.string(),
          asked: z.int().nullable().describe('Place of the level that the profile asks for; null: not in it'),
          uses: z.array(z.object({ text: z.string(), band: z.enum(BANDS) })),
        }),
      ),
    }),
  )
  .openapi('HiddenSkills')

export function hiddenJson(parts: readonly HiddenPart[]): z.infer<typeof HiddenJson> {
  return parts.map(({ role, source, together, madeAt, skills }) => ({
    role: { id: role.id, title: role.title },
    ...{ source, together, countedAt: madeAt.toISOString() },
    skills: skills.map(({ missing, framework, competency, level, asked, uses }) => ({
      ...{ missing, framework, competency, level, asked, uses },
    })),
  }))
}
