/** The decision sheet as a form holds it, and the words in it that say little about what was heard. */
import { checkWording } from '#role/wording/check.ts'
import type { Mark, MarkKind } from '#role/wording/mark.ts'
import type { Decision } from './decision.ts'
import { type SheetField, type Standing, sheetField } from './decision-sheet.ts'

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

const TOLD: readonly MarkKind[] = [
  ...(['trait', 'praise', 'gender', 'age', 'ability', 'origin', 'private'] as const),
]

/** Words that name a quality or touch what must not count, by the form's field; a person decides what becomes of them. */
export function reasonMarks(typed: Typed): Map<string, Mark[]> {
  return new Map(
    Object.entries(typed).flatMap(([field, text]): [string, Mark[]][] => {
      if (!/^(reason|despite):/.test(field)) return []
      const marks = checkWording(text).marks.filter(({ kind }) => TOLD.includes(kind))
      return marks.length > 0 ? [[field, marks]] : []
    }),
  )
}

/** Changes with the words that are marked: who has seen these need not see them again. */
export function markedWords(marks: ReadonlyMap<string, readonly Mark[]>): string {
  return [...marks].map(([field, all]) => `${field} ${all.map(({ text }) => text).join(', ')}`).join('; ')
}
