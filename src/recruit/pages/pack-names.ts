/** How the chapters of a pack name people, candidates, levels and days. */
import { longDay } from '#people/words.ts'
import type { Pack } from '../pack/pack.ts'

export const personIn = ({ people }: Pack, id: string | null) =>
  people.find((one) => one.id === id)?.name ?? 'Somebody'

export const candidateIn = ({ candidates }: Pack, id: string) =>
  candidates.find((one) => one.id === id)?.name ?? 'Somebody'

/** The name of a level of a criterion; the key where the framework has lost it. */
export function levelIn({ criteria }: Pack, criterion: string, key: string | null): string | null {
  const levels = criteria.find(({ id }) => id === criterion)?.levels ?? []
  return key === null ? null : (levels.find((level) => level.key === key)?.label ?? key)
}

export const packDay = (at: string) => longDay(at.slice(0, 10))

/** "3 March 2026, 09:14 UTC". */
export const packMoment = (at: string) => `${packDay(at)}, ${at.slice(11, 16)} UTC`
