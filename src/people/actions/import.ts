import { type Context, nothingHappened } from '#context.ts'
import { Conflict, Invalid, NotFound } from '#errors.ts'
import { record } from '#history/actions.ts'
import type { Tx } from '#schema.ts'
import { runInThread } from '#threads/run.ts'
import type { Viewer } from '#viewer.ts'
import { touchedPeople } from '../csv/changes.ts'
import type { DateOrder, Plan } from '../csv/import.ts'
import { type PlanningInput, planFile } from '../csv/planned.ts'
import type { Report } from '../csv/report.ts'
import { dayOf } from '../day.ts'
import {
  claimImport,
  findImport,
  importContent,
  insertImport,
  insertImportPeople,
  readStanding,
  type StoredImport,
  updateImport,
} from '../store/imports.ts'
import { insertPlaces, insertTeams } from '../store/teams.ts'
import { clearTaken, insertPeople, insertPosts, updatePeople, updatePosts } from '../store/write.ts'
import { holdOrganization, namesOf } from '../store.ts'

export interface FileSent {
  text: string
  fileName: string | null
  dateOrder: DateOrder
}

/** Reads a file and says what would come of it; nothing is written. Throws Invalid when it is no table of people. */
export async function checkFile(
  ctx: Context,
  { text, dateOrder }: Omit<FileSent, 'fileName'>,
): Promise<Report> {
  const standing = await ctx.read(readStanding)
  return (await planFrom(ctx, { text, dateOrder, standing })).report
}

/** `checkFile`, kept until it is confirmed or thrown away. Returns the import's id. */
export async function startImport(ctx: Context, sent: FileSent): Promise<string> {
  const report = await checkFile(ctx, sent)
  const id = ctx.newId()
  const { text, fileName, dateOrder } = sent
  await ctx.keep((tx) => insertImport(tx, { id, fileName, content: text, dateOrder, report, at: ctx.now() }))
  return id
}

interface Found {
  plan: Plan
  report: Report
}

/** Up to here a plan takes some milliseconds; longer ones have a thread of their own, so that pages go on. */
const QUICK_LENGTH = 50_000
const PLANNER = { module: import.meta.resolve('../csv/planned.ts'), name: 'planFile' }

async function planFrom(
  ctx: Context,
  file: Pick<PlanningInput, 'text' | 'dateOrder' | 'standing'>,
): Promise<Found> {
  const input: PlanningInput = { ...file, today: dayOf(ctx.now()), seed: ctx.newId() }
  const isQuick = file.text.length <= QUICK_LENGTH
  return isQuick ? planFile(input) : runInThread<Planner>(PLANNER, [input])
}

/** A thread tells how far it is to the last argument, which this one does not use. */
type Planner = (input: PlanningInput, report?: (progress: never) => void) => Found

const GONE = 'There is no such import. It may have been thrown away.'

/** The import. Throws NotFound. */
export async function openImport(ctx: Context, id: string): Promise<StoredImport> {
  const found = await ctx.read((db) => findImport(db, id))
  if (!found || found.state === 'dropped') throw new NotFound(GONE)
  return found
}

/** Has the import done by a job; its act stands in the history when it is done. Throws NotFound and Conflict. */
export async function confirmImport(ctx: Context, id: string): Promise<void> {
  const { report } = await openImport(ctx, id)
  if (report.faultCount > 0) throw new Conflict('This file has faults. Correct them and send it again.')
  const { viewer, organizationId } = ctx
  await ctx.keep(async (tx) => {
    const confirmed = { by: viewer.person?.id ?? null, via: viewer.via }
    if (!(await claimImport(tx, id, ['checked'], { state: 'waiting', confirmed })))
      throw new Conflict('This import has been confirmed already.')
    await ctx.later(tx, 'people.import', { organizationId, importId: id })
  })
}

/** Throws the file away; nothing of it has been read in. Throws NotFound and Conflict. */
export async function dropImport(ctx: Context, id: string): Promise<void> {
  await openImport(ctx, id)
  await ctx.write(async (tx) => {
    if (!(await claimImport(tx, id, ['checked', 'failed'], { state: 'dropped', content: null })))
      throw new Conflict('This import is under way or done, so it cannot be thrown away.')
    await record(ctx, tx, { act: 'people import: thrown away', on: { kind: 'people import', id } })
  })
}

