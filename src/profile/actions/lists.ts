import type { Context } from '#context.ts'
import { Invalid, NotFound } from '#errors.ts'
import { type Framework, levelLabel } from '#framework/model.ts'
import type { Db, Tx } from '#schema.ts'
import {
  type LineStep,
  LineText,
  type ListKind,
  type ListLine,
  type ListSection,
  listOf,
  moved,
  type Round,
  type SectionKey,
  type TouchedLine,
} from '../lists.ts'
import { nameOf } from '../picture.ts'
import { frameworksOf } from '../store/frameworks.ts'
import { listOwnLevels } from '../store/levels.ts'
import {
  deleteLine,
  listStandingActivities,
  listStandingAnswers,
  listTouched,
  putLines,
} from '../store/lists.ts'
import { ownProfile } from './own.ts'

export interface OwnList {
  kind: ListKind
  sections: ListSection[]
  /** Whose words the lines are made of, for the foot of a sheet. */
  frameworks: Framework[]
}

/** A list of the viewer's as it stands. Throws Forbidden for whoever is nobody among the people. */
export function openList(ctx: Context, kind: ListKind): Promise<OwnList> {
  const { id } = ownProfile(ctx)
  return ctx.read((db) => listFor(db, id, kind))
}

/** All three lists of a person, made from one look at the answers. */
export async function listsFor(db: Db, personId: string): Promise<Record<ListKind, ListSection[]>> {
  const { rounds } = await roundsOf(db, personId)
  const touched = await listTouched(db, personId, null)
  const of = (kind: ListKind) =>
    listOf(
      kind,
      rounds,
      touched.filter(({ list }) => list === kind),
    )
  return { cv: of('cv'), career: of('career'), appraisal: of('appraisal') }
}

async function listFor(db: Db, personId: string, kind: ListKind): Promise<OwnList> {
  const { rounds, frameworks } = await roundsOf(db, personId)
  return { kind, frameworks, sections: listOf(kind, rounds, await listTouched(db, personId, kind)) }
}

async function roundsOf(db: Db, personId: string): Promise<{ rounds: Round[]; frameworks: Framework[] }> {
  const levels = await listOwnLevels(db, personId)
  const answers = await listStandingAnswers(db, personId)
  const activities = await listStandingActivities(db, personId)
  const frameworks = await frameworksOf(
    db,
    levels.map(({ framework }) => framework),
  )
  const rounds = frameworks.map(({ id, scale, competencies }) => ({
    levels: scale.levels.map((level) => ({ key: level.key, label: levelLabel(level) })),
    competencies: competencies.map((one) => ({ key: one.key, label: nameOf(one) })),
    can: new Map(
      levels.filter(({ framework }) => framework === id).map(({ competency, can }) => [competency, can]),
    ),
    answers: answers.filter(({ framework }) => framework === id),
    activities: activities.filter(({ framework }) => framework === id),
  }))
  return { rounds, frameworks }
}

export interface LineAt {
  kind: ListKind
  section: SectionKey
  source: string
}

/**
 * Does something with a line of the viewer's list. It is nobody's act, as typing in a drawer is not, so the history says
 * nothing of it. Throws NotFound for a line that is not there, and Invalid at `text`.
 */
export function changeLine(
  ctx: Context,
  at: LineAt,
  { step, text = '' }: { step: LineStep; text?: string },
): Promise<void> {
  const { id: personId } = ownProfile(ctx)
  const written = step === 'edit' ? lineText(text) : ''
  return ctx.keep(async (tx) => {
    const list = await listFor(tx, personId, at.kind)
    const section = list.sections.find(({ key }) => key === at.section)
    const line = [...(section?.lines ?? []), ...(section?.out ?? [])].find(
      ({ source }) => source === at.source,
    )
    if (!section || !line)
      throw new NotFound('This line is not on your list any more. Your answers may have changed.')
    const whose = { personId, list: at.kind }
    if (step === 'up' || step === 'down')
      return move(ctx, tx, { whose, section, line, by: step === 'up' ? -1 : 1 })
    if (step === 'remove' || (step === 'restore' && line.isLeft)) return deleteLine(tx, whose, at)
    const stored = (await listTouched(tx, personId, at.kind)).find(
      (one) => one.section === at.section && one.source === at.source,
    )
    await putLines(tx, whose, [{ id: ctx.newId(), ...touchedBy(step, section, { line, stored, written }) }])
  })
}

interface Touching {
  line: ListLine
  stored: TouchedLine | undefined
  written: string
}

function touchedBy(step: LineStep, section: ListSection, { line, stored, written }: Touching): TouchedLine {
  const isOn = section.lines.some(({ source }) => source === line.source)
  const isOwn = line.source.startsWith('own:')
  const standing = {
    section: section.key,
    source: line.source,
    words: line.words,
    edited: stored?.edited ?? null,
    included: isOn,
    position: stored?.position ?? null,
  }
  if (step === 'edit')
    return isOwn
      ? { ...standing, words: written }
      : { ...standing, edited: written === line.words ? null : written }
  if (step === 'restore') return { ...standing, edited: null }
  return { ...standing, included: step === 'in', position: null }
}

interface Move {
  whose: { personId: string; list: ListKind }
  section: ListSection
  line: ListLine
  by: -1 | 1
}

/** From the first move on the whole order is the person's. */
async function move(ctx: Context, tx: Tx, { whose, section, line, by }: Move): Promise<void> {
  const order = moved(section.lines, line.source, by)
  if (!order) return
  await putLines(
    tx,
    whose,
    order.flatMap((source, position) => {
      const one = section.lines.find((candidate) => candidate.source === source)
      if (!one) return []
      const edited = one.isEdited ? one.text : null
      return [
        { id: ctx.newId(), section: section.key, source, words: one.words, edited, included: true, position },
      ]
    }),
  )
}

/** A line by hand, at the end of a section of the viewer's list. Throws Invalid at `text`. */
export function addLine(ctx: Context, kind: ListKind, section: SectionKey, text: string): Promise<void> {
  const { id: personId } = ownProfile(ctx)
  const words = lineText(text)
  return ctx.keep(async (tx) => {
    const id = ctx.newId()
    const line = { id, section, source: `own:${id}`, words, edited: null, included: true, position: null }
    await putLines(tx, { personId, list: kind }, [line])
  })
}

function lineText(typed: string): string {
  const parsed = LineText.safeParse(typed)
  if (parsed.success) return parsed.data
  throw new Invalid({ text: parsed.error.issues[0]?.message ?? 'Write the line.' })
}
