import type { Team } from '../model.ts'
import { inOrder, treeOf } from '../tree.ts'

/** Teams to choose from, in the order of the tree, each as far in as it is deep. */
export function teamOptions(teams: Team[]): { value: string; label: string }[] {
  return inOrder(treeOf(teams)).map(({ team, depth }) => ({
    value: team.id,
    label: `${'\u2003'.repeat(depth)}${team.name}`,
  }))
}
