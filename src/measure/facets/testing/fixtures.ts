/** The fixture ratings of the many-facet model, as its functions take them. */
import { readNumbers, severityNumbers } from '../../fixtures/expected.ts'
import type { FacetRatings } from '../ratings.ts'

/** Persons, raters, items and categories of the files count from 1. */
export function ratingsOf(file: 'mfrm60.csv' | 'mfrm60_disconnected.csv'): FacetRatings {
  const rows = readNumbers(file)
  const column = (k: number) => Int32Array.from(rows, (row) => (row[k] ?? 0) - 1)
  const [person, rater, item] = [column(0), column(1), column(2)]
  const score = Uint8Array.from(rows, (row) => (row[3] ?? 0) - 1)
  return { persons: 60, raters: 6, items: 4, categories: 5, person, rater, item, score }
}

/** 7 ratees × 3 judges × 5 traits on nine categories. */
export function creativityRatings(): FacetRatings {
  const cells = severityNumbers.mfrmCreativity.data_by_judge.flatMap((judge, rater) =>
    judge.flatMap((row, person) => row.map((score, item) => ({ person, rater, item, score: score - 1 }))),
  )
  const column = (name: 'person' | 'rater' | 'item') => Int32Array.from(cells, (cell) => cell[name])
  return {
    persons: 7,
    raters: 3,
    items: 5,
    categories: 9,
    person: column('person'),
    rater: column('rater'),
    item: column('item'),
    score: Uint8Array.from(cells, (cell) => cell.score),
  }
}
