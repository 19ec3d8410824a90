/** What is kept about a person: part by part, each with who can see it. */
import type { Allowed } from '#viewer.ts'

/** One slice's part of what is kept about a person. */
export interface AboutPart {
  /** As the file names it: one word. */
  key: string
  title: string
  /** What it is for. */
  says: string
  /** Who can see what of it. */
  seenBy: { what: string; who: string }[]
  /** All of it, as it goes through JSON. */
  holds: unknown
}

/** Everything that is kept about one person. */
export interface About {
  person: { id: string; name: string }
  organization: string
  at: Date
  parts: AboutPart[]
}

const ROLE_WORDS: Record<string, string> = {
  owner: 'the owners',
  hr: 'HR',
  steward: 'the framework stewards',
  recruiter: 'the recruiters',
  planner: 'the planners',
  manager: 'everybody to whom others report',
}

/** Who a line of an access table lets through, in words, so that the page cannot say otherwise than the table. */
export function whoMay(allowed: Allowed): string {
  if (allowed === 'anyone') return 'anybody at all, signed in or not'
  if (allowed.includes('member')) return 'everybody in the organisation'
  return listed(allowed.flatMap((role) => ROLE_WORDS[role] ?? []))
}

/** "a, b and c". */
export function listed(words: string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** "startsOn" is read as "Starts on". */
export function keyWords(key: string): string {
  const words = key
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Whether there is anything in it: null, '' and empty lists are nothing. */
export function holdsAnything(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false
  if (Array.isArray(value)) return value.some(holdsAnything)
  if (value instanceof Date) return true
  return typeof value === 'object' ? Object.values(value).some(holdsAnything) : true
}

/** The file that a person takes away: the words of this page and every value, ready for JSON. */
export function aboutJson({ person, organization, at, parts }: About) {
  return {
    about: person,
    organization,
    made: at.toISOString(),
    parts: parts.map(({ key, title, seenBy, holds }) => ({ key, title, seenBy, holds })),
  }
}
