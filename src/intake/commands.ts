/** `sightline intake FILE`: reads a document in the terminal. It needs neither server nor database. */
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Screen } from '#cli/screen.ts'
import { type Call, NOT_UNDERSTOOD, runCommand, type Verb } from '#cli/verbs.ts'
import { Invalid, NotFound } from '#errors.ts'
import { draftLines } from './commands/draft-lines.ts'
import { decodeDocument, LIMIT_BYTES, tooLarge } from './decode.ts'
import { draftJson } from './json.ts'
import type { Source } from './model.ts'
import { readDocument } from './read.ts'

const INTAKE: Verb = {
  takes: 'FILE',
  says: 'read a document (- for standard input) into a draft of a framework',
  flags: { json: 'one JSON object on standard output, and nothing else' },
  run: intake,
}

/** Resolves to the exit code. Throws NotFound and Invalid with what to do. */
export function run(args: string[], screen?: Screen): Promise<number> {
  return runCommand('sightline intake', INTAKE, args, screen)
}

async function intake({ words, flags, screen }: Call): Promise<number> {
  const [file, ...others] = words
  if (file === undefined || others.length > 0) {
    screen.complain(
      'Say which document: “sightline intake FILE”, or “sightline intake -” for standard input.',
    )
    return NOT_UNDERSTOOD
  }
  const source = file === '-' ? decodeDocument(await standardInput(), null) : await sourceOf(file)
  const draft = readDocument(source)
  if (flags.has('json')) screen.say(JSON.stringify(draftJson(draft)))
  else for (const line of draftLines(draft, screen)) screen.say(line)
  return 0
}

async function sourceOf(file: string): Promise<Source> {
  try {
    const { size } = await stat(file)
    if (size > LIMIT_BYTES) throw new Invalid(tooLarge(size))
    return decodeDocument(await readFile(file), basename(file))
  } catch (error) {
    throw fileTrouble(file, error)
  }
}

function fileTrouble(file: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT')
    return new NotFound(`There is no file “${file}”. Check the name, or give the whole path.`)
  if (code === 'EISDIR') return new Invalid(`“${file}” is a folder. Name one document in it.`)
  if (code === 'EACCES')
    return new Invalid(`“${file}” may not be read. Ask for the right to read it, or copy it.`)
  return error
}

/** Standard input to its end, or to just over the limit, which is then refused. */
async function standardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array)
    size += (chunk as Uint8Array).length
    if (size > LIMIT_BYTES) break
  }
  return Buffer.concat(chunks)
}
