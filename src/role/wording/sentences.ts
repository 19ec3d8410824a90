/** A sentence or a line of a list, and where it stands: `text` is the source from `start`. */
export interface Sentence {
  start: number
  text: string
}

const BULLET = /^[\s>]*(?:[-*•·▪◦‣–—]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+/
/** A full stop after these ends no sentence. */
const ABBREVIATION = /\b(?:e\.g|i\.e|etc|mr|mrs|ms|dr|st|no|approx|incl|vs|min|max|p\.a)\.$/i
const END = /[.!?][”’")]?\s+(?=[\p{Lu}\d“"'‘])/gu

/**
 * The sentences of a text in its order. Every line of a list is one; a line that goes on in small letters on the next, as in
 * text that was broken at a fixed width, is joined with it.
 */
export function sentencesOf(text: string): Sentence[] {
  return linesOf(text).flatMap(sentencesIn)
}

function linesOf(text: string): Sentence[] {
  const lines: Sentence[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const last = lines.at(-1)
    const goesOn = last !== undefined && last.text.trim() !== '' && continues(last.text, line)
    if (goesOn) last.text = text.slice(last.start, start + line.length)
    else lines.push(withoutBullet({ start, text: line }))
    start += line.length + 1
  }
  return lines
}

function continues(before: string, line: string): boolean {
  return /^\s*\p{Ll}/u.test(line) && !BULLET.test(line) && !/[.!?:;]\s*$/.test(before)
}

function withoutBullet({ start, text }: Sentence): Sentence {
  const length = BULLET.exec(text)?.[0].length ?? 0
  return { start: start + length, text: text.slice(length) }
}

function sentencesIn(line: Sentence): Sentence[] {
  const found: Sentence[] = []
  let from = 0
  for (const { index, 0: end } of line.text.matchAll(END)) {
    const to = index + end.trimEnd().length
    if (ABBREVIATION.test(line.text.slice(from, to))) continue
    found.push({ start: line.start + from, text: line.text.slice(from, to) })
    from = index + end.length
  }
  found.push({ start: line.start + from, text: line.text.slice(from) })
  return found.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
}

/** The words of a sentence; figures count as words. */
export function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu) ?? []
}
