/** Words that somebody looks for, one alternative of several ("a b" or c has two). */
export interface Wanted {
  /** As PostgreSQL's `websearch_to_tsquery` takes them. */
  words: string
  /** What stood in quotes and must be there letter by letter, as regular expressions of PostgreSQL; case and white space are free. */
  phrases: string[]
}

/** More words than anybody looks for at once; each costs the database time. */
const MOST_WORDS = 40

/**
 * The words as typed, with the quotes that phones and word processors make put straight. Long runs of signs, which
 * PostgreSQL would take for operators until its stack is full, are no more than a space.
 */
export function straighten(words: string): string {
  return words
    .replaceAll(/[^\p{L}\p{N}]{6,}/gu, ' ')
    .replaceAll('\0', ' ')
    .replaceAll(/[“”„«»]/g, '"')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .split(' ')
    .slice(0, MOST_WORDS)
    .join(' ')
}

/**
 * The alternatives, when anything stands in quotes; otherwise none, because forms of words need no second look.
 * What is left out (-"these words") is not a phrase that must be there.
 */
export function alternativesOf(words: string): Wanted[] {
  const tokens = straighten(words).match(/-?"[^"]*"?|[^\s"]+/g) ?? []
  const alternatives: string[][] = [[]]
  for (const token of tokens) {
    if (token.toLowerCase() === 'or') alternatives.push([])
    else alternatives.at(-1)?.push(token)
  }
  const wanted = alternatives
    .filter((parts) => parts.length > 0)
    .map((parts) => ({ words: parts.join(' '), phrases: parts.flatMap(phraseOf) }))
  return wanted.some(({ phrases }) => phrases.length > 0) ? wanted : []
}

/** Between words anything but a letter or a figure may stand, as a comma or a line's end; apostrophes are free. */
function phraseOf(part: string): string[] {
  if (!part.startsWith('"')) return []
  const words = part.match(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu) ?? []
  const pattern = words.map((word) => word.replaceAll(/['’]/g, "['’]")).join('[^[:alnum:]]+')
  return pattern === '' ? [] : [`(^|[^[:alnum:]])${pattern}($|[^[:alnum:]])`]
}

/** Whether there is anything to look for at all: a sign or a picture is no word. */
export function hasWord(words: string): boolean {
  return /[\p{L}\p{N}]/u.test(words)
}

/** The words by themselves, without the marks and the words of the search's own language, and without what is left out. */
export function singleWords(words: string): string[] {
  return straighten(words)
    .replaceAll('"', ' ')
    .split(/\s+/)
    .filter((word) => /^[\p{L}\p{N}]+$/u.test(word) && word.toLowerCase() !== 'or')
}
