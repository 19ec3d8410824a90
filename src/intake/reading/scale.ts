/**
 * Which level markers are real. "Level 3" speaks for itself; "Advanced", "L3" or "3" only in company: a scale has at
 * least two levels, and a document keeps to one way of naming them.
 */
import { type Entry, isParagraph, looksHead } from './entry.ts'
import type { LevelForm, LevelMark } from './level-marks.ts'
import { kindOfName } from './level-marks.ts'
import { isClosed, size, type Vocabulary, wordCount } from './vocabulary.ts'

/** A level's identity within a document: its number, else its name. */
export function levelKey(level: Pick<LevelMark, 'number' | 'name' | 'prefix'>): string {
  return level.number !== null ? `${level.prefix}${level.number}` : (level.name ?? '').toLowerCase()
}

/** Takes the markers away that the document does not bear out. Entries are changed in place. */
export function settleLevels(vocabulary: Vocabulary, entries: readonly Entry[]): void {
  learnNumberedNames(entries)
  dropRunInSections(vocabulary, entries)
  const facts = factsOf(entries)
  for (const entry of entries) {
    if (entry.level && !bearsOut(entry, entry.level, facts)) entry.level = null
  }
  learnByCompany(vocabulary, entries)
  settleDoubtfulNames(entries)
  settleOwners(vocabulary, entries)
  nameByNumber(entries)
}

const SKILL: ReadonlySet<string> = new Set(['skilled', 'underused', 'overused'])

/** What the whole document says about its levels. */
interface Facts {
  /** Distinct levels by form; for codes also by prefix. */
  keys: Record<LevelForm, Set<string>>
  prefixes: Map<string, Set<string>>
  /** Names, in lower case, of levels that also have a number. */
  named: Set<string>
  /** Distinct strong names that stand alone, or in front of their text. */
  standing: Map<string, number>
  strong: Set<string>
  skilledCompany: number
  /** Distinct strong names that stand in what looks like a heading of a section. */
  headed: number
  numbers: boolean
}

function factsOf(entries: readonly Entry[]): Facts {
  const keys: Facts['keys'] = empty()
  const facts: Facts = {
    keys,
    prefixes: new Map(),
    named: new Set(),
    standing: new Map(),
    strong: new Set(),
    skilledCompany: 0,
    headed: 0,
    numbers: false,
  }
  const plain: number[] = []
  const company = new Set<string>()
  const headed = new Set<string>()
  for (const entry of entries) {
    const { level, line } = entry
    if (!level) continue
    const key = levelKey(level)
    keys[level.form].add(key)
    if (level.form === 'code') addTo(facts.prefixes, level.prefix, key)
    if ((level.form === 'keyword' || level.form === 'numbered-name') && level.name)
      facts.named.add(level.name.toLowerCase())
    if (level.form === 'number' && level.number !== null) plain.push(level.number)
    if (level.form === 'name' && !entry.heading) company.add(key)
    if (level.form === 'name' && entry.heading && !SKILL.has(entry.heading.kind)) headed.add(key)
    if (isStanding(line.mark !== null, level)) {
      facts.standing.set(key, (facts.standing.get(key) ?? 0) + 1)
      if (level.form === 'name') facts.strong.add(key)
    }
  }
  facts.skilledCompany = company.size
  facts.headed = headed.size
  facts.numbers = numbersBearOut(plain)
  return facts
}

function empty(): Facts['keys'] {
  return {
    keyword: new Set(),
    'numbered-name': new Set(),
    code: new Set(),
    name: new Set(),
    'weak-name': new Set(),
    number: new Set(),
    'glued-name': new Set(),
  }
}

function addTo(map: Map<string, Set<string>>, at: string, value: string): void {
  const known = map.get(at)
  if (known) known.add(value)
  else map.set(at, new Set([value]))
}

