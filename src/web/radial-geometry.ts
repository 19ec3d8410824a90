/** Where everything of a radial picture stands; numbers in, numbers out. x goes right, y goes down, the first axis points up. */

export interface Point {
  x: number
  y: number
}

/** A label beside the end of its axis: lines of text, and the box around them. */
export interface PlacedLabel {
  lines: string[]
  /** Of the text: where it is anchored, and its first line's baseline. */
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  box: { left: number; right: number; top: number; bottom: number }
}

export const WIDTH = 400
const RADIUS = 104
/** "No level reached" is a ring of its own, so that it is not the same point on every axis. */
const CORE = 16
const GAP = 9
export const LINE = 13
/** A generous width of a letter, since the family is the reader's own. */
const LETTER = 6.6
const EDGE = 2

const LONGEST = { side: 13, middle: 30 }
/** More lines where there is room for them. */
const mostLines = (axes: number) => (axes <= 10 ? 4 : 3)

export interface Radial {
  height: number
  centre: Point
  /** How far from the centre the level of a place stands; place 0 is the core. */
  distanceOf(place: number): number
  /** The point on an axis at a place. */
  at(axis: number, place: number): Point
  /** The end of an axis. */
  end(axis: number): Point
  /** The wedge around an axis, from the core to the outermost ring, as the d of a path. */
  wedge(axis: number): string
  labels: PlacedLabel[]
}

/** Lays out the axes of these names over so many levels. Three axes at least; labels never touch for up to sixteen. */
export function radialOf(names: readonly string[], levels: number): Radial {
  const angleOf = (axis: number) => (axis / names.length) * 2 * Math.PI
  const labels = placeLabels(names, angleOf)
  const top = Math.min(-RADIUS, ...labels.map(({ box }) => box.top)) - EDGE
  const bottom = Math.max(RADIUS, ...labels.map(({ box }) => box.bottom)) + EDGE
  const centre = { x: WIDTH / 2, y: -top }
  const distanceOf = (place: number) => CORE + (place / Math.max(1, levels)) * (RADIUS - CORE)
  const polar = (angle: number, distance: number): Point => ({
    x: centre.x + distance * Math.sin(angle),
    y: centre.y - distance * Math.cos(angle),
  })
  return {
    height: bottom - top,
    centre,
    distanceOf,
    at: (axis, place) => polar(angleOf(axis), distanceOf(place)),
    end: (axis) => polar(angleOf(axis), RADIUS),
    wedge: (axis) => {
      const half = Math.PI / names.length
      const [from, to] = [angleOf(axis) - half, angleOf(axis) + half]
      const [a, b, c, d] = [polar(from, CORE), polar(from, RADIUS), polar(to, RADIUS), polar(to, CORE)].map(
        said,
      )
      const big = half > Math.PI / 2 ? 1 : 0
      return `M${a}L${b}A${RADIUS},${RADIUS} 0 ${big} 1 ${c}L${d}A${CORE},${CORE} 0 ${big} 0 ${a}Z`
    },
    labels: labels.map((label) => shifted(label, centre)),
  }
}