/**
 * Does a confirmed import, all of it or nothing, on behalf of who confirmed it. May be called again after a crash: what is
 * done is not done twice. What has come between since the check is told on the import's page, and nothing is written.
 */
export async function runImport(ctx: Context, id: string): Promise<void> {
  const isOurs = await ctx.keep((tx) =>
    claimImport(tx, id, ['waiting', 'running'], { state: 'running', done: 0 }),
  )
  const found = isOurs && (await ctx.read((db) => findImport(db, id)))
  if (!found) return
  const confirmer = ctx.as(await confirmerOf(ctx, found))
  try {
    await confirmer.write((tx) => writeImport(confirmer, tx, found))
  } catch (error) {
    const isOver = error instanceof Invalid || error instanceof Conflict
    const failed = isOver
      ? { state: 'failed' as const, message: error.message, endedAt: ctx.now() }
      : { message: TRY_FAILED }
    await ctx.keep((tx) => updateImport(tx, id, failed))
    if (!isOver) throw error
  }
}

const TRY_FAILED =
  'The last try failed, and nothing was written. It is tried again by itself; should it stay so, ask the owner, who finds the job in the history.'

/** The viewer that confirmed, as the history will name them. */
async function confirmerOf(ctx: Context, { confirmedBy, confirmedVia }: StoredImport): Promise<Viewer> {
  const via = (confirmedVia ?? ctx.viewer.via) as Viewer['via']
  const name = confirmedBy && (await ctx.read((db) => namesOf(db, [confirmedBy]))).get(confirmedBy)
  const person = confirmedBy && name ? { id: confirmedBy, name } : null
  return { ...ctx.viewer, person, via }
}

async function writeImport(ctx: Context, tx: Tx, { id, dateOrder }: StoredImport): Promise<void> {
  await holdOrganization(tx)
  const text = await importContent(tx, id)
  if (text === null) return nothingHappened(tx)
  const standing = await readStanding(tx)
  const { plan, report } = await planFrom(ctx, { text, dateOrder, standing })
  if (report.faultCount > 0) {
    await ctx.keep((own) => updateImport(own, id, { report }))
    throw new Conflict(
      'Something has changed here since the file was checked, and now it has faults. Nothing was read in. The faults stand below; send the file again once they are corrected.',
    )
  }
  await writePlan(ctx, tx, id, plan)
  const changed = touchedPeople(plan, standing)
  await insertImportPeople(tx, id, plan, changed)
  await updateImport(tx, id, {
    state: 'done',
    report,
    done: report.rows,
    content: null,
    message: null,
    endedAt: ctx.now(),
  })
  const { rows, added, unchanged } = report
  const note = { rows, added, changed: changed.length, unchanged }
  const also = [...plan.added, ...changed].map((person) => ({ kind: 'person', id: person.id }))
  await record(ctx, tx, { act: 'people: imported', on: { kind: 'people import', id }, also, note })
}

/** So many people are written before the page hears of it. */
const STEP = 1000

async function writePlan(ctx: Context, tx: Tx, id: string, plan: Plan): Promise<void> {
  const posts = [...plan.postsAdded, ...plan.postsChanged]
  const total = plan.added.length + plan.changed.length + posts.length
  let done = 0
  const told = async (count: number) => {
    done += count
    await ctx.keep((own) => updateImport(own, id, { done, total }))
  }
  const inSteps = async <T>(rows: T[], write: (tx: Tx, some: T[]) => Promise<void>) => {
    for (let i = 0; i < rows.length; i += STEP) {
      const some = rows.slice(i, i + STEP)
      await write(tx, some)
      await told(some.length)
    }
  }
  await insertTeams(tx, plan.teams)
  await insertPlaces(tx, plan.places)
  const after = plan.changed.map((change) => change.after)
  await clearTaken(
    tx,
    plan.changed.map(({ after: { id: personId } }) => personId),
  )
  await inSteps(after, updatePeople)
  await inSteps(plan.added, insertPeople)
  await inSteps(
    plan.postsChanged.map((change) => change.after),
    updatePosts,
  )
  await inSteps(plan.postsAdded, insertPosts)
}
