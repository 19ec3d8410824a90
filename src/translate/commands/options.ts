import { parseArgs } from 'node:util'
import { readInput } from '#cli/input.ts'
import { Invalid } from '#errors.ts'
import { findFramework, readLibrary } from '#framework/commands/files.ts'
import type { Framework } from '#framework/model.ts'

/** What was asked for in the terminal. */
export interface Asked {
  words: string[]
  file: string | null
  frameworks: string[]
  backend: 'local' | 'lexical'
  json: boolean
  help: boolean
}

/** Throws what `parseArgs` throws for an option that there is not, and `Invalid` for a value that there is not. */
export function readOptions(args: string[]): Asked {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      file: { type: 'string' },
      framework: { type: 'string', multiple: true },
      backend: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const { backend = 'local' } = values
  if (backend !== 'local' && backend !== 'lexical')
    throw new Invalid(`There is no backend “${backend}”. There are: local (the sentence model) and lexical.`)
  return {
    words: positionals,
    file: values.file ?? null,
    frameworks: values.framework ?? ['spotlight'],
    backend,
    json: values.json ?? false,
    help: values.help ?? false,
  }
}

/** Frameworks by their names, ids or files, and the whole library beside them. Throws `NotFound`. */
export async function findFrameworks(
  names: readonly string[],
): Promise<{ chosen: Framework[]; library: Framework[] }> {
  const library = (await readLibrary()).flatMap(({ framework }) => framework ?? [])
  const slugOf = (name: string) => library.find(({ id }) => id === name)?.slug ?? name
  const chosen = await Promise.all(names.map((name) => findFramework(slugOf(name), library)))
  return { chosen, library }
}

/** More is not read at once. */
const LIMIT_BYTES = 5_000_000

/** The lines of a file that say anything; `-` is standard input. Throws `NotFound` and `Invalid`. */
export async function linesOf(file: string): Promise<string[]> {
  const { bytes } = await readInput(file, { limit: LIMIT_BYTES, tooLarge: () => tooLarge(file) })
  const text = new TextDecoder().decode(bytes)
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (lines.length === 0) throw new Invalid(`“${file}” is empty. Write one statement on each line.`)
  return lines
}

function tooLarge(file: string): string {
  return `“${file}” is larger than ${LIMIT_BYTES / 1_000_000} MB. Give it in parts.`
}
