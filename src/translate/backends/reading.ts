import type { Framework } from '#framework/model.ts'
import { attributeIn } from '../attribute.ts'
import { unsureOf } from '../band.ts'
import { oneLevelHigher } from '../higher.ts'
import type { Embedded, Reading } from '../model.ts'
import { nearTie } from '../near-tie.ts'
import { noticesAbout, UNLIKE } from '../notice.ts'
import type { Prepared } from '../prepare.ts'
import { decidingCues, leaveOutEach, type Needed, nearestTo, neededWords } from '../reason.ts'
import type { Translated } from '../translated.ts'
import type { Translator } from '../translator.ts'
import type { Engine } from './engine.ts'

/** Other frameworks, for what attributes usually stand for. */
export type Library = readonly Framework[]

/** While these are read, the sentence model is at the next. */
const AT_ONCE = 16

/** Reads some statements through one framework, in their order. The words that carry an answer are not looked for. */
export async function readStatements(
  engine: Engine,
  translator: Translator,
  statements: readonly Prepared[],
  library: Library,
): Promise<Translated[]> {
  const { instead } = engine
  const vectorsFrom = (from: number) =>
    engine.vectors(statements.slice(from, from + AT_ONCE).map(({ scored }) => scored))
  const read: Translated[] = []
  let next = vectorsFrom(0)
  for (let from = 0; from < statements.length; from += AT_ONCE) {
    const vectors = await next
    next = from + AT_ONCE < statements.length ? vectorsFrom(from + AT_ONCE) : next
    // Should reading fail, nobody waits for those.
    next.catch(() => undefined)
    for (const [i, statement] of statements.slice(from, from + AT_ONCE).entries())
      read.push({ ...translated(translator, statement, vectors[i] ?? null, library), instead })
  }
  return read
}

function translated(
  translator: Translator,
  statement: Prepared,
  vector: Embedded | null,
  library: Library,
): Omit<Translated, 'instead'> {
  const { framework, backend } = translator
  const attribute = attributeIn(statement.plain, framework, library)
  const read = translator.read(statement.scored, vector)
  // What names a quality gets a question of its own.
  const told = attribute === null ? noticesAbout(statement) : []
  const isUnlike = attribute === null && told.length === 0 && translator.isFar(vector)
  const notices = isUnlike ? [UNLIKE] : told
  // Nothing that is no activity, or not in English, is to be acted on.
  const reading: Reading = attribute !== null || notices.length > 0 ? unsureOf(read) : read
  return {
    ...{ text: statement.text, backend, framework, reading, attribute, notices },
    corrections: statement.corrections,
    reasons: {
      nearest: nearestTo(translator, statement.scored, vector),
      cues: decidingCues(translator, statement.scored, reading),
      words: [],
    },
    tie: nearTie(reading, framework),
    higher: oneLevelHigher(reading, framework),
  }
}

/** The words without which the answer would change: one call of the sentence model for each word, some 30 ms. */
export async function wordsThatMatter(
  engine: Engine,
  translator: Translator,
  { scored }: Prepared,
  reading: Reading,
): Promise<Needed[]> {
  const without = leaveOutEach(scored)
  const vectors = await engine.vectors(without.map(({ text }) => text))
  const readings = without.map(({ text }, i) => translator.read(text, vectors[i] ?? null))
  return neededWords(reading, without, readings)
}
