import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { Onboarding } from '../decision/onboarding.ts'

async function onboardingWhere(db: Db, condition: RawBuilder<unknown>): Promise<Onboarding[]> {
  const { rows } = await sql<Onboarding>`
    select o.id, o.vacancy_id as "vacancyId", o.candidate_id as "candidateId", o.person_id as "personId",
      o.starts_on::text as "startsOn", o.goals, o.made_by as "madeBy", o.made_at as "madeAt"
    from onboarding o where o.organization_id = ${db.organizationId} and ${condition}
    order by o.starts_on desc, o.id`.execute(db)
  return rows
}

/** Undefined: there is no such hand-over. For actions alone, which ask who may see it. */
export async function findOnboarding(db: Db, id: string): Promise<Onboarding | undefined> {
  return (await onboardingWhere(db, sql`o.id = ${id}`))[0]
}

/** Of the people with these ids, who begins last first. */
export function listOnboardingOf(db: Db, personIds: readonly string[]): Promise<Onboarding[]> {
  return onboardingWhere(db, sql`o.person_id = any(${personIds}::uuid[])`)
}

/** Of the candidates of a vacancy who were hired. */
export function listOnboardingIn(db: Db, vacancyId: string): Promise<Onboarding[]> {
  return onboardingWhere(db, sql`o.vacancy_id = ${vacancyId}`)
}

export async function insertOnboarding(tx: Tx, one: Onboarding): Promise<void> {
  await tx
    .insertInto('onboarding')
    .values({
      ...{ organization_id: tx.organizationId, id: one.id, vacancy_id: one.vacancyId },
      ...{ candidate_id: one.candidateId, person_id: one.personId, starts_on: one.startsOn },
      ...{ goals: JSON.stringify(one.goals), made_by: one.madeBy, made_at: one.madeAt },
    })
    .execute()
}
