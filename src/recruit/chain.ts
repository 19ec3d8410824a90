/**
 * The chain of a vacancy: the fixed kit, each card, consensus, decision and signature is numbered and sealed together with the one before, so
 * that nothing can be changed, left out or slipped in afterwards without its being seen. Texts enter by their own seals alone:
 * they can be erased, and the chain still holds. docs/methods/defensibility.md says how to check one without Sightline.
 */
import { fingerprint } from '#lib/fingerprint.ts'

const SEAL_KINDS = ['kit', 'card', 'consensus', 'decision', 'signature'] as const
export type SealKind = (typeof SEAL_KINDS)[number]

/** What is sealed. `body` and the names of `texts` must go through JSON unchanged. */
export interface ToSeal {
  kind: SealKind
  /** The id of the row; of a kit, that of the vacancy. */
  thing: string
  /** The person whose act it was; null: nobody among the people, which only a kit can be. */
  person: string | null
  at: Date
  /** Numbers and choices: all that may stay for ever. */
  body: object
  /** What somebody wrote, by its place in the thing. */
  texts: Record<string, string>
}

/** A link of the chain, as it is stored and handed on. */
export interface Link extends Omit<ToSeal, 'texts'> {
  /** 1, 2, … without a gap. */
  number: number
  textSeals: Record<string, string>
  /** What the texts were sealed with; null since they were erased. */
  salt: string | null
  previousSeal: string
  seal: string
}

/** A link whose content is not handed on: it keeps its place and its seal alone. */
export type ClosedLink = Pick<Link, 'number' | 'previousSeal' | 'seal'>

export const isOpenLink = (link: Link | ClosedLink): link is Link => 'kind' in link

/** What the first link is sealed with. */
const FIRST_SEAL = '0'.repeat(64)

/** The next link after `before` (null: the first). `salt`: random, a new one for each link. */
export function sealNext(before: Pick<Link, 'number' | 'seal'> | null, what: ToSeal, salt: string): Link {
  const { texts, ...rest } = what
  const textSeals = Object.fromEntries(
    Object.entries(texts).map(([place, text]) => [place, textSealOf(salt, place, text)]),
  )
  const link = {
    ...rest,
    number: (before?.number ?? 0) + 1,
    textSeals,
    salt,
    previousSeal: before?.seal ?? FIRST_SEAL,
  }
  return { ...link, seal: sealOf(link) }
}

/** SHA-256 over the salt, the place and the text, each on a line of its own. */
function textSealOf(salt: string, place: string, text: string): string {
  return fingerprint(`${salt}\n${place}\n${text}`)
}

/** SHA-256 over the seal before and all that the link says, as canonical JSON. */
function sealOf({
  number,
  kind,
  thing,
  person,
  at,
  body,
  textSeals,
  previousSeal,
}: Omit<Link, 'seal'>): string {
  return fingerprint(
    canonical([previousSeal, number, kind, thing, person, at.toISOString(), body, textSeals]),
  )
}

/** What is wrong with a link, in words; the texts that are still there are checked too. */
export interface ChainFault {
  number: number
  says: string
}

/**
 * Every fault of a chain, in its order; none: it is whole. `texts`: what stands now, by the thing and the place; a text that is
 * not given is taken to be erased, which is no fault. Of a closed link only its place is checked.
 */
export function chainFaults(
  links: readonly (Link | ClosedLink)[],
  texts: ReadonlyMap<string, Record<string, string>>,
): ChainFault[] {
  return links.flatMap((link, i) => {
    const before = links[i - 1]
    const place = linkFault(link, before ?? null)
    return [
      ...(place ? [{ number: link.number, says: place }] : []),
      ...(isOpenLink(link) ? textFaults(link, texts.get(link.thing) ?? {}) : []),
    ]
  })
}

/** What stands now of a thing that was sealed: made from its row as `body` and `texts` were. */
export type SealedContent = Pick<ToSeal, 'body' | 'texts'>

/**
 * Every fault of a chain and of what it seals, in its order; none: all is as it was sealed. `now`: the rows as they stand, by the
 * thing's id; a thing that is not given was erased. Of a text whose salt is gone nothing can be said: it was erased by right.
 */
export function verifyChain(links: readonly Link[], now: ReadonlyMap<string, SealedContent>): ChainFault[] {
  const kept = new Map(
    links.map((link) => [link.thing, link.salt === null ? {} : (now.get(link.thing)?.texts ?? {})]),
  )
  const faults = [
    ...chainFaults(links, kept),
    ...links.flatMap((link) => contentFaults(link, now.get(link.thing))),
  ]
  return faults.toSorted((a, b) => a.number - b.number)
}

/** What of a thing is not as it was sealed. */
export function contentFaults(
  { number, body, salt, textSeals }: Link,
  now: SealedContent | undefined,
): ChainFault[] {
  if (now === undefined) return []
  const changed = canonical(now.body) !== canonical(body)
  const gone = salt === null ? [] : Object.keys(textSeals).filter((place) => now.texts[place] === undefined)
  return [
    ...(changed ? [{ number, says: 'What stands there now is not what was sealed.' }] : []),
    ...gone.map((place) => ({ number, says: `The text “${place}” was sealed and is not there any more.` })),
  ]
}

function linkFault(link: Link | ClosedLink, before: ClosedLink | null): string | null {
  if (link.number !== (before?.number ?? 0) + 1)
    return `After ${before?.number ?? 'the beginning'} comes ${link.number}: something is missing between them.`
  if (link.previousSeal !== (before?.seal ?? FIRST_SEAL))
    return 'It does not follow the one before: one of the two was put there afterwards.'
  return !isOpenLink(link) || link.seal === sealOf(link)
    ? null
    : 'Its seal does not fit what it says: it was changed afterwards.'
}

function textFaults({ number, salt, textSeals }: Link, texts: Record<string, string>): ChainFault[] {
  return Object.entries(texts).flatMap(([place, text]) => {
    if (salt !== null && textSeals[place] === textSealOf(salt, place, text)) return []
    return [{ number, says: `The text “${place}” is not the one that was sealed.` }]
  })
}

/**
 * JSON without blanks, with the keys of objects in the order of their UTF-16 units at every depth, as a database may give them
 * back in another.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`
}
