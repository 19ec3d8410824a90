/** How likely a slip of the pen or of the keyboard is: what was typed against what may have been meant. */

/** Rows of the keyboard; each key lies beside those of the next row at its own place and the one before. */
const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

const BESIDE = new Map<string, string>()
KEYS.forEach((keys, row) => {
  ;[...keys].forEach((key, place) => {
    const around = [
      ...[keys[place - 1], keys[place + 1]],
      ...[KEYS[row - 1]?.[place], KEYS[row - 1]?.[place + 1]],
      ...[KEYS[row + 1]?.[place - 1], KEYS[row + 1]?.[place]],
    ]
    BESIDE.set(key, around.filter((other) => other !== undefined).join(''))
  })
})

/** Letters that stand for the same sound often enough to be taken for each other. */
const SOUNDS = ['aeiouy', 'ckqs', 'szx', 'fv', 'gj', 'iy']

/** Letters swapped or left out are the commonest slips, strange ones put in the rarest (Kernighan, Church & Gale 1990). */
const SWAPPED = 0.8
const LEFT_OUT = 0.9
const DOUBLING = 0.7
const APOSTROPHE = 0.3
const NEAR_KEY = 1
const FAR_KEY = 1.6
const NEAR_EXTRA = 1.3
const FAR_EXTRA = 1.6
const OTHER_START = 0.6

/** What it costs to have typed `wrote` for `meant`, both in lower case: 0 for the same, about 1 for a common slip. */
export function slipCost(wrote: string, meant: string): number {
  const rows = Array.from({ length: wrote.length + 1 }, () => new Float64Array(meant.length + 1))
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 0; i <= wrote.length; i++)
    for (let j = 0; j <= meant.length; j++) {
      if (i + j === 0) continue
      const row = rows[i] as Float64Array
      row[j] = Math.min(
        at(i - 1, j) + extra(wrote, i - 1),
        at(i, j - 1) + leftOut(meant, j - 1),
        at(i - 1, j - 1) + taken(wrote[i - 1], meant[j - 1]),
        isSwapped(wrote, i, meant, j) ? at(i - 2, j - 2) + SWAPPED : Number.POSITIVE_INFINITY,
      )
    }
  const start = wrote[0] === meant[0] || wrote[0] === meant[1] ? 0 : OTHER_START
  return at(wrote.length, meant.length) + start
}

function isSwapped(wrote: string, i: number, meant: string, j: number): boolean {
  return i > 1 && j > 1 && wrote[i - 1] === meant[j - 2] && wrote[i - 2] === meant[j - 1]
}

function taken(wrote: string | undefined, meant: string | undefined): number {
  if (wrote === undefined || meant === undefined) return Number.POSITIVE_INFINITY
  if (wrote === meant) return 0
  const sounds = SOUNDS.some((letters) => letters.includes(wrote) && letters.includes(meant))
  return sounds || BESIDE.get(wrote)?.includes(meant) ? NEAR_KEY : FAR_KEY
}

function leftOut(meant: string, place: number): number {
  if (meant[place] === "'") return APOSTROPHE
  return meant[place] === meant[place - 1] || meant[place] === meant[place + 1] ? DOUBLING : LEFT_OUT
}

function extra(wrote: string, place: number): number {
  const [before, letter, after] = [wrote[place - 1], wrote[place], wrote[place + 1]]
  if (letter === "'") return APOSTROPHE
  if (letter === before || letter === after || `${letter}${after}` === 'ck') return DOUBLING
  const beside = BESIDE.get(letter ?? '') ?? ''
  const isNear = [before, after].some((other) => other !== undefined && beside.includes(other))
  return isNear ? NEAR_EXTRA : FAR_EXTRA
}
