import type { Tx } from '#schema.ts'
import { countLevels, levelsFrom, roundThatCounts, rungsOf } from '../levels.ts'
import {
  listAsked,
  listLevelKeys,
  listRounds,
  type ProfilePart,
  type Renewed,
  replaceLevels,
} from '../store/renewal.ts'

/** Works out anew what a person's answers say of some competencies of a framework (null: of all), and keeps it. */
export async function renewLevels(tx: Tx, part: ProfilePart): Promise<void> {
  const levels = await listLevelKeys(tx, part.frameworkId)
  const asked = await listAsked(tx, part.frameworkId, part.competencies)
  const rounds = await listRounds(tx, part)
  const keys = part.competencies ?? new Set(asked.flatMap(({ competency, also }) => [competency, ...also]))
  const renewed = [...keys].flatMap((competency): Renewed[] => {
    const rungs = rungsOf(competency, levels, asked)
    const all = rungs.reduce((sum, rung) => sum + rung.asked, 0)
    const round = roundThatCounts(competency, all, rounds)
    if (!round) return []
    const counts = countLevels(competency, rungs, round.placed)
    const times = round.placed.filter((one) => one.competency === competency || one.also.includes(competency))
    const asOf = new Date(Math.max(...times.map(({ at }) => at.getTime())))
    return [{ competency, workbookId: round.workbookId, ...levelsFrom(counts), asOf }]
  })
  await replaceLevels(tx, part, renewed)
}
