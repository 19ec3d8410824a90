import { type Context, nothingHappened } from '#context.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import { record } from '#history/actions.ts'
import type { Subject } from '#history/model.ts'
import { dayOf, isDay } from '#people/day.ts'
import type { Db, Tx } from '#schema.ts'
import type { Role, RoleProfile } from '../model.ts'
import {
  deleteText,
  findText,
  holdText,
  insertText,
  listTextsOf,
  setPublished,
  setReview,
  setWithdrawn,
  updateDraft,
} from '../store/texts.ts'
import { listProfiles } from '../store.ts'
import {
  type ListedText,
  type RoleText,
  reviewDay,
  type TextKind,
  type TypedText,
  textName,
} from '../text.ts'
import { newContent, offersBySection, renewed, withStatements, withStep, withTyped } from '../text-edit.ts'
import { mayEditRole, roleFor, roleToEdit } from './role.ts'
import { materialOf, templateOf } from './text-material.ts'

const GONE = 'There is no such text. It may have been thrown away.'
const BEHIND =
  'Somebody else has changed this draft since you opened it. What you typed is kept here: look at the draft as it is now, then save again to put yours in its place.'

export const textSubject = ({ kind, roleId }: Pick<RoleText, 'kind' | 'roleId'>, role: string): Subject => ({
  kind: 'role',
  id: roleId,
  name: textName(kind, role),
})

/** The latest agreed version of a role's profile, from which texts are made. */
export async function agreedProfile(db: Db, roleId: string): Promise<RoleProfile | undefined> {
  return (await listProfiles(db, roleId)).find(({ agreedAt }) => agreedAt !== null)
}

/** Drafts, and what was taken down, are for those who may edit the role. */
export const isPublic = ({ publishedAt, withdrawnAt }: Pick<RoleText, 'publishedAt' | 'withdrawnAt'>) =>
  publishedAt !== null && withdrawnAt === null

/** The text and its role, where the viewer may see it. Throws NotFound. */
export async function textFor(
  ctx: Context,
  db: Db,
  id: string,
): Promise<{ text: ListedText; role: Role; mayEdit: boolean }> {
  const text = await findText(db, id)
  if (!text) throw new NotFound(GONE)
  const role = await roleFor(db, text.roleId)
  const mayEdit = await mayEditRole(ctx, db, role)
  if (!mayEdit && !isPublic(text)) throw new NotFound(GONE)
  return { text, role, mayEdit }
}

/** Throws NotFound, and Forbidden for who may only read it. */
async function textToEdit(ctx: Context, tx: Tx, id: string): Promise<{ text: ListedText; role: Role }> {
  await holdText(tx, id)
  const { text, role, mayEdit } = await textFor(ctx, tx, id)
  if (!mayEdit) throw new Forbidden('HR, the owner and the managers of this role write its texts.')
  return { text, role }
}

/** The draft, if it is one and as the viewer has seen it; `seen` null: whatever it is now. Throws as above, and Conflict. */
async function draftToEdit(
  ctx: Context,
  tx: Tx,
  id: string,
  seen: number | null,
): Promise<{ text: ListedText; role: Role }> {
  const found = await textToEdit(ctx, tx, id)
  if (found.text.publishedAt !== null)
    throw new Conflict('This version is published by now and never changes. Begin a new draft from it.')
  if (seen !== null && found.text.version !== seen) throw new Conflict(BEHIND)
  return found
}

const by = (ctx: Context) => ctx.viewer.person?.id ?? null

/**
 * Begins a draft: from the version that was published last, or from the template and the agreed profile. Returns its id; a draft
 * that is there already stays. Throws NotFound, Forbidden, and Conflict where no profile is agreed.
 */
export function startText(ctx: Context, roleId: string, kind: TextKind): Promise<string> {
  const id = ctx.newId()
  return ctx.write(async (tx) => {
    const role = await roleToEdit(ctx, tx, roleId)
    const [latest] = (await listTextsOf(tx, roleId)).filter((one) => one.kind === kind)
    if (latest && latest.publishedAt === null) {
      nothingHappened(tx)
      return latest.id
    }
    const profile = await agreedProfile(tx, roleId)
    if (!profile)
      throw new Conflict(
        `No profile of “${role.title}” is agreed yet. Agree what the job needs; then it can be described.`,
      )
    const fresh = await freshContent(tx, role, profile, kind)
    const number = (latest?.number ?? 0) + 1
    const content = latest ? renewed(latest.content, fresh) : fresh
    await insertText(tx, {
      ...{ id, roleId, kind, number, profileId: profile.id },
      ...{
        content: latest?.profileId === profile.id ? latest.content : content,
        madeAt: ctx.now(),
        changedBy: by(ctx),
      },
    })
    await record(ctx, tx, {
      act: 'role text: begun',
      on: textSubject({ kind, roleId }, role.title),
      note: { version: number },
    })
    return id
  })
}

async function freshContent(db: Db, role: Role, profile: RoleProfile, kind: TextKind) {
  const { from, known } = await materialOf(db, role, profile)
  const { template } = await templateOf(db, kind)
  return newContent({ kind, title: role.title, purpose: role.purpose, known, template, from })
}

interface Typing {
  id: string
  /** The version of the draft that the typing began from. */
  seen: number
  typed: TypedText
}

/** A line to move or take out, after what was typed is saved. */
export interface Step {
  do: string
  section: string
  line: string
}

