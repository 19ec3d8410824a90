/** Rows to people: whom each row means, and who they are afterwards. */
import { Invalid } from '#errors.ts'
import { fold } from '../fold.ts'
import { type Person, PersonInput } from '../model.ts'
import { isYes, neededBy, readDay } from './cells.ts'
import type { Column, Row } from './columns.ts'
import { type Faults, noting } from './faults.ts'
import type { NewPerson, Planning } from './import.ts'

/** A row that stands for a person; `before` is null for somebody new. */
export interface PersonRow {
  row: Row
  before: Person | null
  after: NewPerson
}

const DAYS = ['startsOn', 'endsOn', 'leaveFrom', 'leaveUntil'] as const

/** The people of the file. Rows of further posts stand for nobody; rows with faults are left out. */
export function planPeople(rows: Row[], planning: Planning, faults: Faults): PersonRow[] {
  const known = indexOf(planning.standing.people)
  const own = rows.filter(({ cells }) => !isYes(cells.further))
  const planned = own.flatMap((row) => noting({ faults, row }, () => personOf(row, known, planning)) ?? [])
  return withoutTwice(planned, faults)
}

interface Index {
  byId: Map<string, Person>
  byNumber: Map<string, Person>
  byEmail: Map<string, Person>
  byName: Map<string, Person[]>
}

function indexOf(people: Person[]): Index {
  const keyed = (key: 'number' | 'email') =>
    new Map(people.flatMap((one) => (one[key] === null ? [] : [[one[key].toLowerCase(), one] as const])))
  return {
    byId: new Map(people.map((one) => [one.id, one])),
    byNumber: keyed('number'),
    byEmail: keyed('email'),
    byName: Map.groupBy(people, ({ name }) => fold(name)),
  }
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** By Sightline's own id, else by employee number, else by e-mail; null: nobody yet. */
function match({ cells }: Row, known: Index): Person | null {
  const id = cells.id?.toLowerCase()
  if (id !== undefined && !UUID.test(id))
    throw new Invalid({ id: 'This is no id that Sightline gave. Leave the cell empty.' })
  if (id !== undefined) return known.byId.get(id) ?? null
  const byNumber = cells.number && known.byNumber.get(cells.number.toLowerCase())
  const byEmail = cells.email && known.byEmail.get(cells.email.toLowerCase())
  if (byNumber && byEmail && byNumber.id !== byEmail.id)
    throw new Invalid({
      email: `The employee number is ${byNumber.name}’s, the e-mail address ${byEmail.name}’s. Correct one of them.`,
    })
  const found = byNumber || byEmail || null
  const namesake = cells.number || cells.email ? undefined : known.byName.get(fold(cells.name ?? ''))?.[0]
  if (namesake)
    throw new Invalid({
      name: `There is a ${namesake.name} already. Give the employee number or the e-mail address, so that it is clear whether they are the same.`,
    })
  return found
}

function personOf(row: Row, known: Index, { dateOrder, newId }: Planning): PersonRow {
  const before = match(row, known)
  const { cells } = row
  const wrong: Record<string, string> = {}
  const given: Partial<Record<Column, string>> = {}
  for (const field of ['name', 'email', 'number'] as const) if (cells[field]) given[field] = cells[field]
  for (const field of DAYS) {
    const cell = cells[field]
    if (cell === undefined) continue
    const day = readDay(cell, dateOrder)
    if (day) given[field] = day
    else wrong[field] = NO_DAY
  }
  const parsed = PersonInput.safeParse({ ...before, ...given })
  for (const { path, message } of parsed.error?.issues ?? []) wrong[String(path[0])] ??= message
  if (!parsed.success || Object.keys(wrong).length > 0) throw new Invalid(wrong)
  refuseStatus(cells.status, parsed.data)
  const id = before?.id ?? cells.id?.toLowerCase() ?? newId()
  return { row, before, after: { ...parsed.data, id } }
}

export const NO_DAY =
  'This is no day that can be read for certain. Write it as 2026-05-31; 31/05/2026 and 31.05.2026 are understood as well.'

function refuseStatus(status: string | undefined, person: PersonInput): void {
  const needed = status && neededBy(status)
  if (!needed || person[needed] !== null) return
  const [what, heading] = needed === 'endsOn' ? ['has left', 'Last day'] : ['is on leave', 'Leave from']
  throw new Invalid({
    status: `The row says that the person ${what}, but not since when. Give the day in a column “${heading}”.`,
  })
}

/** Within the file, an id, a number and an address belong to one row each. */
function withoutTwice(planned: PersonRow[], faults: Faults): PersonRow[] {
  const lines = new Map<string, number>()
  return planned.filter(({ row, after }) => {
    const keys = (['id', 'number', 'email'] as const).flatMap((column) =>
      after[column] === null ? [] : [{ column, key: `${column} ${after[column].toLowerCase()}` }],
    )
    const taken = keys.filter(({ key }) => lines.has(key))
    for (const { column, key } of taken)
      faults.note(row, column, `Line ${lines.get(key)} has the same. ${REMEDY[column]}`)
    for (const { key } of keys) if (!lines.has(key)) lines.set(key, row.line)
    return taken.length === 0
  })
}

const SAME_PERSON = 'If both are one person with two posts, write “yes” under “Further post” here'
const REMEDY = {
  id: `${SAME_PERSON}; else leave the id empty.`,
  number: `${SAME_PERSON}; else correct one of the numbers.`,
  email: `${SAME_PERSON}; else correct one of the addresses.`,
}

/** Nobody may end up with the address or number of somebody who is stored and not changed by this file. */
export function refuseTaken(planned: PersonRow[], { people }: { people: Person[] }, faults: Faults): void {
  const changing = new Set(planned.map(({ after }) => after.id))
  const staying = indexOf(people.filter(({ id }) => !changing.has(id)))
  for (const { row, after } of planned) {
    const byNumber = after.number !== null && staying.byNumber.get(after.number.toLowerCase())
    const byEmail = after.email !== null && staying.byEmail.get(after.email.toLowerCase())
    if (byNumber)
      faults.note(row, 'number', `${byNumber.name} has this number already. Each belongs to one person.`)
    if (byEmail)
      faults.note(row, 'email', `${byEmail.name} has this address already. Each belongs to one person.`)
  }
}
