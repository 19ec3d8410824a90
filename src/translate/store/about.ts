import type { Db, Tx } from '#schema.ts'

/** All that Translate keeps of a person: their judgements, their own words where they wanted them kept, their proposals. */
export async function aboutTranslate(db: Db, personId: string): Promise<object> {
  const judgements = await db
    .selectFrom('translate_judgement as j')
    .innerJoin('framework as f', (join) =>
      join.onRef('f.organization_id', '=', 'j.organization_id').onRef('f.id', '=', 'j.framework_id'),
    )
    .select(['j.made_at as on', 'f.title as framework', 'j.competency_key as competency'])
    .select(['j.level_key as level', 'j.text as words'])
    .where('j.organization_id', '=', db.organizationId)
    .where('j.person_id', '=', personId)
    .orderBy('j.made_at')
    .execute()
  const proposals = await db
    .selectFrom('translate_proposal as p')
    .innerJoin('framework as f', (join) =>
      join.onRef('f.organization_id', '=', 'p.organization_id').onRef('f.id', '=', 'p.framework_id'),
    )
    .select(['p.proposed_at as on', 'f.title as framework', 'p.text as words', 'p.state', 'p.answer'])
    .where('p.organization_id', '=', db.organizationId)
    .where('p.proposed_by', '=', personId)
    .orderBy('p.proposed_at')
    .execute()
  return { judgements, 'examples proposed for everybody': proposals }
}

/** The person's words go, with every example made of them; that they judged, and how, stays for the figures. */
export async function eraseTranslate(tx: Tx, personId: string): Promise<void> {
  await tx
    .deleteFrom('translate_proposal')
    .where('organization_id', '=', tx.organizationId)
    .where('proposed_by', '=', personId)
    .execute()
  await tx
    .updateTable('translate_judgement')
    .set({ text: null })
    .where('organization_id', '=', tx.organizationId)
    .where('person_id', '=', personId)
    .execute()
}
