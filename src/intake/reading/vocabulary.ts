/** The rules made ready for use: what a heading announces, what a level is called, which words cannot end a phrase. */
import { letters } from '../words.ts'
import type { Rules, SectionKind } from './rules.ts'

export interface Vocabulary {
  rules: Rules
  /** What a whole heading announces; null when it is none that we know. */
  section(heading: string): SectionKind | null
  strong: ReadonlySet<string>
  /** The strong words that name posts. */
  roles: ReadonlySet<string>
  weak: ReadonlySet<string>
  filler: ReadonlySet<string>
  none: RegExp
  functionWords: ReadonlySet<string>
  questionOpener: RegExp
  definitionOpener: RegExp
  salutation: RegExp
  compounds: ReadonlySet<string>
}

const ready = new WeakMap<Rules, Vocabulary>()

/** The vocabulary of the rules; made once for each set of rules. */
export function vocabularyOf(rules: Rules): Vocabulary {
  const known = ready.get(rules)
  if (known) return known
  const made = makeVocabulary(rules)
  ready.set(rules, made)
  return made
}

function makeVocabulary(rules: Rules): Vocabulary {
  return {
    rules,
    section: sectionFinder(rules),
    strong: new Set([...rules.levels.strong, ...rules.levels.roles]),
    roles: new Set(rules.levels.roles),
    weak: new Set(rules.levels.weak),
    filler: new Set(rules.levels.filler),
    none: anchored(rules.levels.none),
    functionWords: new Set(rules.wording.functionWords),
    compounds: new Set(rules.wording.compounds),
    salutation: anchored(rules.wording.salutations),
    questionOpener: new RegExp(`^(?:${rules.wording.questionOpeners.join('|')})\\b`, 'i'),
    definitionOpener: new RegExp(`^(?:${rules.wording.definitionOpeners.join('|')})`, 'i'),
  }
}

function anchored(patterns: readonly string[]): RegExp {
  return new RegExp(`^(?:${patterns.join('|')})$`, 'i')
}

/** Where several kinds would match, the narrower comes first: "ineffective behaviours" are not key behaviours. */
const ORDER: readonly SectionKind[] = [
  'name',
  'group',
  'code',
  'underused',
  'overused',
  'skilled',
  'questions',
  'books',
  'courses',
  'activities',
  'container',
  'definition',
  'keyBehaviours',
  'resources',
  'notes',
]

function sectionFinder(rules: Rules): (heading: string) => SectionKind | null {
  const tests = ORDER.map((kind) => [kind, anchored(rules.sections[kind])] as const)
  const seen = new Map<string, SectionKind | null>()
  return (heading) => {
    const plain = plainHeading(heading)
    const known = seen.get(plain)
    if (known !== undefined) return known
    const kind = plain === '' ? null : (tests.find(([, test]) => test.test(plain))?.[0] ?? null)
    if (seen.size < 20_000) seen.set(plain, kind)
    return kind
  }
}

const NUMBERED = /^(?:\d{1,2}(?:\.\d{1,2})*[.):]?|[a-zA-Z][.)])\s+/

/** A heading in lower case, without numbering, brackets at its end, or the signs around it. */
function plainHeading(heading: string): string {
  return heading
    .replace(NUMBERED, '')
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/&/g, 'and')
    .replace(/[–—]/g, '-')
    .replace(/\s*\([^()]{0,60}\)\s*$/, '')
    .replace(/^[\s\-:#*"“.]+|[\s\-:#*"”.?…]+$/g, '')
    .replace(/\s+/g, ' ')
}

/** How many letters and digits a text has: the measure by which lines are cut. */
export function size(text: string): number {
  return letters(text).length
}

/** Words between single spaces; counted without cutting, since every line is asked many times. */
export function wordCount(text: string): number {
  if (text === '') return 0
  let count = 1
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count++
  return count
}

/** Whether the text is broken off: its last word cannot end a phrase, or its last sign is a comma. */
export function isOpen(vocabulary: Vocabulary, text: string): boolean {
  if (/[,(\-–/]$/.test(text)) return true
  const last = /([\p{L}.&]+)$/u.exec(text.slice(-30))?.[1]?.toLowerCase()
  return last !== undefined && vocabulary.functionWords.has(last)
}

/** A sentence or question that has its final stop. */
export function isClosed(text: string): boolean {
  return /[.!?:;…]["”’')\]]*$/.test(text)
}

export function startsLower(text: string): boolean {
  return /^["“‘'(]*\p{Ll}/u.test(text)
}

export function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)
}

/** Whether a text asks for an answer: it ends in a question mark or opens as interview questions do. */
export function isQuestion(vocabulary: Vocabulary, text: string): boolean {
  return /\?["”’')\]]*$/.test(text) || vocabulary.questionOpener.test(text)
}
