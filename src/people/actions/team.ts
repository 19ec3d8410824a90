import { type Context, nothingHappened } from '#context.ts'
import { Conflict, Invalid, NotFound } from '#errors.ts'
import { record } from '#history/actions.ts'
import { changesBetween, type Subject } from '#history/model.ts'
import { dayOf } from '../day.ts'
import { fold } from '../fold.ts'
import type { Team, TeamInput } from '../model.ts'
import { deleteNamed, insertTeams, listTeamCards, listTeams, updateTeam } from '../store/teams.ts'
import { holdOrganization } from '../store.ts'
import { fullName, parentFault } from '../tree.ts'

const GONE = 'There is no such team. It may have been removed.'

/** Adds a team below another or on top. Returns its id. Throws Invalid, field by field. */
export function addTeam(ctx: Context, input: TeamInput): Promise<string> {
  const team = { ...input, id: ctx.newId() }
  return ctx.write(async (tx) => {
    await holdOrganization(tx)
    refuse(await listTeams(tx), team)
    await insertTeams(tx, [team])
    await record(ctx, tx, { act: 'team: added', on: subjectOf(team) })
    return team.id
  })
}

/** Renames a team, or moves it below another. Throws NotFound, and Invalid field by field. */
export function changeTeam(ctx: Context, id: string, input: TeamInput): Promise<void> {
  return ctx.write(async (tx) => {
    await holdOrganization(tx)
    const teams = await listTeams(tx)
    const before = teams.find((team) => team.id === id)
    if (!before) throw new NotFound(GONE)
    const after = { ...input, id }
    refuse(teams, after)
    const changes = changesBetween(inWords(teams, before), inWords(teams, after))
    if (Object.keys(changes).length === 0) return nothingHappened(tx)
    await updateTeam(tx, after)
    await record(ctx, tx, { act: 'team: changed', on: subjectOf(after), changes })
  })
}

/** Takes away a team that has no parts and never had a post. Throws NotFound and Conflict. */
export function removeTeam(ctx: Context, id: string): Promise<void> {
  return ctx.write(async (tx) => {
    await holdOrganization(tx)
    const teams = await listTeamCards(tx, dayOf(ctx.now()))
    const team = teams.find((one) => one.id === id)
    if (!team) throw new NotFound(GONE)
    if (teams.some(({ parentId }) => parentId === id))
      throw new Conflict(`“${team.name}” has teams of its own. Move or remove them first.`)
    if (team.isUsed)
      throw new Conflict(
        `People have or had posts in “${team.name}”. Their posts would lose their team, so it stays.`,
      )
    await deleteNamed(tx, 'team', id)
    await record(ctx, tx, { act: 'team: removed', on: subjectOf(team) })
  })
}

const subjectOf = ({ id, name }: { id: string; name: string }): Subject => ({ kind: 'team', id, name })

function inWords(teams: Team[], { name, parentId }: TeamInput) {
  return { name, 'part of': parentId === null ? null : fullName(teams, parentId) }
}

function refuse(teams: Team[], { id, name, parentId }: Team): void {
  const parent = parentFault(teams, id, parentId)
  if (parent) throw new Invalid({ parentId: parent })
  const beside = teams.filter((team) => team.parentId === parentId && team.id !== id)
  if (beside.some((team) => fold(team.name) === fold(name)))
    throw new Invalid({
      name: `There is a team “${name}” at this place of the tree already. Choose another name.`,
    })
}
