/** Which column of a table holds what, by its heading in any of the usual words. */
import { Invalid } from '#errors.ts'
import { fold } from '../fold.ts'
import type { Table } from './table.ts'

/** What a column can hold, with the heading that exports give it. */
export const HEADINGS = {
  name: 'Name',
  given: 'Given name',
  family: 'Family name',
  email: 'E-mail',
  number: 'Employee number',
  startsOn: 'First day',
  endsOn: 'Last day',
  leaveFrom: 'Leave from',
  leaveUntil: 'Leave until',
  status: 'Status',
  title: 'Role',
  team: 'Team',
  place: 'Place',
  manager: 'Reports to',
  managerName: 'Reports to (name)',
  share: 'Share of full time',
  postFrom: 'In post since',
  postUntil: 'In post until',
  further: 'Further post',
  id: 'Sightline id',
  postId: 'Sightline post',
} as const
export type Column = keyof typeof HEADINGS

const OTHER_WORDS: Partial<Record<Column, string[]>> = {
  name: ['full name', 'employee name', 'person', 'employee'],
  given: ['first name', 'forename', 'given names'],
  family: ['last name', 'surname', 'family names'],
  email: ['email', 'e-mail address', 'email address', 'mail', 'work email', 'work e-mail'],
  number: [
    'number',
    'employee id',
    'employee no',
    'employee no.',
    'personnel number',
    'staff number',
    'staff id',
  ],
  startsOn: ['start date', 'starts on', 'hire date', 'joined', 'employed since', 'date of joining'],
  endsOn: ['end date', 'ends on', 'leaving date', 'leaves on', 'employed until', 'termination date'],
  leaveFrom: ['on leave from', 'leave start'],
  leaveUntil: ['on leave until', 'leave end'],
  status: ['employment status'],
  title: ['job title', 'role title', 'title', 'position', 'job', 'post'],
  team: ['department', 'unit', 'division', 'group'],
  place: ['location', 'site', 'office', 'workplace', 'place of work'],
  manager: ['manager', 'line manager', 'manager e-mail', 'manager email', 'manager number', 'supervisor'],
  share: ['fte', 'full-time share', 'working time', 'hours share'],
  postFrom: ['post since', 'in role since', 'post start', 'position start'],
  postUntil: ['post until', 'in role until', 'post end', 'position end'],
}

/** Headings that can only mean a manager's number: beside one of them, “Manager” holds the name, which is not needed. */
const MANAGER_NUMBERS = new Set(
  [
    ['manager id', 'manager no', 'manager no.', 'manager employee id', 'manager employee number'],
    ['line manager id', 'line manager number', 'supervisor id', 'supervisor number', 'reports to id'],
  ]
    .flat()
    .map(fold),
)

const KNOWN = new Map(
  (Object.keys(HEADINGS) as Column[]).flatMap((column) =>
    [HEADINGS[column], ...(OTHER_WORDS[column] ?? [])].map((words) => [fold(words), column] as const),
  ),
)

/** A row by what its columns hold; empty cells are not in it. */
export interface Row {
  line: number
  cells: Partial<Record<Column, string>>
}

export interface ReadTable {
  rows: Row[]
  /** Headings that say nothing to us. */
  unknown: string[]
}

/** Throws Invalid when the table has no column for names, or two columns for the same. */
export function readColumns({ heads, rows }: Table): ReadTable {
  const columns = columnsOf(heads)
  const twice = columns.find((column, i) => column !== undefined && columns.indexOf(column) !== i)
  if (twice)
    throw new Invalid(
      `Two columns are the ${HEADINGS[twice].toLowerCase()}: ${headsOf(heads, columns, twice)}. Rename or remove one of them.`,
    )
  if (!columns.includes('name') && !columns.includes('family') && !columns.includes('given'))
    throw new Invalid(
      `No column is called “Name”. The first line must name the columns; it is “${heads.join(', ').slice(0, 200)}”.`,
    )
  const unknown = heads.filter((head, i) => head !== '' && columns[i] === undefined)
  return { unknown, rows: rows.map(({ line, cells }) => ({ line, cells: byColumn(columns, cells) })) }
}

function columnsOf(heads: string[]): (Column | undefined)[] {
  const folded = heads.map(fold)
  if (!folded.some((head) => MANAGER_NUMBERS.has(head))) return folded.map((head) => KNOWN.get(head))
  return folded.map((head) => {
    if (MANAGER_NUMBERS.has(head)) return 'manager'
    const column = KNOWN.get(head)
    return column === 'manager' ? 'managerName' : column
  })
}

function headsOf(heads: string[], columns: (Column | undefined)[], wanted: Column): string {
  return heads
    .filter((_, i) => columns[i] === wanted)
    .map((head) => `“${head}”`)
    .join(' and ')
}

function byColumn(columns: (Column | undefined)[], cells: string[]): Row['cells'] {
  const found: Row['cells'] = {}
  for (const [i, column] of columns.entries()) if (column && cells[i]) found[column] = cells[i]
  const name = found.name ?? [found.given, found.family].filter(Boolean).join(' ')
  return name ? { ...found, name } : found
}