/** A name in a list is a level only when its text follows on the same line. */
function isStanding(marked: boolean, level: LevelMark): boolean {
  return (level.form === 'name' || level.form === 'weak-name') && (!marked || level.runIn)
}

function bearsOut(entry: Entry, level: LevelMark, facts: Facts): boolean {
  if (level.form === 'keyword') return true
  if (entry.heading && level.form !== 'numbered-name' && !outranks(entry, level, facts)) return false
  if (level.form === 'numbered-name') return facts.keys['numbered-name'].size >= 2
  if (level.form === 'glued-name') return facts.keys['glued-name'].size >= 3
  if (level.form === 'code') return (facts.prefixes.get(level.prefix)?.size ?? 0) >= 2
  const numbered = facts.keys.keyword.size >= 2 || facts.keys['numbered-name'].size >= 2
  if (level.form === 'number') return !numbered && facts.numbers
  if (numbered) return facts.named.has((level.name ?? '').toLowerCase())
  return nameBearsOut(entry, level, facts)
}

/**
 * "Skilled" is a level between "Novice" and "Expert", and a section between "Unskilled" and "Overused"; "Beginner
 * definition" is a level where "Expert definition" stands too.
 */
function outranks({ heading }: Entry, level: LevelMark, facts: Facts): boolean {
  if (heading?.kind === 'skilled' || heading?.kind === 'underused') return facts.skilledCompany >= 2
  return level.form === 'name' && !level.runIn && heading?.kind !== 'activities' && facts.headed >= 2
}

/** Bare numbers are levels when at least three of them count on in steps of one, and again in any further round. */
function numbersBearOut(values: readonly number[]): boolean {
  const steps = values.slice(1).filter((value, i) => Math.abs(value - (values[i] ?? 0)) === 1).length
  const known = new Set(values)
  return known.size >= 3 && known.size <= 12 && steps * 2 >= values.length
}

function nameBearsOut(entry: Entry, level: LevelMark, facts: Facts): boolean {
  if (!isStanding(entry.line.mark !== null, level) || facts.strong.size < 2) return false
  if (level.form === 'name') return true
  const most = Math.max(...[...facts.strong].slice(0, 50).map((key) => facts.standing.get(key) ?? 0))
  return (facts.standing.get(levelKey(level)) ?? 0) <= most
}

/** "Level 1: Listens to customers": a name when a text follows, a statement when nothing does. */
function settleDoubtfulNames(entries: readonly Entry[]): void {
  const doubtful = entries.filter((entry) => entry.level?.doubtful)
  if (doubtful.length === 0) return
  const bare = entries.filter((entry, i) => {
    const next = entries[i + 1]
    return entry.level?.doubtful && (!next || next.level !== null || next.heading !== null)
  })
  if (bare.length * 2 <= doubtful.length) return
  for (const entry of doubtful) if (entry.level) entry.level = withoutName(entry.level)
}

function withoutName(level: LevelMark): LevelMark {
  const name = level.name ?? ''
  const letters = level.letters - (name.match(/[\p{L}\p{M}\p{N}]/gu)?.length ?? 0)
  return { ...level, name: null, letters, runIn: true, doubtful: false }
}

/**
 * A short line between two level names, with a text of its own as they have, is the name of a level too, whatever it
 * says: "Basic", "Working", "Extensive", "Expert".
 */
function learnByCompany(vocabulary: Vocabulary, entries: readonly Entry[]): void {
  let seen = new Set<string>()
  let candidates: Entry[] = []
  entries.forEach((entry, i) => {
    const { level } = entry
    if (level && level.form === 'name' && !level.runIn) {
      const restart = seen.has(levelKey(level))
      if (!restart && candidates.length === 1 && seen.size > 0) {
        for (const found of candidates) found.level = namedLevel(found)
      }
      if (restart) seen = new Set()
      seen.add(levelKey(level))
      candidates = []
    } else if (level || entry.heading || entry.columns) candidates = [entry, entry]
    else if (isCandidate(vocabulary, entry, entries[i + 1])) candidates.push(entry)
  })
}

