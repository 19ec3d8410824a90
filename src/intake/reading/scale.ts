/**
 * Which level markers are real. "Level 3" speaks for itself; "Advanced", "L3" or "3" only in company: a scale has at
 * least two levels, and a document keeps to one way of naming them.
 */
import { learnBracketedNames } from './bracketed-levels.ts'
import type { Entry } from './entry.ts'
import { addTo, type Facts, factsOf, isStanding, levelKey } from './facts.ts'
import { learnByCompany, learnNumberedNames, learnNumberedTexts } from './learn.ts'
import type { LevelMark } from './level-marks.ts'
import { kindOfName } from './level-names.ts'
import { learnRepeatedHeads } from './repeated-scale.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Takes the markers away that the document does not bear out. Entries are changed in place. */
export function settleLevels(vocabulary: Vocabulary, entries: readonly Entry[]): void {
  learnNumberedNames(entries)
  learnNumberedTexts(entries)
  dropRunInSections(vocabulary, entries)
  const facts = factsOf(entries)
  for (const entry of entries) {
    if (entry.level && !bearsOut(entry, entry.level, facts)) entry.level = null
  }
  learnByCompany(vocabulary, entries)
  learnBracketedNames(entries)
  learnRepeatedHeads(vocabulary, entries)
  settleDoubtfulNames(entries)
  settleOwners(vocabulary, entries)
  nameByNumber(entries)
}

function bearsOut(entry: Entry, level: LevelMark, facts: Facts): boolean {
  if (level.form === 'keyword') return true
  if (entry.heading && level.form !== 'numbered-name' && !outranks(entry, level, facts)) return false
  if (level.form === 'numbered-name') return facts.keys['numbered-name'].size >= 2
  if (level.form === 'number-text') return true
  if (level.form === 'labelled-name') return facts.keys['labelled-name'].size >= 2
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
  if (heading?.kind === 'skilled' || heading?.kind === 'underused') return facts.company.size >= 2
  return level.form === 'name' && !level.runIn && heading?.kind !== 'activities' && facts.headed.size >= 2
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
    const certain = level.form === 'keyword' || level.form === 'labelled-name'
    if (certain || (level.form === 'numbered-name' && named)) entry.heading = null
  }
}
