/** The tree of teams: what is part of what, and which way a team is named. */
import { fold } from './fold.ts'
import type { Team } from './model.ts'

/** A team with the teams that are part of it, by name. */
export interface TeamNode extends Team {
  parts: TeamNode[]
}

const NATURAL = new Intl.Collator('en', { numeric: true })
const byName = (a: Team, b: Team) => NATURAL.compare(fold(a.name), fold(b.name)) || (a.id < b.id ? -1 : 1)

/** The teams on top, each with its parts at any depth. A team whose parent is not among them stands on top. */
export function treeOf(teams: Team[]): TeamNode[] {
  const nodes = new Map(teams.map((team) => [team.id, { ...team, parts: [] as TeamNode[] }]))
  const top: TeamNode[] = []
  for (const node of [...nodes.values()].toSorted(byName)) {
    const parent = node.parentId === null ? undefined : nodes.get(node.parentId)
    if (parent) parent.parts.push(node)
    else top.push(node)
  }
  return top
}

/** From the top down to the team itself; a circle, which the rules below keep out, ends the way. */
export function wayTo(teams: Team[], id: string): Team[] {
  const known = new Map(teams.map((team) => [team.id, team]))
  const way: Team[] = []
  for (let team = known.get(id); team && !way.includes(team); team = known.get(team.parentId ?? ''))
    way.unshift(team)
  return way
}

/** "Customer service > Contact centre": the name that tells a team from another of the same name elsewhere. */
export function fullName(teams: Team[], id: string): string {
  return wayTo(teams, id)
    .map(({ name }) => name)
    .join(' > ')
}

/** What speaks against making `parentId` the parent of the team; undefined: nothing. */
export function parentFault(teams: Team[], id: string, parentId: string | null): string | undefined {
  if (parentId === null) return
  if (parentId === id) return 'A team cannot be part of itself. Choose another team, or “on top”.'
  const parent = teams.find((team) => team.id === parentId)
  if (!parent) return 'This team is not there any more. Choose another.'
  const own = teams.find((team) => team.id === id)
  if (own && wayTo(teams, parentId).some((team) => team.id === id))
    return `“${parent.name}” is part of “${own.name}”, so “${own.name}” cannot become part of it. Move “${parent.name}” first.`
  return
}

/** Each team in the order of the tree, with its depth: for lists to choose from. */
export function inOrder(tree: TeamNode[], depth = 0): { team: TeamNode; depth: number }[] {
  return tree.flatMap((team) => [{ team, depth }, ...inOrder(team.parts, depth + 1)])
}
