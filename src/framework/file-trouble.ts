import { type Document, type Range, visit, type YAMLError } from 'yaml'

/** Something that is no YAML, or more than we read of YAML. */
export interface Trouble {
  offset: number
  message: string
  remedy: string
  /** Nothing after it can be trusted. */
  breaks: boolean
}

const EXPLANATIONS: Record<string, { message: string; remedy: string }> = {
  DUPLICATE_KEY: {
    message: 'This key stands twice in the same place.',
    remedy: 'Keep one of the two, or put both lists under one.',
  },
  TAG_RESOLVE_FAILED: {
    message: 'A word here begins with “!”, which YAML takes for a tag.',
    remedy: 'Put it in quotes, or take the tag away.',
  },
  TAB_AS_INDENT: { message: 'A tab is used for indentation.', remedy: 'Use spaces.' },
  BAD_INDENT: {
    message: 'The indentation does not fit the lines around it.',
    remedy: 'Line it up with its neighbours, with spaces.',
  },
  MISSING_CHAR: {
    message: 'A colon, a quote or a bracket is missing here.',
    remedy: 'Add it, or put the whole text in quotes.',
  },
  BLOCK_IN_FLOW: {
    message: 'A list with hyphens, or a set of keys, stands inside brackets.',
    remedy: 'Take the brackets away, or separate the entries by commas.',
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

/** Says in plain words what YAML’s reader complains of, at the place where a person should look. */
export function troublesOf(document: Document.Parsed, source: string): Trouble[] {
  return [...document.errors, ...document.warnings].map((error) => {
    const opened = neverClosed(error, document, source)
    if (opened === null) return explain(error)
    const message = `The ${source.charAt(opened)} that opens here is never closed.`
    return { message, remedy: 'Close it, or put the whole text in quotes.', offset: opened, breaks: true }
  })
}

/** YAML’s reader notices a missing quote or bracket only far below; this finds where it was opened. */
function neverClosed({ message, pos }: YAMLError, document: Document.Parsed, source: string): number | null {
  let opened: number | null = null
  const note = (range: Range | null | undefined) => {
    if (!range || range[0] > pos[0]) return
    // The reader also makes a collection of a lone pair inside brackets, which has no bracket of its own.
    const closing = CLOSING[source.charAt(range[0])]
    if (closing === undefined) return
    const inside = source.slice(range[0] + 1, range[1]).trimEnd()
    if (!inside.endsWith(closing)) opened = range[0]
  }
  if (/closing .*quote/.test(message)) {
    visit(document, { Scalar: (_, { type, range }) => (type?.startsWith('QUOTE') ? note(range) : undefined) })
  }
  if (/end with a [\]}]/.test(message)) {
    visit(document, { Collection: (_, { flow, range }) => (flow ? note(range) : undefined) })
  }
  return opened
}

const CLOSING: Record<string, string> = { '"': '"', "'": "'", '[': ']', '{': '}' }

function explain({ code, message, pos }: YAMLError): Trouble {
  const breaks = code !== 'DUPLICATE_KEY' && code !== 'TAG_RESOLVE_FAILED'
  const known = message.includes('call stack') ? TOO_DEEP : EXPLANATIONS[code]
  if (known !== undefined) return { ...known, offset: pos[0], breaks }
  if (/same line with key/.test(message)) return { ...OWN_LINE, offset: pos[0], breaks }
  const first = message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? ''
  const remedy = 'Look for a missing quote, colon or space in this line or the one before.'
  return { message: `This is not YAML: ${first}.`, remedy, offset: pos[0], breaks }
}

const TOO_DEEP = { message: 'This is nested too deeply.', remedy: 'Compare it with a file of the library.' }

const OWN_LINE = {
  message: 'A list begins on the line of its key.',
  remedy: 'Begin it on a line of its own.',
}
