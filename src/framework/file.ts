import { checkContent } from './check.ts'
import type { Fault, Problem } from './fault.ts'
import { readContent } from './file-content.ts'
import { shapeProblems } from './file-issues.ts'
import { FrameworkFile } from './file-schema.ts'
import { readYaml, type YamlFile } from './file-yaml.ts'
import { identify } from './identify.ts'
import type { Framework } from './model.ts'

export type { Fault } from './fault.ts'

/** A framework file, read. */
export interface ParsedFile {
  /** Null when there is a fault; warnings do not stand in the way. */
  framework: Framework | null
  /** All faults and warnings, from the top of the file to its end. */
  faults: Fault[]
  /** Puts a further problem at its line, such as one of `checkAlignments`. */
  locate(problem: Problem): Fault
}

/**
 * Reads a framework file, one framework in YAML, and reports everything that is wrong with it at once.
 * Ids follow from the slug, so that the same file always gives the same framework. Never throws.
 */
export function parseFrameworkFile(text: string): ParsedFile {
  const yaml = readYaml(text.includes('\0') ? '' : text)
  if (text.includes('\0')) return { framework: null, faults: [NO_TEXT], locate: yaml.locate }
  const problems = yaml.broken === null ? allProblems(yaml) : trustedProblems(yaml, yaml.broken)
  const faults = [...yaml.faults, ...problems].sort(byPlace)
  const sound = faults.every((f) => f.severity === 'warning')
  const content = sound ? FrameworkFile.safeParse(yaml.value) : null
  const framework = content?.success ? identify(readContent(content.data)) : null
  return { framework, faults, locate: yaml.locate }
}

const NO_TEXT: Fault = {
  line: 1,
  column: 1,
  message: 'This is not a text file.',
  remedy: 'Give a framework in YAML, as UTF-8 text. “sightline intake” reads other documents.',
  severity: 'fault',
}

function allProblems(yaml: YamlFile): Fault[] {
  return [...yaml.problems, ...shapeProblems(yaml), ...checkContent(yaml.value)].map(yaml.locate)
}

/** From a place that is not YAML onwards nothing can be trusted, and what seems to be missing may only be unread. */
function trustedProblems(yaml: YamlFile, broken: number): Fault[] {
  const written = [...yaml.problems, ...shapeProblems(yaml)].filter(({ path }) => yaml.written(path) !== null)
  return written.map(yaml.locate).filter((problem) => problem.line < broken)
}

function byPlace(a: Fault, b: Fault): number {
  return a.line - b.line || a.column - b.column
}
