/** Anchors of a rating: labelled ranges, and what an answer in each sounds like, taken from the framework's levels. */
import { type Competency, type Framework, indicatorsAt, statementsOf } from '#framework/model.ts'
import type { Anchor, Points } from '../model.ts'

const BANDS = ['Not yet', 'Qualified', 'Well qualified'] as const

/** Where each band begins and ends, from the lowest; with seven points as in Wyoming's interviewing guide. */
const RANGES: Record<Points, readonly (readonly [number, number])[]> = {
  5: [
    [1, 2],
    [3, 4],
    [5, 5],
  ],
  7: [
    [1, 2],
    [3, 5],
    [6, 7],
  ],
  9: [
    [1, 3],
    [4, 6],
    [7, 9],
  ],
}

/** What shows below every level: an answer without a behaviour in it. */
const NOTHING_OF_ONE_S_OWN = [
  'Tells what people should do, not what they did themselves.',
  'Gives no example, or one in which others did the work.',
]

/**
 * The three bands of a rating for a competency that must be there at `entryLevel`: below that level, at it, and beyond it. The
 * words are the framework's statements; below the lowest level they are what is done too little, where the framework says it, and
 * an answer without a behaviour. At the highest level the upper band asks for all of its statements.
 */
export function anchorsFor(
  framework: Framework,
  competency: Competency,
  { entryLevel, points }: { entryLevel: string; points: Points },
): Anchor[] {
  const keys = framework.scale.levels.map(({ key }) => key)
  const place = keys.indexOf(entryLevel)
  const at = (key: string | undefined) =>
    key === undefined ? [] : indicatorsAt(competency, key).map(({ text }) => text)
  const below = place > 0 ? nearest(keys.slice(0, place).reverse(), at) : null
  const beyond = nearest(keys.slice(place + 1), at)
  const words: [string | null, string[]][] = [
    [below?.key ?? null, below?.texts ?? tooLittle(competency)],
    [entryLevel, at(entryLevel)],
    [beyond?.key ?? entryLevel, beyond?.texts ?? all(at(entryLevel))],
  ]
  return RANGES[points].map(([from, to], band) => {
    const [level, texts] = words[band] ?? [null, []]
    return { from, to, label: BANDS[band] ?? '', texts, level }
  })
}

/** The nearest level that says anything. */
function nearest(
  keys: readonly string[],
  at: (key: string) => string[],
): { key: string; texts: string[] } | null {
  const key = keys.find((one) => at(one).length > 0)
  return key === undefined ? null : { key, texts: at(key) }
}

function tooLittle(competency: Competency): string[] {
  const underused = statementsOf(competency, 'underused').map(({ text }) => text)
  return [...underused.slice(0, 3), ...NOTHING_OF_ONE_S_OWN]
}

/** There is no level beyond: whoever shows everything that this one asks for is well qualified. */
function all(texts: readonly string[]): string[] {
  return texts.length < 2 ? [...texts] : [`Shows all of these in one answer: ${texts.join(' ')}`]
}
