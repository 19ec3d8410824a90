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

/** Says in plain words what YAML’s reader complains of. `code` and `message` are the reader’s. */
export function explain(code: string, message: string, offset: number): Trouble {
  const breaks = code !== 'DUPLICATE_KEY' && code !== 'TAG_RESOLVE_FAILED'
  const known = message.includes('call stack') ? TOO_DEEP : EXPLANATIONS[code]
  if (known !== undefined) return { ...known, offset, breaks }
  const first = message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? ''
  const remedy = 'Look for a missing quote, colon or space in this line or the one before.'
  return { message: `This is not YAML: ${first}.`, remedy, offset, breaks }
}

const TOO_DEEP = { message: 'This is nested too deeply.', remedy: 'Compare it with a file of the library.' }
