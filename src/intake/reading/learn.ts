/** Names of levels that no list of words knows: learnt from the company they keep in the document. */
import { type Entry, isParagraph, looksHead } from './entry.ts'
import { levelKey } from './facts.ts'
import type { LevelMark } from './level-marks.ts'
import { isClosed, size, type Vocabulary, wordCount } from './vocabulary.ts'

/**
 * A short line between two level names, with a text of its own as they have, is the name of a level too, whatever it
 * says: "Basic", "Working", "Extensive", "Expert".
 */
export function learnByCompany(vocabulary: Vocabulary, entries: readonly Entry[]): void {
  const company: Company = { seen: new Set(), candidates: [], broken: false }
  for (const [i, entry] of entries.entries()) {
    const { level } = entry
    if (level && level.form === 'name' && !level.runIn) meetName(company, levelKey(level))
    else if (level || entry.heading || entry.columns) company.broken = true
    else if (isCandidate(vocabulary, entry, entries[i + 1])) company.candidates.push(entry)
  }
}

interface Company {
  /** Names since the scale last began. */
  seen: Set<string>
  /** Short lines since the last name. */
  candidates: Entry[]
  /** Something else than lists and paragraphs stood between. */
  broken: boolean
}

function meetName(company: Company, key: string): void {
  const restart = company.seen.has(key)
  const [only, other] = company.candidates
  if (only && !other && !restart && !company.broken && company.seen.size > 0) only.level = namedLevel(only)
  if (restart) company.seen.clear()
  company.seen.add(key)
  company.candidates = []
  company.broken = false
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

/**
 * "2. Automatic fluency" again and again, and other numbers with names of their own: names of levels, whatever words
 * they are made of. A numbered list of competencies or statements does not come back word for word.
 */
export function learnNumberedNames(entries: readonly Entry[]): void {
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

/**
 * "1 Speaks with few people …", "2 …": numbers in front of texts are levels under a heading that announces a scale,
 * and wherever they reach zero or less.
 */
export function learnNumberedTexts(entries: readonly Entry[]): void {
  for (let i = 0; i < entries.length; ) {
    const run = numberedRun(entries, i)
    const announced = entries[i - 1]?.heading?.kind === 'container'
    const below = run.some((value) => value <= 0)
    if (run.length >= 2 && (announced || (below && run.length >= 3))) {
      run.forEach((value, n) => {
        const entry = entries[i + n]
        if (entry) entry.level = numberedText(entry, value)
      })
    }
    i += Math.max(1, run.length)
  }
}

/** The numbers of entries that count up or down by one from an index on. */
function numberedRun(entries: readonly Entry[], from: number): number[] {
  const run: number[] = []
  for (let i = from; i < entries.length; i++) {
    const value = entries[i] ? numberBefore(entries[i] as Entry) : null
    if (value === null || (run.length > 0 && Math.abs(value - (run.at(-1) ?? 0)) !== 1)) break
    run.push(value)
  }
  return run
}

const NUMBER_TEXT = /^([+-]?\d{1,2})[.:)]?\s+(?=["“]?\p{Lu})/u

function numberBefore({ line, level, heading }: Entry): number | null {
  if (heading || line.cells || (level && level.form !== 'number')) return null
  if (line.mark?.kind === 'number') return /^\d{1,2}$/.test(line.mark.label) ? Number(line.mark.label) : null
  const match = NUMBER_TEXT.exec(line.text)
  return match?.[1] && wordCount(line.text) >= 3 ? Number(match[1]) : null
}

function numberedText({ line }: Entry, number: number): LevelMark {
  const letters = line.mark ? 0 : size(NUMBER_TEXT.exec(line.text)?.[1] ?? '')
  return {
    form: 'number-text',
    number,
    name: null,
    prefix: '',
    letters,
    runIn: true,
    owner: null,
    doubtful: false,
  }
}
