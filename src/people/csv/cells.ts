/** What single cells say: days and shares as people and programs write them. */
import { isDay } from '../day.ts'
import type { DateOrder } from './import.ts'

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'],
  ...['november', 'december'],
]

/** 1 to 12 for a month's name or its beginning; 0 for any other word. */
function monthOf(word: string): number {
  return MONTHS.findIndex((month) => month.startsWith(word.toLowerCase())) + 1
}

/** The ISO day that a cell means; undefined when it means none, or could mean two. Years have four digits. */
export function readDay(cell: string, order: DateOrder): string | undefined {
  const [text = ''] = cell.split(/[ T]\d{1,2}:/)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return toDay(iso[1], iso[2], iso[3])
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text)
  if (dotted) return toDay(dotted[3], dotted[2], dotted[1])
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  if (slashed)
    return order === 'day first'
      ? toDay(slashed[3], slashed[2], slashed[1])
      : toDay(slashed[3], slashed[1], slashed[2])
  const worded = /^(\d{1,2})[ -]([a-z]{3,9})[ ,-]+(\d{4})$/i.exec(text)
  if (worded) return toDay(worded[3], String(monthOf(worded[2] ?? '')), worded[1])
  return
}

function toDay(year = '', month = '', day = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? text : undefined
}

/** Per cent of full time from "50 %", "50", "0.5" or "0,5": up to 1 is a fraction. Undefined when it is none of these. */
export function readShare(cell: string): number | undefined {
  const found = /^(\d{1,3}(?:[.,]\d+)?) ?(%?)$/.exec(cell)
  if (!found) return
  const value = Number((found[1] ?? '').replace(',', '.'))
  const percent = Math.round(found[2] === '' && value <= 1 ? value * 100 : value)
  return percent >= 1 && percent <= 100 ? percent : undefined
}

const YES = new Set(['yes', 'y', 'true', '1', 'x'])

export function isYes(cell: string | undefined): boolean {
  return cell !== undefined && YES.has(cell.toLowerCase())
}

/** What a status needs beside it, where it says that somebody has left or is on leave; statuses follow from the days. */
export function neededBy(status: string): 'endsOn' | 'leaveFrom' | undefined {
  const words = status.toLowerCase()
  if (/^(left|leaver|inactive|terminated|retired|ended)\b/.test(words)) return 'endsOn'
  return /\bleave$/.test(words) ? 'leaveFrom' : undefined
}
