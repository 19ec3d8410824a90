/** CSV in its usual forms: any of three separators, quoted cells, whatever line ends; cells as they are, never calculated. */
import { CsvError, parse } from 'csv-parse/sync'
import { Invalid } from '#errors.ts'
import { tidy } from '../model.ts'

/** A row with the line of the file on which it begins. */
export interface TableRow {
  line: number
  cells: string[]
}

export interface Table {
  heads: string[]
  rows: TableRow[]
}

const SEPARATORS = [',', ';', '\t']
const MOST_ROWS = 50_000

/** Reads the text of a table. Throws Invalid when there is no row, or a quotation mark is never closed. */
export function readTable(text: string): Table {
  const { separator, body, skipped } = separatorOf(text.replace(/^\ufeff/, '').replaceAll('\0', ''))
  const rows = parseRows(body, separator, skipped).filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [head, ...rest] = rows
  if (!head || rest.length === 0)
    throw new Invalid(
      'There is no row below the headings. The first line names the columns; each further line is a person.',
    )
  if (rest.length > MOST_ROWS)
    throw new Invalid(
      `This file has ${rest.length.toLocaleString('en-GB')} rows; up to ${MOST_ROWS.toLocaleString('en-GB')} are read at once. Divide it and send the parts one after the other, managers first.`,
    )
  return { heads: head.cells, rows: rest }
}

/** Named on a line of its own, as some programs do ("sep=;"), or the one that stands most often in the first line. */
function separatorOf(text: string): { separator: string; body: string; skipped: number } {
  const named = /^"?sep=([,;\t])"?\r?\n/i.exec(text)
  if (named) return { separator: named[1] ?? ',', body: text.slice(named[0].length), skipped: 1 }
  const first = (/[^\r\n]+/.exec(text)?.[0] ?? '').replaceAll(/"[^"]*"/g, '')
  const count = (separator: string) => first.split(separator).length
  const [separator = ','] = SEPARATORS.toSorted((a, b) => count(b) - count(a))
  return { separator, body: text, skipped: 0 }
}

function parseRows(body: string, separator: string, skipped: number): TableRow[] {
  try {
    const records = parse(body, {
      delimiter: separator,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    }) as unknown as { record: string[]; info: { lines: number } }[]
    // The line that csv-parse counts is the last of a record; it begins after the last one of the record before.
    let ended = skipped
    return records.map(({ record, info }) => {
      const line = ended + 1
      ended = skipped + info.lines
      return { line, cells: record.map((cell) => unguarded(tidy(cell.toWellFormed()))) }
    })
  } catch (error) {
    throw error instanceof CsvError ? new Invalid(whatIsWrong(error)) : error
  }
}

function whatIsWrong(error: CsvError): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return 'A quotation mark that begins a cell is never closed, so the end of the file cannot be read. Close it, or take it away.'
  return `This is not a table that can be read: ${error.message}. Save it as CSV in UTF-8 and send it again.`
}

/** What a spreadsheet would take for a formula. */
const FORMULA = /^'*[=+\-@\t\r]/

/** Whether a spreadsheet would calculate the cell instead of showing it. */
export function isFormula(cell: string): boolean {
  return /^[=+\-@]/.test(cell)
}

/** A cell as it is written so that no spreadsheet calculates it: with an apostrophe before it. */
export function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell
}

/** The cell that `guarded` was given. */
function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
}

/** The rows as a file that every program for tables opens: UTF-8 with a byte-order mark, commas, CRLF. */
export function printTable(rows: string[][]): string {
  return `\ufeff${rows.map((row) => `${row.map((cell) => quoted(guarded(cell))).join(',')}\r\n`).join('')}`
}

function quoted(cell: string): string {
  return /[",;\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
