/** The chain of a pack, and whether the chapters say what was sealed in it. */
import { type ClosedLink, canonical, chainFaults, contentFaults, isOpenLink, type Link } from '../chain.ts'
import { claimFaults } from './claims.ts'
import type { Pack, PackFault, PackLink } from './pack.ts'
import { kitTold, type Told, toldIn } from './read.ts'

export const KIND_WORDS: Record<Link['kind'], string> = {
  kit: 'kit',
  card: 'scorecard',
  consensus: 'agreement',
  decision: 'decision',
  signature: 'signature',
}

/** The links as they were sealed. */
export function linksOf(chain: readonly PackLink[]): (Link | ClosedLink)[] {
  return chain.map((link) => ('kind' in link ? { ...link, at: new Date(link.at) } : link))
}

/** Every fault of the chain itself, and of the chapters against it. */
export function chapterFaults(pack: Pack): PackFault[] {
  const links = linksOf(pack.chain)
  const open = links.filter(isOpenLink)
  const told = toldIn(pack)
  const linkOf = new Map(open.map((link) => [`${link.kind} ${link.thing}`, link]))
  const things = new Set(told.map(({ thing }) => thing))
  const texts = new Map(
    told.filter(({ erased }) => !erased).map(({ thing, content }) => [thing, content.texts]),
  )
  return [
    ...chainFaults(links, texts).map(({ number, says }) => ({ where: `Link ${number}`, says })),
    ...twice(open.filter(({ kind }) => kind !== 'kit').map(({ thing }) => thing)),
    ...twice(told.map(({ thing }) => thing)),
    ...open.flatMap((link) => (things.has(link.thing) ? [] : untold(link))),
    ...open.filter(isIdlySalted).map(({ number }) => ({ where: `Link ${number}`, says: IDLE_SALT })),
    ...told.flatMap((one) => toldFaults(one, linkOf.get(`${one.kind} ${one.thing}`))),
    ...notAskedFaults(pack, linkOf),
    ...kitFaults(pack, open),
    ...claimFaults(pack),
  ]
}

const isIdlySalted = ({ salt, textSeals }: Link) =>
  salt !== null && salt !== '' && Object.keys(textSeals).length === 0
const IDLE_SALT = 'It has a salt and nothing that is sealed with one.'

function twice(things: readonly string[]): PackFault[] {
  const seen = new Set<string>()
  const again = things.filter((thing) => seen.size === seen.add(thing).size)
  return again.map((thing) => ({ where: 'The file', says: `The thing ${thing} stands in it twice.` }))
}

function untold({ number, kind }: Link): PackFault[] {
  if (kind === 'kit') return []
  const says = `It seals a ${KIND_WORDS[kind]} that the chapters leave out.`
  return [{ where: `Link ${number}`, says }]
}

/** What a chapter says of one thing, against its link. */
function toldFaults(one: Told, link: Link | undefined): PackFault[] {
  const where = `The ${KIND_WORDS[one.kind]} ${one.number}`
  if (!link) return [{ where, says: 'The chapters tell of it, and no link of the chain seals it.' }]
  const about = link.number === one.number && link.person === one.person && link.at.toISOString() === one.at
  const says = [
    ...(about ? [] : ['The chapter gives another number, person or moment than the link that seals it.']),
    ...erasureFaults(one, link),
    ...contentFaults(link, one.content).map((fault) =>
      fault.says.replace('stands there now', 'the chapter says'),
    ),
  ]
  return says.map((each) => ({ where, says: each }))
}

/** What is said to be erased has no salt and no words; and the other way round. */
function erasureFaults({ erased, content }: Told, { salt }: Link): string[] {
  if (erased !== (salt === null))
    return [
      erased
        ? 'It is said to be erased, and its salt is still there.'
        : 'Its salt is gone, and it is not said to be erased.',
    ]
  return erased && Object.keys(content.texts).length > 0
    ? ['It is said to be erased, and words of it stand in the chapter.']
    : []
}

/** That a question was not asked outlives the reason why. */
function notAskedFaults({ cards }: Pack, links: ReadonlyMap<string, Link>): PackFault[] {
  const odd = cards.filter(({ id, entries }) => {
    const seals = links.get(`card ${id}`)?.textSeals ?? {}
    const isOdd = (one: { question: string; skipped: string | null }) =>
      (one.skipped !== null) !== (seals[`${one.question} why not asked`] !== undefined)
    return entries.some(isOdd)
  })
  return odd.map(({ number }) => ({
    where: `The scorecard ${number}`,
    says: 'It says of other questions that they were not asked than were sealed.',
  }))
}

function kitFaults(pack: Pack, links: readonly Link[]): PackFault[] {
  const where = 'The kit'
  const kits = links.filter(({ kind }) => kind === 'kit')
  const link = kits.at(-1)
  if (!link)
    return pack.chain.length === 0 && pack.vacancy.fixedAt === null
      ? []
      : [{ where, says: 'No link of the chain seals it, so nobody can say what was fixed beforehand.' }]
  const first = pack.chain.find((one) => !('kind' in one) || one.kind !== 'kit')
  const isFixed = pack.vacancy.fixedAt !== null
  const says = [
    ...(first && !isFixed ? ['It is said to be open, and something was sealed that stands on it.'] : []),
    ...((isFixed || first) && canonical(kitTold(pack).body) !== canonical(link.body)
      ? ['The chapter says other criteria, weights, questions or anchors than were sealed.']
      : []),
    ...(kits.some(({ thing }) => thing !== pack.vacancy.id) ? ['The chain is that of another vacancy.'] : []),
    ...(isFixed && pack.vacancy.fixedAt !== link.at.toISOString()
      ? ['It was fixed at another moment than the file says.']
      : []),
    ...(first && first.number < link.number ? ['It was changed after the first scorecard was sealed.'] : []),
  ]
  return says.map((each) => ({ where, says: each }))
}
