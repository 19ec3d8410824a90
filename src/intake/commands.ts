/** `sightline intake FILE`: reads a document in the terminal. It needs neither server nor database. */
import { readInput } from '#cli/input.ts'
import type { Screen } from '#cli/screen.ts'
import { type Call, NOT_UNDERSTOOD, runCommand, type Verb } from '#cli/verbs.ts'
import { draftLines } from './commands/draft-lines.ts'
import { decodeDocument, LIMIT_BYTES, tooLarge } from './decode.ts'
import { draftJson } from './json.ts'
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
  const { bytes, name } = await readInput(file, { limit: LIMIT_BYTES, tooLarge })
  const source = decodeDocument(bytes, name)
  const draft = readDocument(source)
  if (flags.has('json')) screen.say(JSON.stringify(draftJson(draft)))
  else for (const line of draftLines(draft, screen)) screen.say(line)
  return 0
}