/** Saves what was typed. Nobody's act yet: the history tells when it is published. Returns the draft's new version. */
export function saveText(
  ctx: Context,
  { id, seen, typed }: Typing,
  step: Step | null = null,
): Promise<number> {
  return ctx.keep(async (tx) => {
    const { text, role } = await draftToEdit(ctx, tx, id, seen)
    const profile = (await listProfiles(tx, role.id)).find((one) => one.id === text.profileId)
    if (!profile)
      throw new NotFound('The version of the profile that this is made from is not here any more.')
    const { from } = await materialOf(tx, role, profile)
    const { template } = await templateOf(tx, text.kind)
    const content = withTyped(text.content, typed, offersBySection(text.content, template, from))
    const stepped = step ? withStep(content, step) : content
    await updateDraft(tx, id, { content: stepped, profileId: text.profileId, at: ctx.now(), by: by(ctx) })
    return text.version + 1
  })
}

/** Adds what the role's newest profile has, and makes the draft one of that version. Throws NotFound, Forbidden and Conflict. */
export function renewText(ctx: Context, id: string): Promise<void> {
  return ctx.keep(async (tx) => {
    const { text, role } = await draftToEdit(ctx, tx, id, null)
    const profile = await agreedProfile(tx, role.id)
    if (!profile || profile.id === text.profileId) return
    const content = renewed(text.content, await freshContent(tx, role, profile, text.kind))
    await updateDraft(tx, id, { content, profileId: profile.id, at: ctx.now(), by: by(ctx) })
  })
}

/** Adds statements to the first section of lines of a draft. Returns how many it has not had. Throws NotFound, Forbidden and Conflict. */
export function takeIntoText(
  ctx: Context,
  id: string,
  found: readonly { framework: Framework; ids: ReadonlySet<string> }[],
): Promise<number> {
  return ctx.keep(async (tx) => {
    const { text } = await draftToEdit(ctx, tx, id, null)
    const section = text.content.sections.find(({ kind }) => kind === 'lines')
    if (!section) throw new Conflict('This draft has no section for lines. Choose another.')
    const content = withStatements(text.content, section.key, found)
    await updateDraft(tx, id, { content, profileId: text.profileId, at: ctx.now(), by: by(ctx) })
    const after = content.sections.find(({ key }) => key === section.key)?.lines.length ?? 0
    return after - section.lines.length
  })
}

/** From now on it is shown and never changes. Throws NotFound, Forbidden, Conflict, and Invalid when there is nothing in it. */
export function publishText(ctx: Context, id: string, seen: number): Promise<void> {
  return ctx.write(async (tx) => {
    const { text, role } = await draftToEdit(ctx, tx, id, seen)
    const told = text.content.sections.some(
      ({ lines, facts, text: prose }) =>
        lines.length > 0 || prose !== '' || facts.some((fact) => fact.text !== ''),
    )
    if (!told) throw new Invalid('There is nothing in it yet. Write something, save it, then publish it.')
    const reviewOn = reviewDay(dayOf(ctx.now()), dayOf(role.madeAt))
    await setPublished(tx, id, { at: ctx.now(), by: by(ctx), reviewOn })
    await record(ctx, tx, {
      act: 'role text: published',
      on: textSubject(text, role.title),
      note: { version: text.number, 'look at it again by': reviewOn },
    })
  })
}

/** Throws NotFound, Forbidden, and Conflict for what is published. */
export function discardText(ctx: Context, id: string): Promise<void> {
  return ctx.write(async (tx) => {
    const { text, role } = await draftToEdit(ctx, tx, id, null)
    await deleteText(tx, id)
    await record(ctx, tx, {
      act: 'role text: thrown away',
      on: textSubject(text, role.title),
      note: { version: text.number },
    })
  })
}

/** Takes a published text down, or shows it again. Throws NotFound, Forbidden and Conflict. */
export function withdrawText(ctx: Context, id: string, isDown: boolean): Promise<void> {
  return ctx.write(async (tx) => {
    const { text, role } = await textToEdit(ctx, tx, id)
    if (text.publishedAt === null) throw new Conflict('This is a draft: nobody but its editors sees it.')
    if ((text.withdrawnAt !== null) === isDown) return nothingHappened(tx)
    await setWithdrawn(tx, id, isDown ? ctx.now() : null)
    const act = isDown ? 'role text: taken down' : 'role text: shown again'
    await record(ctx, tx, { act, on: textSubject(text, role.title), note: { version: text.number } })
  })
}

/**
 * Somebody has looked at a published text and keeps it (`isKept`), or only moves the day of its review. Throws NotFound,
 * Forbidden, Invalid for what is no day to come, and Conflict for a draft.
 */
export function reviewText(
  ctx: Context,
  id: string,
  { reviewOn, isKept }: { reviewOn: string; isKept: boolean },
): Promise<void> {
  return ctx.write(async (tx) => {
    const { text, role } = await textToEdit(ctx, tx, id)
    const today = dayOf(ctx.now())
    if (text.publishedAt === null)
      throw new Conflict('A draft has no day of review; it gets one when it is published.')
    if (!isDay(reviewOn) || reviewOn <= today)
      throw new Invalid({ reviewOn: 'Give a day to come, such as in three years.' })
    await setReview(tx, id, { reviewOn, kept: isKept ? { at: ctx.now(), by: by(ctx) } : null })
    await record(ctx, tx, {
      act: isKept ? 'role text: kept' : 'role text: review moved',
      on: textSubject(text, role.title),
      changes: { 'look at it again by': { before: text.reviewOn, after: reviewOn } },
    })
  })
}
