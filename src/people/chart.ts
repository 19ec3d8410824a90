/** Who reports to whom as a picture: as much of the tree as fits, the rest as counts. */
import { isCurrent } from './day.ts'
import type { Line } from './line.ts'

/** Somebody with those who report to them. */
export interface ChartNode {
  id: string
  /** Direct reports, whether they are shown or not. */
  direct: number
  /** Everybody below, at any depth, each once. */
  below: number
  /** Empty where there is no room to show them. */
  reports: ChartNode[]
}

/** So many people are shown at most, unless one manager alone has more direct reports. */
const ROOM = 120

/** From the people on top, or from one person, on a day. Nearer people are shown before those further down. */
export function chartOf(lines: Line[], { from, on }: { from: string | null; on: string }): ChartNode[] {
  const current = lines.filter((line) => isCurrent(line, on))
  const reports = new Map(
    [...Map.groupBy(current, ({ managerId }) => managerId)].map(([id, all]) => [
      id,
      [...new Set(all.map(({ personId }) => personId))],
    ]),
  )
  const top = from === null ? onTop(current, reports) : [from]
  const nodes = top.map((id) => nodeOf(id, reports))
  expand(nodes, reports)
  return nodes
}

/** Managers who report to nobody, those with the most people first. */
function onTop(lines: Line[], reports: Map<string, string[]>): string[] {
  const managed = new Set(lines.map(({ personId }) => personId))
  const size = (id: string) => reports.get(id)?.length ?? 0
  return [...reports.keys()].filter((id) => !managed.has(id)).toSorted((a, b) => size(b) - size(a))
}

function nodeOf(id: string, reports: Map<string, string[]>): ChartNode {
  return { id, direct: reports.get(id)?.length ?? 0, below: countBelow(id, reports), reports: [] }
}

function countBelow(id: string, reports: Map<string, string[]>): number {
  const found = new Set<string>()
  const waiting = [...(reports.get(id) ?? [])]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next) || next === id) continue
    found.add(next)
    for (const one of reports.get(next) ?? []) waiting.push(one)
  }
  return found.size
}

/** Level by level, each manager's reports together or not at all. */
function expand(top: ChartNode[], reports: Map<string, string[]>): void {
  let room = ROOM - top.length
  let level = top
  for (let isFirst = true; level.length > 0; isFirst = false) {
    const next: ChartNode[] = []
    for (const node of level) {
      const ids = reports.get(node.id) ?? []
      if (ids.length > room && !(isFirst && level.length === 1)) continue
      room -= ids.length
      node.reports = ids.map((id) => nodeOf(id, reports))
      next.push(...node.reports)
    }
    level = next
  }
}

/** Everybody who is shown, once each. */
export function shownIn(nodes: ChartNode[]): string[] {
  return [...new Set(nodes.flatMap((node) => [node.id, ...shownIn(node.reports)]))]
}
