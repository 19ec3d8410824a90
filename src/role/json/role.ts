import { z } from '@hono/zod-openapi'
import type { RoleCard } from '../card.ts'
import type { Role, RoleProfile } from '../model.ts'

const moment = z.iso.datetime().nullable()
const id = z.uuid()

const Requirement = z.object({
  framework: id.describe("The framework's id"),
  competency: z.string().describe('Its key in the framework'),
  level: z.string().describe('Key of the level that the job uses at most'),
  entryLevel: z
    .string()
    .nullable()
    .describe('Key of the level needed on the first day; null: all is learned in the job'),
  months: z.number().int().nullable().describe('From the first day to the full level; null: not said'),
  importance: z.number().int().describe('1 useful, 2 important, 3 essential'),
  must: z.boolean().describe('No strength elsewhere makes up for it'),
  analysis: id.nullable().describe('The job analysis that it comes from; null: set by hand'),
  why: z.string().nullable(),
  words: z
    .object({
      framework: z.string(),
      competency: z.string(),
      level: z.string(),
      entryLevel: z.string().nullable(),
      statements: z.array(z.string()).describe('What people do at the full level'),
    })
    .describe('The framework’s words when it was set'),
})

export const ProfileJson = z
  .object({
    id,
    number: z.number().int(),
    note: z.string().nullable(),
    agreedAt: moment.describe('Null: a draft'),
    version: z.number().int().describe('Counts the changes of a draft; name it when you change or agree it'),
    requirements: z.array(Requirement),
  })
  .openapi('RoleProfile')

export const RoleJson = z
  .object({
    id,
    title: z.string(),
    purpose: z.string().nullable(),
    team: id.nullable(),
    closedAt: moment,
    profiles: z
      .array(ProfileJson)
      .describe('The newest first; drafts only for those who may change the role'),
  })
  .openapi('Role')

export const RolesJson = z
  .object({
    roles: z.array(
      z.object({
        id,
        title: z.string(),
        purpose: z.string().nullable(),
        team: z.string().nullable(),
        holders: z.number().int().describe('People who hold it today'),
        agreed: z
          .object({ id, number: z.number().int(), at: z.iso.datetime(), competencies: z.number().int() })
          .nullable()
          .describe('The latest agreed profile; null: none is'),
        hasDraft: z.boolean(),
      }),
    ),
  })
  .openapi('Roles')

export function rolesJson(cards: readonly RoleCard[]): z.infer<typeof RolesJson> {
  return {
    roles: cards.map(({ id, title, purpose, team, holders, agreed, draft }) => ({
      ...{ id, title, purpose, team, holders, hasDraft: draft !== null },
      agreed: agreed && {
        ...{ id: agreed.id, number: agreed.number, at: agreed.at.toISOString() },
        competencies: agreed.needs.length,
      },
    })),
  }
}

export function profileJson(profile: RoleProfile): z.infer<typeof ProfileJson> {
  const { id, number, note, agreedAt, version, requirements } = profile
  return {
    ...{ id, number, note, version, agreedAt: agreedAt?.toISOString() ?? null },
    requirements: requirements.map(({ id: _, ...requirement }) => requirement),
  }
}

export function roleJson(role: Role, profiles: readonly RoleProfile[]): z.infer<typeof RoleJson> {
  const { id, title, purpose, teamId, closedAt } = role
  return {
    ...{ id, title, purpose, team: teamId, closedAt: closedAt?.toISOString() ?? null },
    profiles: profiles.map(profileJson),
  }
}
