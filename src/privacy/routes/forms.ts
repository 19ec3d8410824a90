import type { z } from 'zod'
import { Invalid } from '#errors.ts'

/** The fields of a form that were typed, as text; anything else counts as not typed. */
export function textsIn(form: Record<string, unknown>): Record<string, string> {
  const entries = Object.entries(form).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return Object.fromEntries(entries)
}

/** What the schema makes of the form. Throws Invalid with the first fault of each field. */
export function parsed<T extends z.ZodType>(schema: T, typed: Record<string, string>): z.output<T> {
  const result = schema.safeParse(typed)
  if (result.success) return result.data
  const faults = result.error.issues.map(({ path, message }) => [path.join('.'), message] as const)
  throw new Invalid(Object.fromEntries(faults.toReversed()))
}
