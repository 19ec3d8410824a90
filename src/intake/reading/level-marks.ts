/** Level markers: "Level 3", "Proficiency Level 5: Expert", "Basic (1)", "2. Automatic fluency", "L4 — …", "Foundation". */
import { kindOfName, shortName } from './level-names.ts'
import { size, type Vocabulary, wordCount } from './vocabulary.ts'

export type LevelForm =
  | 'keyword' // "Level 3": certain by itself
  | 'numbered-name' // "3 – Proficient"
  | 'code' // "L3"
  | 'name' // "Proficient"
  | 'weak-name' // "Leadership": a level only among others
  | 'number' // "3"
  | 'glued-name' // "Beginner Needs help with …"
  | 'labelled-name' // "Proficiency level: Novice"
  | 'repeated-name' // "Explorer" under every competency
  | 'number-text' // "-1 Makes no effort"

export interface LevelMark {
  form: LevelForm
  number: number | null
  name: string | null
  /** For codes: the letters in front. */
  prefix: string
  /** Letters and digits of the marker; what follows is the level's text. */
  letters: number
  runIn: boolean
  /** The competency, where the marker names it: "Customer focus – Level 2". */
  owner: string | null
  /** The name may as well be a short statement: "Level 1: Listens to customers". */
  doubtful: boolean
}

/** Reads the marker at the start of a line. `label` is the list number that stood in front of it, if any. */
export function levelMarkOf(vocabulary: Vocabulary, text: string, label = ''): LevelMark | null {
  const head = text.slice(0, 160)
  return (
    keyword(vocabulary, head, text.length) ??
    namedKeyword(vocabulary, head, text.length) ??
    numbered(vocabulary, head, text.length, label) ??
    code(vocabulary, head, text.length) ??
    named(vocabulary, head, text.length) ??
    labelled(vocabulary, head, text.length) ??
    gluedToText(vocabulary, head, text.length)
  )
}

const ROMAN_OR_LETTER = '[IVX]{1,4}|[A-H]'

interface Patterns {
  keyword: RegExp
  suffix: RegExp
  label: RegExp
  codes: ReadonlySet<string>
}

const patterns = new WeakMap<Vocabulary, Patterns>()

function patternsOf(vocabulary: Vocabulary): Patterns {
  const known = patterns.get(vocabulary)
  if (known) return known
  const { before, keywords, numbers, codes } = vocabulary.rules.levels
  const spelled = Object.keys(numbers).filter((word) => word.length > 2 && !/^[ivx]+$/.test(word))
  const flexible = (words: readonly string[]) => words.map((w) => caseless(w)).join('|')
  const number = `-?\\d{1,2}(?:\\s?(?:[-–/&+]|and|to|or)\\s?\\d{1,2}|\\+)?|${flexible(spelled)}|${ROMAN_OR_LETTER}`
  const word = `(?:(?:${flexible(before)})[ -]+){0,3}(?:${flexible(keywords)})s?`
  const made = {
    keyword: new RegExp(`^(?:${word})[ \\-–#:.]{0,3}(?:of\\s)?\\(?(${number})\\)?(?![\\p{L}\\d])`, 'u'),
    suffix: new RegExp(`^(.{2,60}?)\\s*[-–—:,(]\\s*(?:${word})[ -]{0,2}(${number})\\)?(?![\\p{L}\\d])`, 'u'),
    label: new RegExp(`^(?:${word})\\s*(?::|–|—|\\s-)\\s*(\\p{Lu}[^.;:!?]{1,50})$`, 'u'),
    codes: new Set(codes),
  }
  patterns.set(vocabulary, made)
  return made
}

function caseless(word: string): string {
  return [...word].map((sign) => (/[a-z]/.test(sign) ? `[${sign}${sign.toUpperCase()}]` : sign)).join('')
}

function keyword(vocabulary: Vocabulary, head: string, total: number): LevelMark | null {
  const match = patternsOf(vocabulary).keyword.exec(head)
  if (!match?.[1]) return null
  const tail = tailOf(vocabulary, head.slice(match[0].length))
  if (!tail) return null
  const made = markOf('keyword', {
    number: numberOf(vocabulary, match[1]),
    head,
    at: match[0].length,
    tail,
    total,
  })
  return isRange(match[1]) ? { ...made, number: null, name: made.name ?? match[0].trim() } : made
}

