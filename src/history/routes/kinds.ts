import type { Context } from '#context.ts'
import { isAllowed } from '#viewer.ts'
import { historyAccess as may } from '../access.ts'
import type { Happening } from '../happening.ts'

/** Who may see the history of a thing of one kind, and where its own page is. Each slice says so of its kinds. */
export interface SubjectKind {
  /** Whoever may see the thing. Called with any text for an id. */
  sees(ctx: Context, id: string): boolean | Promise<boolean>
  /** The address of its own page; null where it has none, or the thing is gone. */
  page(ctx: Context, id: string): string | null | Promise<string | null>
  /** Whether such an act on it is not for this viewer, though the thing is. Owners see all. */
  hides?(ctx: Context, id: string, act: string): boolean
}

export type SubjectKinds = Record<string, SubjectKind>

interface Thing {
  kind: string
  id: string
}

/** Whoever may see all of the history, or may see the thing itself. */
export async function seesThing(ctx: Context, kinds: SubjectKinds, { kind, id }: Thing): Promise<boolean> {
  if (isAllowed(ctx.viewer, may.readAll)) return true
  const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  return known !== undefined && (await known.sees(ctx, id))
}

const keyOf = ({ kind, id }: Thing) => `${kind} ${id}`

/**
 * The events as this viewer may see them, and which of the things in them may be opened, as "kind id". Of an event on
 * something that the viewer may not see only the sentence stays; an act that its kind hides is left out.
 */
export async function asSeen(
  ctx: Context,
  kinds: SubjectKinds,
  all: Happening[],
): Promise<{ events: Happening[]; open: Set<string> }> {
  const events = all.filter((event) => !isHidden(ctx, kinds, event))
  const things = new Map(events.flatMap(({ on, also }) => [on, ...also].map((one) => [keyOf(one), one])))
  const open = new Set<string>()
  for (const [key, thing] of things) if (await seesThing(ctx, kinds, thing)) open.add(key)
  const shown = events.map((event) =>
    open.has(keyOf(event.on)) ? event : { ...event, changes: {}, note: {} },
  )
  return { events: shown, open }
}

function isHidden(ctx: Context, kinds: SubjectKinds, { act, on, also }: Happening): boolean {
  if (isAllowed(ctx.viewer, may.readAll)) return false
  return [on, ...also].some(({ kind, id }) => kinds[kind]?.hides?.(ctx, id, act) ?? false)
}