function isCandidate(vocabulary: Vocabulary, entry: Entry, next: Entry | undefined): boolean {
  if (!next || next.level || next.heading || !looksHead(vocabulary, entry) || wordCount(entry.line.text) > 4)
    return false
  return next.line.mark !== null || isParagraph(next)
}

function namedLevel({ line }: Entry): LevelMark {
  return {
    form: 'name',
    number: null,
    name: line.text,
    prefix: '',
    letters: size(line.text),
    runIn: false,
    owner: null,
    doubtful: false,
  }
}

/** A name that several levels share is none of theirs: it is the competency's, or a heading of lists. */
function settleOwners(vocabulary: Vocabulary, entries: readonly Entry[]): void {
  const numbers = new Map<string, Set<string>>()
  for (const { level } of entries) {
    if (level?.name && level.number !== null) addTo(numbers, level.name.toLowerCase(), levelKey(level))
  }
  for (const entry of entries) {
    const { level } = entry
    if (!level?.name || (numbers.get(level.name.toLowerCase())?.size ?? 0) < 2) continue
    const own = level.form === 'keyword' && !level.runIn && vocabulary.section(level.name) === null
    entry.level = { ...level, name: null, owner: own ? level.name : null }
  }
}

/** A name that was given to a number once holds for it everywhere. */
function nameByNumber(entries: readonly Entry[]): void {
  const names = new Map<string, string>()
  const numbers = new Map<string, number>()
  for (const { level } of entries) {
    if (!level?.name || level.number === null) continue
    names.set(levelKey(level), level.name)
    numbers.set(level.name.toLowerCase(), level.number)
  }
  for (const entry of entries) {
    const { level } = entry
    if (!level) continue
    if (level.name === null) entry.level = { ...level, name: names.get(levelKey(level)) ?? null }
    else if (level.number === null)
      entry.level = { ...level, number: numbers.get(level.name.toLowerCase()) ?? null }
  }
}

/** A level in front of a heading, such as "Level 2 behaviours", stays a level; a heading with a level word does not. */
function dropRunInSections(vocabulary: Vocabulary, entries: readonly Entry[]): void {
  for (const entry of entries) {
    const { heading, level } = entry
    if (!heading || !level) continue
    const named = level.name !== null && kindOfName(vocabulary, level.name) === 'strong'
    if (level.form === 'keyword' || (level.form === 'numbered-name' && named)) entry.heading = null
  }
}

/**
 * "2. Automatic fluency" again and again, and other numbers with names of their own: names of levels, whatever words
 * they are made of. A numbered list of competencies or statements does not come back word for word.
 */
function learnNumberedNames(entries: readonly Entry[]): void {
  const counts = new Map<string, { number: string; entries: Entry[] }>()
  for (const entry of entries) {
    const { mark, text } = entry.line
    if (mark?.kind !== 'number' || !/^\d{1,2}$/.test(mark.label) || wordCount(text) > 6 || isClosed(text))
      continue
    const key = `${mark.label} ${text.toLowerCase()}`
    const known = counts.get(key)
    if (known) known.entries.push(entry)
    else counts.set(key, { number: mark.label, entries: [entry] })
  }
  const all = [...counts.values()]
  const repeated = all.filter((found) => found.entries.length >= 2)
  const numbers = new Set(repeated.map((found) => found.number))
  if (numbers.size < 2 || numbers.size !== repeated.length || repeated.length * 2 < all.length) return
  for (const { number, entries: own } of all) {
    if (own.length < 2 && numbers.has(number)) continue
    for (const entry of own) entry.level ??= numberedName(entry, Number(number))
  }
}

function numberedName({ line }: Entry, number: number): LevelMark {
  return {
    form: 'numbered-name',
    number,
    name: line.text,
    prefix: '',
    letters: size(line.text),
    runIn: false,
    doubtful: false,
    owner: null,
  }
}
