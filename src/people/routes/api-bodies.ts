/** What programs send about people: plain shapes for the reference; the model's own schemas check what is in them. */
import { z } from '@hono/zod-openapi'

const day = z.string().nullish().openapi({ example: '2026-05-31' })
const id = z.string().nullish().describe('An id')

export const PostBody = z
  .object({
    title: z.string().openapi({ example: 'Customer adviser' }),
    teamId: id,
    placeId: id,
    reportsTo: z.string().nullish().describe('The manager’s id'),
    startsOn: day,
    endsOn: day,
    share: z.number().nullish().describe('Per cent of full time'),
  })
  .openapi('NewPost')

const person = {
  name: z.string().openapi({ example: 'Ada Byrne' }),
  email: z.string().nullish(),
  number: z.string().nullish(),
  startsOn: day,
  endsOn: day,
  leaveFrom: day,
  leaveUntil: day,
}
const version = z.number().int().describe('The version that you have seen')

export const PersonBody = z.object({ ...person, post: PostBody.optional() }).openapi('NewPerson')
export const PersonChangeBody = z.object({ ...person, version }).openapi('PersonChange')
export const PostChangeBody = PostBody.extend({ version }).openapi('PostChange')
export const TeamBody = z
  .object({
    name: z.string(),
    parentId: z.string().nullish().describe('The id of the team that it is part of'),
  })
  .openapi('NewTeam')
export const PlaceBody = z.object({ name: z.string() }).openapi('NewPlace')
export const FileBody = z
  .object({
    csv: z.string().min(1, 'Give the rows as csv, with the line of headings.').max(5_242_880),
    fileName: z.string().max(200).nullish(),
    dateOrder: z.enum(['day first', 'month first']).optional().describe('How 03/04/2026 is meant'),
    dryRun: z.boolean().optional().describe('Only say what would come of it'),
  })
  .openapi('PeopleFile')
