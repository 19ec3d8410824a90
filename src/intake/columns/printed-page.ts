/**
 * Generated test pages: statements set in columns, wrapped, and copied as flat text the way a text copy of a printed
 * page does it. The truth is known. Pure: the same seed gives the same page.
 */

import {
  pick,
  type Random,
  randomFrom,
  type SampleSet,
  sampleStatement,
  type Voice,
} from './sample-statements.ts'

export interface PrintedPage {
  lines: string[]
  columns: number
  /** The statements of each column. */
  truth: string[][]
  /** Which column each word of each line belongs to. */
  owners: number[][]
  /** How the page was set, for reports. */
  setting: string
}

/** Advance widths of faces that differ from the one the search assumes. */
const FACES: Record<string, (letter: string) => number> = {
  serif: (letter) => SERIF.get(letter) ?? 500,
  sans: (letter) => SANS.get(letter) ?? 556,
  typewriter: () => 600,
}

const table = (widths: Record<number, string>): Map<string, number> =>
  new Map(
    Object.entries(widths).flatMap(([width, letters]) =>
      [...letters].map((one) => [one, Number(width)] as const),
    ),
  )

const SERIF = table({
  250: ' .,',
  278: 'ijlt/;:',
  333: 'fr()I-’',
  389: 'sJ',
  444: 'acez',
  556: 'PSF',
  611: 'BELTZ',
  667: 'CR',
  722: 'wADGHKNOQUVXY',
  778: 'm',
  889: 'M',
  944: 'W',
})

const SANS = table({
  230: 'ijlI’',
  250: ' .,:;ft',
  300: 'r()-/',
  480: 'cksxyzvJ',
  530: 'aegbdhnopquLEFTS',
  620: 'ABKPRVXYZC',
  680: 'DGHNOQU',
  730: 'w',
  810: 'mM',
  930: 'W',
})

interface Plan {
  face: (letter: string) => number
  widths: number[]
  layout: 'spaced' | 'tight' | 'rows'
  offsets: number[]
  finalStop: boolean
  bullets: boolean
  lowerCase: boolean
}

/** One page of two to five columns. `statements` replaces the sample statements, for texts from elsewhere. */
export function printPage(
  seed: number,
  options: { columns: number; set: SampleSet; statements?: readonly string[] },
): PrintedPage {
  const random = randomFrom(seed)
  const { columns, set } = options
  const voice = pick<Voice>(random, ['imperative', 'imperative', 'third person', 'gerund', 'mixed'])
  const plan = planPage(random, columns)
  const used = new Set<string>()
  const next = (): string => {
    for (let tries = 0; tries < 50; tries++) {
      const text = options.statements ? pick(random, options.statements) : sampleStatement(random, set, voice)
      if (used.has(text)) continue
      used.add(text)
      return text
    }
    return sampleStatement(random, set, voice)
  }
  const count = 4 + Math.floor(random() * 4)
  const most = plan.layout === 'rows' ? 0 : 2
  const truth = plan.widths.map(() =>
    Array.from({ length: count + Math.floor(random() * (most + 1)) }, () => styled(next(), plan)),
  )
  const printed = plan.layout === 'rows' ? setInRows(truth, plan) : setInColumns(truth, plan)
  return { ...flatten(printed), columns, truth, setting: plan.layout }
}

function planPage(random: Random, columns: number): Plan {
  const unequal = random() < 0.4
  const base = columns > 3 ? 11000 : 13000
  return {
    face: FACES[pick(random, Object.keys(FACES))] ?? (() => 600),
    widths: Array.from({ length: columns }, () => base * (unequal ? 0.75 + random() * 0.6 : 1)),
    layout: pick(random, ['spaced', 'spaced', 'tight', 'rows'] as const),
    offsets: random() < 0.25 ? Array.from({ length: columns }, () => Math.floor(random() * 3)) : [],
    finalStop: random() < 0.25,
    bullets: random() < 0.1,
    lowerCase: random() < 0.05,
  }
}

