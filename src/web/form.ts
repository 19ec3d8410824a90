import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { Conflict, Invalid, NotFound } from '#errors.ts'
import { isUuid } from '#lib/uuid.ts'

/** The fields of a form that was sent; a field sent several times is a list. What is no form is a bad request. */
export async function formOf(c: Context): Promise<Record<string, unknown>> {
  try {
    return await c.req.parseBody({ all: true })
  } catch {
    throw new HTTPException(400)
  }
}

/** Ids in addresses: what can be none is not there. */
export function idIn(text: string | undefined): string {
  if (text === undefined || !isUuid(text)) throw new NotFound('There is no such thing here.')
  return text.toLowerCase()
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
