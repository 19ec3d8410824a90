/**
 * Repeatable random numbers. Nothing in this slice draws by itself: a method that needs chance takes a generator, so that
 * the same seed gives the same result on every machine.
 */

/**
 * Uniform numbers in [0, 1) with 53 random bits, by xoshiro128++ (Blackman and Vigna 2021, ACM Transactions on Mathematical
 * Software 47:36), its state filled by a Weyl sequence with a mixing step. Any number is a seed; its 64 bits all count.
 */
export function seededRandom(seed: number): () => number {
  let { a, b, c, d } = stateFrom(seed)
  const word = () => {
    const result = rotate((a + d) | 0, 7) + a
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return result >>> 0
  }
  return () => {
    const high = word() >>> 5
    return (high * 2 ** 26 + (word() >>> 6)) / 2 ** 53
  }
}

/** Normal numbers with mean 0 and standard deviation 1, by Marsaglia's polar method: they come in pairs, one is kept. */
export function normalFrom(random: () => number): () => number {
  let kept: number | null = null
  return () => {
    if (kept !== null) {
      const second = kept
      kept = null
      return second
    }
    for (;;) {
      const x = 2 * random() - 1
      const y = 2 * random() - 1
      const square = x * x + y * y
      if (square === 0 || square >= 1) continue
      const scale = Math.sqrt((-2 * Math.log(square)) / square)
      kept = y * scale
      return x * scale
    }
  }
}

const rotate = (x: number, by: number) => (x << by) | (x >>> (32 - by))

/** Four words that differ in about half of their bits for neighbouring seeds. */
function stateFrom(seed: number): { a: number; b: number; c: number; d: number } {
  const [low = 0, high = 0] = new Uint32Array(new Float64Array([seed]).buffer)
  let weyl = low ^ Math.imul(high, 0x85ebca6b)
  const mixed = () => {
    weyl = (weyl + 0x9e3779b9) | 0
    let word = weyl ^ (weyl >>> 16)
    word = Math.imul(word, 0x21f0aaad)
    word ^= word >>> 15
    word = Math.imul(word, 0x735a2d97)
    return word ^ (word >>> 15)
  }
  return { a: mixed(), b: mixed(), c: mixed(), d: mixed() }
}
