/**
 * Vacancies at Marlbrook Water: one of long ago, one that is decided, one with its interviews under way, one that has just been
 * made.
 */
import { type Context, nothingHappened } from '../src/context.ts'
import { fixKit } from '../src/recruit/actions/kit.ts'
import { makeVacancy } from '../src/recruit/actions/vacancy.ts'
import { writePrepared } from '../src/recruit/store/write.ts'
import { KEEP_MONTHS } from '../src/recruit/vacancy.ts'
import { demoId, idsOf } from './rows.ts'

/** The world so many days ago, as somebody of the cast. */
type At = (daysAgo: number, key: string) => Context

interface DemoVacancy {
  key: string
  /** Of demo/role-facts.ts. */
  profile: string
  title: string
  places: number
  by: string
  madeDaysAgo: number
  /** Null: not fixed yet. */
  fixedDaysAgo: number | null
  applyUntil: number
  decideBy: number
  panel: string[]
  prepared: string[]
  questionsBefore: number | null
  /** Six when absent. */
  keepMonths?: number
}

const PURPOSE =
  'To find out, in the same way for everybody, who can do on the first day what the job asks for on the first day.'

const VACANCIES: DemoVacancy[] = [
  {
    ...{
      key: 'intake',
      profile: 'customer-adviser/1',
      title: 'Customer Advisers, intake of nine',
      places: 9,
    },
    ...{ by: 'ngaio', madeDaysAgo: 716, fixedDaysAgo: 711, applyUntil: 701, decideBy: 686 },
    questionsBefore: null,
    panel: ['daniel', 'hamish', 'beatriz'],
    prepared: ['daniel', 'hamish', 'beatriz'],
  },
  {
    ...{ key: 'adviser', profile: 'customer-adviser/1', title: 'Customer Adviser', places: 1, by: 'owen' },
    ...{ madeDaysAgo: 254, fixedDaysAgo: 245, applyUntil: 232, decideBy: 215, questionsBefore: 20 },
    // Long enough that the example still has its candidates months after it was loaded.
    keepMonths: 12,
    panel: ['aroha', 'hamish', 'marcus'],
    prepared: ['aroha', 'hamish', 'marcus'],
  },
  {
    ...{ key: 'technician', profile: 'technician', title: 'Customer Technician', places: 2, by: 'owen' },
    ...{ madeDaysAgo: 36, fixedDaysAgo: 28, applyUntil: 16, decideBy: -8, questionsBefore: null },
    panel: ['stella', 'aroha', 'hamish'],
    prepared: ['stella', 'aroha'],
  },
  {
    ...{ key: 'team-leader', profile: 'team-leader', title: 'Team Leader, Calls', places: 1, by: 'owen' },
    ...{ madeDaysAgo: 4, fixedDaysAgo: null, applyUntil: -24, decideBy: -45, questionsBefore: 30 },
    panel: ['marcus', 'ngaio'],
    prepared: [],
  },
]

/** The vacancies with their kits, once. What happens in them is another part. */
export async function loadVacancies(ctx: Context, at: At): Promise<void> {
  const there = await ctx.read((db) =>
    db.selectFrom('vacancy').select('id').where('organization_id', '=', db.organizationId).execute(),
  )
  const ids = new Set(there.map(({ id }) => id))
  for (const one of VACANCIES) if (!ids.has(demoId('vacancy', one.key))) await loadVacancy(one, at)
}

async function loadVacancy(one: DemoVacancy, at: At): Promise<void> {
  const { key, profile, title, places, by, madeDaysAgo, fixedDaysAgo, panel, questionsBefore } = one
  const made = { ...at(madeDaysAgo, by), newId: idsOf('vacancy', key) }
  const input = {
    ...{
      title,
      places,
      purpose: PURPOSE,
      keepMonths: one.keepMonths ?? KEEP_MONTHS,
      questionsBefore,
      jurisdiction: 'GB',
    },
    ...{ applyUntil: dayBefore(at, one.applyUntil), decideBy: dayBefore(at, one.decideBy) },
  }
  const members = panel.map((member) => demoId('person', member))
  await makeVacancy(made, {
    ...{ profileId: demoId('role-profile', profile), input, points: 7 },
    panel: { members, chair: members[0] ?? null },
  })
  const id = demoId('vacancy', key)
  for (const member of one.prepared)
    await at(madeDaysAgo - 4, member).keep(async (tx) => {
      await writePrepared(tx, {
        vacancyId: id,
        personId: demoId('person', member),
        at: at(madeDaysAgo - 4, member).now(),
      })
      nothingHappened(tx)
    })
  if (fixedDaysAgo !== null) await fixKit(at(fixedDaysAgo, by), id)
}

const dayBefore = (at: At, daysAgo: number) => at(daysAgo, 'owen').now().toISOString().slice(0, 10)
