import { type Context, nothingHappened } from '#context.ts'
import { Conflict } from '#errors.ts'
import { forgetWords } from '#history/actions/erase.ts'
import { record } from '#history/actions.ts'
import { changesBetween } from '#history/model.ts'
import { countUnfinishedBefore, deleteUnfinishedBefore } from '#history/store/unfinished.ts'
import { countWordsBefore } from '#history/store/words.ts'
import { forgetFiles } from '#people/store/imports.ts'
import { countAgedVacancies, emptyAgedVacancies } from '#recruit/store/aged.ts'
import type { Db, Tx } from '#schema.ts'
import { countAgedWords, forgetAgedWords } from '#translate/store/aged.ts'
import {
  cutOff,
  type Periods,
  periodsFrom,
  RETENTION_KINDS,
  RETENTION_RULES,
  type RetentionKind,
} from '../retention.ts'
import { countAged, countLeavers, deleteAged, emptyImportChanges, listLeavers } from '../store/aged.ts'
import { listPeriods, savePeriods } from '../store.ts'
import { erasePerson } from './erase.ts'

/** What is too old, by kind: how many there are, and their removal, which may take several rounds. */
interface Aging {
  count(db: Db, before: Date): Promise<number>
  /** Gives how many went; 0: nothing is left. */
  remove(ctx: Context, tx: Tx, before: Date): Promise<number>
}

const AGING: Record<Exclude<RetentionKind, 'people'>, Aging> = {
  vacancies: {
    count: countAgedVacancies,
    remove: (_, tx, before) => emptyAgedVacancies(tx, before),
  },
  history: { count: countWordsBefore, remove: forgetWords },
  words: { count: countAgedWords, remove: (_, tx, before) => forgetAgedWords(tx, before) },
  mails: {
    count: (db, before) => countAged(db, 'mails', before),
    remove: (_, tx, before) => deleteAged(tx, 'mails', before),
  },
  invitations: {
    count: (db, before) => countAged(db, 'invitations', before),
    remove: (_, tx, before) => deleteAged(tx, 'invitations', before),
  },
  imports: {
    count: async (db, before) =>
      (await countAged(db, 'imports', before)) + (await countAged(db, 'importChanges', before)),
    remove: async (_, tx, before) => (await forgetFiles(tx, before)) + (await emptyImportChanges(tx, before)),
  },
  jobs: { count: countUnfinishedBefore, remove: (_, tx, before) => deleteUnfinishedBefore(tx, before) },
  wishes: {
    count: (db, before) => countAged(db, 'wishes', before),
    remove: (_, tx, before) => deleteAged(tx, 'wishes', before),
  },
}

/** One kind of data: how long it is kept, and what would go if the periods were applied now. */
export interface RetentionLine {
  kind: RetentionKind
  months: number | null
  /** How many; for people also who, some of them. */
  due: number
  names: string[]
}

/** Some of those who would go, by name. */
const SHOWN = 8

/** `periods`: as if these held; left out: those that hold. */
export async function previewRetention(ctx: Context, periods?: Periods): Promise<RetentionLine[]> {
  const now = ctx.now()
  return ctx.read(async (db) => {
    const hold = periods ?? periodsFrom(await listPeriods(db))
    const lines: RetentionLine[] = []
    for (const kind of RETENTION_KINDS) lines.push(await lineOf(db, kind, hold[kind], now))
    return lines
  })
}

async function lineOf(db: Db, kind: RetentionKind, months: number | null, now: Date): Promise<RetentionLine> {
  const before = cutOff(now, months)
  if (before === null) return { kind, months, due: 0, names: [] }
  if (kind !== 'people') return { kind, months, due: await AGING[kind].count(db, before), names: [] }
  const names = (await listLeavers(db, before, SHOWN)).map(({ name }) => name)
  return { kind, months, due: await countLeavers(db, before), names }
}

/** The owner decides how long things are kept. It holds from the next application on. */
export async function setPeriods(ctx: Context, periods: Periods): Promise<void> {
  await ctx.write(async (tx) => {
    const before = periodsFrom(await listPeriods(tx))
    const changes = changesBetween(titled(before), titled(periods))
    if (Object.keys(changes).length === 0) return nothingHappened(tx)
    await savePeriods(tx, periods)
    await record(ctx, tx, {
      act: 'retention: changed',
      on: { kind: 'retention', id: 'periods', name: 'how long things are kept' },
      changes,
    })
  })
}

/** As the history tells it: months, by the title of the kind. */
const titled = (periods: Periods) =>
  Object.fromEntries(
    RETENTION_KINDS.map((kind) => [RETENTION_RULES[kind].title, periods[kind] ?? 'for ever']),
  )

/** Removes all that is too old by now, kind by kind; each leaves a row in the history when anything went. */
export async function applyRetention(ctx: Context): Promise<Record<RetentionKind, number>> {
  const now = ctx.now()
  const periods = periodsFrom(await ctx.read(listPeriods))
  const gone = {} as Record<RetentionKind, number>
  for (const kind of RETENTION_KINDS) {
    const before = cutOff(now, periods[kind])
    gone[kind] = before === null ? 0 : await applyTo(ctx, kind, before)
  }
  return gone
}

async function applyTo(ctx: Context, kind: RetentionKind, before: Date): Promise<number> {
  if (kind === 'people') return eraseLeavers(ctx, before)
  let all = 0
  for (;;) {
    const some = await removeSome(ctx, kind, before)
    all += some
    if (some === 0) return all
  }
}

function removeSome(ctx: Context, kind: keyof typeof AGING, before: Date): Promise<number> {
  return ctx.write(async (tx) => {
    const count = await AGING[kind].remove(ctx, tx, before)
    if (count > 0) await recordApplication(ctx, tx, kind, { count, before })
    else nothingHappened(tx)
    return count
  })
}

/** One after the other, each with all their traces. Whoever cannot be erased, such as the only owner, is left. */
async function eraseLeavers(ctx: Context, before: Date): Promise<number> {
  const leavers = await ctx.read((db) => listLeavers(db, before, EVERYBODY))
  let count = 0
  for (const { id } of leavers) if (await couldErase(ctx, id)) count += 1
  if (count > 0) await ctx.write((tx) => recordApplication(ctx, tx, 'people', { count, before }))
  return count
}

const EVERYBODY = 1_000_000

async function couldErase(ctx: Context, personId: string): Promise<boolean> {
  try {
    await erasePerson(ctx, personId)
    return true
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    return false
  }
}

function recordApplication(
  ctx: Context,
  tx: Tx,
  kind: RetentionKind,
  { count, before }: { count: number; before: Date },
): Promise<void> {
  return record(ctx, tx, {
    act: 'retention: applied',
    on: { kind: 'retention', id: kind, name: RETENTION_RULES[kind].title },
    note: { removed: count, olderThan: before.toISOString().slice(0, 10) },
  })
}

/** Has the periods applied now and not tonight. */
export function askForRetention(ctx: Context): Promise<void> {
  return ctx.write(async (tx) => {
    await ctx.later(tx, 'privacy.retention', {})
    await record(ctx, tx, {
      act: 'retention: asked for',
      on: { kind: 'retention', id: 'now', name: 'removal of what is too old' },
    })
  })
}
