import type { Context } from '#context.ts'
import { Invalid } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import { findFramework, listFrameworks } from '#framework/store.ts'
import type { Answer, Part, WordsOfAnswer } from '../answer.ts'
import type { Engine } from '../backends/engine.ts'
import { type Library, readStatements } from '../backends/reading.ts'
import { answered } from '../near-tie.ts'
import { type Prepared, plainText } from '../prepare.ts'
import { leaveOutEach, neededWords } from '../reason.ts'
import { MOST_ACTIVITIES, type TranslateForm } from '../request.ts'
import { activitiesIn } from '../split.ts'
import type { Translated } from '../translated.ts'
import type { Translator } from '../translator.ts'
import { engineNow, examplesFor, translatorFor } from './desk.ts'
import type { SaidBefore } from './judgement.ts'

/** Looking for the words that carry an answer costs one call of the model a word, so only few activities get it. */
const EXPLAINED = 3

/** What was asked, looked over before the first answer: which frameworks, and how many activities. */
export interface Opened {
  frameworks: Framework[]
  activities: string[]
  /** How many there are beyond those that are answered. */
  left: number
}

/** Throws Invalid at the field for a framework that is not there. */
export async function openTranslation(
  ctx: Context,
  { text, framework, beside }: Pick<TranslateForm, 'text' | 'framework' | 'beside'>,
): Promise<Opened> {
  const slugs = [...new Set([framework, beside].filter((slug) => slug !== ''))]
  const found = await ctx.read((db) => inTurn(slugs, (slug) => findFramework(db, slug)))
  const frameworks = found.filter((one) => one !== undefined)
  if (frameworks.length < slugs.length)
    throw new Invalid({
      [found[0] ? 'beside' : 'framework']: 'There is no such framework any more. Choose one of the list.',
    })
  const all = activitiesIn(plainText(text)).map((one) => one.text)
  const activities = all.slice(0, MOST_ACTIVITIES)
  return { frameworks, activities, left: all.length - activities.length }
}

/** The answers in the order of the text, each as soon as it is ready; of a few activities the words that carry them, too. */
export async function* translateAll(
  ctx: Context,
  { frameworks, activities }: Opened,
  chosen: Pick<TranslateForm, 'about' | 'rather'>,
): AsyncGenerator<Part, void> {
  const engine = await engineNow(ctx)
  const library = await alignedTo(ctx, frameworks)
  const translators = await inTurn(frameworks, async (framework) =>
    translatorFor(ctx, framework, await examplesFor(ctx, framework)),
  )
  for (const text of activities) {
    const prepared = engine.prepare(text)
    const answer = await answerTo(prepared, { engine, library, translators, chosen })
    yield { kind: 'answer', answer }
    if (activities.length > EXPLAINED || !answer.through.some(isActivity)) continue
    yield { kind: 'words', words: await wordsOf(engine, prepared, translators, answer) }
  }
}

const isActivity = ({ attribute, notices }: Translated) => attribute === null && notices.length === 0

interface With {
  engine: Engine
  translators: Translator[]
  library: Library
  chosen: Pick<TranslateForm, 'about' | 'rather'>
}

async function answerTo(prepared: Prepared, { engine, translators, library, chosen }: With): Promise<Answer> {
  const through = await inTurn(translators, async (translator) => {
    const [read] = await readStatements(engine, translator, [prepared], library)
    return read ? [narrowed(read, chosen)] : []
  })
  return { text: prepared.plain, through: through.flat() }
}

/** The text is read once more without each of its words. */
async function wordsOf(
  engine: Engine,
  { scored }: Prepared,
  translators: Translator[],
  { text, through }: Answer,
): Promise<WordsOfAnswer> {
  const without = leaveOutEach(scored)
  const vectors = await engine.vectors(without.map((one) => one.text))
  const found = translators.flatMap((translator, t) => {
    const answer = through[t]
    if (!answer || !isActivity(answer)) return []
    const readings = without.map((one, i) => translator.read(one.text, vectors[i] ?? null))
    return [{ framework: translator.framework, words: neededWords(answer.reading, without, readings) }]
  })
  return { text, through: found }
}

/** What the person has answered to the question between two close competencies counts. */
function narrowed(read: Translated, { about, rather }: With['chosen']): Translated {
  const { tie, framework, reading } = read
  const isAnswer = tie !== null && about === framework.slug && tie.answers.some(({ key }) => key === rather)
  return isAnswer ? { ...read, reading: answered(reading, tie, rather), tie: null } : read
}

/** Frameworks that say which competencies of these their own stand for. */
function alignedTo(ctx: Context, frameworks: Framework[]): Promise<Framework[]> {
  const slugs = new Set(frameworks.map(({ slug }) => slug))
  return ctx.read(async (db) => {
    const all = await inTurn(await listFrameworks(db), ({ slug }) => findFramework(db, slug))
    return all.filter(
      (one) => one?.alignments.some(({ to }) => slugs.has(to.framework)) === true,
    ) as Framework[]
  })
}

/** What is said of the words, with what people taught and without, to be kept beside somebody's judgement. */
export async function saidOf(ctx: Context, framework: Framework, text: string): Promise<SaidBefore> {
  const engine = await engineNow(ctx)
  const prepared = engine.prepare(text)
  const taught = await translatorFor(ctx, framework, await examplesFor(ctx, framework))
  const alone = await translatorFor(ctx, framework, [])
  const [vector = null] = await engine.vectors([prepared.scored])
  return {
    backend: taught.backend,
    said: taught.read(prepared.scored, vector),
    alone: alone.read(prepared.scored, vector),
  }
}

async function inTurn<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (const one of all) done.push(await work(one))
  return done
}
