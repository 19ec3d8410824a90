/** Section headings: a line of their own, a label in front of its text, or glued to it. */
import type { SectionKind } from './rules.ts'
import { size, type Vocabulary, wordCount } from './vocabulary.ts'

export interface Heading {
  kind: SectionKind
  /** As written, without the signs at its end. */
  text: string
  /** Letters and digits of the heading; what follows belongs to the section. */
  letters: number
  /** Whether something follows on the same line. */
  runIn: boolean
  glued: boolean
}

const LONGEST = 90

/** Reads the heading at the start of a line. `bullet`: the line is an item of a list, so only a label with a colon counts. */
export function headingOf(vocabulary: Vocabulary, text: string, bullet = false): Heading | null {
  if (!/^["“(]?[\p{L}\d]/u.test(text)) return null
  if (!bullet || text.endsWith(':')) {
    const whole = wholeHeading(vocabulary, text)
    if (whole) return whole
  }
  return labelled(vocabulary, text) ?? (bullet ? null : glued(vocabulary, text))
}

function wholeHeading(vocabulary: Vocabulary, text: string): Heading | null {
  if (text.length > LONGEST || wordCount(text) > 10 || /[.;,!]$/.test(text) || /^\p{Ll}/u.test(text))
    return null
  const kind = vocabulary.section(text)
  return kind && { kind, text: shown(text), letters: size(text), runIn: false, glued: false }
}

function labelled(vocabulary: Vocabulary, text: string): Heading | null {
  const head = text.slice(0, LONGEST)
  const match = /^(.{2,80}?)(?:\s?:\s*(?!\/\/)|\?\s+|\s+[–—]\s*|\s+-\s+)(?=\S)/u.exec(head)
  if (!match?.[1]) return null
  const kind = wordCount(match[1]) <= 8 ? vocabulary.section(match[1]) : null
  return kind && { kind, text: shown(match[1]), letters: size(match[1]), runIn: true, glued: false }
}

const GLUABLE: ReadonlySet<SectionKind> = new Set([
  'definition',
  'activities',
  'courses',
  'books',
  'questions',
  'underused',
  'overused',
  'keyBehaviours',
  'container',
])
const GLUE = /^((?:\p{Lu}[\p{L}-]{2,}\s){0,3}\p{Lu}?[\p{L}-]{3,}?)(?:(?=\p{Lu}\p{Ll})|\s(?=\p{Lu}\p{Ll}*\s))/u

/** "DefinitionThe ability to …", and "Definition The ability to …": a known heading followed at once by a capital. */
function glued(vocabulary: Vocabulary, text: string): Heading | null {
  if (wordCount(text.slice(0, 200)) < 5) return null
  for (const head of starts(text)) {
    const kind = vocabulary.section(head)
    if (kind && GLUABLE.has(kind)) return { kind, text: head, letters: size(head), runIn: true, glued: true }
  }
  return null
}

/** The beginnings of a line that end before a capital: the longest first, four words at most. */
function starts(text: string): string[] {
  if (!GLUE.test(text)) return []
  const head = text.slice(0, 60)
  const found: string[] = []
  for (const match of head.matchAll(
    /(?<=\p{Ll})(?=\p{Lu}\p{Ll})|\s(?=(?:The|A|An|This|To|Is|Ability|Being|Having|People|It|You|We|In)\s)/gu,
  )) {
    const start = head.slice(0, match.index).trim()
    if (wordCount(start) <= 4) found.unshift(start)
  }
  return found
}

function shown(heading: string): string {
  return heading.replace(/[\s:–—-]+$/, '')
}
