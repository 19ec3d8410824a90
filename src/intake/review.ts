import { z } from 'zod'
import { Invalid } from '#errors.ts'
import { certain, cutItem, mergeItems } from './items.ts'
import { balance } from './ledger.ts'
import {
  type Draft,
  type DraftCompetency,
  type DraftLevel,
  type Item,
  SECTIONS,
  type Source,
} from './model.ts'
import { hasPlace, listsOf, mapLists, type Place, placeName, placeNamed } from './places.ts'

const line = z.string().trim().min(1, 'Write at least one word.').max(500, 'Keep it under 500 characters.')
const ids = z
  .array(z.string().min(1))
  .min(1, 'Tick at least one item first.')
  .transform((all) => [...new Set(all)])
const place = z
  .string()
  .refine((name) => placeNamed(name) !== undefined, 'Choose a place first, then press Move.')

/** One thing a reviewer does to a draft. The same schema reads the form, the island and the API. */
export const Operation = z.discriminatedUnion('do', [
  z.object({ do: z.literal('move'), items: ids, to: place }),
  z.object({ do: z.literal('merge'), items: ids }),
  z.object({ do: z.literal('notes'), items: ids }),
  z.object({ do: z.literal('confirm'), items: ids }),
  z.object({
    do: z.literal('rewrite'),
    item: z.string(),
    text: z.string().trim().min(1, 'Leave at least one word, or send it to the notes.'),
  }),
  z.object({ do: z.literal('keep-as-notes'), competency: z.string() }),
  z.object({ do: z.literal('name-framework'), title: line }),
  z.object({
    do: z.literal('name-competency'),
    competency: z.string(),
    name: line,
    code: z.string().trim().max(40),
    group: z.string().trim().max(200),
  }),
  z.object({ do: z.literal('add-competency'), name: line }),
  z.object({ do: z.literal('remove-competency'), competency: z.string() }),
  z.object({
    do: z.literal('name-level'),
    competency: z.string(),
    order: z.coerce.number().int(),
    number: z
      .union([z.literal('').transform(() => null), z.coerce.number().int().min(-99).max(99_999)])
      .nullable(),
    name: z.string().trim().max(200),
  }),
  z.object({ do: z.literal('add-level'), competency: z.string() }),
  z.object({ do: z.literal('flip-levels'), competency: z.string() }),
  z.object({ do: z.literal('undo') }),
])
export type Operation = z.output<typeof Operation>
export type Step = Exclude<Operation, { do: 'undo' }>

type Apply<K extends Step['do']> = (draft: Draft, step: Extract<Step, { do: K }>, source: Source) => Draft

const byId = (draft: Draft) =>
  new Map(listsOf(draft).flatMap((l) => l.items.map((item) => [item.id, { item, place: l.place }])))

function takeOut(draft: Draft, wanted: readonly string[]): { rest: Draft; items: Item[] } {
  const known = byId(draft)
  const items = wanted.map((id) => known.get(id)?.item)
  if (items.includes(undefined))
    throw new Invalid('That item is not in this draft any more. Load the page again.')
  const gone = new Set(wanted)
  const rest = mapLists(draft, (list) =>
    list.some((i) => gone.has(i.id)) ? list.filter((i) => !gone.has(i.id)) : list,
  )
  return { rest, items: items.filter((item) => item !== undefined) }
}

function putIn(draft: Draft, to: Place, items: Item[]): Draft {
  const name = placeName(to)
  return mapLists(draft, (list, here) =>
    placeName(here) === name ? inReadingOrder([...list, ...items]) : list,
  )
}

/** Items moved by hand take the place that the source gives them among their new neighbours. */
const inReadingOrder = (items: Item[]) =>
  items
    .map((item, i) => ({ item, at: item.spans[0]?.[0] ?? Number.POSITIVE_INFINITY, i }))
    .sort((a, b) => a.at - b.at || a.i - b.i)
    .map(({ item }) => item)

const move: Apply<'move'> = (draft, { items: wanted, to }) => {
  const there = placeNamed(to)
  if (!there || !hasPlace(draft, there))
    throw new Invalid({ to: 'That place is not in this draft. Choose another.' })
  const { rest, items } = takeOut(draft, wanted)
  return putIn(rest, there, items.map(certain))
}

/** One ticked item joins the one before it in its list; several ticked items become one, in the order of the source. */
const merge: Apply<'merge'> = (draft, { items: wanted }) => {
  const ticked = new Set(wanted)
  const list = listsOf(draft).find((l) => l.items.some((i) => ticked.has(i.id)))
  if (!list) throw new Invalid('That item is not in this draft any more. Load the page again.')
  const first = list.items.findIndex((i) => ticked.has(i.id))
  const before = list.items[first - 1]
  const together = wanted.length === 1 ? (before ? [before.id, ...wanted] : []) : wanted
  if (together.length < 2)
    throw new Invalid('There is no item before this one to join it to. Tick two or more items.')
  const { rest, items } = takeOut(draft, together)
  return putIn(rest, list.place, [mergeItems(inReadingOrder(items))])
}

/** Line breaks in the new text cut the item; other words make it an edited item. */
const rewrite: Apply<'rewrite'> = (draft, { item: id, text }, source) => {
  const found = byId(draft).get(id)
  if (!found) throw new Invalid('That item is not in this draft any more. Load the page again.')
  const pieces = cutItem(source, found.item, text.split(/\s*\n\s*/).filter(Boolean))
  return mapLists(draft, (list) => list.flatMap((i) => (i.id === id ? pieces : [i])))
}

