/** The one way to see scorecards of others: whatever shows a rating, a consensus or what follows from them begins here. */
import type { Context } from '#context.ts'
import type { Db, Tx } from '#schema.ts'
import type { Candidate, PanelMember, Scorecard } from '../model.ts'
import { awaitedCards, type Looker, maySeeCard } from '../rating/blind.ts'
import type { Consensus } from '../rating/consensus.ts'
import { listCandidates, listCards } from '../store/cards.ts'
import { listConsensus } from '../store/consensus.ts'
import { insertSights, listSights } from '../store/sight.ts'
import { type Opened, openVacancy } from './look.ts'

/** What the viewer may see about one candidate. */
export interface Sight {
  candidate: Candidate
  /** Submitted cards that they may see; their own only when submitted. */
  cards: Scorecard[]
  /** What was agreed, in the order of the chain; none while they may not see the cards. */
  consensus: Consensus[]
  /** On the panel now, without a submitted card. */
  missing: PanelMember[]
  /** Every card that was begun is submitted, there is at least one, and the viewer may see all: it can be talked about. */
  isWhole: boolean
  /** No submitted card is kept from the viewer; also where there is none. */
  isOpen: boolean
  /** The viewer sits on the panel and has to submit their own before they see anything. */
  ownFirst: boolean
}

export interface Seen extends Opened {
  sights: Sight[]
}

/**
 * A vacancy with all that the viewer may see of its candidates' cards, in the order in which they applied. Who sees a card
 * without having given one is remembered, and rates that candidate no more. Throws NotFound.
 */
export async function seeCards(ctx: Context, vacancyId: string): Promise<Seen> {
  const seen = await ctx.read((db) => sightsIn(ctx, db, vacancyId))
  await rememberSight(ctx, seen)
  return seen
}

/** As `seeCards`, of several vacancies at one time. Throws NotFound where the viewer has no part in one. */
export async function seeAllCards(ctx: Context, vacancyIds: readonly string[]): Promise<Seen[]> {
  const all = await ctx.read(async (db) => {
    const seen: Seen[] = []
    for (const id of vacancyIds) seen.push(await sightsIn(ctx, db, id))
    return seen
  })
  await rememberSight(ctx, { sights: all.flatMap(({ sights }) => sights) })
  return all
}

/** The same once more in a transaction, for who has seen it already and is about to seal what follows from it. */
export async function sightsIn(ctx: Context, db: Db | Tx, vacancyId: string): Promise<Seen> {
  const opened = await openVacancy(ctx, db, vacancyId)
  const candidates = await listCandidates(db, vacancyId)
  const cards = await listCards(db, vacancyId)
  const consensus = await listConsensus(db, vacancyId)
  const all = {
    opened,
    cards,
    consensus,
    seen: await listSights(db, vacancyId),
    looker: lookerOf(ctx, opened),
  }
  const sights = candidates.map((candidate) => sightOf(candidate, all))
  return { ...opened, sights }
}

function lookerOf({ viewer }: Context, { part }: Pick<Opened, 'part'>): Looker {
  return { personId: viewer.person?.id ?? null, rates: part.rates, oversees: part.oversees }
}

interface All {
  opened: Opened
  cards: readonly Scorecard[]
  consensus: readonly Consensus[]
  /** Who has seen others' cards of whom, without having given one. */
  seen: readonly { candidateId: string; personId: string }[]
  looker: Looker
}

function sightOf(candidate: Candidate, { opened, cards, consensus, seen, looker }: All): Sight {
  const now = opened.panel.filter(({ leftAt }) => leftAt === null)
  const knows = new Set(seen.flatMap((one) => (one.candidateId === candidate.id ? [one.personId] : [])))
  // A card that was begun by somebody who has since seen the others can never be submitted, and keeps nobody waiting.
  const onPanel = new Set(now.flatMap(({ personId }) => (knows.has(personId) ? [] : [personId])))
  const isOver = isOverFor(candidate, { opened, consensus })
  const own = cards.filter(({ candidateId }) => candidateId === candidate.id)
  const awaited = awaitedCards(own, { onPanel, isOver })
  const submitted = awaited.filter(({ submittedAt }) => submittedAt !== null)
  // Who can give no card any more does not wait for their own.
  const isTooLate = isOver || knows.has(looker.personId ?? '')
  const viewer = isTooLate ? { ...looker, rates: false, oversees: looker.oversees || looker.rates } : looker
  const visible = submitted.filter((card) => maySeeCard(viewer, card, awaited))
  const mayAll = visible.length > 0 && visible.length === submitted.length
  const given = new Set(submitted.map(({ personId }) => personId))
  return {
    candidate,
    cards: visible,
    consensus: mayAll ? consensus.filter(({ candidateId }) => candidateId === candidate.id) : [],
    missing: now.filter(({ personId }) => !given.has(personId)),
    isOpen: visible.length === submitted.length,
    isWhole: mayAll && submitted.length === awaited.length,
    ownFirst: viewer.rates && !given.has(looker.personId ?? ''),
  }
}

/** No further card of the candidate can be given: they are gone, were talked about, or the vacancy is decided. */
function isOverFor(candidate: Candidate, { opened, consensus }: Pick<All, 'opened' | 'consensus'>): boolean {
  const { state } = opened.vacancy
  if (candidate.withdrawnAt !== null || candidate.erasedAt !== null) return true
  if (state === 'decided' || state === 'closed') return true
  return consensus.some(({ candidateId }) => candidateId === candidate.id)
}

async function rememberSight(ctx: Context, { sights }: Pick<Seen, 'sights'>): Promise<void> {
  const personId = ctx.viewer.person?.id
  if (personId === undefined) return
  const isOwn = (card: Scorecard) => card.personId === personId
  const seen = sights.filter(({ cards }) => cards.length > 0 && !cards.some(isOwn))
  const candidateIds = seen.map(({ candidate }) => candidate.id)
  if (candidateIds.length > 0)
    await ctx.keep((tx) => insertSights(tx, { personId, candidateIds, at: ctx.now() }))
}
