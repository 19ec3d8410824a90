import type { Screen } from '#cli/screen.ts'
import { type Call, NOT_UNDERSTOOD, runVerb, type Verb } from '#cli/verbs.ts'
import { NotFound } from '#errors.ts'
import { checkFiles, countOf, printChecked } from './commands/check.ts'
import { findFramework, readFrameworkFile, readLibrary } from './commands/files.ts'
import { printList, summary } from './commands/list.ts'
import { frameworkLines } from './commands/show.ts'
import { competencyLines } from './commands/show-competency.ts'
import { frameworkJsonSchema } from './file-schema.ts'
import { type Competency, type Framework, slugify } from './model.ts'

const JSON_ONLY = { json: 'one JSON object on standard output, and nothing else' }

const VERBS: Record<string, Verb> = {
  list: {
    takes: '[FILE…]',
    says: 'the frameworks of the library, and those in your files',
    flags: JSON_ONLY,
    run: list,
  },
  show: {
    takes: 'NAME|FILE [COMPETENCY]',
    says: 'one framework, or one of its competencies, to read',
    flags: JSON_ONLY,
    run: show,
  },
  check: {
    takes: '[FILE…]',
    says: 'all faults of these files, or of the whole library',
    flags: JSON_ONLY,
    run: check,
  },
  schema: { takes: '', says: 'the JSON Schema of a framework file, for editors', flags: {}, run: schema },
}

/** `sightline framework …`: needs neither server nor database. Resolves to the exit code. */
export function run(args: string[], screen?: Screen): Promise<number> {
  return runVerb('framework', VERBS, args, screen)
}

async function list({ words, flags, screen }: Call): Promise<number> {
  const files = [...(await readLibrary()), ...(await Promise.all(words.map(readFrameworkFile)))]
  const frameworks = files.flatMap(({ framework, file }) => (framework ? [summary(framework, file)] : []))
  if (flags.has('json')) screen.say(JSON.stringify({ frameworks }, null, 2))
  else printList(files, screen)
  return 0
}

async function show({ words, flags, screen }: Call): Promise<number> {
  const [name, ...rest] = words
  if (name === undefined) {
    screen.complain('Say which framework: its name (“sightline framework list” gives them) or a file.')
    return NOT_UNDERSTOOD
  }
  const shelf = (await readLibrary()).flatMap((file) => file.framework ?? [])
  const framework = await findFramework(name, shelf)
  const competency = rest.length === 0 ? null : findCompetency(framework, rest.join(' '))
  if (flags.has('json')) screen.say(JSON.stringify(competency ?? framework, null, 2))
  else if (competency) print(competencyLines(competency, framework, screen, shelf), screen)
  else print(frameworkLines(framework, screen, shelf), screen)
  return 0
}

function findCompetency(framework: Framework, name: string): Competency {
  const wanted = slugify(name)
  const found = framework.competencies.find(({ key, name: own }) => wanted === key || wanted === slugify(own))
  if (found) return found
  const keys = framework.competencies.map(({ key }) => key).join(', ')
  throw new NotFound(`“${framework.slug}” has no competency “${name}”. It has: ${keys}.`)
}

function print(lines: string[], { say }: Screen): void {
  for (const line of lines) say(line)
}

async function check({ words, flags, screen }: Call): Promise<number> {
  const library = await readLibrary()
  const checked = checkFiles(
    words.length === 0 ? library : await Promise.all(words.map(readFrameworkFile)),
    library,
  )
  const faults = countOf(checked, 'fault')
  const answer = { files: checked, faults, warnings: countOf(checked, 'warning') }
  if (flags.has('json')) screen.say(JSON.stringify(answer, null, 2))
  else printChecked(checked, screen)
  return faults === 0 ? 0 : 1
}

async function schema({ screen }: Call): Promise<number> {
  screen.say(frameworkJsonSchema().trimEnd())
  return 0
}
