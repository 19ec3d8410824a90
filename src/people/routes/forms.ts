import { z } from 'zod'
import { Conflict, Invalid, NotFound } from '#errors.ts'

/** Ids in addresses: what is not a UUID is not there. */
export function idIn(text: string | undefined): string {
  if (!z.uuid().safeParse(text).success) throw new NotFound('There is no such thing here.')
  return (text ?? '').toLowerCase()
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
