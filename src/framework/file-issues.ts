import { z } from 'zod'
import { closest } from '../lib/closest.ts'
import { fault, type Path, type Problem } from './fault.ts'
import { FrameworkFile } from './file-schema.ts'

type Issue = z.core.$ZodIssue

/** What the file says at a path: its value, and its letters. */
interface Reading {
  value: unknown
  written(path: Path): string | null
}

/** Says in plain words what is wrong with the shape of a file. Empty when the shape is right. */
export function shapeProblems(reading: Reading): Problem[] {
  const result = FrameworkFile.safeParse(reading.value)
  return result.success ? [] : result.error.issues.flatMap((issue) => describe(issue, [], reading))
}

function describe(issue: Issue, above: Path, reading: Reading): Problem[] {
  const path = [...above, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(path, key))
    case 'invalid_union':
      return describeUnion(issue, path, reading)
    case 'invalid_type':
      return wrongType(issue.expected, path, reading)
    case 'invalid_value':
      return [notAChoice(path, issue.values.map(String), reading)]
    case 'too_small':
    case 'too_big':
      return [outOfRange(issue, path)]
    case 'invalid_format':
      return [
        fault(path, `“${nameOf(path)}” is not a web address.`, 'Write it in full, with https:// in front.'),
      ]
    default:
      return [fault(path, `“${nameOf(path)}” holds a NUL character, which no database keeps.`, 'Delete it.')]
  }
}

/** The last key of the path: what a reader would call the place. */
function nameOf(path: Path): string {
  return String(path.findLast((step) => typeof step === 'string') ?? 'the file')
}

function unknownKey(path: Path, key: string): Problem {
  const known = keysAt(FrameworkFile, path)
  const meant = closest(key, known)
  const notes = known.includes('notes') ? ', or put the words under notes' : ''
  const remedy = meant === null ? `Use one of ${known.join(', ')}${notes}.` : `Did you mean “${meant}”?`
  return fault([...path, key], `There is no key “${key}” here.`, remedy)
}

/** The keys that the schema knows at a path; of a choice, those of every object in it. */
function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  if (schema instanceof z.ZodOptional) return keysAt(schema.unwrap(), path)
  if (schema instanceof z.ZodUnion)
    return [...new Set(schema.options.flatMap((option) => keysAt(option, path)))]
  const [step, ...rest] = path
  if (schema instanceof z.ZodArray) return step === undefined ? [] : keysAt(schema.element, rest)
  if (schema instanceof z.ZodRecord) return step === undefined ? [] : keysAt(schema.valueType, rest)
  if (!(schema instanceof z.ZodObject)) return []
  if (step === undefined) return Object.keys(schema.shape)
  const inner = schema.shape[step]
  return inner === undefined ? [] : keysAt(inner, rest)
}

/** A statement may be a text or an object: the faults are those of the object when one was written. */
function describeUnion(issue: z.core.$ZodIssueInvalidUnion, path: Path, reading: Reading): Problem[] {
  const value = valueAt(reading.value, path)
  if (typeof value === 'string') return [empty(path)]
  if (!isObject(value)) return wrongType('string', path, reading)
  const objects = issue.errors.filter((issues) =>
    issues.some((i) => i.path.length > 0 || i.code === 'unrecognized_keys'),
  )
  const nearest = objects.sort((a, b) => a.length - b.length)[0] ?? []
  const known = keysAt(FrameworkFile, path)
  if (Object.keys(value).some((key) => known.includes(key) || closest(key, known) !== null)) {
    return nearest.flatMap((inner) => describe(inner, path, reading))
  }
  return wrongType('string', path, reading)
}

function wrongType(expected: string, path: Path, reading: Reading): Problem[] {
  const value = valueAt(reading.value, path)
  if (value === undefined) return missing(path)
  if (expected === 'string' && isObject(value)) {
    const message = 'This reads as a key and a value, because there is a colon and a space in it.'
    return [fault(path, message, 'Put the whole text in quotes.')]
  }
  if (expected === 'string' && Array.isArray(value)) {
    return [
      fault(path, `“${nameOf(path)}” is one text, not a list.`, 'Take the hyphen away, or join the entries.'),
    ]
  }
  if (expected === 'string') {
    const written = reading.written(path) ?? String(value)
    const kind = typeof value === 'number' ? 'a number' : 'something other than text'
    return [fault(path, `“${nameOf(path)}” reads as ${kind}: ${written}.`, `Put it in quotes: "${written}".`)]
  }
  return [
    fault(
      path,
      `“${nameOf(path)}” is not ${SHAPES[expected] ?? expected}.`,
      REMEDIES[expected] ?? 'Correct it.',
    ),
  ]
}

const SHAPES: Record<string, string> = {
  array: 'a list',
  object: 'a set of keys',
  record: 'a set of keys',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
}

const REMEDIES: Record<string, string> = {
  array: 'Put each entry on a line of its own, after a hyphen; [] is an empty list.',
  object: 'Put each key on a line of its own, indented by two spaces.',
  record: 'Put each level on a line of its own, with its statements as a list below it.',
  number: 'Write digits only, without quotes.',
  int: 'Write a whole number, without quotes.',
  boolean: 'Write true or false, without quotes.',
}

/** Nothing to add for an empty entry of a list: the reader of the YAML has reported it. */
function missing(path: Path): Problem[] {
  const last = path.at(-1)
  if (typeof last === 'number') return []
  if (last === undefined)
    return [fault([], 'The file is empty.', 'Start with slug, title, licence, language, version and scale.')]
  return [fault(path, `“${last}” is missing.`, `Add a line “${last}: …”.`)]
}

function notAChoice(path: Path, values: string[], reading: Reading): Problem {
  const value = valueAt(reading.value, path)
  if (value === undefined)
    return fault(path, `“${nameOf(path)}” is missing.`, `Add it: one of ${values.join(', ')}.`)
  const meant = closest(String(value), values)
  const remedy = meant === null ? `Write one of ${values.join(', ')}.` : `Did you mean “${meant}”?`
  return fault(path, `“${nameOf(path)}” cannot be “${String(value)}”.`, remedy)
}

function outOfRange(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, path: Path): Problem {
  if (issue.origin === 'string') return empty(path)
  if (issue.origin === 'array') return fault(path, `“${nameOf(path)}” has no entry.`, 'Write at least one.')
  const bound = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`
  return fault(path, `“${nameOf(path)}” is out of range.`, `Write a number that is ${bound}.`)
}

function empty(path: Path): Problem {
  return fault(path, `“${nameOf(path)}” holds an empty text.`, 'Write it, or delete the line.')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function valueAt(value: unknown, path: Path): unknown {
  let here = value
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return undefined
    here = Object.hasOwn(here, step) ? (here as Record<string | number, unknown>)[step] : undefined
  }
  return here
}
