import { dayOf } from '#people/day.ts'
import { postsOn } from '#people/main-post.ts'
import { findPerson } from '#people/store.ts'
import { listOwnLevels } from '#profile/store/levels.ts'
import { gapsOf, summaryOf } from '#role/gap.ts'
import { competencyLabel, headlineOf, standingInWords } from '#role/gap-words.ts'
import { rolesHeldBy } from '#role/store/holders.ts'
import { findYardsticks } from '#role/store/yardsticks.ts'
import { listAgreedProfiles } from '#role/store.ts'
import { links } from '#routes.ts'
import type { CardSource } from './card-source.ts'

const SHOWN = 4

/** For whoever has a workbook and a role: the must-haves of their own role. They alone see it. */
export const gapCard: CardSource = async (db, { person }, now) => {
  if (!person) return null
  const [role] = await rolesHeldBy(db, person.id, dayOf(now))
  const levels = role ? await listOwnLevels(db, person.id) : []
  const profile = role && (await listAgreedProfiles(db)).find(({ roleId }) => roleId === role.id)
  if (!role || !profile || levels.length === 0) return null
  const gaps = gapsOf(profile.requirements, await findYardsticks(db), { levels, shared: false })
  const open = gaps.filter(({ standing }) => standing === 'below')
  return {
    key: 'gap',
    title: `Between you and ${role.title}`,
    says: headlineOf(summaryOf(gaps)),
    items: open.slice(0, SHOWN).map((gap) => ({
      label: competencyLabel(gap),
      href: links.roleGap(role.id),
      note: standingInWords(gap),
    })),
    action: { label: 'Which roles fit me', href: links.roleFits() },
    waits: false,
  }
}

/** For managers: the map of their own team. */
export const mapCard: CardSource = async (db, { person, roles }, now) => {
  if (!person || !roles.has('manager')) return null
  const found = await findPerson(db, person.id)
  const team = found && postsOn(found.posts, dayOf(now))[0]?.team
  if (!team) return null
  return {
    key: 'map',
    title: 'Your team’s map',
    says: `Who in ${team.name} can, uses and needs what, as far as they share it with you.`,
    items: [{ label: 'Hidden skills', href: links.roleHidden() }],
    action: { label: 'Open the map', href: links.roleMap({ team: team.id, sharing: 'yes' }) },
    waits: false,
  }
}
