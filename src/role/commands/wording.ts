import { readInput } from '#cli/input.ts'
import { type Call, NOT_UNDERSTOOD, type Verb } from '#cli/verbs.ts'
import { wrap } from '#cli/wrap.ts'
import { readLibrary } from '#framework/commands/files.ts'
import { wordingJson } from '../json/wording.ts'
import type { Lens } from '../wording/behaviour.ts'
import { MARK_WORDS } from '../wording/mark.ts'
import { type MarkShown, reportOn, type WordingReport } from '../wording/report.ts'

const LIMIT = 200_000

/** `sightline role wording FILE`: needs neither server nor database. */
export const wordingVerb: Verb = {
  takes: 'FILE',
  says: 'mark the words of a description or an advert (- for standard input) that hide the work or turn people away; exit code 1 when there are any',
  flags: { json: 'one JSON object on standard output, and nothing else' },
  run: checkFile,
}

async function checkFile({ words: [file, more], flags, screen }: Call): Promise<number> {
  if (file === undefined || more !== undefined) {
    screen.complain('Name one text file: “sightline role wording advert.txt”, or - for standard input.')
    return NOT_UNDERSTOOD
  }
  const { bytes } = await readInput(file, {
    limit: LIMIT,
    tooLarge: (size) =>
      `This file has ${size.toLocaleString('en-GB')} bytes; at most 200,000 are looked through at once.`,
  })
  const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n')
  const report = reportOn([{ at: file, text }], { lens: await libraryLens() })
  if (flags.has('json')) screen.say(JSON.stringify(wordingJson(report)))
  else for (const line of reportLines(report, text, screen)) screen.say(line)
  return report.count === 0 ? 0 : 1
}

async function libraryLens(): Promise<Lens> {
  const all = (await readLibrary()).flatMap(({ framework }) => framework ?? [])
  return { frameworks: all.filter(({ slug }) => slug === 'spotlight'), others: all, required: new Map() }
}

type Paper = Pick<Call['screen'], 'width' | 'style'>

function reportLines({ parts, reading, advice, count }: WordingReport, text: string, paper: Paper): string[] {
  const marks = parts.flatMap((part) => part.marks)
  const age =
    reading.age === null ? 'too short for a reading age' : `reads with ease from about ${reading.age}`
  const found = count === 0 ? 'Nothing is marked' : `${count} ${count === 1 ? 'thing' : 'things'} to look at`
  return [
    ...marks.flatMap((mark) => markLines(mark, text, paper)),
    ...advice.flatMap((one) => wrap(one, paper.width, `${paper.style.warm('!')} `)),
    `${found}; ${reading.words} words; ${age}.`,
  ]
}

function markLines(mark: MarkShown, text: string, { width, style }: Paper): string[] {
  const line = text.slice(0, mark.start).split('\n').length
  const words = mark.text.replaceAll(/\s+/g, ' ')
  const { behaviour } = mark
  return [
    ...wrap(
      words,
      width,
      `${String(line).padStart(4)}  ${style.accent(MARK_WORDS[mark.kind].label)}: `,
      '      ',
    ),
    ...wrap(`${mark.why} ${mark.instead}`, width, '      '),
    ...(behaviour
      ? wrap(
          `${behaviour.text} (${behaviour.competency.name}, ${behaviour.level})`,
          width,
          `      ${style.faint('Such as:')} `,
          '      ',
        )
      : []),
    '',
  ]
}
