import type { Context } from '#context.ts'
import { Invalid, NotFound } from '#errors.ts'
import { record } from '#history/actions.ts'
import { dayOf, isDay } from '#people/day.ts'
import { DIMENSIONS } from '../candidate/voluntary.ts'
import { type Block, blocksOf, type Choice, chosenBlocks } from '../fairness/blocks.ts'
import { reportOf } from '../fairness/fairness.ts'
import { countOutcomes, countVacancy, listUncounted } from '../store/fairness.ts'
import { vacancySubject } from './vacancy.ts'

/** What somebody wants to see, as typed; '' for all. */
export type FairnessWanted = Record<'by' | 'role' | 'vacancy' | 'from' | 'to', string>

/**
 * How groups fared in the vacancies that are counted. `by`: a dimension of the voluntary questions; `vacancy`: one that stands alone.
 * Throws NotFound for what there is not, and Invalid for a day that is none.
 */
export async function openFairness(ctx: Context, wanted: FairnessWanted) {
  const dimension = wanted.by === '' ? DIMENSIONS[0] : DIMENSIONS.find(({ key }) => key === wanted.by)
  if (!dimension) throw new NotFound('Nobody is asked about that. Choose one of the list.')
  const choice = { ...wanted, from: dayIn('from', wanted.from), to: dayIn('to', wanted.to) }
  const counted = await ctx.read((db) => countOutcomes(db, dimension.key))
  const { blocks, waiting } = blocksOf(counted, dayOf(ctx.now()))
  const choices = choicesOf([...blocks, waiting])
  refuseUnknown(choice, choices)
  const { chosen, leftOut } = chosenBlocks(blocks, waiting, choice)
  return { dimension, wanted, choices, blocks: chosen, leftOut, steps: reportOf(chosen) }
}

function dayIn(field: string, typed: string): string | null {
  if (typed === '') return null
  if (!isDay(typed)) throw new Invalid({ [field]: 'Give a day such as 2026-05-31.' })
  return typed
}

function refuseUnknown({ role, vacancy }: Choice, { roles, vacancies }: ReturnType<typeof choicesOf>): void {
  const isThere = (wanted: string, all: readonly { value: string }[]) =>
    wanted === '' || all.some(({ value }) => value === wanted)
  if (!isThere(role, roles)) throw new NotFound('No vacancy of this role is counted yet.')
  if (!isThere(vacancy, vacancies)) throw new NotFound('This vacancy does not stand alone in the report.')
}

/** Roles of all that is counted; vacancies that are large enough to stand alone. */
function choicesOf(blocks: readonly Block[]) {
  const roles = new Map(
    blocks.flatMap(({ vacancies }) => vacancies.map(({ roleId, role }) => [roleId, role])),
  )
  const alone = blocks.flatMap(({ level, vacancies: [first, ...others] }) =>
    first && others.length === 0 && level === 'full' ? [first] : [],
  )
  return {
    roles: [...roles]
      .map(([value, label]) => ({ value, label }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB')),
    vacancies: alone.map(({ id, title, on }) => ({ value: id, label: `${title}, ${on.slice(0, 4)}` })),
  }
}

const DAY_MS = 86_400_000
/** Time for somebody of the reserve to be asked, and for candidates to change their answers. */
const SETTLED_DAYS = 28
const LATEST_DAYS = 90

/**
 * Four weeks after the decision the voluntary answers become counts that never change again, and the answers go; while somebody still
 * waits for an outcome, it waits with them, at most 90 days. Gives how many vacancies were counted.
 */
export async function countDecided(ctx: Context): Promise<number> {
  const at = ctx.now()
  const ago = (days: number) => new Date(at.getTime() - days * DAY_MS)
  const due = await ctx.read((db) =>
    listUncounted(db, { settledBy: ago(SETTLED_DAYS), latest: ago(LATEST_DAYS) }),
  )
  for (const vacancy of due)
    await ctx.write(async (tx) => {
      await countVacancy(tx, vacancy.id, at)
      await record(ctx, tx, { act: 'vacancy: answers counted', on: vacancySubject(vacancy) })
    })
  return due.length
}
