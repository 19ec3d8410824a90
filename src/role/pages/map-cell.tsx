import type { HeatCell } from '#web/heatmap.tsx'
import { stepOf } from '#web/level-tag.tsx'
import { cellInWords, fieldIn, type MapCell, type MapField } from '../map.ts'

/** A cell of the map as it is drawn: one field, or what somebody can with the other two below. */
export function heatCell(cell: MapCell, show: MapField, levels: number): HeatCell {
  const value = fieldIn(cell, show === 'all' ? 'can' : show)
  const says = cellInWords(cell)
  const base = { says, step: null }
  if (value === 'not shared') return { ...base, kind: 'hidden', text: '·', more: needed(cell, show) }
  if (value === 'none') return { ...base, kind: 'none', text: '–' }
  if (value === 'unknown') return { ...base, kind: 'unknown', text: '?', more: others(cell, show) }
  const step = value === 0 ? null : stepOf(value - 1, levels)
  return { ...base, step, kind: 'level', text: String(value), more: others(cell, show) }
}

function others(cell: MapCell, show: MapField) {
  if (show !== 'all' || cell.shared === null) return null
  const { uses } = cell.shared
  return (
    <>
      {uses !== null && `uses ${uses}`}
      {cell.need !== null && (
        <>
          {uses !== null && ' · '}
          <Needed cell={cell} />
        </>
      )}
    </>
  )
}

const needed = (cell: MapCell, show: MapField) =>
  show === 'all' && cell.need !== null ? <Needed cell={cell} /> : null

/** What the role needs; marked where somebody is known to be below it. */
function Needed({ cell: { shared, need } }: { cell: MapCell }) {
  if (need === null) return null
  const can = shared?.can ?? null
  const isBelow = can !== null && can < need.place
  return (
    <span class={isBelow ? 'below' : undefined}>
      needs {need.place}
      {need.must && '*'}
    </span>
  )
}
