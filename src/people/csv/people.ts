/** Rows to people: whom each row means, and who they are afterwards. */
import { isUuid } from '#lib/uuid.ts'
import { fold } from '../fold.ts'
import { type Person, PersonInput } from '../model.ts'
import { isYes, neededBy, readDay } from './cells.ts'
import type { Column, Row } from './columns.ts'
import type { Faults } from './faults.ts'
import type { NewPerson, Planning } from './import.ts'

/** A row that stands for a person; `before` is null for somebody new. */
export interface PersonRow {
  row: Row
  before: Person | null
  after: NewPerson
}

const DAYS = ['startsOn', 'endsOn', 'leaveFrom', 'leaveUntil'] as const

/** The people of the file. Rows of further posts stand for nobody. */
export function planPeople(rows: Row[], planning: Planning, faults: Faults): PersonRow[] {
  const known = indexOf(planning.standing.people)
  const own = rows.filter(({ cells }) => !isYes(cells.further))
  const planned = own.map((row) => personOf(row, known, { planning, faults }))
  noteTwice(planned, faults)
  return planned
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

/** What is noted of a row while it is read. */
type Note = (column: Column, message: string) => void

/** By Sightline's own id, else by employee number, else by e-mail; null: nobody yet. */
function match({ cells }: Row, known: Index, note: Note): Person | null {
  const id = cells.id?.toLowerCase()
  if (id !== undefined && !isUuid(id)) note('id', 'This is no id that Sightline gave. Leave the cell empty.')
  else if (id !== undefined) return known.byId.get(id) ?? null
  const byNumber = cells.number && known.byNumber.get(cells.number.toLowerCase())
  const byEmail = cells.email && known.byEmail.get(cells.email.toLowerCase())
  if (byNumber && byEmail && byNumber.id !== byEmail.id)
    note(
      'email',
      `The employee number is ${byNumber.name}’s, the e-mail address ${byEmail.name}’s. Correct one of them.`,
    )
  const namesake = cells.number || cells.email ? undefined : known.byName.get(fold(cells.name ?? ''))?.[0]
  if (namesake)
    note(
      'name',
      `There is a ${namesake.name} already. Give the employee number or the e-mail address, so that it is clear whether they are the same.`,
    )
  return byNumber || byEmail || null
}

/** The person of the row. Fields with faults are noted and left as they were, so that the other faults are found too. */
function personOf(
  row: Row,
  known: Index,
  { planning, faults }: { planning: Planning; faults: Faults },
): PersonRow {
  const note: Note = (column, message) => faults.note(row, column, message)
  const before = match(row, known, note)
  const { cells } = row
  const given: Partial<Record<Column, string>> = {}
  for (const field of ['name', 'email', 'number'] as const) if (cells[field]) given[field] = cells[field]
  for (const field of DAYS) {
    const cell = cells[field]
    const day = cell && readDay(cell, planning.dateOrder)
    if (day) given[field] = day
    else if (cell !== undefined) note(field, NO_DAY)
  }
  const person = validPerson(before, given, note)
  noteStatus(cells.status, person, note)
  const ownId = cells.id?.toLowerCase()
  const id = before?.id ?? (ownId !== undefined && isUuid(ownId) ? ownId : planning.newId())
  return { row, before, after: { ...person, id } }
}

const NOBODY: PersonInput = {
  ...{ name: '?', email: null, number: null },
  ...{ startsOn: null, endsOn: null, leaveFrom: null, leaveUntil: null },
}

/** What can be kept of what is given; the rest is noted. */
function validPerson(before: Person | null, given: Partial<Record<Column, string>>, note: Note): PersonInput {
  const parsed = PersonInput.safeParse({ ...before, ...given })
  if (parsed.success) return parsed.data
  const wrong = new Map(parsed.error.issues.map(({ path, message }) => [String(path[0]) as Column, message]))
  for (const [column, message] of wrong) note(column, message)
  const sound = Object.fromEntries(Object.entries(given).filter(([column]) => !wrong.has(column as Column)))
  const again = PersonInput.safeParse({ ...NOBODY, ...before, ...sound })
  return again.success ? again.data : { ...NOBODY, ...before }
}

export const NO_DAY =
  'This is no day that can be read for certain. Write it as 2026-05-31; 31/05/2026 and 31.05.2026 are understood as well.'

function noteStatus(status: string | undefined, person: PersonInput, note: Note): void {
  const needed = status && neededBy(status)
  if (!needed || person[needed] !== null) return
  const [what, heading] = needed === 'endsOn' ? ['has left', 'Last day'] : ['is on leave', 'Leave from']
  note(
    'status',
    `The row says that the person ${what}, but not since when. Give the day in a column “${heading}”.`,
  )
}

/** Within the file, an id, a number and an address belong to one row each. */
function noteTwice(planned: PersonRow[], faults: Faults): void {
  const lines = new Map<string, number>()
  for (const { row, after } of planned) {
    for (const column of ['id', 'number', 'email'] as const) {
      const key = `${column} ${after[column]?.toLowerCase()}`
      const line = after[column] === null ? undefined : lines.get(key)
      // Rows that mean the same person by their number have the same id as well; that is told once.
      if (line !== undefined && (column !== 'id' || row.cells.id !== undefined))
        faults.note(row, column, `Line ${line} has the same. ${REMEDY[column]}`)
      else if (line === undefined) lines.set(key, row.line)
    }
  }
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
