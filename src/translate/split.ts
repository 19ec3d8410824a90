import { wordsOf } from './words.ts'

/** A piece of a longer text that tells of one thing that somebody does. */
export interface Activity {
  text: string
}

/** A text of so many words on one line may be one statement told in several sentences; a longer one is cut up. */
const ONE_STATEMENT = 60
/** Unless each of its sentences begins anew with what somebody does. */
const ANEW =
  /^(?:(?:In (?:19|20)\d\d|Since then|Before that|After that|Then|Later|Now|Today|At present),?\s+)?(?:I|We)\s+\S+(?:\s+\S+){3,}/
/** A clause of fewer words says too little by itself. */
const LEAST_WORDS = 4

const BULLET = /^\s*(?:[-*•·▪◦‣–—]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+/
const SENTENCE_END = /(?<=[.!?][”’")]?)\s+(?=[\p{Lu}\d“"'‘])/u
/** Not the end of a sentence. */
const ABBREVIATION = /\b(?:e\.g|i\.e|etc|mr|mrs|ms|dr|st|no|approx|incl|vs)\.$/i

/** What a description or CV has between its activities. */
const HEADING =
  /^(?:(?:key|main|core|day-to-day|essential|desirable|general|other|my)\s+)?(?:duties|responsibilities|tasks|skills|experience|requirements|criteria|qualifications|education|about (?:us|you|me|the role)|what you.ll do|who you are|employment(?: history)?|work experience|career history|profile|summary|interests|hobbies|references|personal statement|achievements|person specification|job (?:title|description|purpose)|purpose of the (?:job|role|post)|benefits|salary|location|hours|contact)s?(?: and responsibilities)?\s*:?$/i

/**
 * The activities in a text, in its order: lines and bullets of a job description or CV, sentences of a paragraph, and the
 * parts of a sentence that lists several. Headings, dates, addresses and one-word lines are left out. One short
 * statement stays whole.
 */
export function activitiesIn(plain: string): Activity[] {
  if (isOneStatement(plain)) return plain.trim() === '' ? [] : [{ text: plain.trim().replace(BULLET, '') }]
  const told = joinedLines(plain).flatMap(sentencesOf).filter(tells)
  return told.flatMap(clausesOf).map((text) => ({ text }))
}

function isOneStatement(plain: string): boolean {
  if (/\n/.test(plain.trim()) || wordsOf(plain).length > ONE_STATEMENT) return false
  const sentences = sentencesOf(plain.trim())
  return sentences.length < 2 || !sentences.every((sentence) => ANEW.test(sentence))
}

/** A line that goes on in the next is put together; a bullet or a blank line begins anew. */
function joinedLines(plain: string): string[] {
  const lines: string[] = []
  let open = false
  for (const raw of plain.split('\n')) {
    const line = raw.trim()
    const fresh = line === '' || BULLET.test(raw) || HEADING.test(line)
    const last = lines.at(-1)
    if (!fresh && open && last !== undefined && goesOn(last, line))
      lines[lines.length - 1] = `${last} ${line}`
    else if (line !== '') lines.push(line.replace(BULLET, ''))
    open = line !== '' && !HEADING.test(line)
  }
  return lines
}

function goesOn(last: string, next: string): boolean {
  return /^\p{Ll}/u.test(next) && !/[.!?:;]$/.test(last)
}

function sentencesOf(line: string): string[] {
  const sentences: string[] = []
  for (const part of line.split(SENTENCE_END)) {
    const last = sentences.at(-1)
    if (last !== undefined && ABBREVIATION.test(last)) sentences[sentences.length - 1] = `${last} ${part}`
    else sentences.push(part)
  }
  return sentences
}

/** Leaves out headings, dates, addresses, names of posts. */
function tells(sentence: string): boolean {
  const words = wordsOf(sentence)
  if (words.length < 2 || HEADING.test(sentence.trim())) return false
  if (/@|https?:|www\.|\+?\d[\d\s()-]{7,}/.test(sentence)) return false
  return (
    !/^\W*(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\W+)?(?:19|20)\d\d\b/i.test(sentence) ||
    words.length > 6
  )
}

/** Joins between two activities: a semicolon, or a "then" and the like after a comma. */
const JOINT = /\s*;\s+|,?\s+(?:and then|as well as|and also|while also)\s+/i

function clausesOf(sentence: string): string[] {
  const parts = sentence.split(JOINT).map((part) => part.trim())
  const sound = parts.length > 1 && parts.every((part) => wordsOf(part).length >= LEAST_WORDS)
  return sound ? parts : [sentence.trim()]
}
