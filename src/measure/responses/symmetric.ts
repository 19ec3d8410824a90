/**
 * The sums behind conditional estimation: over all ways in which some items can add up to a total, the product of the answers'
 * weights (elementary symmetric functions, for items with several answers). A list of sums is a polynomial, entry r for total r.
 */

/** The product of two such lists: sums over both sets of items together. */
export function times(a: Float64Array, b: Float64Array): Float64Array {
  const product = new Float64Array(a.length + b.length - 1)
  for (let i = 0; i < a.length; i++) {
    const weight = a[i] as number
    if (weight === 0) continue
    for (let j = 0; j < b.length; j++) product[i + j] = (product[i + j] as number) + weight * (b[j] as number)
  }
  return product
}

export interface Sums {
  /** Over all items. */
  readonly all: Float64Array
  /** Before item i: over items 0 to i − 1; after it: over the items from i + 1 on. */
  readonly before: readonly Float64Array[]
  readonly after: readonly Float64Array[]
}

/** Only sums and products of positive numbers: nothing cancels, however many the items. */
export function sumsOver(weights: readonly Float64Array[]): Sums {
  const forwards = runningProducts(weights)
  const backwards = runningProducts(weights.toReversed()).reverse()
  return { all: backwards[0] ?? Float64Array.of(1), before: forwards.slice(0, -1), after: backwards.slice(1) }
}

function runningProducts(weights: readonly Float64Array[]): Float64Array[] {
  let product: Float64Array = Float64Array.of(1)
  return [
    product,
    ...weights.map((weight) => {
      product = times(product, weight)
      return product
    }),
  ]
}
