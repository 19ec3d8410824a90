/** What forms hold: texts, whether typed just now or made from what is stored. */
import type { PersonCard, PostCard } from './card.ts'

export type Typed = Record<string, string>

/** The texts that were sent; of a field that came several times, the first. */
export function typedFrom(sent: Record<string, unknown>): Typed {
  const texts = Object.entries(sent).flatMap(([name, value]) => {
    const [first] = [value].flat()
    return typeof first === 'string' ? [[name, first] as const] : []
  })
  return Object.fromEntries(texts)
}

export function personTyped(person: PersonCard): Typed {
  const { name, email, number, startsOn, endsOn, leaveFrom, leaveUntil, version } = person
  const optional = { email, number, startsOn, endsOn, leaveFrom, leaveUntil }
  return { name, ...orEmpty(optional), seen: String(version) }
}

/** `manager`: the words by which the manager can be meant. */
export function postTyped(post: PostCard, manager: string | undefined): Typed {
  const { title, teamId, placeId, startsOn, endsOn, share, version } = post
  return {
    title,
    ...orEmpty({ teamId, placeId, startsOn, endsOn, share: share?.toString() ?? null }),
    reportsTo: manager ?? '',
    seen: String(version),
  }
}

function orEmpty(values: Record<string, string | null>): Typed {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? '']))
}

/** What is stored, in the fields where something else was typed; `words` says a value as people read it. */
export function differing(typed: Typed, stored: Typed, words: Typed = {}): Typed {
  const names = Object.keys(stored).filter(
    (name) => name !== 'seen' && (typed[name] ?? '').trim() !== stored[name],
  )
  return Object.fromEntries(names.map((name) => [name, words[name] ?? stored[name] ?? '']))
}