/** A point as paths and polylines say it. */
export function said({ x, y }: Point): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`
}

/** Around a centre at 0, 0. */
function placeLabels(names: readonly string[], angleOf: (axis: number) => number): PlacedLabel[] {
  const wanted = names.map((name, axis) => ({
    name,
    axis,
    x: Math.sin(angleOf(axis)),
    y: -Math.cos(angleOf(axis)),
  }))
  const isMiddle = ({ x }: { x: number }) => Math.abs(x) < 0.01
  const side = (sign: 1 | -1) => {
    const own = wanted.filter((one) => !isMiddle(one) && one.x * sign > 0).toSorted((a, b) => a.y - b.y)
    return stack(own, sign, mostLines(names.length))
  }
  const sides = [...side(1), ...side(-1)]
  const boxes = sides.map(({ label }) => label.box)
  const middle = wanted.filter(isMiddle).map((one) => middleLabel(one, boxes))
  return [...middle, ...sides].toSorted((a, b) => a.axis - b.axis).map(({ label }) => label)
}

interface Wanted {
  name: string
  axis: number
  /** Of the unit circle. */
  x: number
  y: number
}

interface Labelled {
  axis: number
  label: PlacedLabel
}

/** Above or below the circle, and whatever of the sides reaches so far. */
function middleLabel({ name, axis, y }: Wanted, sides: readonly PlacedLabel['box'][]): Labelled {
  const lines = wrapped(name, LONGEST.middle, 2)
  const at = (top: number) => labelOf(lines, { x: 0, top, anchor: 'middle' })
  const { left, right } = at(0).box
  const beside = sides.filter((box) => box.left < right && box.right > left)
  const tall = lines.length * LINE
  const top =
    y < 0
      ? Math.min(-RADIUS - GAP, ...beside.map((box) => box.top - BETWEEN)) - tall
      : Math.max(RADIUS + GAP, ...beside.map((box) => box.bottom + BETWEEN))
  return { axis, label: at(top) }
}

/** Labels of one side, from the top down: each as near to its axis as the one above leaves room for. */
function stack(own: readonly Wanted[], sign: 1 | -1, lines: number): Labelled[] {
  const all = own.map((one) => ({ ...one, lines: wrapped(one.name, LONGEST.side, lines) }))
  const heights = all.map(({ lines }) => lines.length * LINE)
  const tops = spread(
    all.map(({ y }, i) => y * (RADIUS + GAP) - (heights[i] ?? 0) / 2),
    heights,
  )
  return all.map(({ axis, lines }, i) => {
    const top = tops[i] ?? 0
    const x = sign * (halfWidthAt(top, heights[i] ?? 0) + GAP)
    return { axis, label: labelOf(lines, { x, top, anchor: sign > 0 ? 'start' : 'end' }) }
  })
}

const BETWEEN = 3

/** Moves boxes apart, and all of them as little as it takes: overlapping ones become a group around their middle. */
function spread(tops: readonly number[], heights: readonly number[]): number[] {
  const groups: { top: number; members: number[] }[] = []
  const tallOf = (members: readonly number[]) =>
    members.reduce((sum, one) => sum + (heights[one] ?? 0) + BETWEEN, 0)
  const offsetsOf = (members: readonly number[]) => members.map((_, i) => tallOf(members.slice(0, i)))
  /** The top at which the members are on average where they want to be. */
  const bestTop = (members: readonly number[]) => {
    const offsets = offsetsOf(members)
    return members.reduce((sum, one, i) => sum + (tops[one] ?? 0) - (offsets[i] ?? 0), 0) / members.length
  }
  for (const i of tops.keys()) {
    let group = { top: bestTop([i]), members: [i] }
    for (
      let above = groups.at(-1);
      above && above.top + tallOf(above.members) > group.top;
      above = groups.at(-1)
    ) {
      groups.pop()
      const members = [...above.members, ...group.members]
      group = { top: bestTop(members), members }
    }
    groups.push(group)
  }
  return groups.flatMap(({ top, members }) => offsetsOf(members).map((offset) => top + offset))
}

/** How far the circle reaches to the side over the height of a box. */
function halfWidthAt(top: number, height: number): number {
  const nearest = top <= 0 && top + height >= 0 ? 0 : Math.min(Math.abs(top), Math.abs(top + height))
  return nearest >= RADIUS ? 0 : Math.sqrt(RADIUS ** 2 - nearest ** 2)
}

function labelOf(
  lines: string[],
  { x, top, anchor }: { x: number; top: number; anchor: PlacedLabel['anchor'] },
) {
  const wide = Math.max(...lines.map((line) => line.length)) * LETTER
  const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2
  const box = { left, right: left + wide, top, bottom: top + lines.length * LINE }
  return { lines, x, y: top + LINE * 0.78, anchor, box }
}

function shifted({ box, ...label }: PlacedLabel, { x, y }: Point): PlacedLabel {
  const moved = { left: box.left + x, right: box.right + x, top: box.top + y, bottom: box.bottom + y }
  return { ...label, x: label.x + x, y: label.y + y, box: moved }
}

/**
 * The words in lines of at most so many letters. Lines break at blanks and after strokes; a longer word is broken with a
 * hyphen, and what has no room ends with "…".
 */
export function wrapped(text: string, longest: number, most: number): string[] {
  const lines: { text: string; isOpen: boolean }[] = []
  for (const { glue, piece, isOpen } of piecesOf(text, longest)) {
    const last = lines.at(-1)
    const joined = `${last?.text ?? ''}${glue}${piece}`
    if (last?.isOpen && joined.length <= longest) lines[lines.length - 1] = { text: joined, isOpen }
    else lines.push({ text: piece, isOpen })
  }
  const plain = lines.map((line) => line.text)
  if (plain.length <= most) return plain.length > 0 ? plain : ['']
  const kept = plain.slice(0, most)
  return kept.with(-1, `${(kept.at(-1) ?? '').slice(0, longest - 1)}…`)
}

interface Piece {
  /** What stands before it where it shares a line with the piece before. */
  glue: '' | ' '
  piece: string
  /** Whether more may follow in the same line; not after a hyphen of ours. */
  isOpen: boolean
}

function piecesOf(text: string, longest: number): Piece[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) =>
      word.split(/(?<=\/)/).map((part, i) => ({ glue: i > 0 ? ('' as const) : (' ' as const), part })),
    )
    .flatMap(({ glue, part }) => {
      const parts = broken(part, longest)
      return parts.map(
        (piece, i): Piece => ({ glue: i > 0 ? '' : glue, piece, isOpen: i === parts.length - 1 }),
      )
    })
}

/** A word that is too long, in parts with a hyphen. */
function broken(word: string, longest: number): string[] {
  if (word.length <= longest) return [word]
  return [`${word.slice(0, longest - 1)}-`, ...broken(word.slice(longest - 1), longest)]
}