/** Each ticked item goes to the notes of its own competency; from outside the competencies, to those of the last one. */
const notes: Apply<'notes'> = (draft, { items: wanted }) => {
  const known = byId(draft)
  const { rest, items } = takeOut(draft, wanted)
  return items.reduce((now, item) => {
    const from = known.get(item.id)?.place
    const competency = from && 'competency' in from ? from.competency : draft.competencies.at(-1)?.id
    if (competency === undefined)
      throw new Invalid('There is no competency to hold notes yet. Add one first.')
    return putIn(now, { in: 'section', competency, section: 'notes' }, [certain(item)])
  }, rest)
}

const confirm: Apply<'confirm'> = (draft, { items: wanted }) => {
  const ticked = new Set(wanted)
  return mapLists(draft, (list) => list.map((item) => (ticked.has(item.id) ? certain(item) : item)))
}

const keepAsNotes: Apply<'keep-as-notes'> = (draft, { competency }) => {
  requireCompetency(draft, competency)
  const there: Place = { in: 'section', competency, section: 'notes' }
  return putIn({ ...draft, unplaced: [] }, there, draft.unplaced.map(certain))
}

function requireCompetency(draft: Draft, id: string): DraftCompetency {
  const found = draft.competencies.find((c) => c.id === id)
  if (!found) throw new Invalid('That competency is not in this draft any more. Load the page again.')
  return found
}

function changeCompetency(draft: Draft, id: string, change: (c: DraftCompetency) => DraftCompetency): Draft {
  requireCompetency(draft, id)
  return { ...draft, competencies: draft.competencies.map((c) => (c.id === id ? change(c) : c)) }
}

const nameCompetency: Apply<'name-competency'> = (draft, { competency, name, code, group }) =>
  changeCompetency(draft, competency, (c) => ({
    ...c,
    name,
    nameFrom: 'person',
    code: code || null,
    group: group || null,
  }))

const addCompetency: Apply<'add-competency'> = (draft, { name }) => {
  const used = new Set(draft.competencies.map((c) => c.id))
  let n = draft.competencies.length + 1
  while (used.has(`new${n}`)) n++
  const sections = Object.fromEntries(SECTIONS.map((s) => [s, []])) as unknown as DraftCompetency['sections']
  const levels = (draft.competencies[0]?.levels ?? []).map((level) => ({ ...level, indicators: [] }))
  const added = {
    id: `new${n}`,
    name,
    nameFrom: 'person' as const,
    group: null,
    code: null,
    definition: [],
    levels,
    sections,
    emptySections: [],
  }
  return { ...draft, competencies: [...draft.competencies, added] }
}

/** The words of a removed competency go back to the tray. */
const removeCompetency: Apply<'remove-competency'> = (draft, { competency }) => {
  const gone = requireCompetency(draft, competency)
  const items = [
    ...gone.definition,
    ...gone.levels.flatMap((l) => l.indicators),
    ...Object.values(gone.sections).flat(),
  ]
  const rest = { ...draft, competencies: draft.competencies.filter((c) => c.id !== competency) }
  return putIn(rest, { in: 'unplaced' }, items)
}

function changeLevels(
  draft: Draft,
  competency: string,
  change: (levels: DraftLevel[]) => DraftLevel[],
): Draft {
  return changeCompetency(draft, competency, (c) => ({ ...c, levels: change(c.levels) }))
}

const nameLevel: Apply<'name-level'> = (draft, { competency, order, number, name }) => {
  if (number === null && !name) throw new Invalid({ name: 'Give the level a number, a name or both.' })
  return changeLevels(draft, competency, (levels) =>
    levels.map((level) => (level.order === order ? { ...level, number, name: name || null } : level)),
  )
}

const addLevel: Apply<'add-level'> = (draft, { competency }) =>
  changeLevels(draft, competency, (levels) => {
    const order = Math.max(-1, ...levels.map((l) => l.order)) + 1
    const number = Math.max(0, ...levels.map((l) => l.number ?? 0)) + 1
    return [...levels, { number, name: null, order, indicators: [] }]
  })

/** The lowest number becomes the highest and so on; levels without numbers change their order. */
const flipLevels: Apply<'flip-levels'> = (draft, { competency }) =>
  changeLevels(draft, competency, (levels) => {
    const numbers = levels.map((l) => l.number)
    if (numbers.every((n) => n === null))
      return levels.toReversed().map((level, order) => ({ ...level, order }))
    return levels.map((level, i) => ({ ...level, number: numbers[numbers.length - 1 - i] ?? null }))
  })

const APPLY: { [K in Step['do']]: Apply<K> } = {
  move,
  merge,
  notes,
  confirm,
  rewrite,
  'keep-as-notes': keepAsNotes,
  'name-framework': (draft, { title }) => ({ ...draft, title }),
  'name-competency': nameCompetency,
  'add-competency': addCompetency,
  'remove-competency': removeCompetency,
  'name-level': nameLevel,
  'add-level': addLevel,
  'flip-levels': flipLevels,
}

/** The draft after one step. Throws Invalid, in words for the reviewer, when the step does not fit. */
function applyStep(source: Source, draft: Draft, step: Step): Draft {
  const apply = APPLY[step.do] as Apply<Step['do']>
  return apply(draft, step as never, source)
}

/** The steps that count: each undo takes the last one back. */
export function standing(operations: readonly Operation[]): Step[] {
  const steps: Step[] = []
  for (const operation of operations) {
    if (operation.do === 'undo') steps.pop()
    else steps.push(operation)
  }
  return steps
}

/**
 * The draft as it stands: the reader's draft with every standing step replayed. Steps move words and never drop any,
 * so the ledger is counted once, at the end.
 */
export function replay(source: Source, draft: Draft, operations: readonly Operation[]): Draft {
  const steps = standing(operations)
  if (steps.length === 0) return draft
  return balance(
    source,
    steps.reduce((now, step) => applyStep(source, now, step), draft),
  )
}
