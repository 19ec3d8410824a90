/** What Translate proposes for a story, activity by activity; the person confirms, moves or leaves it. */
import { indicatorsAt } from '#framework/model.ts'
import { bandShown, likeliestCell } from '#translate/answer.ts'
import { questionAbout } from '#translate/attribute.ts'
import type { Band } from '#translate/model.ts'
import type { Translated } from '#translate/translated.ts'
import type { Cell } from './story.ts'

export interface Proposal {
  /** One activity of the story, in the person's words. */
  activity: string
  /** The whole reading with its reasons; null: nobody could read it, and the person places it by hand. */
  read: Translated | null
  band: Band
  /** What is proposed; null: there is nothing to propose. */
  cell: Cell | null
  /** Not sure: these are asked about, each with the words of its level. */
  asks: Cell[]
  /** Why nothing is proposed, and what to write instead. */
  notice: string | null
}

/** For an activity that nobody could read. */
export function unread(activity: string): Proposal {
  return { activity, read: null, band: 'unsure', cell: null, asks: [], notice: null }
}

export function proposalFrom(activity: string, read: Translated): Proposal {
  const nothing = { activity, read, band: 'unsure' as const, cell: null, asks: [] }
  if (read.attribute) return { ...nothing, notice: `This names a quality. ${questionAbout(read.attribute)}` }
  const [notice] = read.notices
  if (notice !== undefined) return { ...nothing, notice }
  const { competency, level } = likeliestCell(read.reading)
  const band = bandShown(read.reading)
  if (level === null || competency === '') return { ...nothing, notice: null }
  const isAsked = band === 'unsure' || read.tie !== null
  return {
    ...{ activity, read, band, cell: { competency, level }, notice: null },
    asks: isAsked ? cellsToAskAbout(read) : [],
  }
}

/** The two likeliest competencies; the question between them is answered by what each says at its levels. */
const COMPETENCIES = 2

/** Of the likeliest competencies those levels that the framework describes, the likeliest and its neighbours. */
function cellsToAskAbout({ framework, reading }: Translated): Cell[] {
  const { levels } = framework.scale
  const at = levels.findIndex(({ key }) => key === likeliestCell(reading).level)
  const near = levels.filter((_, i) => Math.abs(i - at) <= 1)
  return reading.competencies.slice(0, COMPETENCIES).flatMap(({ key }) => {
    const competency = framework.competencies.find((one) => one.key === key)
    return competency
      ? near
          .filter((level) => indicatorsAt(competency, level.key).length > 0)
          .map((level) => ({ competency: key, level: level.key }))
      : []
  })
}
