import { readFileSync } from 'node:fs'
import { Conflict, Forbidden, Invalid, NotFound, Unauthenticated, Unavailable } from './errors.ts'

interface Command {
  says: string
  /** Lazy, so that a command waits for nothing that it does not need. Resolves to the exit code. */
  run: (args: string[]) => Promise<number>
}

const COMMANDS: Record<string, Command> = {
  serve: {
    says: 'start Sightline and print its web address',
    run: async (args) => (await import('./serve.ts')).run(args),
  },
  account: {
    says: 'list, invite and help the people who sign in',
    run: async (args) => (await import('./account/commands.ts')).run(args),
  },
  framework: {
    says: 'list, show or check frameworks',
    run: async (args) => (await import('./framework/commands.ts')).run(args),
  },
  people: {
    says: 'list, show, check, import and export people',
    run: async (args) => (await import('./people/commands.ts')).run(args),
  },
  intake: {
    says: 'read a document into a draft of a framework',
    run: async (args) => (await import('./intake/commands.ts')).run(args),
  },
  translate: {
    says: 'plain words about work into competency and level',
    run: async (args) => (await import('./translate/commands.ts')).run(args),
  },
  role: {
    says: 'what jobs need, and how their descriptions are worded',
    run: async (args) => (await import('./role/commands.ts')).run(args),
  },
  recruit: {
    says: 'vacancies, and interview kits from what a role needs',
    run: async (args) => (await import('./recruit/commands.ts')).run(args),
  },
  history: {
    says: 'what has happened, and whether the history of it is whole',
    run: async (args) => (await import('./history/commands.ts')).run(args),
  },
}

const EXPECTED = [Invalid, NotFound, Forbidden, Conflict, Unauthenticated, Unavailable]

/**
 * The terminal's door. Gives the exit code: 0 done, 1 could not be done, 2 not understood. What can go wrong is one
 * sentence on standard error; only a fault of ours shows where it came from.
 */
export async function main(argv: string[]): Promise<number> {
  endQuietlyWhenNobodyReads()
  const [name = 'help', ...args] = argv
  if (['help', '--help', '-h'].includes(name)) return say(usage(), 0)
  if (['--version', '-v'].includes(name)) return say(ownVersion(), 0)
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command)
    return complain(`There is no command "${name}". There are: ${Object.keys(COMMANDS).join(', ')}.`, 2)
  try {
    return await command.run(args)
  } catch (error) {
    if (isUsage(error))
      return complain(`${error.message} Say "sightline ${name} --help" for what there is.`, 2)
    if (EXPECTED.some((kind) => error instanceof kind)) return complain((error as Error).message, 1)
    return complain(
      `That is a fault in Sightline; please report it.\n${error instanceof Error ? error.stack : error}`,
      1,
    )
  }
}

/** What node:util's parseArgs throws for an option that it does not know. */
function isUsage(error: unknown): error is Error {
  return error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
}

function usage(): string {
  const rows = Object.entries(COMMANDS).map(([name, { says }]) => `  sightline ${name.padEnd(12)}${says}`)
  return [
    'Usage: sightline COMMAND',
    '',
    ...rows,
    '',
    'sightline COMMAND --help says more; sightline --version says which this is.',
  ].join('\n')
}

function ownVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  return version
}

function say(text: string, code: number): number {
  console.log(text)
  return code
}

function complain(text: string, code: number): number {
  console.error(text)
  return code
}

/** `sightline framework list | head` closes the pipe early; that is no error. */
function endQuietlyWhenNobodyReads(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}
