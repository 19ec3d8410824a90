/** Roles as lists show them. */
import { closest } from '#lib/closest.ts'
import type { Requirement, Role } from './model.ts'

export interface RoleCard extends Role {
  team: string | null
  /** People who hold it on the day. */
  holders: number
  /** The latest agreed profile; null: none is. */
  agreed: {
    id: string
    number: number
    at: Date
    needs: Pick<Requirement, 'must' | 'importance' | 'words'>[]
  } | null
  /** The draft of a profile; null: there is none. */
  draft: { id: string; number: number } | null
  /** Analyses, those that are still answered and those that are closed. */
  analyses: { open: number; closed: number }
}

/** As the address holds it. */
export interface RoleFilter {
  q?: string | undefined
  team?: string | undefined
  state?: RoleState | undefined
}

/** What to look for in the list. */
const ROLE_STATES = ['without profile', 'with draft', 'in analysis', 'closed'] as const
export type RoleState = (typeof ROLE_STATES)[number]

export function roleFilterFrom(sent: Record<string, string | undefined>): RoleFilter {
  return {
    q: (sent.q ?? '').trim().slice(0, 200) || undefined,
    team: (sent.team ?? '').trim().toLowerCase() || undefined,
    state: ROLE_STATES.find((one) => one === sent.state),
  }
}

const HAS: Record<RoleState, (card: RoleCard) => boolean> = {
  'without profile': ({ agreed }) => agreed === null,
  'with draft': ({ draft }) => draft !== null,
  'in analysis': ({ analyses }) => analyses.open > 0,
  closed: () => true,
}

/** Roles of these words in their title, purpose or needs, of this team, in this state. Closed ones only where they are asked for. */
export function rolesThatMatch(cards: readonly RoleCard[], { q = '', team, state }: RoleFilter): RoleCard[] {
  const words = wordsIn(q)
  return cards.filter((card) => {
    if ((card.closedAt !== null) !== (state === 'closed')) return false
    if (team !== undefined && card.teamId !== team) return false
    if (state !== undefined && !HAS[state](card)) return false
    const needs = card.agreed?.needs.map((one) => one.words.competency) ?? []
    const text = wordsIn([card.title, card.purpose, ...needs].join(' '))
    return words.every((word) => text.some((one) => one.startsWith(word)))
  })
}

const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** That there is no role of this title, with the one that was most likely meant. */
export function noSuchRole(wanted: string, roles: readonly { title: string }[]): string {
  const titles = roles.map(({ title }) => title)
  const meant = closest(wanted, titles)
  const hint = meant === null ? '' : ` Did you mean “${meant}”?`
  return `There is no role “${wanted}”.${hint} “sightline role list” shows all.`
}
