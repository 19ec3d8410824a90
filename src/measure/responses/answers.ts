/** Answers as calibration takes them: counted, and persons who answered the same items brought together. */
import { Invalid } from '#errors.ts'
import { matrixFrom, type Ratings } from '../matrix.ts'

/** Everybody who answered the same items: for partial credit their total is all that matters. */
export interface Group {
  /** Which items, in order. */
  readonly items: readonly number[]
  /** How many persons have each total, counted over these items from 0. */
  readonly totals: Float64Array
}

export interface Counts {
  readonly persons: number
  readonly items: number
  /** How often each answer to each item was given; row by item, as wide as the highest answer of that item + 1. */
  readonly used: readonly Float64Array[]
  readonly groups: readonly Group[]
}

const MOST_ANSWERS = 21

/**
 * Counts answers: persons in rows, items in columns, whole numbers from 0; null or NaN where there is none. Persons without
 * any answer are left out.
 * @throws Invalid for other numbers, more than 21 answers to an item, and items to which all gave the same answer
 */
export function countAnswers(answers: Ratings): Counts {
  const { rows, columns, values } = matrixFrom(answers)
  const highest = highestOf(values, columns)
  const used = highest.map((most) => new Float64Array(most + 1))
  const groups = new Map<string, { items: number[]; totals: Float64Array }>()
  let persons = 0
  for (let p = 0; p < rows; p++) {
    const person = values.subarray(p * columns, (p + 1) * columns)
    const given = [...person.keys()].filter((i) => !Number.isNaN(person[i]))
    if (given.length === 0) continue
    persons++
    let total = 0
    for (const i of given) {
      const answer = person[i] as number
      total += answer
      const row = used[i]
      if (row) row[answer] = (row[answer] as number) + 1
    }
    const group = groups.get(given.join()) ?? {
      items: given,
      totals: new Float64Array(mostOf(given, highest) + 1),
    }
    group.totals[total] = (group.totals[total] as number) + 1
    groups.set(given.join(), group)
  }
  used.forEach(checkVaried)
  return { persons, items: columns, used, groups: [...groups.values()] }
}

const mostOf = (items: readonly number[], highest: readonly number[]) =>
  items.reduce((sum, i) => sum + (highest[i] ?? 0), 0)

function highestOf(values: Float64Array, columns: number): number[] {
  const highest = new Array<number>(columns).fill(0)
  values.forEach((answer, at) => {
    if (Number.isNaN(answer)) return
    const column = at % columns
    if (!Number.isInteger(answer) || answer < 0 || answer >= MOST_ANSWERS)
      throw new Invalid(
        `Person ${Math.floor(at / columns) + 1} has ${answer} for item ${column + 1}. Answers are whole numbers from 0 to ${MOST_ANSWERS - 1}; give null where one is missing.`,
      )
    highest[column] = Math.max(highest[column] ?? 0, answer)
  })
  return highest
}

function checkVaried(used: Float64Array, item: number) {
  if (used.filter((count) => count > 0).length < 2)
    throw new Invalid(`All answers to item ${item + 1} are the same, or there are none. Leave the item out.`)
}
