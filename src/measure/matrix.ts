/** Ratings as a table: what the agreement methods take. */
import { Invalid } from '#errors.ts'

/** Ratings of targets (rows) by raters (columns), row after row; NaN is a rating that is missing. */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly values: Float64Array
}

/** A matrix, or plain rows of one length in which null (or NaN) is a rating that is missing. */
export type Ratings = Matrix | readonly (readonly (number | null)[])[]

const MOST_CELLS = 20_000_000

/**
 * The ratings as a checked matrix; a matrix is given back as it is, not copied.
 * @throws Invalid when there are none, when rows differ in length, when a rating is infinite, and over twenty million cells.
 */
export function matrixFrom(ratings: Ratings): Matrix {
  const matrix = 'rows' in ratings ? ratings : fromRows(ratings)
  checkShape(matrix)
  const { values } = matrix
  for (let i = 0; i < values.length; i++) {
    const x = values[i] ?? 0
    if (x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY)
      throw new Invalid(
        `The rating in row ${Math.floor(i / matrix.columns) + 1} is infinite. Leave it out or correct it.`,
      )
  }
  return matrix
}

function fromRows(rows: readonly (readonly (number | null)[])[]): Matrix {
  const columns = rows[0]?.length ?? 0
  checkSize(rows.length, columns)
  const values = new Float64Array(rows.length * columns)
  rows.forEach((row, i) => {
    if (row.length !== columns)
      throw new Invalid(
        `Row ${i + 1} has ${row.length} ratings and the first row has ${columns}. Give every row the same number, with null where a rating is missing.`,
      )
    for (let j = 0; j < columns; j++) values[i * columns + j] = row[j] ?? Number.NaN
  })
  return { rows: rows.length, columns, values }
}

function checkShape({ rows, columns, values }: Matrix) {
  const whole = Number.isInteger(rows) && Number.isInteger(columns)
  if (whole) checkSize(rows, columns)
  if (!whole || values.length !== rows * columns)
    throw new Invalid(
      `The table says ${rows} rows and ${columns} columns but holds ${values.length} values. Make the three agree.`,
    )
}

function checkSize(rows: number, columns: number) {
  if (rows < 1 || columns < 1)
    throw new Invalid('There are no ratings. Give at least one target rated by at least one rater.')
  if (rows * columns > MOST_CELLS)
    throw new Invalid(
      `${rows} × ${columns} ratings are more than the ${MOST_CELLS.toLocaleString('en-GB')} that fit at once. Split the data, or draw a sample of targets.`,
    )
}
