/**
 * How wide words are when printed. The advance widths are those of a common sans-serif face, in thousandths of the
 * type size; other faces differ by a few per cent, which the search allows for.
 */

const WIDTHS: Record<number, string> = {
  191: "'",
  222: 'ijl‘’',
  278: ' ftI.,;:/\\![]|',
  333: 'r()-“”"•·*',
  355: '^',
  500: 'ckvsxyzJ',
  556: 'abdeghnopqu0123456789L?_–#$£€+=<>',
  611: 'FTZ',
  667: 'ABEKPSVXY&',
  722: 'wCDHNRU',
  778: 'GOQ',
  833: 'mM',
  889: '%',
  944: 'W',
  1000: '—…@™',
}

const UNKNOWN = 556
export const SPACE = 278

const widthOf = new Map<string, number>()
for (const [width, letters] of Object.entries(WIDTHS)) {
  for (const letter of letters) widthOf.set(letter, Number(width))
}

/** Width of a printed text in thousandths of the type size; unknown signs count as a figure. */
export function printedWidth(text: string): number {
  let width = 0
  for (const letter of text) width += widthOf.get(letter) ?? UNKNOWN
  return width
}
