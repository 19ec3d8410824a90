/** What the API of every slice is made with: answers, problems, and wrong questions told field by field. */
import { OpenAPIHono, z } from '@hono/zod-openapi'
import { Invalid } from '#errors.ts'
import type { Env } from './site.ts'

const Problem = z
  .object({
    title: z.string(),
    status: z.number().int(),
    detail: z.string().describe('What happened, and what to do about it'),
    requestId: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
  })
  .openapi('Problem')

/** The JSON that a route's `request` must bring along. */
export function takes<T extends z.ZodType>(schema: T) {
  return { body: { required: true, content: { 'application/json': { schema } } } }
}

/** A JSON answer in a route's `responses`. */
export function answer<T extends z.ZodType>(schema: T, description: string) {
  return { content: { 'application/json': { schema } }, description }
}

/** A failure in a route's `responses` (RFC 9457). */
export function problem(description: string) {
  return { content: { 'application/problem+json': { schema: Problem } }, description }
}

/** A slice's part of the API. What is asked wrongly is Invalid, field by field. */
export function apiPart(): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return
      const messages = result.error.issues.map((issue) => [issue.path.join('.'), issue.message] as const)
      throw new Invalid(Object.fromEntries(messages))
    },
  })
}
