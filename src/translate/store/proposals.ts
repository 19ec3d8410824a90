import type { Db, Tx } from '#schema.ts'
import type { AcceptanceForm, Proposal, ProposalState } from '../judgement.ts'

const proposals = (db: Db) =>
  db
    .selectFrom('translate_proposal as t')
    .innerJoin('person as p', (join) =>
      join.onRef('p.organization_id', '=', 't.organization_id').onRef('p.id', '=', 't.proposed_by'),
    )
    .leftJoin('person as s', (join) =>
      join.onRef('s.organization_id', '=', 't.organization_id').onRef('s.id', '=', 't.settled_by'),
    )
    .select(['t.id', 't.judgement_id as judgementId', 't.framework_id as frameworkId', 't.text', 't.state'])
    .select(['t.competency_key as competency', 't.level_key as level', 't.proposed_at as proposedAt'])
    .select(['t.settled_at as settledAt', 't.answer', 'p.id as personId', 'p.name', 's.name as settledBy'])
    .where('t.organization_id', '=', db.organizationId)

type Row = Omit<Proposal, 'proposedBy'> & { personId: string; name: string }

const proposalFrom = ({ personId, name, ...rest }: Row): Proposal => ({
  ...rest,
  proposedBy: { id: personId, name },
})

/** Those that wait, the oldest first; then the others, those settled last first. 200 at most of each. */
export async function listProposals(db: Db): Promise<{ waiting: Proposal[]; settled: Proposal[] }> {
  const waiting = await proposals(db)
    .where('t.state', '=', 'waiting')
    .orderBy('t.proposed_at')
    .limit(200)
    .execute()
  const settled = await proposals(db)
    .where('t.state', '<>', 'waiting')
    .orderBy('t.settled_at', 'desc')
    .limit(200)
    .execute()
  return { waiting: waiting.map(proposalFrom), settled: settled.map(proposalFrom) }
}

/** By one person, in no order. */
export async function listProposalsOf(db: Db, personId: string): Promise<Proposal[]> {
  return (await proposals(db).where('t.proposed_by', '=', personId).execute()).map(proposalFrom)
}

export async function findProposal(db: Db, id: string): Promise<Proposal | undefined> {
  const row = await proposals(db).where('t.id', '=', id).executeTakeFirst()
  return row && proposalFrom(row)
}

/** How many wait for a steward. */
export async function countWaiting(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('translate_proposal')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('organization_id', '=', db.organizationId)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** What everybody's translations with a framework learn from, the last accepted first. */
export function listAcceptedExamples(db: Db, frameworkId: string) {
  return db
    .selectFrom('translate_proposal')
    .select(['id', 'text', 'competency_key as competency', 'level_key as level'])
    .where('organization_id', '=', db.organizationId)
    .where('framework_id', '=', frameworkId)
    .where('state', '=', 'accepted')
    .orderBy('settled_at', 'desc')
    .orderBy('id')
    .execute()
}

export async function insertProposal(
  tx: Tx,
  one: Pick<Proposal, 'id' | 'judgementId' | 'frameworkId' | 'text' | 'competency' | 'level'>,
  by: { personId: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('translate_proposal')
    .values({
      ...{ organization_id: tx.organizationId, id: one.id, judgement_id: one.judgementId },
      ...{ framework_id: one.frameworkId, text: one.text, state: 'waiting' },
      ...{ competency_key: one.competency, level_key: one.level },
      ...{ proposed_by: by.personId, proposed_at: by.at },
    })
    .execute()
}

interface Settlement {
  state: ProposalState
  by: string | null
  at: Date | null
  answer: string | null
  /** As it is to be used from now on; null: as it stands. */
  as: AcceptanceForm | null
}

/** Decides about a proposal, or has it wait again. */
export async function settleProposal(tx: Tx, id: string, { state, by, at, answer, as }: Settlement) {
  const changed = as && { text: as.text, competency_key: as.competency, level_key: as.level }
  await tx
    .updateTable('translate_proposal')
    .set({ state, settled_by: by, settled_at: at, answer, ...changed })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

export async function deleteProposal(tx: Tx, id: string): Promise<void> {
  await tx
    .deleteFrom('translate_proposal')
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

/** One steward after the other, so that a cell's cap holds: the framework's row is held. */
export async function holdFramework(tx: Tx, frameworkId: string): Promise<void> {
  await tx
    .selectFrom('framework')
    .select('id')
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', frameworkId)
    .forUpdate()
    .execute()
}
