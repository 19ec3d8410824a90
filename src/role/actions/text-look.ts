import type { Context } from '#context.ts'
import { NotFound } from '#errors.ts'
import type { Sheet } from '#lib/sheet.ts'
import { dayOf } from '#people/day.ts'
import { longDay } from '#people/words.ts'
import type { Db } from '#schema.ts'
import { isAllowed } from '#viewer.ts'
import { roleAccess } from '../access.ts'
import type { Role, RoleProfile } from '../model.ts'
import type { Offer } from '../offer.ts'
import { listDraftTexts, listPublishedTexts, listTextsOf } from '../store/texts.ts'
import { listProfiles } from '../store.ts'
import {
  type ListedText,
  monthsAfter,
  REVIEW_MONTHS,
  type RoleText,
  type TextContent,
  textParts,
} from '../text.ts'
import { offersBySection, withTyped } from '../text-edit.ts'
import { textSheet } from '../text-sheet.ts'
import type { WordingReport } from '../wording/report.ts'
import { mayEditRole, roleFor } from './role.ts'
import { agreedProfile, isPublic, textFor } from './text.ts'
import { materialOf, templateOf } from './text-material.ts'
import { reportFor } from './wording.ts'

/** What is published, and the drafts that the viewer may write. */
export function openTexts(ctx: Context): Promise<{
  texts: ListedText[]
  drafts: ListedText[]
  today: string
  mayEdit: boolean
  maySetTemplates: boolean
}> {
  return ctx.read(async (db) => {
    const drafts: ListedText[] = []
    if (isAllowed(ctx.viewer, roleAccess.edit))
      for (const draft of await listDraftTexts(db))
        if (await mayEditRole(ctx, db, { id: draft.roleId, madeBy: draft.roleMadeBy })) drafts.push(draft)
    return {
      texts: await listPublishedTexts(db),
      drafts,
      today: dayOf(ctx.now()),
      mayEdit: isAllowed(ctx.viewer, roleAccess.edit),
      maySetTemplates: isAllowed(ctx.viewer, roleAccess.editAll),
    }
  })
}

/** The texts of a role as far as the viewer may see them. Throws NotFound. */
export function openRoleTexts(
  ctx: Context,
  roleId: string,
): Promise<{
  role: Role
  texts: ListedText[]
  profile: RoleProfile | undefined
  today: string
  mayEdit: boolean
}> {
  return ctx.read(async (db) => {
    const role = await roleFor(db, roleId)
    const mayEdit = await mayEditRole(ctx, db, role)
    const texts = (await listTextsOf(db, roleId)).filter((text) => mayEdit || isPublic(text))
    return { role, texts, profile: await agreedProfile(db, roleId), today: dayOf(ctx.now()), mayEdit }
  })
}

interface TextView {
  text: ListedText
  role: Role
  sheet: Sheet
  today: string
  mayEdit: boolean
  profiles: { own: number; newest: number }
  later: { id: string; number: number } | null
  nextReview: string
}

/** A text as it is read. Throws NotFound. */
export function openText(ctx: Context, id: string): Promise<TextView> {
  return ctx.read(async (db) => {
    const { text, role, mayEdit } = await textFor(ctx, db, id)
    const profiles = await versionsOf(db, text)
    const published = (await listTextsOf(db, role.id)).filter(
      (one) => one.kind === text.kind && isPublic(one),
    )
    const later = published.find(({ number }) => text.publishedAt !== null && number > text.number) ?? null
    const today = dayOf(ctx.now())
    const sheet = textSheet(text, {
      organization: ctx.viewer.organization.name,
      published: text.publishedAt && longDay(dayOf(text.publishedAt)),
      review: text.reviewOn && longDay(text.reviewOn),
      profile: profiles.own,
    })
    const nextReview = monthsAfter(today, REVIEW_MONTHS.other)
    return { text, role, sheet, today, mayEdit, profiles, later, nextReview }
  })
}

async function versionsOf(db: Db, { roleId, profileId }: RoleText): Promise<{ own: number; newest: number }> {
  const profiles = await listProfiles(db, roleId)
  const own = profiles.find(({ id }) => id === profileId)?.number ?? 0
  const newest = profiles.find(({ agreedAt }) => agreedAt !== null)?.number ?? own
  return { own, newest }
}

/** What was typed and could not be saved. */
export interface Unsaved {
  title: string
  sections: {
    key: string
    heading: string
    text: string
    lines: { id: string; text: string }[]
    facts: string[]
    add: string
    take: string[]
  }[]
}

interface EditorView {
  text: ListedText
  role: Role
  content: TextContent
  offers: Map<string, Offer[]>
  report: WordingReport
  profiles: { own: number; newest: number }
  saved: string
  typed: Map<string, { add: string; take: string[] }>
}

/**
 * A draft to be written on; `published`: it is none any more. With `unsaved` in place of what is stored, where the form comes
 * back. Throws NotFound.
 */
export function openEditor(
  ctx: Context,
  id: string,
  unsaved: Unsaved | null = null,
): Promise<EditorView | { published: string }> {
  return ctx.read(async (db) => {
    const { text, role, mayEdit } = await textFor(ctx, db, id)
    if (text.publishedAt !== null) return { published: text.id }
    if (!mayEdit) throw new NotFound('There is no such draft for you to write on.')
    const profile = (await listProfiles(db, role.id)).find((one) => one.id === text.profileId)
    if (!profile)
      throw new NotFound('The version of the profile that this is made from is not here any more.')
    const { from } = await materialOf(db, role, profile)
    const { template } = await templateOf(db, text.kind)
    const stored = offersBySection(text.content, template, from)
    const content = unsaved ? withUnsaved(text.content, unsaved, stored) : text.content
    const requirements = content.sections.find(({ key }) => key === 'entry')?.lines.length ?? 0
    return {
      ...{ text, role, content, profiles: await versionsOf(db, text) },
      offers: offersBySection(content, template, from),
      report: await reportFor(db, textParts(content), { profile, requirements }),
      saved: `${longDay(dayOf(text.changedAt))}, ${text.changedAt.toISOString().slice(11, 16)}`,
      typed: new Map((unsaved?.sections ?? []).map(({ key, add, take }) => [key, { add, take }])),
    }
  })
}

/** What is to be added stays in its boxes. */
function withUnsaved(
  content: TextContent,
  typed: Unsaved,
  offers: ReadonlyMap<string, Offer[]>,
): TextContent {
  const sections = typed.sections.map((section) => ({ ...section, add: '', take: [] }))
  return withTyped(content, { title: typed.title, sections }, offers)
}
