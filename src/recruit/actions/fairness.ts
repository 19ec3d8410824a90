import type { Context } from '#context.ts'
import { NotFound } from '#errors.ts'
import { type Block, blocksOf, reportOf } from '../fairness.ts'
import { countOutcomes } from '../store/fairness.ts'
import { DIMENSIONS } from '../voluntary.ts'

/**
 * How groups fared in the vacancies that are over. `by`: a dimension of the voluntary questions; `over`: the key of a block, a
 * year, or '' for all. Throws NotFound for what there is not.
 */
export async function openFairness(ctx: Context, { by, over }: { by: string; over: string }) {
  const dimension = by === '' ? DIMENSIONS[0] : DIMENSIONS.find(({ key }) => key === by)
  if (!dimension) throw new NotFound('Nobody is asked about that. Choose one of the list.')
  const all = blocksOf(await ctx.read((db) => countOutcomes(db, dimension.key)))
  const blocks = over === '' ? all : all.filter((block) => keysOf(block).includes(over))
  if (blocks.length === 0 && over !== '') throw new NotFound('There is no such vacancy or year to show.')
  return { dimension, chosen: over, choices: choicesOf(all), blocks, steps: reportOf(blocks) }
}

const keysOf = ({ vacancy, year }: Block) => [String(year), ...(vacancy ? [vacancy.id] : [])]

function choicesOf(blocks: readonly Block[]): { value: string; label: string }[] {
  const years = [...new Set(blocks.map(({ year }) => year))]
  const alone = blocks.flatMap(({ vacancy, year }) =>
    vacancy ? [{ value: vacancy.id, label: `${vacancy.title}, ${year}` }] : [],
  )
  return [
    { value: '', label: 'All vacancies that are over' },
    ...years.map((year) => ({ value: String(year), label: `Begun in ${year}` })),
    ...alone,
  ]
}
