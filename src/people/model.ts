/**
 * People: who belongs to the organisation, and where they stand in it. A person holds posts, one after another or several
 * at once; a post is a role, by its title, in a team and at a place, and says to whom the person reports in it. This file
 * owns the nouns; days are ISO dates ("2026-05-31"), and null always means "not known" or "none", never a value.
 */
import { z } from 'zod'
import { type Employment, isDay, type Span } from './day.ts'

export interface Person extends Employment {
  id: string
  name: string
  email: string | null
  /** The employer's own number for them. */
  number: string | null
  /** Counts the changes. */
  version: number
}

export interface Post {
  id: string
  personId: string
  title: string
  teamId: string | null
  placeId: string | null
  /** A person's id. */
  reportsTo: string | null
  startsOn: string | null
  endsOn: string | null
  /** Per cent of full time. */
  share: number | null
  /** Counts the changes. */
  version: number
}

export interface Team {
  id: string
  name: string
  /** The team that it is part of. */
  parentId: string | null
}

export interface Place {
  id: string
  name: string
}

/** As people type and files hold it: outer blanks off, every run of blanks one space, letters composed. */
/** Signs that turn the direction of what follows: a name with one would turn the sentence that it stands in. */
const TURNING = /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/gu

export function tidy(text: string): string {
  return text.normalize('NFC').replace(TURNING, '').replace(/\s+/gu, ' ').trim()
}

const LETTER = /\p{L}/u
const CONTROL = /\p{Cc}|\p{Cs}/u
const noControl = (text: string) => !CONTROL.test(text)
const UNPRINTABLE = 'There is a character in it that cannot be shown. Type it again.'

/** A name of a person or a thing: at most 200 characters, at least one of them a letter. */
function named(what: string) {
  return z
    .string(`Give ${what}.`)
    .transform(tidy)
    .pipe(
      z
        .string()
        .min(1, `Give ${what}.`)
        .max(200, 'Use at most 200 characters.')
        .refine((text) => text === '' || LETTER.test(text), 'It needs at least one letter.')
        .refine(noControl, UNPRINTABLE),
    )
}

/** An empty field says nothing: null. */
function optional<T extends z.ZodType<unknown, string>>(schema: T) {
  return z
    .string()
    .nullish()
    .transform((text) => tidy(text ?? '') || null)
    .pipe(schema.nullable())
}

const day = optional(z.string().refine(isDay, 'Write the day as 2026-05-31.'))
const id = optional(z.uuid('Choose one of the list.'))

const email = optional(
  z
    .string()
    .max(254, 'Use at most 254 characters.')
    .regex(/^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+$/u, 'Write the address as name@example.org.')
    .refine(noControl, UNPRINTABLE),
)

/** Without @, so that a number is never taken for an address, nor the other way round. */
const number = optional(
  z
    .string()
    .max(50, 'Use at most 50 characters.')
    .refine((text) => !text.includes('@'), 'An employee number has no @ in it. Is this the e-mail address?')
    .refine(noControl, UNPRINTABLE),
)

type Fault = z.core.$RefinementCtx

const fault = (context: Fault, path: string, message: string) =>
  context.addIssue({ code: 'custom', path: [path], message })

function checkSpan({ startsOn, endsOn }: Span, context: Fault): void {
  if (startsOn && endsOn && endsOn < startsOn)
    fault(context, 'endsOn', 'The last day is before the first. Change one of them.')
}

function checkLeave({ leaveFrom, leaveUntil }: Employment, context: Fault): void {
  if (leaveUntil && !leaveFrom) fault(context, 'leaveFrom', 'Say from which day the leave is.')
  if (leaveFrom && leaveUntil && leaveUntil < leaveFrom)
    fault(context, 'leaveUntil', 'The leave ends before it begins. Change one of the two days.')
}

/** What is kept of a person, as a form, a program or a row of a file gives it. */
export const PersonInput = z
  .object({
    name: named('the name'),
    email,
    number,
    startsOn: day,
    endsOn: day,
    leaveFrom: day,
    leaveUntil: day,
  })
  .superRefine((person, context) => {
    checkSpan(person, context)
    checkLeave(person, context)
  })
export type PersonInput = z.infer<typeof PersonInput>

const share = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined || value === '' ? null : Number(value)))
  .pipe(
    z
      .int('Give a whole number from 1 to 100.')
      .min(1, 'Give a whole number from 1 to 100.')
      .max(100, 'Give a whole number from 1 to 100.')
      .nullable(),
  )

/** What is kept of a post. */
export const PostInput = z
  .object({
    title: named('the role, such as “Customer adviser”'),
    teamId: id,
    placeId: id,
    reportsTo: id,
    startsOn: day,
    endsOn: day,
    share,
  })
  .superRefine(checkSpan)
export type PostInput = z.infer<typeof PostInput>

/** Team names are joined to ways by " > ", so none has the sign. */
export const TeamInput = z.object({
  name: named('the name of the team').refine(
    (text) => !text.includes('>'),
    'Leave out “>”: it stands between a team and its parts.',
  ),
  parentId: id,
})
export type TeamInput = z.infer<typeof TeamInput>

export const PlaceInput = z.object({ name: named('the name of the place') })
export type PlaceInput = z.infer<typeof PlaceInput>
