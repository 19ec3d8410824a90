import { type Filter, NO_FILTER } from './happening.ts'

/** What an address asks of the history, and what is wrong with it, field by field. */
export interface HistoryQuery {
  filter: Filter
  before: number | null
  errors: Record<string, string>
}

const LONGEST = 100

/** Reads the filter as it stands in an address. `thing` is "kind id"; what is not understood is told, never guessed. */
export function readQuery(query: Record<string, string>): HistoryQuery {
  const { who = '', kind = '', act = '', from = '', to = '', thing = '', before = '' } = query
  const errors: Record<string, string> = {}
  for (const [name, value] of Object.entries({ from, to }))
    if (value !== '' && !isDay(value)) errors[name] = 'Give a day as year, month and day, such as 2026-05-03.'
  if (Object.keys(errors).length === 0 && from !== '' && to !== '' && from > to)
    errors.to = 'This day is before the first one. Exchange the two.'
  const short = (text: string) => text.trim().slice(0, LONGEST)
  const filter = { ...NO_FILTER, who: short(who), kind: short(kind), act: short(act), from, to }
  const space = thing.lastIndexOf(' ')
  const one = space > 0 ? { kind: thing.slice(0, space), id: thing.slice(space + 1, 300) } : null
  return { filter: { ...filter, thing: one }, before: numberOf(before), errors }
}

function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

function numberOf(text: string): number | null {
  const number = Number(text)
  return Number.isSafeInteger(number) && number > 0 ? number : null
}

/** The filter as an address holds it, without what is not set. */
export function queryOf({ thing, ...filter }: Filter): Record<string, string> {
  const set = Object.entries(filter).filter(([, value]) => value !== '')
  return { ...Object.fromEntries(set), ...(thing && { thing: `${thing.kind} ${thing.id}` }) }
}
