import type { ComponentChildren } from 'preact'
import type { Step } from './level-tag.tsx'
import { Scroll } from './table.tsx'

export interface HeatCell {
  /** The colour of its level; null for all that is not one. */
  step: Step | null
  /** `unknown` is hatched, `hidden` is shaded, `none` is plain: none of them looks like a level. */
  kind: 'level' | 'unknown' | 'hidden' | 'none'
  /** What stands in the cell: a number or a short word. */
  text: string
  /** Further words below it. */
  more?: ComponentChildren
  /** The whole in words, for hovering and for those who hear the table. */
  says: string
}

interface HeatmapProps {
  caption: string
  /** What stands above the heads of the rows. */
  corner: string
  columns: { key: string; head: ComponentChildren; note?: ComponentChildren }[]
  rows: { key: string; head: ComponentChildren; cells: HeatCell[] }[]
}

/** So many rows a page may show whole; more scroll below heads that stay in view. */
const SHORT = 12

/** Things by things, each cell a level as word and colour. Head and first column stay in view. */
export function Heatmap({ caption, corner, columns, rows }: HeatmapProps) {
  return (
    <Scroll label={caption} long={rows.length > SHORT}>
      <table class="matrix heatmap">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map(({ key, head, note }) => (
              <th key={key} scope="col">
                {head}
                {note && <span class="column-note">{note}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, head, cells }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              {cells.map((cell, i) => (
                <Cell key={columns[i]?.key} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Cell({ cell: { step, kind, text, more, says } }: { cell: HeatCell }) {
  return (
    <td class={kind} data-step={step ?? undefined} title={says}>
      <span aria-hidden="true">
        <b>{text}</b>
        {more && <span class="more">{more}</span>}
      </span>
      <span class="unseen">{says}</span>
    </td>
  )
}
