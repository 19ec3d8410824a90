import type { Entry, Mark, WordList } from './mark.ts'
import { isSaidOfPerson } from './person.ts'
import { GENDERED } from './words/gendered.ts'
import { ABILITY, AGE, ORIGIN, PRIVATE } from './words/people.ts'
import { PRAISE } from './words/praise.ts'
import { PROXIES } from './words/proxies.ts'
import { TRAITS } from './words/traits.ts'
import { UNCLEAR } from './words/unclear.ts'

const LISTS: readonly WordList[] = [TRAITS, PRAISE, GENDERED, AGE, ABILITY, ORIGIN, PRIVATE, PROXIES, UNCLEAR]

interface Term {
  entry: Entry
  kind: WordList['kind']
  except: RegExp | null
  pattern: RegExp
}

/** Compiled once; each is used with `matchAll`, which keeps no place in it. */
const TERMS: readonly Term[] = LISTS.flatMap(({ kind, entries, except = null }) =>
  entries.map((entry) => ({ entry, kind, except, pattern: patternOf(entry.words) })),
)

/** Whole words, whatever their case, over any white space and with any apostrophe. */
function patternOf(words: string): RegExp {
  const source = words.replaceAll("'", "['’]").replaceAll(' ', '\\s+').replaceAll('\\s+?', '\\s*')
  return new RegExp(`(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}]-)(?:${source})(?![\\p{L}\\p{N}]|-[\\p{L}])`, 'giu')
}

/** What the lists find in one sentence, places counted in it; none lies over another. */
export function termsIn(sentence: string): Mark[] {
  const all = TERMS.flatMap((term) => (term.except?.test(sentence) ? [] : marksOf(term, sentence)))
  return praiseJoined(apart(all), sentence)
}

function marksOf({ entry, kind, pattern }: Term, sentence: string): Mark[] {
  return [...sentence.matchAll(pattern)].flatMap(({ index, 0: text }) => {
    const end = index + text.length
    if (entry.ofPersons && !isSaidOfPerson(sentence, index, end)) return []
    const { why, instead, quality = null } = entry
    return [{ start: index, end, text, kind, why, instead, quality }]
  })
}

/** Where marks meet, a quality goes before praise of it; otherwise the longest stays, and of equals the first. */
function apart(marks: readonly Mark[]): Mark[] {
  const order = (mark: Mark) => (mark.kind === 'trait' ? 1000 : 0) + mark.end - mark.start
  const kept: Mark[] = []
  for (const mark of marks.toSorted((a, b) => order(b) - order(a) || a.start - b.start))
    if (kept.every(({ start, end }) => mark.end <= start || mark.start >= end)) kept.push(mark)
  return kept.toSorted((a, b) => a.start - b.start)
}

/** Words between praise and the quality that it praises: "strong verbal and", "excellent". */
const PRAISE_BEFORE =
  /(?:(?:very|highly|extremely|really|excellent|outstanding|exceptional|superb|strong|great|good|solid|sound|effective|proven|advanced|fantastic|exemplary|first[ -]class|high levels? of|a high level of)[\s,]+(?:and\s+)?)+$/i

/** "Excellent communication skills" is one thing to change, not two. */
function praiseJoined(marks: readonly Mark[], sentence: string): Mark[] {
  const joined: Mark[] = []
  for (const mark of marks) {
    const from = mark.kind === 'trait' ? mark.start - praiseLength(sentence.slice(0, mark.start)) : mark.start
    while ((joined.at(-1)?.end ?? 0) > from && joined.at(-1)?.kind === 'praise') joined.pop()
    const start = Math.max(from, joined.at(-1)?.end ?? 0)
    joined.push({ ...mark, start, text: sentence.slice(start, mark.end) })
  }
  return joined
}

/** So many letters before a quality are looked at: without an end, praise upon praise would be read over and over. */
const FARTHEST_PRAISE = 120

const praiseLength = (before: string) => PRAISE_BEFORE.exec(before.slice(-FARTHEST_PRAISE))?.[0].length ?? 0
