/** How the intake was decided and signed, and what was handed over for those who came. */

import { basisOf } from '../src/recruit/decision/basis.ts'
import { sealedDecision, sealedSignature } from '../src/recruit/decision/decision.ts'
import { goalsOf } from '../src/recruit/decision/onboarding.ts'
import type { Scorecard } from '../src/recruit/model.ts'
import type { Opened } from '../src/recruit/opened.ts'
import { insertDecision, insertSignature } from '../src/recruit/store/decisions.ts'
import { insertOnboarding } from '../src/recruit/store/onboarding.ts'
import { frameworksById } from '../src/role/store/frameworks.ts'
import type { Tx } from '../src/schema.ts'
import { sealThings } from './hiring-rows.ts'
import { demoId } from './rows.ts'

export interface IntakeApplicant {
  id: string
  key: string
  isTaken: boolean
  /** Null: nobody has rated them. */
  ratings: string | null
  /** Their first day; null: they did not come. */
  startsOn: string | null
}

interface Deciding {
  applicants: readonly IntakeApplicant[]
  cards: readonly Omit<Scorecard, 'sealNumber'>[]
  /** The first has decided; all sign. */
  panel: readonly string[]
  /** So many days after the decision. */
  moment: (daysAfter: number) => Date
}

const REASONS = {
  offer: 'Meets the must-have and, by the weights that were fixed, stands among the first nine.',
  no: 'Nine others stand before this one by the weights that were fixed.',
}

/** Who decided, then who signed, each with the moment. */
export async function decideIntake(
  tx: Tx,
  opened: Opened,
  deciding: Deciding,
): Promise<{ by: string; moment: Date }[]> {
  const { applicants, panel, moment } = deciding
  const [chair = ''] = panel
  const decisions = await decisionsOf(tx, opened, deciding)
  const frameworks = await frameworksOf(tx, opened)
  const erased = new Set(decisions.filter(({ outcome }) => outcome === 'no').map(({ id }) => id))
  const numbers = await sealThings(tx, opened.vacancy.id, {
    things: decisions.map((one) => ({
      ...{ kind: 'decision' as const, thing: one.id, person: one.madeBy, at: one.madeAt },
      ...sealedDecision(one),
    })),
    erased,
  })
  for (const one of decisions) {
    const reason = erased.has(one.id) ? '' : one.reason
    await insertDecision(tx, { ...one, reason, sealNumber: numbers.get(one.id) ?? 0 })
  }
  for (const { id, key, startsOn } of applicants) {
    const basis = decisions.find(({ candidateId }) => candidateId === id)?.basis ?? null
    if (startsOn === null) continue
    await insertOnboarding(tx, {
      ...{ id: demoId('onboarding', `intake/${key}`), vacancyId: opened.vacancy.id, candidateId: id },
      ...{ personId: demoId('person', key), startsOn, goals: goalsOf(opened.criteria, basis, frameworks) },
      ...{ madeBy: demoId('person', 'ngaio'), madeAt: moment(6) },
    })
  }
  const upTo = Math.max(...numbers.values())
  const signed = panel.map((by, i) => ({ by, moment: moment(1 + i) }))
  for (const one of signed) await sign(tx, opened.vacancy.id, { ...one, upTo })
  return [{ by: chair, moment: moment(0) }, ...signed]
}

const frameworksOf = (tx: Tx, { criteria }: Opened) =>
  frameworksById(tx, [...new Set(criteria.map(({ framework }) => framework))])

async function decisionsOf(tx: Tx, opened: Opened, { applicants, cards, panel, moment }: Deciding) {
  const frameworks = await frameworksOf(tx, opened)
  return applicants.flatMap(({ id, key, isTaken, ratings }) => {
    if (ratings === null) return []
    const own = cards
      .filter(({ candidateId }) => candidateId === id)
      .map((card) => ({ ...card, sealNumber: 0 }))
    const outcome = isTaken ? ('offer' as const) : ('no' as const)
    return {
      ...{ id: demoId('decision', `intake/${key}`), vacancyId: opened.vacancy.id, candidateId: id },
      ...{ outcome, place: null, reason: REASONS[outcome], despite: null, changes: null },
      basis: basisOf(
        opened,
        { candidateId: id, cards: own, consensus: [], missing: [] },
        ({ framework }, level) =>
          frameworks.get(framework)?.scale.levels.findIndex((one) => one.key === level) ?? -1,
      ),
      ...{ madeBy: demoId('person', panel[0] ?? ''), madeAt: moment(0) },
    }
  })
}

async function sign(
  tx: Tx,
  vacancyId: string,
  { by, moment, upTo }: { by: string; moment: Date; upTo: number },
): Promise<void> {
  const id = demoId('decision', `intake/signed/${by}`)
  const person = demoId('person', by)
  const content = sealedSignature({ upTo, dissent: null })
  const thing = { kind: 'signature' as const, thing: id, person, at: moment, ...content }
  const numbers = await sealThings(tx, vacancyId, { things: [thing], erased: new Set() })
  const sealNumber = numbers.get(id) ?? 0
  await insertSignature(tx, vacancyId, {
    ...{ id, personId: person, signedAt: moment, dissent: null, upTo, sealNumber },
  })
}
