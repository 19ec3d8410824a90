import { parseArgs } from 'node:util'
import { closest } from '../lib/closest.ts'
import { type Screen, terminal } from './screen.ts'
import { wrap } from './wrap.ts'

/** What was typed after the command. */
export interface Call {
  /** In the order in which they were typed. */
  words: string[]
  /** Options that were given. */
  flags: ReadonlySet<string>
  /** Options that take a value, with the value that was given last. */
  values: ReadonlyMap<string, string>
  screen: Screen
}

/** One thing a command can do. */
export interface Verb {
  /** What may follow the verb, such as "FILE…". */
  takes: string
  says: string
  /** Options that are on or off, each with what it does. */
  flags: Record<string, string>
  /** Options that take a value: what they take, such as "NAME", and what they do. */
  options?: Record<string, { takes: string; says: string }>
  /** Resolves to the exit code. */
  run(call: Call): Promise<number>
}

/** Exit code for a call that was not understood. */
export const NOT_UNDERSTOOD = 2

/** For a command with several verbs: finds the verb and runs it. `--help`, or no verb, prints what there is. */
export async function runVerb(
  command: string,
  verbs: Record<string, Verb>,
  args: string[],
  screen: Screen = terminal(),
): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || args.some(isHelp)) {
    const calls = Object.entries(verbs).map(([verb, what]) => [`sightline ${command} ${verb}`, what] as const)
    return printUsage(calls, screen)
  }
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (verb !== undefined) return runCommand(`sightline ${command} ${name}`, verb, rest, screen)
  screen.complain(`“sightline ${command}” does not know “${name}”. ${hint(name, Object.keys(verbs))}`)
  return NOT_UNDERSTOOD
}

/** For a command that does one thing: reads its options and runs it. `called` is how it is typed, for the messages. */
export async function runCommand(
  called: string,
  verb: Verb,
  args: string[],
  screen: Screen = terminal(),
): Promise<number> {
  if (args.some(isHelp)) return printUsage([[called, verb]], screen)
  const { words, given } = readArguments(args, verb)
  const trouble = given.map((option) => wrongOption(option, verb, called)).find((t) => t !== null)
  if (!trouble) {
    const valued = given.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]))
    const flags = given.filter(({ name }) => Object.hasOwn(verb.flags, name)).map(({ name }) => name)
    return verb.run({ words, flags: new Set(flags), values: new Map(valued), screen })
  }
  screen.complain(trouble)
  return NOT_UNDERSTOOD
}

function isHelp(arg: string): boolean {
  return arg === '--help' || arg === '-h'
}

function readArguments(args: string[], verb: Verb) {
  const options = Object.fromEntries([
    ...Object.keys(verb.flags).map((flag) => [flag, { type: 'boolean' as const }] as const),
    ...Object.keys(verb.options ?? {}).map((option) => [option, { type: 'string' as const }] as const),
  ])
  const { positionals, tokens } = parseArgs({
    args,
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  return { words: positionals, given: tokens.filter((token) => token.kind === 'option') }
}

interface Option {
  name: string
  rawName: string
  value?: string | undefined
}

function wrongOption(
  { name, rawName, value }: Option,
  { flags, options = {} }: Verb,
  call: string,
): string | null {
  const valued = Object.hasOwn(options, name) ? options[name] : undefined
  if (valued) return value === undefined ? `Give “${rawName}” its value: ${rawName} ${valued.takes}` : null
  if (Object.hasOwn(flags, name))
    return value === undefined ? null : `“${rawName}” takes no value. Leave “=${value}” out.`
  const known = [...Object.keys(flags), ...Object.keys(options)].map((flag) => `--${flag}`)
  return `“${call}” has no option “${rawName}”. ${known.length === 0 ? 'It takes none.' : hint(rawName, known)}`
}

function hint(word: string, known: string[]): string {
  const meant = closest(word, known)
  return meant === null ? `There are: ${known.join(', ')}.` : `Did you mean “${meant}”?`
}

function printUsage(calls: (readonly [called: string, verb: Verb])[], { say, width }: Screen): number {
  const entries = calls.flatMap(([called, { takes, says, flags, options = {} }]) => [
    `  ${called} ${takes}`.trimEnd(),
    ...wrap(says, width, '      '),
    ...Object.entries(options).flatMap(([option, what]) =>
      wrap(what.says, width, `      --${option} ${what.takes}  `),
    ),
    ...Object.entries(flags).flatMap(([flag, what]) => wrap(what, width, `      --${flag}  `)),
    '',
  ])
  for (const line of ['Usage:', ...entries.slice(0, -1)]) say(line)
  return 0
}