/** "Grade 6 and 7" is one level with a name, not level 6. */
function isRange(number: string): boolean {
  return /^\d+\D+\d+$/.test(number)
}

function namedKeyword(vocabulary: Vocabulary, head: string, total: number): LevelMark | null {
  const match = patternsOf(vocabulary).suffix.exec(head)
  if (!match?.[1] || wordCount(match[1]) > 5 || /[.;,]/.test(match[1]) || !/^\p{Lu}|^\d/u.test(match[1]))
    return null
  const tail = tailOf(vocabulary, head.slice(match[0].length))
  if (!tail || tail.name) return null
  const made = markOf('keyword', {
    number: numberOf(vocabulary, match[2] ?? ''),
    head,
    at: match[0].length,
    tail,
    total,
  })
  return { ...made, name: match[1].trim() }
}

function numbered(vocabulary: Vocabulary, head: string, total: number, label: string): LevelMark | null {
  const given = /^\d{1,2}$/.test(label)
  const match = given ? null : /^([+-]?\d{1,2})(?:\s*[:.)=–—|-]\s*|\s+|$)/.exec(head)
  if (!given && !match?.[1]) return null
  const at = match?.[0].length ?? 0
  const number = Number(given ? label : match?.[1])
  const rest = head.slice(at)
  if (rest === '') return given ? null : markOf('number', { number, head, at, tail: EMPTY, total })
  const tail = tailOf(vocabulary, `: ${rest}`)
  if (!tail?.name || kindOfName(vocabulary, tail.name) === null) return null
  return markOf('numbered-name', { number, head, at: at - 2, tail, total })
}

function code(vocabulary: Vocabulary, head: string, total: number): LevelMark | null {
  const match = /^([A-Z][A-Za-z]{0,2})[- ]?(\d{1,2})(?![\p{L}\d.])/u.exec(head)
  if (!match?.[1] || !patternsOf(vocabulary).codes.has(match[1].toLowerCase())) return null
  const tail = tailOf(vocabulary, head.slice(match[0].length))
  if (!tail) return null
  const made = markOf('code', { number: Number(match[2]), head, at: match[0].length, tail, total })
  return { ...made, prefix: match[1].toUpperCase(), name: made.name ?? match[0] }
}

/** "A.-1", "B.2", "P3": a scale's letters and the step on it, alone in a cell. */
export function codeMark(text: string): LevelMark | null {
  const match = /^([A-Z]{1,3})[.\- ]?([+-]?\d{1,2})$/.exec(text.trim())
  if (!match?.[2]) return null
  const made = markOf('code', {
    number: Number(match[2]),
    head: text,
    at: text.length,
    tail: EMPTY,
    total: 0,
  })
  return { ...made, runIn: false }
}