function styled(text: string, plan: Plan): string {
  const cased = plan.lowerCase ? text.charAt(0).toLowerCase() + text.slice(1) : text
  const stopped = plan.finalStop ? `${cased}.` : cased
  return plan.bullets ? `• ${stopped}` : stopped
}

/** The lines of a statement in a column of this width. */
function wrapped(text: string, width: number, face: (letter: string) => number): string[] {
  const measure = (part: string): number => [...part].reduce((sum, letter) => sum + face(letter), 0)
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const open = lines.at(-1)
    if (open !== undefined && measure(`${open} ${word}`) <= width) lines[lines.length - 1] = `${open} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Printed lines of each column, '' where a column is blank. */
type Printed = string[][]

function setInColumns(truth: readonly string[][], plan: Plan): Printed {
  return truth.map((statements, column) => {
    const lines: string[] = Array.from({ length: plan.offsets[column] ?? 0 }, () => '')
    for (const [at, text] of statements.entries()) {
      if (at > 0 && plan.layout === 'spaced') lines.push('')
      lines.push(...wrapped(text, plan.widths[column] ?? 0, plan.face))
    }
    return lines
  })
}

function setInRows(truth: readonly string[][], plan: Plan): Printed {
  const printed: Printed = truth.map(() => [])
  for (let row = 0; row < (truth[0]?.length ?? 0); row++) {
    const cells = truth.map((statements, column) =>
      wrapped(statements[row] ?? '', plan.widths[column] ?? 0, plan.face),
    )
    const height = Math.max(...cells.map((cell) => cell.length))
    for (const [column, cell] of cells.entries()) {
      for (let line = 0; line < height; line++) printed[column]?.push(cell[line] ?? '')
    }
  }
  return printed
}

/** What a text copy makes of it: the cells of a line joined by single spaces, blank lines gone. */
function flatten(printed: Printed): Pick<PrintedPage, 'lines' | 'owners'> {
  const lines: string[] = []
  const owners: number[][] = []
  const height = Math.max(...printed.map((column) => column.length))
  for (let line = 0; line < height; line++) {
    const cells = printed.map((column) => column[line] ?? '')
    if (cells.every((cell) => cell === '')) continue
    lines.push(cells.filter((cell) => cell !== '').join(' '))
    owners.push(cells.flatMap((cell, column) => (cell === '' ? [] : cell.split(' ').map(() => column))))
  }
  return { lines, owners }
}

export interface PageFigures {
  words: number
  rightWords: number
  statements: number
  exact: number
}

type FoundStatements = readonly { pieces: readonly { line: number; start: number; end: number }[] }[]

/** How much of the page was put back: words in their column, and statements word for word in theirs. */
export function comparePage(page: PrintedPage, found: readonly FoundStatements[]): PageFigures {
  const columns = page.lines.map((line) => new Array<number>(line.length).fill(-1))
  for (const [column, statements] of found.entries()) {
    for (const piece of statements.flatMap((statement) => statement.pieces)) {
      columns[piece.line]?.fill(column, piece.start, piece.end)
    }
  }
  const words = page.lines.flatMap((line, index) =>
    [...line.matchAll(/\S+/g)].map(
      (match, word) => columns[index]?.[match.index] === page.owners[index]?.[word],
    ),
  )
  return {
    words: words.length,
    rightWords: words.filter((right) => right).length,
    statements: page.truth.flat().length,
    exact: found.reduce((sum, statements, column) => sum + exactStatements(page, statements, column), 0),
  }
}

function exactStatements(page: PrintedPage, found: FoundStatements, column: number): number {
  const want = new Set(page.truth[column])
  const texts = found.map(({ pieces }) =>
    pieces.map((piece) => page.lines[piece.line]?.slice(piece.start, piece.end) ?? '').join(' '),
  )
  return texts.filter((text) => want.delete(text)).length
}
