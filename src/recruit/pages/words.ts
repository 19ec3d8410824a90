/** What several pages of hiring say in the same words. */
import { type Framework, indicatorsAt, levelLabel } from '#framework/model.ts'
import { dayOf } from '#people/day.ts'
import { longDay } from '#people/words.ts'
import type { Question } from '../model.ts'

export const dayWords = (at: Date) => longDay(dayOf(at))

/** The name of a level and what people do there; undefined where the framework has lost it. */
export function levelIn(framework: Framework | undefined, competency: string, key: string | null) {
  const place = framework?.scale.levels.findIndex((level) => level.key === key) ?? -1
  const level = framework?.scale.levels[place]
  if (!framework || !level) return undefined
  const described = framework.competencies.find((one) => one.key === competency)
  return {
    level,
    place,
    of: framework.scale.levels.length,
    label: levelLabel(level),
    texts: described ? indicatorsAt(described, level.key).map(({ text }) => text) : [],
  }
}

/** "1–2", or "5" where a range is one point. */
export const rangeWords = ({ from, to }: { from: number; to: number }) =>
  from === to ? String(from) : `${from}–${to}`

export const KIND_WORDS: Record<Question['kind'], string> = {
  past: 'What they did: one time in the past',
  situation: 'What they would do: a situation, where experience is not expected',
}

export const SOURCE_WORDS: Record<Question['source'], string> = {
  framework: 'from the framework',
  bank: 'from your own questions',
  own: 'made here',
}
