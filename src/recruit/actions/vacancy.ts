import type { Context } from '#context.ts'
import { Invalid } from '#errors.ts'
import { record } from '#history/actions.ts'
import { frameworksById } from '#role/store/frameworks.ts'
import { findProfile } from '#role/store.ts'
import type { Db, Tx } from '#schema.ts'
import { criteriaOf } from '../kit/criteria.ts'
import { suggestQuestion } from '../kit/suggest.ts'
import type { Criterion, Points } from '../model.ts'
import { listBankQuestions } from '../store/bank.ts'
import {
  insertCriteria,
  insertQuestions,
  insertVacancy,
  type QuestionRow,
  writePanel,
} from '../store/write.ts'
import type { PanelInput, VacancyInput } from '../vacancy.ts'

/** How the history names a vacancy. */
export function vacancySubject({ id, title }: { id: string; title: string }) {
  return { kind: 'vacancy', id, name: title }
}

export interface NewVacancy {
  profileId: string
  input: VacancyInput
  panel: PanelInput
  points: Points
}

/**
 * Makes a vacancy from an agreed profile, with a whole kit to begin with: criteria, a question with anchors for each that is
 * assessed, and who asks it, in turn. Returns its id. Throws Invalid when the profile is a draft, gone, or asks for nothing on
 * the first day.
 */
export function makeVacancy(ctx: Context, { profileId, input, panel, points }: NewVacancy): Promise<string> {
  const id = ctx.newId()
  return ctx.write(async (tx) => {
    const profile = await findProfile(tx, profileId)
    if (!profile?.agreedAt)
      throw new Invalid({
        profileId: 'Choose a role whose profile has been agreed: a draft may still change.',
      })
    const criteria = criteriaOf(profile).map((one) => ({ ...one, id: ctx.newId() }))
    refuseNothingToAssess(criteria)
    const { roleId } = profile
    const madeBy = ctx.viewer.person?.id ?? null
    const vacancy = { id, ...input, roleId, profileId, madeBy, madeAt: ctx.now(), state: 'planned' as const }
    await insertVacancy(tx, vacancy)
    await insertCriteria(tx, id, criteria)
    await writePanel(tx, id, { ...panel, chair: chairOf(panel), at: ctx.now() })
    await insertQuestions(tx, id, await firstQuestions(ctx, tx, { criteria, members: panel.members, points }))
    await record(ctx, tx, {
      act: 'vacancy: made',
      on: vacancySubject(vacancy),
      also: [{ kind: 'role', id: roleId }],
      note: { 'version of the profile': profile.number },
    })
    return id
  })
}

const chairOf = ({ members, chair }: PanelInput) => chair ?? members[0] ?? null

function refuseNothingToAssess(criteria: readonly Criterion[]): void {
  if (criteria.every(({ weight }) => weight === null))
    throw new Invalid({
      profileId:
        'This profile asks for nothing on the first day, so there is nothing to assess. Say in the profile what must be there at entry.',
    })
}

interface Wanted {
  criteria: readonly Criterion[]
  members: readonly string[]
  points: Points
}

/** A question for each criterion that is assessed; the panel's members ask in turn. */
async function firstQuestions(ctx: Context, db: Db | Tx, { criteria, members, points }: Wanted) {
  const frameworks = await frameworksById(
    db,
    criteria.map(({ framework }) => framework),
  )
  const questions: (QuestionRow & { anchorIds: string[] })[] = []
  for (const criterion of criteria) {
    const framework = frameworks.get(criterion.framework)
    const bank = await listBankQuestions(db, criterion)
    const suggested = framework && suggestQuestion(framework, criterion, { points, bank })
    if (!suggested) continue
    const askedBy = members[questions.length % Math.max(1, members.length)] ?? null
    const anchorIds = suggested.anchors.map(() => ctx.newId())
    questions.push({ ...suggested, id: ctx.newId(), askedBy, anchorIds })
  }
  return questions
}
