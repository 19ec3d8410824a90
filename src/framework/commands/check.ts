import type { Screen } from '#cli/screen.ts'
import { checkAlignments } from '../check.ts'
import { type Fault, fault } from '../fault.ts'
import type { FileRead } from './files.ts'
import { count } from './list.ts'

/** A file, and all that is to be said about it. */
interface Checked {
  file: string
  faults: Fault[]
}

/**
 * The faults of each file by itself and among the others. `beside` are frameworks that alignments may lead to, but
 * that are not checked.
 */
export function checkFiles(files: FileRead[], beside: FileRead[]): Checked[] {
  const slugs = files.map(({ framework }) => framework?.slug)
  const others = beside.filter(({ framework }) => !slugs.includes(framework?.slug))
  const between = checkAlignments([...files, ...others].flatMap(({ framework }) => framework ?? []))
  return files.map(({ file, faults, framework, locate }, i) => {
    const first = slugs.indexOf(framework?.slug)
    const twin = framework !== null && first !== i ? files[first] : undefined
    const shared = twin
      ? [fault(['slug'], `${twin.file} has the slug “${framework?.slug}” too.`, 'Give one of them another.')]
      : []
    const found = [...between.filter((problem) => problem.framework === framework?.slug), ...shared]
    return {
      file,
      faults: [...faults, ...found.map(locate)].sort((a, b) => a.line - b.line || a.column - b.column),
    }
  })
}

/** Every fault in the form that editors can jump to, then one line that says how it stands. */
export function printChecked(checked: Checked[], { say, style }: Screen): void {
  for (const { file, faults } of checked) {
    for (const { line, column, severity, message, remedy } of faults) {
      const mark = severity === 'fault' ? style.warm('fault') : style.faint('warning')
      say(`${style.strong(`${file}:${line}:${column}`)} ${mark} ${message} — ${remedy}`)
    }
  }
  const faults = countOf(checked, 'fault')
  const warnings = countOf(checked, 'warning')
  const state = faults === 0 ? 'No faults' : count(faults, 'fault')
  const rest = warnings === 0 ? '' : ` and ${count(warnings, 'warning')}`
  say(`${state}${rest} in ${count(checked.length, 'file')}.`)
}

export function countOf(checked: Checked[], severity: Fault['severity']): number {
  return checked.reduce((sum, { faults }) => sum + faults.filter((f) => f.severity === severity).length, 0)
}
