import { Invalid } from '#errors.ts'
import type { Sheet } from '#lib/sheet.ts'
import type { RoleProfile } from '#role/model.ts'
import type { Db } from '#schema.ts'
import { assessed, criteriaOf } from '../kit/criteria.ts'
import { kitSheet } from '../kit/sheet.ts'
import { suggestQuestion } from '../kit/suggest.ts'
import type { Points } from '../model.ts'
import { listBankQuestions } from '../store/bank.ts'
import { frameworksOf, wordsOfKit } from './view.ts'

/** A kit from what a role needs, with no vacancy. Throws Invalid when nothing of it is needed on the first day. */
export async function kitFor(
  db: Db,
  { title, profile, points }: { title: string; profile: RoleProfile; points: Points },
): Promise<Sheet> {
  const criteria = criteriaOf(profile).map((one, i) => ({ ...one, id: String(i) }))
  const frameworks = await frameworksOf(db, { criteria })
  const questions = []
  for (const criterion of assessed(criteria)) {
    const framework = frameworks.get(criterion.framework)
    const bank = await listBankQuestions(db, criterion)
    const suggested = framework && suggestQuestion(framework, criterion, { points, bank })
    if (suggested) questions.push({ ...suggested, askedBy: null })
  }
  if (questions.length === 0)
    throw new Invalid('This profile asks for nothing on the first day, so there is nothing to ask about.')
  return kitSheet({ title, criteria, questions, askers: new Map(), ...(await wordsOfKit(db, { criteria })) })
}
