import type { Context as HonoContext } from 'hono'
import { z } from 'zod'
import { Conflict, Invalid, NotFound } from '#errors.ts'
import { formOf } from '#web/form.ts'
import type { Env } from '#web/site.ts'

/** Ids in addresses: what is not a UUID is not there. */
export function idIn(text: string | undefined): string {
  if (!z.uuid().safeParse(text).success) throw new NotFound('There is no such thing here.')
  return (text ?? '').toLowerCase()
}

export type Typed = Record<string, string>

/** The texts that were sent; of a field that came several times, the first. */
export async function typedIn(c: HonoContext<Env>): Promise<Typed> {
  const texts = Object.entries(await formOf(c)).flatMap(([name, value]) => {
    const [first] = [value].flat()
    return typeof first === 'string' ? [[name, first] as const] : []
  })
  return Object.fromEntries(texts)
}

/** The input, or Invalid field by field. */
export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const fields: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) fields[String(path[0] ?? '')] ??= message
  throw new Invalid(fields)
}

/** Why a form comes back. */
export interface Refusal {
  errors: Record<string, string>
  status: 422 | 409
}

/** Does the work of a form. Gives what it gives, or why the form must come back with what was typed. */
export async function attempt<T>(work: () => Promise<T>): Promise<{ done: T } | { refused: Refusal }> {
  try {
    return { done: await work() }
  } catch (error) {
    if (error instanceof Invalid) return { refused: { errors: error.fields, status: 422 } }
    if (error instanceof Conflict) return { refused: { errors: { '': error.message }, status: 409 } }
    throw error
  }
}
