/** Names of competencies and titles: offered in a tidy form; the words of the source stay in the heading. */
import type { Rules } from './rules.ts'
import { isCapitals, wordCount } from './vocabulary.ts'

const CODE =
  /^([A-Z]{1,5}[-. ]?\d{1,3}(?:\.\d{1,2})*|\d{1,2}(?:\.\d{1,2})+|[A-Z]\d{1,2})\s*[.:)–—-]?\s+(?=\p{L})/u

/** "… (CSO)", and the four letters that follow a name in small letters. */
const CODE_BEHIND = /^(.{3,80}?)\s+(?:\(([A-Z]{2,6}\d{0,2})\)|(?<=\p{Ll}\s)([A-Z]{4}))$/u

export interface Name {
  name: string
  code: string | null
}

/** The name in a heading, with its code if it has one: "CF1: Customer focus" is "Customer focus", code "CF1". */
export function nameIn(rules: Rules, heading: string, mark: string | null): Name {
  const own = withoutPrefix(rules, heading)
  const front = CODE.exec(own.rest)
  const rest = (front ? own.rest.slice(front[0].length) : own.rest).replace(/[\s:–—-]+$/, '')
  const back = front || own.code ? null : CODE_BEHIND.exec(rest)
  const bare = back?.[1] ?? rest
  return { name: tidyCase(rules, bare), code: own.code ?? front?.[1] ?? back?.[2] ?? back?.[3] ?? mark }
}

/** "Dimension C2: Safety" is "Safety", code "C2"; a number that only counts is no code. */
function withoutPrefix(rules: Rules, heading: string): { rest: string; code: string | null } {
  const words = rules.wording.namePrefixes.join('|')
  const match = new RegExp(
    `^(?:${words})\\s+([a-z]{0,3}\\d{1,2}(?:\\.\\d{1,2})?|[a-h]|[ivx]{1,4})(?:\\s*[:.)–—-]\\s*|(?<=\\d)\\s+)(?=\\p{L}{2})`,
    'iu',
  ).exec(heading)
  if (!match) return { rest: heading, code: null }
  const code = /\d/.test(match[1] ?? '') && /[a-z.]/i.test(match[1] ?? '') ? (match[1] ?? null) : null
  return { rest: heading.slice(match[0].length), code }
}

/** A name in capitals in the case of a sentence; abbreviations keep theirs. */
export function tidyCase(rules: Rules, name: string): string {
  if (!isCapitals(name)) return name
  const lower = name.split(' ').map((word) => (isAbbreviation(rules, word) ? word : word.toLowerCase()))
  const first = lower[0] ?? ''
  return [first.charAt(0).toUpperCase() + first.slice(1), ...lower.slice(1)].join(' ')
}

function isAbbreviation(rules: Rules, word: string): boolean {
  const bare = word.replace(/[^\p{L}]/gu, '')
  return (
    bare.length <= 4 &&
    bare.length > 1 &&
    (!/[AEIOUY]/.test(bare) ||
      (bare !== 'IT' && bare !== 'US' && rules.wording.acronyms.includes(bare.toLowerCase())))
  )
}

/** The competency that the title of a page speaks of: "Merits of X skills" speaks of X. */
export function nameInTitle(rules: Rules, title: string): string {
  const start = new RegExp(`^(?:${rules.wording.titleStarts.join('|')})\\s+`, 'i')
  const end = new RegExp(`\\s+[-–—:|]?\\s*(?:${rules.wording.titleEnds.join('|')})\\s*$`, 'i')
  const bare = title.replace(start, '').replace(end, '').trim()
  return wordCount(bare) >= 1 && bare.length >= 3
    ? tidyCase(rules, bare.charAt(0).toUpperCase() + bare.slice(1))
    : tidyCase(rules, title)
}

/** Whether a heading names the document rather than a competency: "… Framework", "Competency dictionary". */
export function namesDocument(rules: Rules, heading: string): boolean {
  const words = heading.toLowerCase().match(/[\p{L}]+/gu) ?? []
  return words.some((word) => rules.wording.documentWords.includes(word))
}

/** "CORE VALUES (what guides all of us)" is "CORE VALUES": a remark of three words or more is no part of the name. */
export function withoutRemark(heading: string): string {
  return heading.replace(/(?<=\S)\s*\(\p{Ll}[^()\s]*(?:\s[^()\s]+){2,}\)$/u, '')
}

/** Whether a heading stands above guidance or greetings: "How to use this guide", "A word from …". */
export function namesGuidance(rules: Rules, heading: string): boolean {
  return new RegExp(`^(?:${rules.wording.guidanceTitles.join('|')})$`, 'i').test(heading)
}

/** A name from that of the file: "customer_focus-v2.txt" is "Customer focus v2". */
export function nameOfFile(file: string | null): string | null {
  const stem = file
    ?.split(/[\\/]/)
    .at(-1)
    ?.replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[_\-.+]+/g, ' ')
    .trim()
  if (!stem || !/\p{L}{2}/u.test(stem)) return null
  return stem.charAt(0).toUpperCase() + stem.slice(1)
}
