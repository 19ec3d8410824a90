import type { Context } from '#context.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import { record } from '#history/actions.ts'
import { dayOf } from '#people/day.ts'
import { namesOf } from '#people/store.ts'
import type { Db } from '#schema.ts'
import { cellFaults } from '#translate/judgement.ts'
import { type Evidence, type EvidenceForm, isByOthers, stands } from '../evidence.ts'
import { type RowRef, refText } from '../share.ts'
import { findEvidence, insertAnswer, insertEvidence, type NewEvidence, withdraw } from '../store/evidence.ts'
import { findNamed } from '../store/named.ts'
import { listSharesWith } from '../store/shares.ts'
import { ownProfile } from './own.ts'

const GONE = 'There is no such entry, or it is not shared with you.'

/** The entry, for the person, for whoever wrote it, and for those with whom it is shared. Throws NotFound for all others. */
export async function openEvidence(ctx: Context, db: Db, id: string): Promise<Evidence> {
  const own = ownProfile(ctx)
  const entry = await findEvidence(db, id)
  if (!entry) throw new NotFound(GONE)
  if (entry.person.id === own.id || entry.writtenBy.id === own.id) return entry
  const shared = await sharedWithViewer(ctx, db, entry.person.id)
  if (!shared({ kind: 'evidence', thing: id })) throw new NotFound(GONE)
  return entry
}

/** Tells whether a person shares a row with the viewer by name, now. */
async function sharedWithViewer(ctx: Context, db: Db, personId: string): Promise<(row: RowRef) => boolean> {
  const shares = await listSharesWith(db, { personId: ownProfile(ctx).id, at: ctx.now() }, personId)
  const rows = new Set(shares.flatMap((share) => share.rows.map(refText)))
  return (row) => rows.has(refText(row))
}

/** What the viewer may write about: their own profile, or a level that is shared with them. Throws NotFound. */
export async function openSubject(
  ctx: Context,
  db: Db,
  { about, frameworkId, competency }: { about: string; frameworkId: string; competency: string },
): Promise<{ id: string; name: string }> {
  const own = ownProfile(ctx)
  if (about === own.id) return own
  const shared = await sharedWithViewer(ctx, db, about)
  const name = (await namesOf(db, [about])).get(about)
  const isShared = shared({ kind: 'level', framework: frameworkId, competency })
  if (name === undefined || !isShared) throw new NotFound(NOT_SHARED)
  return { id: about, name }
}

const NOT_SHARED = 'This is not shared with you, or not any more.'

/** The competencies of the framework that the viewer may write about in this profile. */
export async function openCompetencies(
  ctx: Context,
  db: Db,
  { about, framework }: { about: string; framework: Framework },
): Promise<Framework['competencies']> {
  const own = ownProfile(ctx)
  if (about === own.id) return framework.competencies
  const shared = await sharedWithViewer(ctx, db, about)
  return framework.competencies.filter(({ key }) =>
    shared({ kind: 'level', framework: framework.id, competency: key }),
  )
}

/** Whose profile, and which earlier entry the new one takes the place of (null: none). */
export interface About {
  about: string
  framework: Framework
  corrects: string | null
}

/**
 * Adds an entry to one's own profile or, where that level is shared, to somebody else's; gives its id. The person sees it at
 * once, with who wrote it. Throws NotFound, Invalid at the field, and Conflict when the entry to correct does not stand.
 */
export function writeEvidence(
  ctx: Context,
  { about, framework, corrects }: About,
  form: EvidenceForm,
): Promise<string> {
  const own = ownProfile(ctx)
  refuseFaults(ctx, framework, form)
  const id = ctx.newId()
  return ctx.write(async (tx) => {
    const { competency, level, stance, seenOn, text, link } = form
    const person = await openSubject(ctx, tx, { about, frameworkId: framework.id, competency })
    if (corrects !== null) await refuseCorrection(ctx, tx, corrects, about)
    const entry: NewEvidence = {
      ...{ id, personId: about, frameworkId: framework.id, competency, level, stance, seenOn, text, link },
      ...{ seenBy: await whoSaw(tx, form.seenBy, own.id), corrects },
      ...{ writtenBy: own.id, writtenAt: ctx.now() },
    }
    if (!(await insertEvidence(tx, entry))) throw new Conflict(CORRECTED)
    const act = corrects === null ? 'profile: evidence written' : 'profile: evidence corrected'
    await record(ctx, tx, { act, on: { kind: 'person', id: about, name: person.name } })
    return id
  })
}

const CORRECTED = 'This entry has been corrected already. Correct the newest one.'

function refuseFaults(ctx: Context, framework: Framework, form: EvidenceForm): void {
  const faults = cellFaults(framework, form)
  if (form.seenOn > dayOf(ctx.now()))
    faults.seenOn = 'This day is still to come. Give the day on which it was seen.'
  if (Object.keys(faults).length > 0) throw new Invalid(faults)
}

async function refuseCorrection(ctx: Context, db: Db, id: string, about: string): Promise<void> {
  const before = await openEvidence(ctx, db, id)
  if (before.person.id !== about) throw new NotFound(GONE)
  refuseOthers(ctx, before)
  if (before.correctedBy !== null) throw new Conflict(CORRECTED)
  if (!stands(before)) throw new Conflict('This entry was withdrawn. Write a new one instead.')
}

/** Only whoever wrote an entry may correct or withdraw it. */
function refuseOthers(ctx: Context, { writtenBy }: Evidence): void {
  if (writtenBy.id !== ownProfile(ctx).id)
    throw new Forbidden(
      `${writtenBy.name} wrote this entry, so only ${writtenBy.name} can change it. You can answer it.`,
    )
}

/** A name that is one person's here stands for them; of several of the same name, and of others, only the name is kept. */
async function whoSaw(db: Db, typed: string | null, writer: string): Promise<NewEvidence['seenBy']> {
  if (typed === null) return null
  const found = await findNamed(db, typed)
  const [only] = found
  if (found.length !== 1 || !only) return { id: null, name: typed }
  return only.id === writer ? null : only
}

/** It stays, marked as withdrawn with the reason, and counts no more. Throws NotFound, Forbidden and Conflict. */
export function withdrawEvidence(ctx: Context, id: string, reason: string): Promise<void> {
  return ctx.write(async (tx) => {
    const entry = await openEvidence(ctx, tx, id)
    refuseOthers(ctx, entry)
    if (entry.withdrawn) throw new Conflict('This entry has been withdrawn already.')
    if (entry.correctedBy !== null) throw new Conflict(CORRECTED)
    await withdraw(tx, id, { at: ctx.now(), reason })
    await record(ctx, tx, { act: 'profile: evidence withdrawn', on: { kind: 'person', ...entry.person } })
  })
}

/** What the person says to an entry of somebody else. Throws NotFound, and Forbidden for anybody but the person. */
export function answerEvidence(ctx: Context, id: string, text: string): Promise<void> {
  const own = ownProfile(ctx)
  const answerId = ctx.newId()
  return ctx.write(async (tx) => {
    const entry = await openEvidence(ctx, tx, id)
    if (entry.person.id !== own.id || !isByOthers(entry))
      throw new Forbidden('Only the person about whom somebody else has written can answer.')
    await insertAnswer(tx, { id: answerId, evidenceId: id, text, at: ctx.now() })
    await record(ctx, tx, { act: 'profile: evidence answered', on: own })
  })
}
