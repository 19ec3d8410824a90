import type { Context } from '#context.ts'
import { NotFound } from '#errors.ts'
import type { Db } from '#schema.ts'
import { type Sight, seenAs, sightOf } from '../access.ts'
import type { Mention, PersonCard } from '../card.ts'
import { type ChartNode, chartOf, shownIn } from '../chart.ts'
import { dayOf, dayToLookAt } from '../day.ts'
import { chainAbove, lineAbove, listLines, listReports, type Report } from '../store/lines.ts'
import { findPerson, mentionsOf } from '../store.ts'

const GONE = 'There is no such person, or not any more.'

/** A person as the viewer may see them. */
export interface Seen {
  person: PersonCard
  sight: Sight
  /** The day of which posts and lines are shown. */
  day: string
}

/** The person, or what the viewer may see of them. Throws NotFound. */
export async function lookAt(ctx: Context, db: Db, id: string): Promise<Seen> {
  const today = dayOf(ctx.now())
  const found = await findPerson(db, id)
  if (!found) throw new NotFound(GONE)
  const day = dayToLookAt(found, today)
  const sight = sightOf(ctx.viewer, id, await lineAbove(db, id, day))
  const person = seenAs(sight, found, today)
  if (!person) throw new NotFound(GONE)
  return { person, sight, day }
}

/** What a person's own page shows. */
export interface PersonView extends Seen {
  /** Managers, the nearest first. */
  chain: Mention[]
  /** Everybody below, the nearest first. */
  reports: Report[]
}

/** The person with those above and below them. Throws NotFound. */
export function openPerson(ctx: Context, id: string): Promise<PersonView> {
  return ctx.read(async (db) => {
    const seen = await lookAt(ctx, db, id)
    const chain = await chainAbove(db, id, seen.day)
    return { ...seen, chain, reports: await listReports(db, id, seen.day) }
  })
}

/** Whether the viewer may see what has happened to this person: whoever sees the whole of them. */
export async function maySeeHistoryOf(ctx: Context, db: Db, id: string): Promise<boolean> {
  const seen = await lookAt(ctx, db, id).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  return seen?.sight === 'whole'
}

export interface Chart {
  nodes: ChartNode[]
  people: Map<string, Mention>
  /** From whom it is drawn; null: from the top. */
  from: Mention | null
  /** Above that person, the nearest first. */
  chain: Mention[]
}

/** The organisation today as a picture, from the top or from one person. Throws NotFound. */
export function openChart(ctx: Context, from: string | null): Promise<Chart> {
  return ctx.read(async (db) => {
    const on = dayOf(ctx.now())
    if (from !== null) await lookAt(ctx, db, from)
    const nodes = chartOf(await listLines(db), { from, on })
    const people = new Map((await mentionsOf(db, shownIn(nodes), on)).map((one) => [one.id, one]))
    const chain = from === null ? [] : await chainAbove(db, from, on)
    return { nodes, people, from: (from && people.get(from)) || null, chain }
  })
}
