import { z } from '@hono/zod-openapi'
import type { PersonCard, PersonLine, PlaceCard, PostCard, TeamCard } from './card.ts'
import type { Report } from './csv/report.ts'
import { STATUSES, statusOn } from './day.ts'

/** What the API shows of people. The schemas are the promise; the functions below keep it. */

const text = z.string()
const maybe = z.string().nullable()
const day = z.iso.date().nullable()
const Named = z.object({ id: z.uuid(), name: text })

/** The id of what was added. */
export const Made = z.object({ id: z.uuid() }).openapi('Made')

const PersonLineJson = z
  .object({
    id: z.uuid(),
    name: text,
    role: maybe.describe('Of the post with the largest share of those today'),
    team: Named.nullable(),
    place: Named.nullable(),
    reportsTo: Named.nullable(),
    furtherPosts: z.number().int().describe('Posts today beside this one'),
    status: z.enum(STATUSES).optional().describe('For HR and the owner only'),
  })
  .openapi('PersonInBrief')

export const PeopleJson = z
  .object({
    total: z.number().int().describe('How many match in all'),
    people: z.array(PersonLineJson).describe('Fifty at most, by name'),
  })
  .openapi('People')

const PostJson = z
  .object({
    id: z.uuid(),
    title: text,
    team: Named.nullable(),
    place: Named.nullable(),
    reportsTo: Named.nullable(),
    startsOn: day.optional(),
    endsOn: day.optional(),
    share: z.number().int().nullable().optional().describe('Per cent of full time'),
    version: z.number().int(),
  })
  .openapi('Post')

const Days = { startsOn: day, endsOn: day, leaveFrom: day, leaveUntil: day }

export const PersonJson = z
  .object({
    id: z.uuid(),
    name: text,
    version: z.number().int().describe('Send it back when you change the person'),
    posts: z.array(PostJson),
    employment: z
      .object({ email: maybe, number: maybe, status: z.enum(STATUSES), ...Days })
      .optional()
      .describe('For the person, their managers, HR and the owner; then past and future posts are shown too'),
  })
  .openapi('Person')

export const TeamJson = z
  .object({
    id: z.uuid(),
    name: text,
    parentId: z.uuid().nullable().describe('The team that it is part of'),
    people: z.number().int().describe('With a post in the team itself today'),
  })
  .openapi('Team')

export const PlaceJson = z
  .object({ id: z.uuid(), name: text, people: z.number().int().describe('With a post there today') })
  .openapi('Place')

const Change = z.object({ before: z.unknown(), after: z.unknown() })

export const ReportJson = z
  .object({
    rows: z.number().int(),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    postsAdded: z.number().int(),
    postsChanged: z.number().int(),
    teamsAdded: z.number().int(),
    placesAdded: z.number().int(),
    faultCount: z.number().int(),
    faults: z
      .array(z.object({ line: z.number().int(), column: maybe, value: maybe, message: text }))
      .describe('The first thousand, in the order of the file'),
    notes: z.array(text),
    newPeople: z.array(z.object({ id: z.uuid(), name: text, title: maybe })).describe('The first fifty'),
    changedPeople: z
      .array(z.object({ id: z.uuid(), name: text, changes: z.record(text, Change) }))
      .describe('The first fifty'),
    newTeams: z.array(text),
    newPlaces: z.array(text),
  })
  .openapi('ImportReport')

export const ImportJson = z
  .object({
    id: z.uuid(),
    state: z.enum(['checked', 'waiting', 'running', 'done', 'failed']),
    done: z.number().int(),
    total: z.number().int(),
    message: maybe.describe('Why it failed'),
    report: ReportJson,
  })
  .openapi('Import')

/** With the status only for who may see it. */
export function personLineJson(line: PersonLine, today: string | null): z.infer<typeof PersonLineJson> {
  const { id, name, title, team, place, manager, furtherPosts } = line
  const shown = { id, name, role: title, team, place, reportsTo: manager, furtherPosts }
  return today === null ? shown : { ...shown, status: statusOn(line, today) }
}

export function personJson(person: PersonCard, today: string, isWhole: boolean): z.infer<typeof PersonJson> {
  const { id, name, version, posts, email, number, startsOn, endsOn, leaveFrom, leaveUntil } = person
  const shown = { id, name, version, posts: posts.map((post) => postJson(post, isWhole)) }
  if (!isWhole) return shown
  const days = { startsOn, endsOn, leaveFrom, leaveUntil }
  return { ...shown, employment: { email, number, status: statusOn(person, today), ...days } }
}

function postJson(post: PostCard, isWhole: boolean): z.infer<typeof PostJson> {
  const { id, title, team, place, manager, startsOn, endsOn, share, version } = post
  const shown = { id, title, team, place, reportsTo: manager, version }
  return isWhole ? { ...shown, startsOn, endsOn, share } : shown
}

export function teamJson({ id, name, parentId, people }: TeamCard): z.infer<typeof TeamJson> {
  return { id, name, parentId, people }
}

export function placeJson({ id, name, people }: PlaceCard): z.infer<typeof PlaceJson> {
  return { id, name, people }
}

interface Import {
  id: string
  state: z.infer<typeof ImportJson>['state'] | 'dropped'
  done: number
  total: number
  message: string | null
  report: Report
}

/** Of an import that has not been thrown away. */
export function importJson({ id, state, done, total, message, report }: Import): z.infer<typeof ImportJson> {
  return { id, state: state === 'dropped' ? 'failed' : state, done, total, message, report }
}
