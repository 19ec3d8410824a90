/** What a document as a whole says about its levels: which names, numbers and codes it uses, and how often. */
import type { Entry } from './entry.ts'
import type { LevelForm, LevelMark } from './level-marks.ts'

/** A level's identity within a document: its number, else its name. */
export function levelKey(level: Pick<LevelMark, 'number' | 'name' | 'prefix'>): string {
  return level.number !== null ? `${level.prefix}${level.number}` : (level.name ?? '').toLowerCase()
}

const SKILL: ReadonlySet<string> = new Set(['skilled', 'underused', 'overused'])

/** What the whole document says about its levels. */
export interface Facts {
  /** Distinct levels by form; for codes also by prefix. */
  keys: Record<LevelForm, Set<string>>
  prefixes: Map<string, Set<string>>
  /** Names, in lower case, of levels that also have a number. */
  named: Set<string>
  /** Distinct strong names that stand alone, or in front of their text. */
  standing: Map<string, number>
  strong: Set<string>
  /** Strong names that are no heading of a section. */
  company: Set<string>
  /** Distinct strong names that stand in what looks like a heading of a section. */
  headed: Set<string>
  numbers: boolean
}

/** Gathers what the whole document says about its levels. */
export function factsOf(entries: readonly Entry[]): Facts {
  const facts: Facts = {
    keys: empty(),
    prefixes: new Map(),
    named: new Set(),
    standing: new Map(),
    strong: new Set(),
    company: new Set(),
    headed: new Set(),
    numbers: false,
  }
  for (const entry of entries) if (entry.level) addLevel(facts, entry, entry.level)
  facts.numbers = numbersBearOut(
    entries.flatMap(({ level }) => (level?.form === 'number' && level.number !== null ? [level.number] : [])),
  )
  return facts
}

function addLevel(facts: Facts, { heading, line }: Entry, level: LevelMark): void {
  const key = levelKey(level)
  const numbered = level.form === 'keyword' || level.form === 'numbered-name'
  facts.keys[level.form].add(key)
  if (level.form === 'code') addTo(facts.prefixes, level.prefix, key)
  if (numbered && level.name) facts.named.add(level.name.toLowerCase())
  if (level.form === 'name' && !heading) facts.company.add(key)
  if (level.form === 'name' && heading && !SKILL.has(heading.kind)) facts.headed.add(key)
  if (isStanding(line.mark !== null, level)) addStanding(facts, level, key)
}

function addStanding(facts: Facts, level: LevelMark, key: string): void {
  facts.standing.set(key, (facts.standing.get(key) ?? 0) + 1)
  if (level.form === 'name') facts.strong.add(key)
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
    'number-text': new Set(),
    'labelled-name': new Set(),
    'repeated-name': new Set(),
  }
}

export function addTo(map: Map<string, Set<string>>, at: string, value: string): void {
  const known = map.get(at)
  if (known) known.add(value)
  else map.set(at, new Set([value]))
}

/** A name in a list is a level only when its text follows on the same line. */
export function isStanding(marked: boolean, level: LevelMark): boolean {
  return (level.form === 'name' || level.form === 'weak-name') && (!marked || level.runIn)
}

/** Bare numbers are levels when at least three of them count on in steps of one, and again in any further round. */
function numbersBearOut(values: readonly number[]): boolean {
  const steps = values.slice(1).filter((value, i) => Math.abs(value - (values[i] ?? 0)) === 1).length
  const known = new Set(values)
  return known.size >= 3 && known.size <= 12 && steps * 2 >= values.length
}
