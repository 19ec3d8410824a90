import type { Context as HonoContext } from 'hono'
import type { z } from 'zod'
import { Invalid } from '#errors.ts'
import { formOf } from '#web/form.ts'
import type { Env } from '#web/site.ts'

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
