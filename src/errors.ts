/** The six ways a request can fail. Only the doors (web, terminal) turn them into status codes and exit codes. */

/** One message per field; the key `''` is for the whole form. */
export type Fields = Record<string, string>

/** What was sent cannot be used. The messages say what to do, field by field. */
export class Invalid extends Error {
  readonly fields: Fields
  constructor(fields: Fields | string) {
    const all = typeof fields === 'string' ? { '': fields } : fields
    super(Object.values(all).join(' '))
    this.fields = all
  }
}

/** There is no such thing, or the viewer may not know of it. */
export class NotFound extends Error {}

/** The viewer may see it but may not do this. */
export class Forbidden extends Error {}

/** Too many attempts in too short a time; the message says when the next one is. */
export class TooOften extends Forbidden {
  readonly until: Date
  constructor(message: string, until: Date) {
    super(message)
    this.until = until
  }
}

/** Somebody else was first: the name is taken, or the thing has changed since it was read. */
export class Conflict extends Error {}

/** Nobody is signed in. */
export class Unauthenticated extends Error {}

/** Something outside us does not answer; the message names the remedy. */
export class Unavailable extends Error {}
