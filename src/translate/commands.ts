/** `sightline translate`: plain words in, competency and level out. It needs neither server nor database. */
import { type Screen, terminal } from '#cli/screen.ts'
import { NOT_UNDERSTOOD } from '#cli/verbs.ts'
import { Invalid } from '#errors.ts'
import { type Engine, openEngine } from './backends/engine.ts'
import { type Library, readStatements, wordsThatMatter } from './backends/reading.ts'
import { sentenceModelInstalled, sentenceModels } from './backends/sentence-model.ts'
import { translatedLines } from './commands/lines.ts'
import { type Asked, findFrameworks, linesOf, readOptions } from './commands/options.ts'
import type { EmbeddingBackend } from './model.ts'
import { MOST_WORDS, type Prepared } from './prepare.ts'
import { activitiesIn } from './split.ts'
import { type Translated, translatedJson } from './translated.ts'
import type { Translator } from './translator.ts'
import { wordsOf } from './words.ts'

const USAGE = [
  'Usage:',
  '  sightline translate "WHAT SOMEBODY DOES"',
  '      a statement, or a paragraph, a job description or a CV, which is taken apart',
  '  sightline translate --file FILE',
  '      one statement a line (- for standard input)',
  '',
  '      --framework NAME  whose words to use: a name, an id or a file; may be given twice (else spotlight)',
  '      --backend lexical  count words only, without the sentence model',
  '      --json  one JSON object a statement on standard output, and nothing else',
]

/** So many statements are read at a time, so that the first answers come at once. */
const AT_ONCE = 16
/** From so many on, a second thread is worth its start. */
const MANY = 150

/** Resolves to the exit code. Throws NotFound and Invalid with what to do. */
export async function run(args: string[], screen: Screen = terminal()): Promise<number> {
  const asked = readOptions(args)
  if (asked.help) {
    for (const line of USAGE) screen.say(line)
    return 0
  }
  if (asked.words.length === 0 && asked.file === null) {
    screen.complain(
      'Say what somebody does: “sightline translate "calms people who are upset"”, or --file FILE.',
    )
    return NOT_UNDERSTOOD
  }
  const lines = asked.file === null ? null : await linesOf(asked.file)
  // The sentence model gets ready while the frameworks are read.
  const opening = openEngine(backendFor(asked.backend, lines?.length ?? 0))
  try {
    const { chosen, library } = await findFrameworks(asked.frameworks)
    const engine = await opening
    if (engine.instead !== null)
      screen.complain(
        `${engine.instead} ${engine.trouble ?? ''} So only words are counted.`.replace(/\s+/g, ' '),
      )
    const statements = statementsIn(asked, lines, engine)
    const translators = await Promise.all(chosen.map((framework) => engine.translator(framework)))
    await tellAll(statements, translators, { asked, engine, library, screen })
  } finally {
    await opening.then((engine) => engine.close())
  }
  return 0
}

function backendFor(backend: Asked['backend'], statements: number): Asked['backend'] | EmbeddingBackend {
  const many = backend === 'local' && statements >= MANY && sentenceModelInstalled()
  return many ? sentenceModels(2) : backend
}

interface Telling {
  asked: Asked
  engine: Engine
  library: Library
  screen: Screen
}

/** While some answers are written, the sentence model is at the next statements. */
async function tellAll(
  statements: readonly Prepared[],
  translators: readonly Translator[],
  telling: Telling,
): Promise<void> {
  const { engine, library } = telling
  const readFrom = async (from: number) => {
    const some = statements.slice(from, from + AT_ONCE)
    const read = (translator: Translator) => readStatements(engine, translator, some, library)
    return { some, readings: await Promise.all(translators.map(read)) }
  }
  let next = readFrom(0)
  for (let from = 0; from < statements.length; from += AT_ONCE) {
    const { some, readings } = await next
    if (from + AT_ONCE < statements.length) next = readFrom(from + AT_ONCE)
    for (const [i, statement] of some.entries())
      for (const [which, translator] of translators.entries()) {
        const one = readings[which]?.[i]
        if (one !== undefined) await tell(one, statement, translator, telling)
      }
  }
}

async function tell(
  one: Translated,
  statement: Prepared,
  translator: Translator,
  telling: Telling,
): Promise<void> {
  const { asked, screen } = telling
  if (asked.json) screen.say(JSON.stringify(translatedJson(one)))
  else for (const line of await forPeople(one, statement, translator, telling)) screen.say(line)
}

async function forPeople(
  one: Translated,
  statement: Prepared,
  translator: Translator,
  { asked, engine, screen }: Telling,
): Promise<string[]> {
  const asks = asked.file === null && one.attribute === null && one.notices.length === 0
  const words = asks ? await wordsThatMatter(engine, translator, statement, one.reading) : []
  const title = asked.frameworks.length > 1 ? [screen.style.accent(one.framework.title)] : []
  return [...title, ...translatedLines({ ...one, reasons: { ...one.reasons, words } }, screen), '']
}

/** Lines of a file are statements as they stand; what is typed is taken apart. Throws `Invalid`. */
function statementsIn(asked: Asked, lines: readonly string[] | null, engine: Engine): Prepared[] {
  if (lines !== null) {
    lines.forEach((line, i) => {
      refuseTooLong(line, ` in line ${i + 1}`)
    })
    return lines.map((line) => engine.prepare(line))
  }
  const typed = asked.words.join(' ')
  refuseTooLong(typed, '')
  const { plain } = engine.prepare(typed)
  const activities = activitiesIn(plain)
  if (activities.length > 1) return activities.map(({ text }) => engine.prepare(text))
  if (typed.trim() === '') throw new Invalid('Say what somebody does, in a sentence.')
  return [engine.prepare(typed)]
}

function refuseTooLong(text: string, where: string): void {
  const words = wordsOf(text).length
  if (words > MOST_WORDS)
    throw new Invalid(
      `There are ${words} words${where}; at most ${MOST_WORDS} are read at once. Give the text in parts.`,
    )
}