function named(vocabulary: Vocabulary, head: string, total: number): LevelMark | null {
  const match =
    /^(.{2,60}?)(?:\s*[:|]\s*|\s+[–—]\s*|\s+-\s+|\s*[-–—]\s*$|\s*\((.{1,60})\)\s*[:–—-]?\s*|$)/u.exec(head)
  const name = match?.[1]
  if (!match || !name || !/^["“]?\p{Lu}/u.test(name) || /[.;,!?]/.test(name)) return null
  const kind = kindOfName(vocabulary, name)
  if (!kind) return null
  const number = match[2] && /^\d{1,2}$/.test(match[2].trim()) ? Number(match[2]) : null
  const rest = match[0].length < head.length
  const form = number !== null ? 'numbered-name' : kind === 'strong' ? 'name' : 'weak-name'
  const own = number === null && match[2] ? `${name} (${match[2]})` : shortName(name)
  return {
    form,
    number,
    name: own,
    prefix: '',
    letters: size(match[0]),
    runIn: rest || head.length < total,
    doubtful: false,
    owner: null,
  }
}

/** "Proficiency level: Novice": a word for levels in front of a name, whatever the name is. */
function labelled(vocabulary: Vocabulary, head: string, total: number): LevelMark | null {
  const name = patternsOf(vocabulary).label.exec(head)?.[1]?.trim()
  if (!name || head.length < total || wordCount(name) > 5) return null
  const tail = { at: head.length, name, runIn: false, doubtful: false }
  return markOf('labelled-name', { number: null, head, at: 0, tail, total })
}

/** "Beginner Needs help …": a name in front of its text with nothing between; true only in company. */
function gluedToText(vocabulary: Vocabulary, head: string, total: number): LevelMark | null {
  const match = /^(\p{Lu}[\p{L}-]{3,}(?:\s(?:beginner|level|practitioner))?)\s+(?=\p{Lu}\p{Ll}*\s)/iu.exec(
    head,
  )
  const name = match?.[1]
  if (!name || !/^\p{Lu}/u.test(name) || wordCount(head) < 6 || kindOfName(vocabulary, name) !== 'strong')
    return null
  if (head.length < total && head.length < 100) return null
  return {
    form: 'glued-name',
    number: null,
    name,
    prefix: '',
    letters: size(name),
    runIn: true,
    doubtful: false,
    owner: null,
  }
}

interface Tail {
  /** Characters up to the end of the name. */
  at: number
  name: string | null
  runIn: boolean
  doubtful: boolean
}

const EMPTY: Tail = { at: 0, name: null, runIn: false, doubtful: false }

/** What follows the number: a name, a text, both, or nothing. Null when the number is part of a sentence. */
function tailOf(vocabulary: Vocabulary, tail: string): Tail | null {
  const bare = tail.trim()
  if (bare === '' || /^[-:–—.)|=]+$/.test(bare)) return EMPTY
  const bracket = /^\s*\(([^()]{1,60})\)\s*[:–—.-]?\s*/.exec(tail)
  if (bracket?.[1] && wordCount(bracket[1]) <= 7) {
    return {
      at: bracket[0].length,
      name: bracket[1].trim(),
      runIn: bracket[0].length < tail.length,
      doubtful: false,
    }
  }
  const separator = /^(?:\s*[:.)\]–—|=,]\s*|\s+-\s*|-\s+|\s+(?=["“(]?[\p{Lu}]))/u.exec(tail)
  if (!separator) return null
  const rest = tail.slice(separator[0].length)
  if (rest === '') return EMPTY
  return nameIn(vocabulary, rest, separator[0].length)
}

function nameIn(vocabulary: Vocabulary, rest: string, at: number): Tail {
  const cut = /^([^.:;]{2,60}?)(?:\s*:\s*|\s+[–—]\s*|\s+-\s+|\s*[–—-]$|:$)/u.exec(rest)
  if (cut?.[1] && wordCount(cut[1]) <= 6) {
    return {
      at: at + cut[0].length,
      name: cut[1].trim(),
      runIn: cut[0].length < rest.length,
      doubtful: false,
    }
  }
  if (wordCount(rest) <= 7 && !/[.;,!?]$/.test(rest)) {
    return {
      at: at + rest.length,
      name: rest.trim(),
      runIn: false,
      doubtful: kindOfName(vocabulary, rest) === null,
    }
  }
  const glued = gluedName(vocabulary, rest)
  return { at: at + (glued?.length ?? 0), name: glued, runIn: true, doubtful: false }
}

/** "Level 1 Foundation Shows an interest in …": names in front of a sentence that starts with a capital of its own. */
function gluedName(vocabulary: Vocabulary, rest: string): string | null {
  const match = /^(\p{Lu}[\p{L}-]{3,})\s(?=\p{Lu})/u.exec(rest)
  return match?.[1] && kindOfName(vocabulary, match[1]) === 'strong' ? match[1] : null
}

interface Found {
  number: number | null
  head: string
  at: number
  tail: Tail
  total: number
}

function markOf(form: LevelForm, { number, head, at, tail, total }: Found): LevelMark {
  const end = Math.max(0, at + tail.at)
  return {
    form,
    number,
    name: tail.name,
    prefix: '',
    letters: size(head.slice(0, end)),
    runIn:
      tail.runIn ||
      (tail.name === null && end < head.trimEnd().length && size(head.slice(end)) > 0) ||
      head.length < total,
    doubtful: tail.doubtful,
    owner: null,
  }
}

function numberOf(vocabulary: Vocabulary, text: string): number | null {
  const digits = /^-?\d{1,2}/.exec(text)
  if (digits) return Number(digits[0])
  const known = vocabulary.rules.levels.numbers[text.toLowerCase()]
  if (known !== undefined) return known
  return /^[A-H]$/.test(text) ? text.charCodeAt(0) - 64 : null
}
