/**
 * Account: who may come in, and as whom. An account signs in; a membership makes it a person of one organisation, with the
 * roles that an owner has given. Invitations bring new members, tokens let programs in, and mails carry the links.
 * Passwords, sessions and second factors themselves are kept by the shell `identity`.
 */
import { z } from 'zod'
import { GIVEN_ROLES, type GivenRole } from '#viewer.ts'

export interface Membership {
  id: string
  accountId: string
  personId: string
  roles: GivenRole[]
}

/** A membership with the name of its person. */
export interface Member extends Membership {
  name: string
}

export const INVITATION_DAYS = 7

export interface Invitation {
  id: string
  personId: string
  name: string
  email: string
  roles: GivenRole[]
  madeBy: string | null
  madeAt: Date
  endsAt: Date
  acceptedAt: Date | null
  withdrawnAt: Date | null
}

export const INVITATION_STATES = ['open', 'accepted', 'withdrawn', 'expired'] as const

/** How an invitation stands at a moment. */
export function invitationState(
  { acceptedAt, withdrawnAt, endsAt }: Pick<Invitation, 'acceptedAt' | 'withdrawnAt' | 'endsAt'>,
  at: Date,
): (typeof INVITATION_STATES)[number] {
  if (acceptedAt) return 'accepted'
  if (withdrawnAt) return 'withdrawn'
  return endsAt <= at ? 'expired' : 'open'
}

const SCOPES = ['read', 'write'] as const
export type Scope = (typeof SCOPES)[number]

export interface ApiToken {
  id: string
  name: string
  scope: Scope
  madeAt: Date
  endsAt: Date
  /** null: never used. */
  usedAt: Date | null
  revokedAt: Date | null
}

export const TOKEN_STATES = ['valid', 'expired', 'revoked'] as const

export function tokenState(
  { endsAt, revokedAt }: Pick<ApiToken, 'endsAt' | 'revokedAt'>,
  at: Date,
): (typeof TOKEN_STATES)[number] {
  if (revokedAt) return 'revoked'
  return endsAt <= at ? 'expired' : 'valid'
}

/** What each role is called, and what it is for, as an owner reads it before giving it. */
export const ROLE_WORDS: Record<GivenRole, { name: string; may: string }> = {
  owner: { name: 'Owner', may: 'sees to the installation: members and their roles, mail, history, privacy' },
  steward: { name: 'Steward', may: 'brings documents in and looks after the frameworks' },
  hr: { name: 'HR', may: 'keeps people, teams and posts, and invites colleagues' },
  recruiter: { name: 'Recruiter', may: 'fills vacancies' },
  planner: { name: 'Planner', may: 'plans the workforce' },
}

const DAY_MS = 86_400_000

export function daysAfter(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * DAY_MS)
}

const tidy = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** An address to send mail to. */
export const Email = z
  .string('Give an e-mail address, such as name@example.org.')
  .trim()
  .toLowerCase()
  .max(254, 'Use at most 254 characters.')
  .pipe(z.email('Give an e-mail address, such as name@example.org.'))

export const Name = z
  .string('Give a name.')
  .transform(tidy)
  .pipe(z.string().min(1, 'Give a name.').max(200, 'Use at most 200 characters.'))

/** A role that an owner gives, by its name. */
export const GivenRoleName = z.enum(GIVEN_ROLES, 'There is no such role.')

const Roles = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .optional()
  .transform((given) => [...new Set(given ?? [])])
  .pipe(z.array(GivenRoleName))

/** Roles that are given together, as a form or a program sends them. */
export const RolesInput = z.object({ roles: Roles })

/** Whom to invite. With `personId` it is that person; else whoever has the address; else a new person of that name. */
export const InvitationInput = z.object({
  email: Email,
  name: z.string().max(200, 'Use at most 200 characters.').transform(tidy).default(''),
  personId: z
    .union([z.uuid(), z.literal('')])
    .optional()
    .transform((id) => id || null),
  roles: Roles,
})
export type InvitationInput = z.infer<typeof InvitationInput>

/** How long a token may be used, in days. */
export const TOKEN_DAYS = [7, 30, 90, 365] as const

export const TokenInput = z.object({
  name: z
    .string('Give the token a name.')
    .transform(tidy)
    .pipe(
      z
        .string()
        .min(1, 'Give the token a name, such as “Nightly export”.')
        .max(100, 'Use at most 100 characters.'),
    ),
  scope: z.enum(SCOPES, 'Choose what the token may do.'),
  days: z.coerce
    .number()
    .refine((days) => (TOKEN_DAYS as readonly number[]).includes(days), 'Choose how long it may be used.'),
})
export type TokenInput = z.infer<typeof TokenInput>
