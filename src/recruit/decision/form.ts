/** The decision sheet as a form holds it, and the words in it that say little about what was heard. */
import { checkWording } from '#role/wording/check.ts'
import type { MarkKind } from '#role/wording/mark.ts'
import { questionFaults } from '../kit/question-check.ts'
import type { Topic } from '../kit/rules/topics.ts'
import type { Decision } from './decision.ts'
import { type SheetField, type Standing, sheetField } from './sheet.ts'

type Typed = Readonly<Record<string, string>>

/** What a form sends, as `SheetInput` reads it; only candidates whose fields are in the form. */
export function sheetFrom(typed: Typed, standing: Standing): unknown {
  const entries = standing.candidates.flatMap(({ id }) => {
    const of = (field: SheetField) => typed[sheetField(field, id)]
    if (of('reason') === undefined) return []
    const place = of('place')?.trim() ?? ''
    return {
      ...{ candidate: id, outcome: of('outcome') || null, reason: of('reason') },
      ...{ place: place === '' ? null : Number(place), despite: of('despite') },
    }
  })
  return { seen: Number(typed.seen), entries, changes: typed.changes }
}

/** What holds now, as the form shows it when it is to be changed. */
export function sheetTyped(latest: ReadonlyMap<string, Decision>): Record<string, string> {
  return Object.fromEntries(
    [...latest].flatMap(([id, { outcome, place, reason, despite }]) => [
      [sheetField('outcome', id), outcome],
      [sheetField('place', id), place === null ? '' : String(place)],
      [sheetField('reason', id), reason],
      [sheetField('despite', id), despite ?? ''],
    ]),
  )
}

/** Words of a reason to be looked at once more, and why. */
export interface ReasonHint {
  /** As they stand there; null: the sentence as a whole. */
  words: string | null
  says: string
}

const QUALITY = 'Nobody can check a quality. Write what was heard in its place.'
const NO_PART = 'This must play no part in the decision. Leave it out.'

const SAYS: Partial<Record<MarkKind, string>> = {
  ...{
    trait: QUALITY,
    praise: 'It says that something was good, and not what it was. Write what was heard.',
  },
  ...{ gender: NO_PART, age: NO_PART, ability: NO_PART, origin: NO_PART, private: NO_PART },
}

/** The candidate may be called what they call themselves. */
const PRONOUN = /^(?:s?he|hers?|his|him|(?:him|her)self)$/i

/**
 * Words that name a quality or touch what must not count, by the form's field; a person decides what becomes of them. `topics`:
 * those that must play no part where the vacancy's rules hold.
 */
export function reasonHints(typed: Typed, topics: readonly Topic[]): Map<string, ReasonHint[]> {
  return new Map(
    Object.entries(typed).flatMap(([field, text]): [string, ReasonHint[]][] => {
      const hints = /^(?:reason|despite):/.test(field) ? hintsIn(text, topics) : []
      return hints.length > 0 ? [[field, hints]] : []
    }),
  )
}

function hintsIn(text: string, topics: readonly Topic[]): ReasonHint[] {
  const said = saidToThem(text)
  const worded = checkWording(said).marks.flatMap(({ text: words, kind }) => {
    const says = SAYS[kind]
    return says === undefined || PRONOUN.test(words) ? [] : [{ words, says }]
  })
  const asked = [said, said.replaceAll('you are', 'are you')]
  const unlawful = asked.flatMap((one) =>
    questionFaults({ text: one, kind: 'past' }, topics).flatMap(({ kind, says }) =>
      kind === 'unlawful' ? [{ words: null, says }] : [],
    ),
  )
  const all = [...worded, ...unlawful].map((hint) => [hint.words ?? hint.says, hint] as const)
  return [...new Map(all).values()]
}

/** The checkers know texts that speak to a reader: “she was calm” and “was calm” are to them “you are calm”. */
function saidToThem(text: string): string {
  return text
    .replaceAll(/\b(?:their|his|her)\b/gi, 'your')
    .replaceAll(/\b(?:they|s?he)\s+(?:are|is|was|were|seem(?:s|ed)?|appear(?:s|ed)?)\b/gi, 'you are')
    .replaceAll(/(?<=^|[.;!?]\s+)(?:is|was|were|seem(?:s|ed)|appear(?:s|ed)|came across as)\b/gim, 'you are')
    .replaceAll(/(?:\b(?:they|s?he)\s+|(?<=^|[.;!?]\s+))(?:have|has|had)\b/gim, 'you have')
}

/** Changes with the words that are marked: who has seen these need not see them again. */
export function hintedWords(hints: ReadonlyMap<string, readonly ReasonHint[]>): string {
  return [...hints]
    .map(([field, all]) => `${field} ${all.map(({ words, says }) => words ?? says).join(', ')}`)
    .join('; ')
}
