import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  Scalar,
  visit,
  type YAMLMap,
} from 'yaml'
import { type Fault, fault, type Path, type Problem, warning } from './fault.ts'
import { type Trouble, troublesOf } from './file-trouble.ts'

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

/** Reads YAML 1.2, without aliases and tags. Never throws: what cannot be read becomes a fault. */
export function readYaml(text: string): YamlFile {
  const lines = new LineCounter()
  const source = text.replace(/^\uFEFF/, '')
  const document = parseDocument(source, { lineCounter: lines, logLevel: 'error', resolveKnownTags: false })
  const troubles = troublesOf(document, source)
  const { value, refused } = toPlain(document)
  const problems: Problem[] = []
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const toFault = ({ offset, message, remedy }: Trouble): Fault => ({
    ...place(offset),
    message,
    remedy,
    severity: 'fault',
  })
  const breaks = [...troubles, ...refused]
    .filter((trouble) => trouble.breaks)
    .map(({ offset }) => place(offset).line)
  return {
    value: withoutNothing(value, [], problems),
    faults: [...troubles, ...refused].map(toFault),
    broken: breaks.length === 0 ? null : Math.min(...breaks),
    problems,
    locate: ({ path, message, remedy, severity }) => ({
      ...place(find(document, path).offset),
      message,
      remedy,
      severity,
    }),
    written: (path) => {
      const node = find(document, path).node
      return node?.range ? source.slice(node.range[0], node.range[1]) : null
    },
  }
}

/** The plain data. An alias could make a small file endless, so it stands as its own name and is refused. */
function toPlain(document: Document.Parsed): { value: unknown; refused: Trouble[] } {
  const refused: Trouble[] = []
  try {
    visit(document, {
      Alias(_, alias) {
        const message = `“*${alias.source}” stands for words written elsewhere; framework files do without that.`
        refused.push({
          offset: alias.range?.[0] ?? 0,
          message,
          remedy: 'Write the words out.',
          breaks: false,
        })
        const name = new Scalar(`*${alias.source}`)
        name.range = alias.range ?? null
        return name
      },
    })
    return { value: document.toJS(), refused }
  } catch {
    const message = 'This file cannot be followed: it is nested too deeply.'
    return {
      value: null,
      refused: [{ offset: 0, message, remedy: 'Compare it with a file of the library.', breaks: true }],
    }
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
    const next = isMap(node) ? inMap(node, step) : inSequence(node, step)
    if (next === null) return { node: null, offset }
    offset = next.offset ?? offset
    node = next.node
  }
  return { node, offset }
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
