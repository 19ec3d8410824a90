import { HTTPException } from 'hono/http-exception'
import { Conflict, Forbidden, Invalid, NotFound, TooOften, Unauthenticated, Unavailable } from '#errors.ts'
import type { Status } from './respond.tsx'

/** What a person or program is told about a failure. */
export interface Failure {
  status: Status
  title: string
  /** What happened and what to do about it. */
  detail: string
  /** Field by field, for what was sent and cannot be used. */
  fields?: Record<string, string>
  /** When to try again. */
  until?: Date
}

/** Errors of the six kinds speak for themselves; of anything else nothing is shown but that it happened. */
export function failureOf(error: unknown): Failure {
  const detail = error instanceof Error ? error.message : ''
  if (error instanceof Invalid)
    return { status: 422, title: 'This cannot be used yet', detail, fields: error.fields }
  if (error instanceof NotFound) return { status: 404, title: 'Not found', detail }
  if (error instanceof TooOften)
    return { status: 429, title: 'Too many attempts', detail, until: error.until }
  if (error instanceof Forbidden) return { status: 403, title: 'You may not do this', detail }
  if (error instanceof Conflict) return { status: 409, title: 'As things stand this cannot be done', detail }
  if (error instanceof Unauthenticated) return { status: 401, title: 'Please sign in', detail }
  if (error instanceof Unavailable) return { status: 503, title: 'Something does not answer', detail }
  if (error instanceof HTTPException) return failureOfHttp(error.status)
  return {
    status: 500,
    title: 'Something went wrong on our side',
    detail: 'It is not your fault, and what you sent has not been changed. Try again in a moment.',
  }
}

function failureOfHttp(status: number): Failure {
  if (status === 403) {
    const detail =
      'This form was sent from another site or an old page. Open the page again here, then send it once more.'
    return { status, title: 'This form came from elsewhere', detail }
  }
  if (status === 421) {
    const detail =
      'Sightline does not answer to the name in this address. Use the address that its start has printed; whoever runs it can name another in SIGHTLINE_URL.'
    return { status, title: 'This is not the name of this site', detail }
  }
  if (status === 413) return { status, title: 'This is too large', detail: 'Send it in smaller parts.' }
  return {
    status: 400,
    title: 'This request cannot be read',
    detail: 'Go back, open the page again and try once more.',
  }
}
