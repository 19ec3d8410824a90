/** Candidates, cards and agreements of a vacancy of the example, many rows at a time, sealed as the product seals them. */

import { type Link, sealNext, type ToSeal } from '../src/recruit/chain.ts'
import type { Reached, Scorecard, Stage } from '../src/recruit/model.ts'
import { sealedContent } from '../src/recruit/rating/card.ts'
import { type Consensus, sealedConsensus } from '../src/recruit/rating/consensus.ts'
import { listLinks } from '../src/recruit/store/chain.ts'
import type { Tx } from '../src/schema.ts'
import { demoId } from './rows.ts'

export interface CandidateRow {
  id: string
  vacancyId: string
  name: string
  email: string | null
  letter: string | null
  accommodation: string | null
  notice: string
  stage: Stage
  reached: Reached
  appliedAt: Date
  withdrawnAt: Date | null
  erasedAt: Date | null
  personId: string | null
  said: Record<string, string>
}

export async function insertCandidates(tx: Tx, candidates: readonly CandidateRow[]): Promise<void> {
  const organization_id = tx.organizationId
  await tx
    .insertInto('candidate')
    .values(
      candidates.map(({ said: _, ...one }) => ({
        ...{ organization_id, id: one.id, vacancy_id: one.vacancyId, name: one.name, email: one.email },
        ...{ letter: one.letter, accommodation: one.accommodation, notice: one.notice, page_hash: null },
        ...{ stage: one.stage, reached: one.reached, applied_at: one.appliedAt },
        ...{ withdrawn_at: one.withdrawnAt, erased_at: one.erasedAt, person_id: one.personId },
      })),
    )
    .execute()
  const said = candidates.flatMap(({ id, said }) =>
    Object.entries(said).map(([dimension, answer]) => ({
      organization_id,
      candidate_id: id,
      dimension,
      answer,
    })),
  )
  if (said.length > 0) await tx.insertInto('candidate_voluntary').values(said).execute()
}

/** A card of one candidate; not submitted: begun. */
export type CardRow = Omit<Scorecard, 'sealNumber'>
export type AgreedRow = Omit<Consensus, 'sealNumber'>

export interface Judgements {
  cards: readonly CardRow[]
  agreed: readonly AgreedRow[]
  /** Things whose words have been erased since they were sealed. */
  erased?: ReadonlySet<string>
}

/** Puts cards and agreements into a vacancy and into its chain, in the order of time. Gives the seal's number of each thing. */
export async function insertJudgements(
  tx: Tx,
  vacancyId: string,
  { cards, agreed, erased = new Set() }: Judgements,
): Promise<Map<string, number>> {
  const submitted = cards.flatMap((card): ToSeal[] =>
    card.submittedAt
      ? [
          {
            ...sealedContent(card),
            kind: 'card',
            thing: card.id,
            person: card.personId,
            at: card.submittedAt,
          },
        ]
      : [],
  )
  const together = agreed.map((one): ToSeal => {
    return { ...sealedConsensus(one), kind: 'consensus', thing: one.id, person: one.madeBy, at: one.madeAt }
  })
  const numbers = await sealThings(tx, vacancyId, { things: [...submitted, ...together], erased })
  await insertCards(tx, cards, { numbers, erased })
  await insertAgreed(tx, agreed, numbers)
  return numbers
}

/** Puts things into a vacancy's chain, in the order of time. Gives the seal's number of each. */
export async function sealThings(
  tx: Tx,
  vacancyId: string,
  { things, erased }: { things: ToSeal[]; erased: ReadonlySet<string> },
): Promise<Map<string, number>> {
  const before = (await listLinks(tx, vacancyId)).at(-1) ?? null
  const links: Link[] = []
  for (const thing of things.toSorted((a, b) => a.at.getTime() - b.at.getTime()))
    links.push(sealNext(links.at(-1) ?? before, thing, demoId('salt', thing.thing)))
  await insertLinks(tx, vacancyId, links, erased)
  return new Map(links.map(({ thing, number }) => [thing, number]))
}

async function insertLinks(
  tx: Tx,
  vacancyId: string,
  links: readonly Link[],
  erased: ReadonlySet<string>,
): Promise<void> {
  if (links.length === 0) return
  await tx
    .insertInto('recruit_seal')
    .values(
      links.map((link) => ({
        ...{
          organization_id: tx.organizationId,
          vacancy_id: vacancyId,
          number: link.number,
          kind: link.kind,
        },
        ...{ thing_id: link.thing, person_id: link.person, at: link.at, body: JSON.stringify(link.body) },
        ...{ text_seals: JSON.stringify(link.textSeals), salt: erased.has(link.thing) ? null : link.salt },
        ...{ previous_seal: link.previousSeal, seal: link.seal },
      })),
    )
    .execute()
}

async function insertCards(
  tx: Tx,
  cards: readonly CardRow[],
  { numbers, erased }: { numbers: ReadonlyMap<string, number>; erased: ReadonlySet<string> },
): Promise<void> {
  const organization_id = tx.organizationId
  await tx
    .insertInto('scorecard')
    .values(
      cards.map((card) => ({
        ...{ organization_id, id: card.id, candidate_id: card.candidateId, person_id: card.personId },
        ...{ started_at: card.startedAt, submitted_at: card.submittedAt },
        seal_number: numbers.get(card.id) ?? null,
      })),
    )
    .execute()
  const entries = cards.flatMap((card) =>
    card.entries.map((entry) => {
      const kept = erased.has(card.id) ? emptied(entry) : entry
      return {
        ...{ organization_id, scorecard_id: card.id, question_id: entry.question, rating: entry.rating },
        ...{ no_response: entry.noResponse, skipped: entry.skipped, level_key: entry.level },
        ...{ months: entry.months, revision: entry.revision, extra_probe: kept.extraProbe },
        ...{ notes: kept.notes, quotes: JSON.stringify(kept.quotes) },
        changed_at: card.submittedAt ?? card.startedAt,
      }
    }),
  )
  await tx.insertInto('scorecard_entry').values(entries).execute()
}

/** As an erasure leaves it: where words stood, none stand. */
function emptied({ notes, extraProbe }: CardRow['entries'][number]) {
  return { notes: notes && '', extraProbe: extraProbe && '', quotes: [] }
}

async function insertAgreed(
  tx: Tx,
  agreed: readonly AgreedRow[],
  numbers: ReadonlyMap<string, number>,
): Promise<void> {
  if (agreed.length === 0) return
  await tx
    .insertInto('consensus')
    .values(
      agreed.map((one) => ({
        ...{ organization_id: tx.organizationId, id: one.id, candidate_id: one.candidateId },
        ...{ question_id: one.question, rating: one.rating, level_key: one.level, months: one.months },
        ...{ reason: one.reason, made_by: one.madeBy, made_at: one.madeAt },
        seal_number: numbers.get(one.id) ?? 0,
      })),
    )
    .execute()
}
