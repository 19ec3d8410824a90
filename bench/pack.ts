/** What it costs to make a pack of 20 candidates, whom 3 members rated on 8 questions, and to check it. */
import { sql } from 'kysely'
import { insertCandidates, insertJudgements } from '../demo/hiring-rows.ts'
import { demoId } from '../demo/rows.ts'
import type { Context } from '../src/context.ts'
import { fixKit } from '../src/recruit/actions/kit.ts'
import { openVacancy } from '../src/recruit/actions/look.ts'
import { makePack } from '../src/recruit/actions/pack.ts'
import { makeVacancy } from '../src/recruit/actions/vacancy.ts'
import { PANEL, someone } from '../src/recruit/fixtures/panel.ts'
import type { Entry, Question } from '../src/recruit/model.ts'
import type { Pack } from '../src/recruit/pack/pack.ts'
import { emptyEntry } from '../src/recruit/rating/card.ts'
import { insertQuestions } from '../src/recruit/store/write.ts'
import { VacancyInput } from '../src/recruit/vacancy.ts'

const CANDIDATES = 20
const QUESTIONS = 8
const NOTES =
  'Told of a caller who had been sent from one place to another all morning. Saw him grip the counter, came round to his side, and let him tell it once, all the way through, before she asked anything.'

/** Makes the vacancy with all its cards in the example. */
export async function packToMake(ours: Context): Promise<() => Promise<Pack>> {
  const owen = someone(ours, 'owen', 'recruiter', 'hr')
  const members = PANEL.map((key) => demoId('person', key))
  const input = VacancyInput.parse({
    ...{ title: 'Team Leader, Calls', purpose: 'To find out who can do the job.', places: 1, applyUntil: '' },
    ...{ decideBy: '', keepMonths: 6, questionsBefore: '', jurisdiction: 'GB' },
  })
  const panel = { members, chair: members[0] ?? null }
  const profileId = demoId('role-profile', 'team-leader')
  const id = await makeVacancy(owen, { profileId, input, points: 7, panel })
  const { questions } = await ours.read((db) => openVacancy(ours, db, id))
  const more = questions.slice(0, QUESTIONS - questions.length).map((one) => ({
    ...{ ...one, id: ours.newId(), bankId: null },
    anchorIds: one.anchors.map(() => ours.newId()),
  }))
  await ours.keep(async (tx) => {
    await insertQuestions(tx, id, more)
    await sql`
      update vacancy_question set position = position + ${questions.length}
      where organization_id = ${tx.organizationId} and id = any(${more.map((one) => one.id)}::uuid[])`.execute(
      tx,
    )
  })
  await fixKit(owen, id)
  await fill(ours, id)
  return async () => {
    const { pack, verdict } = await makePack(owen, id, 'name')
    const [fault] = verdict.faults
    if (fault) throw new Error(`The pack does not hold: ${fault.where}: ${fault.says}`)
    return pack
  }
}

async function fill(ours: Context, vacancyId: string): Promise<void> {
  const { questions } = await ours.read((db) => openVacancy(ours, db, vacancyId))
  if (questions.length !== QUESTIONS) throw new Error(`There are ${questions.length} questions.`)
  const at = ours.now()
  const candidates = Array.from({ length: CANDIDATES }, (_, i) => ({
    ...{
      id: ours.newId(),
      vacancyId,
      name: `Candidate ${i + 1}`,
      email: null,
      letter: null,
      notice: 'A notice.',
    },
    ...{ accommodation: null, stage: 'interviewed' as const, reached: 'interviewed' as const, appliedAt: at },
    ...{ withdrawnAt: null, erasedAt: null, personId: null, said: {} },
  }))
  const cards = candidates.flatMap(({ id }, i) =>
    PANEL.map((key, member) => ({
      ...{
        id: ours.newId(),
        candidateId: id,
        personId: demoId('person', key),
        startedAt: at,
        submittedAt: at,
      },
      entries: questions.map((question, turn) => entryOf(question, 1 + ((i + member + turn) % 7))),
    })),
  )
  await ours.keep(async (tx) => {
    await insertCandidates(tx, candidates)
    await insertJudgements(tx, vacancyId, { cards, agreed: [] })
  })
}

function entryOf({ id }: Question, rating: number): Entry {
  const quotes = [{ text: 'I rang her back the same day and told her what I had found.', at: '10:05' }]
  return { ...emptyEntry(id), rating, notes: NOTES, quotes, level: '2', months: 6, revision: 1 }
}
