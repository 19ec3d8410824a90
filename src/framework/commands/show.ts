import type { Style } from '#cli/screen.ts'
import { table } from '#cli/table.ts'
import { pad, widthOf, wrap } from '#cli/wrap.ts'
import { type Framework, levelLabel } from '../model.ts'
import { type Paper, steps } from './paper.ts'
import { competencyLines } from './show-competency.ts'

/** A framework to be read from top to bottom: what it is, its levels, its shape at a glance, and every word.
 * `shelf`: the frameworks beside it. */
export function frameworkLines(framework: Framework, paper: Paper, shelf: readonly Framework[]): string[] {
  return [
    ...headLines(framework, paper),
    '',
    ...scaleLines(framework, paper),
    ...shapeLines(framework, paper),
    ...bodyLines(framework, paper, shelf),
    '',
    ...factLines(framework, paper),
  ]
}

function headLines({ title, slug, version, summary }: Framework, { width, style }: Paper): string[] {
  const name = `${slug} ${version}`
  const gap = Math.max(2, width - widthOf(title) - widthOf(name))
  return [
    `${style.strong(title)}${' '.repeat(gap)}${style.faint(name)}`,
    style.faint('─'.repeat(width)),
    ...(summary === null ? [] : wrap(summary, width)),
  ]
}

const KINDS = { proficiency: 'Levels of proficiency', stage: 'Stages of a career', bands: 'Bands' }

function scaleLines({ scale }: Framework, { width, style }: Paper): string[] {
  if (scale.levels.length === 0) return []
  const rows = scale.levels.map((level, i) => [
    `  ${steps(i, scale.levels.length, style)}`,
    style.accent(levelLabel(level)),
    level.description ?? '',
  ])
  return [style.strong(KINDS[scale.kind]), ...table(rows, width), '']
}

/** Which competency says how much at which level, as a grid of numbers. Only where there is something to compare. */
function shapeLines({ scale, competencies }: Framework, { width, style }: Paper): string[] {
  const { levels } = scale
  if (competencies.length < 2 || levels.length === 0) return []
  const heads = levels.map((level) => String(level.number ?? level.name ?? level.key))
  const cells = heads.map((head) => Math.max(widthOf(head), 2) + 2)
  const names = competencies.map(({ code, name }) => (code === null ? name : `${code} ${name}`))
  const left = Math.max(...names.map(widthOf)) + 2
  if (left + cells.reduce((a, b) => a + b, 0) > width) return []
  const row = (name: string, values: string[]) =>
    `  ${pad(name, left)}${values.map((value, i) => ' '.repeat((cells[i] ?? 0) - widthOf(value)) + value).join('')}`
  const rows = competencies.map((competency, i) =>
    row(
      names[i] ?? '',
      levels.map((level) => said(competency.statements.filter((s) => s.level === level.key).length, style)),
    ),
  )
  return [row(style.strong('Statements by level'), heads.map(style.faint)), ...rows, '']
}

function said(statements: number, style: Style): string {
  return statements === 0 ? style.faint('·') : String(statements)
}

function bodyLines(framework: Framework, paper: Paper, shelf: readonly Framework[]): string[] {
  const { groups, competencies } = framework
  const loose = competencies.filter((competency) => !groups.some((group) => group.key === competency.group))
  const show = (list: typeof competencies) =>
    list.flatMap((competency) => [...competencyLines(competency, framework, paper, shelf), ''])
  const grouped = groups.flatMap(({ key, code, name, definition }) => [
    paper.style.faint('─'.repeat(paper.width)),
    paper.style.strong(code === null ? name : `${code}  ${name}`),
    ...(definition === null ? [] : wrap(definition, paper.width)),
    '',
    ...show(competencies.filter((competency) => competency.group === key)),
  ])
  return [...grouped, ...show(loose)].slice(0, -1)
}

function factLines({ publisher, source, licence, language }: Framework, { width, style }: Paper): string[] {
  const facts: [string, string | null][] = [
    ['Publisher', publisher],
    ['Source', source && [source.title, source.url, source.note].filter((part) => part !== null).join('. ')],
    ['Licence', [licence.name, licence.url].filter((part) => part !== null).join(', ')],
    ['', licence.attribution],
    ['Language', language],
  ]
  const rows = facts.flatMap(([name, value]) => (value === null ? [] : [[style.faint(name), value]]))
  return [style.faint('─'.repeat(width)), ...table(rows, width)]
}
