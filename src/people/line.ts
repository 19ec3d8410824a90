/** Reporting lines: who reports to whom, and from when until when. Nobody may come to report to themselves. */
import { isCurrent, type Span } from './day.ts'

/** In one of their posts, a person reports to another. */
export interface Line extends Span {
  personId: string
  managerId: string
  /** The post that says so, where it is stored. */
  postId?: string
}

/** Everybody below a manager on a day, nearest first, and how far below; each once. */
export function below(lines: Line[], managerId: string, day: string): Map<string, number> {
  const reports = Map.groupBy(
    lines.filter((line) => isCurrent(line, day)),
    (line) => line.managerId,
  )
  const found = new Map<string, number>()
  let level = [managerId]
  for (let depth = 1; level.length > 0; depth++) {
    const next = level.flatMap((id) => reports.get(id) ?? []).map((line) => line.personId)
    level = [...new Set(next)].filter((id) => id !== managerId && !found.has(id))
    for (const id of level) found.set(id, depth)
  }
  return found
}

/** Before every day that can be stored. */
const LONG_AGO = '0000-01-01'

/**
 * Circles in which each reports to the next, and the last to the first, on one and the same day: the people of each, from
 * the one with the smallest id; none twice. A circle that comes about at all is there on the day its last line begins, so
 * only such days are looked at, and only lines between people who are above and below each other at some time.
 */
export function circles(lines: Line[]): string[][] {
  const knot = knotted(lines)
  const days = new Set(knot.map(({ startsOn }) => startsOn ?? LONG_AGO))
  const found = new Map<string, string[]>()
  for (const day of days) {
    const current = knotted(knot.filter((line) => isCurrent(line, day)))
    for (const circle of walkAround(current)) found.set(circle.join(' '), circle)
  }
  return [...found.values()]
}

/** What is left when the lines of people to whom nobody reports, and of those who report to nobody, are taken away again and again. */
function knotted(lines: Line[]): Line[] {
  const withReports = peel(lines, 'personId', 'managerId')
  return peel(withReports, 'managerId', 'personId')
}

type End = 'personId' | 'managerId'

/** Takes away the lines that begin (at `from`) with somebody at whom none ends (at `to`), until none is left that does. */
function peel(lines: Line[], from: End, to: End): Line[] {
  const starting = Map.groupBy(lines, (line) => line[from])
  const ending = new Map<string, number>()
  for (const line of lines) ending.set(line[to], (ending.get(line[to]) ?? 0) + 1)
  const loose = [...starting.keys()].filter((id) => !ending.has(id))
  const gone = new Set<Line>()
  for (let id = loose.pop(); id !== undefined; id = loose.pop()) {
    for (const line of starting.get(id) ?? []) {
      gone.add(line)
      const left = (ending.get(line[to]) ?? 0) - 1
      ending.set(line[to], left)
      if (left === 0) loose.push(line[to])
    }
  }
  return gone.size === 0 ? lines : lines.filter((line) => !gone.has(line))
}

/** One circle for each person from whom the first line upwards leads into one; everybody here has a manager here. */
function walkAround(lines: Line[]): string[][] {
  const up = new Map(lines.map((line) => [line.personId, line.managerId]))
  const told = new Set<string>()
  const found: string[][] = []
  for (const start of up.keys()) {
    const trail = new Set<string>()
    let at = start
    for (; !trail.has(at) && !told.has(at); at = up.get(at) ?? at) trail.add(at)
    if (trail.has(at)) found.push(fromSmallest([...trail].slice([...trail].indexOf(at))))
    for (const id of trail) told.add(id)
  }
  return found
}

function fromSmallest(circle: string[]): string[] {
  const first = circle.indexOf(circle.toSorted()[0] ?? '')
  return [...circle.slice(first), ...circle.slice(0, first)]
}
