import { parseArgs } from 'node:util'
import { closest } from '../lib/closest.ts'
import { type Screen, terminal } from './screen.ts'
import { wrap } from './wrap.ts'

/** What was typed after `sightline COMMAND VERB`. */
export interface Call {
  /** In the order in which they were typed. */
  words: string[]
  /** Options that were given. */
  flags: ReadonlySet<string>
  screen: Screen
}

/** One thing a command can do. */
export interface Verb {
  /** What may follow the verb, such as "FILE…". */
  takes: string
  says: string
  /** Options that are on or off, each with what it does. */
  flags: Record<string, string>
  /** Resolves to the exit code. */
  run(call: Call): Promise<number>
}

/** Exit code for a call that was not understood. */
export const NOT_UNDERSTOOD = 2

/** Finds the verb, reads its options and runs it; `--help` and no verb print what there is. */
export async function runVerb(
  command: string,
  verbs: Record<string, Verb>,
  args: string[],
  screen: Screen = terminal(),
): Promise<number> {
  const [name, ...rest] = args
  const wantsHelp = args.some((arg) => arg === '--help' || arg === '-h')
  const verb = name !== undefined && Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (wantsHelp || name === undefined) {
    for (const line of usage(command, verbs, screen.width)) screen.say(line)
    return 0
  }
  if (verb === undefined) {
    const remedy = hint(name, Object.keys(verbs))
    screen.complain(`“sightline ${command}” does not know “${name}”. ${remedy}`)
    return NOT_UNDERSTOOD
  }
  const { positionals, values, unknown } = readArguments(rest, verb)
  if (unknown !== null) {
    const options = Object.keys(verb.flags).map((flag) => `--${flag}`)
    const remedy = options.length === 0 ? 'It takes no options.' : hint(unknown, options)
    screen.complain(`“sightline ${command} ${name}” has no option “${unknown}”. ${remedy}`)
    return NOT_UNDERSTOOD
  }
  return verb.run({ words: positionals, flags: new Set(values), screen })
}

function readArguments(args: string[], verb: Verb) {
  const options = Object.fromEntries(
    Object.keys(verb.flags).map((flag) => [flag, { type: 'boolean' as const }]),
  )
  const { positionals, tokens } = parseArgs({
    args,
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const given = tokens.filter((token) => token.kind === 'option')
  const unknown = given.find((token) => !Object.hasOwn(verb.flags, token.name) || token.value !== undefined)
  return { positionals, values: given.map((token) => token.name), unknown: unknown?.rawName ?? null }
}

function hint(word: string, known: string[]): string {
  const meant = closest(word, known)
  return meant === null ? `There are: ${known.join(', ')}.` : `Did you mean “${meant}”?`
}

function usage(command: string, verbs: Record<string, Verb>, width: number): string[] {
  const entries = Object.entries(verbs).flatMap(([name, verb]) => [
    `  sightline ${command} ${name} ${verb.takes}`.trimEnd(),
    ...wrap(verb.says, width, '      '),
    ...Object.entries(verb.flags).flatMap(([flag, says]) => wrap(says, width, `      --${flag}  `)),
    '',
  ])
  return ['Usage:', ...entries.slice(0, -1)]
}
