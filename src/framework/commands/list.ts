import type { Screen } from '#cli/screen.ts'
import { table } from '#cli/table.ts'
import { type Framework, levelLabel } from '../model.ts'
import type { FileRead } from './files.ts'

/** What there is to know of a framework in one line. */
export function summary(framework: Framework, file: string) {
  const { slug, title, publisher, version, language, scale, competencies } = framework
  return {
    slug,
    title,
    publisher,
    version,
    language,
    licence: framework.licence.name,
    scale: scale.kind,
    levels: scale.levels.map(levelLabel),
    competencies: competencies.length,
    statements: competencies.reduce((sum, competency) => sum + competency.statements.length, 0),
    file,
  }
}

const HEADINGS = ['name', 'title', 'size × levels', 'statements']

/** One line a framework. Files with faults are named, with the way to see the faults. */
export function printList(files: FileRead[], { say, style, width }: Screen): void {
  const rows = files.flatMap(({ framework, file }) => {
    if (framework === null) return []
    const { slug, title, levels, competencies, statements } = summary(framework, file)
    return [[style.strong(slug), title, `${competencies} × ${levels.length || '–'}`, String(statements)]]
  })
  for (const line of table([HEADINGS.map(style.faint), ...rows], width)) say(line)
  for (const { file } of files.filter((f) => f.framework === null)) {
    say(style.warm(`${file} has faults: “sightline framework check ${file}” lists them.`))
  }
}

/** “1 level”, “3 levels”. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}
