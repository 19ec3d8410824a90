import { wrap } from '#cli/wrap.ts'
import {
  type Competency,
  type Framework,
  indicatorsAt,
  levelLabel,
  type Publication,
  type Statement,
  type StatementKind,
  statementsOf,
} from '../model.ts'
import { neighbourLines } from './neighbours.ts'
import { type Paper, steps } from './paper.ts'

const TOO_MUCH = 'Too much'

const HEADINGS: [StatementKind, string][] = [
  ['underused', 'Too little'],
  ['skilled', 'Right'],
  ['overused', TOO_MUCH],
  ['activity', 'To develop it'],
  ['course', 'Courses'],
  ['resource', 'To read'],
  ['question', 'To ask in an interview'],
  ['key', 'Key behaviours'],
  ['note', 'Notes'],
]

/** One competency: what it is, why it matters, level by level what people do, and all that comes with it. `shelf`: the frameworks beside it. */
export function competencyLines(
  competency: Competency,
  framework: Framework,
  paper: Paper,
  shelf: readonly Framework[],
): string[] {
  const { style, width } = paper
  const { code, name, definition, why } = competency
  return [
    style.strong(code === null ? name : `${code}  ${name}`),
    ...(definition === null ? [] : wrap(definition, width, '  ')),
    ...(why === null ? [] : wrap(why, width, `  ${style.faint('Why it matters:')} `, '  ')),
    ...levelLines(competency, framework, paper),
    ...HEADINGS.flatMap(([kind, heading]) => sectionLines(heading, statementsOf(competency, kind), paper)),
    ...neighbourLines(competency, framework, paper, shelf),
  ]
}

function levelLines(competency: Competency, framework: Framework, { width, style }: Paper): string[] {
  const { levels } = framework.scale
  return levels.flatMap((level, position) => {
    const statements = indicatorsAt(competency, level.key)
    if (statements.length === 0) return []
    return [
      '',
      `  ${steps(position, levels.length, style)} ${style.accent(levelLabel(level))}`,
      ...statements.flatMap((statement) => wrap(wordsOf(statement, framework), width, '    • ')),
    ]
  })
}

function wordsOf({ text, also }: Statement, { competencies }: Framework): string {
  if (also.length === 0) return text
  const codes = also.map((key) => competencies.find((other) => other.key === key)?.code ?? key)
  return `${text} (also\u00a0${codes.join(', ')})`
}

function sectionLines(heading: string, statements: Statement[], { width, style }: Paper): string[] {
  if (statements.length === 0) return []
  const allOurs = statements.every(({ ours }) => ours)
  const set = heading === TOO_MUCH ? style.warm : style.accent
  return [
    '',
    `  ${set(heading)}${allOurs ? style.faint(' (written by Sightline; the source has none)') : ''}`,
    ...statements.flatMap(({ text, ours, publication }) => {
      const words = publication === null ? text : `${cite(publication)}. ${text}`.trim()
      return wrap(ours && !allOurs ? `${words} (ours)` : words, width, '    • ')
    }),
  ]
}

function cite({ title, authors, publisher, year, url }: Publication): string {
  const by = [authors, [publisher, year].filter((part) => part !== null).join(' '), url]
  const rest = by.filter((part) => part !== null && part !== '')
  return rest.length === 0 ? title : `${title} (${rest.join('; ')})`
}
