/** Whom somebody means who types a name, an address or a number. */
import { Invalid } from '#errors.ts'
import { fold } from './fold.ts'

interface Candidate {
  id: string
  name: string
  email: string | null
  number: string | null
}

/** Between a name and what tells its bearer from others of the name. */
const MARK = ' · '

/** The words by which everybody can be meant: the name, and where several bear it, what tells them apart. */
export function labelsOf<T extends Candidate>(people: T[]): Map<string, string> {
  const bearers = Map.groupBy(people, ({ name }) => fold(name))
  return new Map(
    people.map((one) => {
      const key = one.number ?? one.email
      const isAlone = bearers.get(fold(one.name))?.length === 1
      return [one.id, isAlone || key === null ? one.name : `${one.name}${MARK}${key}`]
    }),
  )
}

/** What to look for: the last part of a label, or all that was typed. */
export function keyIn(typed: string): string {
  return typed.split(MARK).at(-1)?.trim() ?? ''
}

/** The one who is meant. Throws Invalid, at the field `reportsTo`, when nobody is, or several may be. */
export function theOneMeant(typed: string, found: Candidate[]): string {
  const [first, second] = found
  if (!first)
    throw new Invalid({
      reportsTo: `Nobody here is called “${typed.slice(0, 100)}”, or has it as address or number. Add the manager first, or leave this empty.`,
    })
  if (!second) return first.id
  const keys = found.flatMap(({ number, email }) => number ?? email ?? []).toSorted()
  throw new Invalid({
    reportsTo:
      keys.length > 0
        ? `${found.length} people are called “${typed}”. Give the number or address instead: ${keys.join(', ')}.`
        : `${found.length} people are called “${typed}”. Give them employee numbers first, then use the number here.`,
  })
}
