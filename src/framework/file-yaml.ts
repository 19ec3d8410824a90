import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLMap,
} from 'yaml'
import { type Fault, fault, type Path, type Problem, warning } from './fault.ts'

/** A framework file as YAML sees it: its value, what is wrong with its form, and where everything stands. */
export interface YamlFile {
  /** Plain data, without keys that have nothing after their colon. */
  value: unknown
  /** Faults of the form: what is no YAML. */
  faults: Fault[]
  /** The first line that could not be read, or null. */
  broken: number | null
  /** Keys with nothing after their colon. */
  problems: Problem[]
  /** Turns a problem into a fault at its line. A path that does not exist leads to the nearest thing that does. */
  locate(problem: Problem): Fault
  /** What stands at a path, letter for letter, or null. */
  written(path: Path): string | null
}

/** Reads YAML 1.2. Never throws: what cannot be read becomes a fault. */
export function readYaml(text: string): YamlFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'error' })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const errors = [...document.errors, ...document.warnings]
  const faults: Fault[] = errors.map((error) => ({
    ...at(error.pos[0]),
    ...explain(error.code, error.message),
    severity: 'fault',
  }))
  const breaks = errors
    .filter((error) => error.code !== 'DUPLICATE_KEY')
    .map((error) => at(error.pos[0]).line)
  const plain = toPlain(document)
  if (plain.fault !== null) faults.push({ line: 1, column: 1, ...plain.fault, severity: 'fault' })
  const problems: Problem[] = []
  const value = withoutNothing(plain.value, [], problems)
  return {
    value,
    faults,
    broken: breaks.length === 0 ? null : Math.min(...breaks),
    problems,
    locate: ({ path, message, remedy, severity }) => ({
      ...at(offsetOf(document, path)),
      message,
      remedy,
      severity,
    }),
    written: (path) => {
      const node = find(document, path).node
      return node?.range ? text.slice(node.range[0], node.range[1]) : null
    },
  }
}

function toPlain(document: Document.Parsed): {
  value: unknown
  fault: { message: string; remedy: string } | null
} {
  try {
    return { value: document.toJS(), fault: null }
  } catch (error) {
    const message = `The aliases in this file cannot be followed: ${(error as Error).message}.`
    return { value: null, fault: { message, remedy: 'Write the words out instead of using & and *.' } }
  }
}

/** `definition:` with nothing behind it means "no definition"; an empty entry of a list means nothing at all. */
function withoutNothing(value: unknown, path: Path, problems: Problem[]): unknown {
  if (Array.isArray(value)) {
    return value.map((item, i) => {
      if (item === null)
        problems.push(fault([...path, i], 'This entry is empty.', 'Write it, or delete the line.'))
      return item === null ? undefined : withoutNothing(item, [...path, i], problems)
    })
  }
  if (typeof value !== 'object' || value === null) return value
  const kept: [string, unknown][] = []
  for (const [key, item] of Object.entries(value)) {
    const here = [...path, key]
    if (item !== null) kept.push([key, withoutNothing(item, here, problems)])
    else problems.push(warning(here, `Nothing stands after “${key}:”.`, 'Write it, or delete the line.'))
  }
  return Object.fromEntries(kept)
}

/** Follows a path down the nodes, as far as it goes. A last step that names a key ends at that key. */
function find(document: Document.Parsed, path: Path): { node: Node | null; offset: number } {
  let node: Node | null = document.contents
  let offset = node?.range?.[0] ?? 0
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document) ?? null
    const next = isMap(node) ? inMap(node, step) : inSequence(node, step)
    if (next === null) return { node: null, offset }
    offset = next.offset ?? offset
    node = next.node
  }
  return { node, offset }
}

function offsetOf(document: Document.Parsed, path: Path): number {
  return find(document, path).offset
}

function inMap(map: YAMLMap, step: string | number): { node: Node | null; offset: number | null } | null {
  const pair = map.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))
  if (pair === undefined) return null
  return { node: (pair.value as Node | null) ?? null, offset: (pair.key as Node).range?.[0] ?? null }
}

function inSequence(
  node: Node | null,
  step: string | number,
): { node: Node | null; offset: number | null } | null {
  const item = isSeq(node) ? (node.items[Number(step)] as Node | undefined) : undefined
  return item === undefined ? null : { node: item, offset: item?.range?.[0] ?? null }
}

const EXPLANATIONS: Record<string, { message: string; remedy: string }> = {
  DUPLICATE_KEY: {
    message: 'This key stands twice in the same place.',
    remedy: 'Keep one of the two, or put both lists under one.',
  },
  TAB_AS_INDENT: { message: 'A tab is used for indentation.', remedy: 'Use spaces.' },
  BAD_INDENT: {
    message: 'The indentation does not fit the lines around it.',
    remedy: 'Line it up with its neighbours, with spaces.',
  },
  MISSING_CHAR: {
    message: 'A closing quote or bracket, or a colon, is missing here.',
    remedy: 'Close it, or put the whole text in quotes.',
  },
  MULTIPLE_DOCS: {
    message: 'There are several documents in this file.',
    remedy: 'Write one framework per file; take out the line “---”.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'A text has a colon and a space in it, so it reads as a key.',
    remedy: 'Put the whole text in quotes.',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'A key runs over several lines.',
    remedy: 'Put the whole text in quotes, or look for a missing colon.',
  },
}

function explain(code: string, message: string): { message: string; remedy: string } {
  const known = EXPLANATIONS[code]
  if (known !== undefined) return known
  const first = message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? ''
  return {
    message: `This is not YAML: ${first}.`,
    remedy: 'Look for a missing quote, colon or space in this line or the one before.',
  }
}
