import type { ComponentChildren } from 'preact'
import type { Step } from './level-tag.tsx'
import { Scroll } from './table.tsx'

interface MatrixColumn {
  key: string
  head: ComponentChildren
  step: Step
}

interface MatrixRow {
  key: string
  head: ComponentChildren
  /** By column; null is a cell with nothing in it, which is shown as such. */
  cells: (ComponentChildren | null)[]
}

export interface MatrixBlock {
  key: string
  /** Heads the rows that follow; null for rows of no group. */
  title: ComponentChildren | null
  rows: MatrixRow[]
}

interface MatrixProps {
  /** What the rows and columns are, for those who hear the table. */
  caption: string
  /** What stands above the heads of the rows. */
  corner: string
  columns: MatrixColumn[]
  blocks: MatrixBlock[]
}

/** So many rows a page may show whole; more scroll below heads that stay in view. */
const SHORT = 15

/** Things by levels. Each column wears the colour of its level; the cells carry words and numbers. */
export function Matrix({ caption, corner, columns, blocks }: MatrixProps) {
  const gaps = blocks.some((block) =>
    block.rows.some(({ cells }) => columns.some((_, i) => cells[i] == null)),
  )
  return (
    <>
      <Scroll label={caption} long={blocks.reduce((sum, block) => sum + block.rows.length, 0) > SHORT}>
        <table class="matrix">
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{corner}</th>
              {columns.map(({ key, head, step }) => (
                <th key={key} scope="col" data-step={step}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          {blocks.map((block) => (
            <Block key={block.key} block={block} columns={columns} />
          ))}
        </table>
      </Scroll>
      <p class="matrix-legend soft small">
        {gaps && 'Hatched: nothing is described here. '}
        <span class="scroll-hint">Scroll sideways for all levels.</span>
      </p>
    </>
  )
}

function Block({ block, columns }: { block: MatrixBlock; columns: MatrixColumn[] }) {
  return (
    <tbody>
      {block.title !== null && (
        <tr class="block">
          <th scope="rowgroup" colSpan={columns.length + 1}>
            <span>{block.title}</span>
          </th>
        </tr>
      )}
      {block.rows.map((row) => (
        <tr key={row.key}>
          <th scope="row">{row.head}</th>
          {columns.map(({ key }, i) => (
            <Cell key={key}>{row.cells[i] ?? null}</Cell>
          ))}
        </tr>
      ))}
    </tbody>
  )
}

function Cell({ children }: { children: ComponentChildren | null }) {
  if (children !== null) return <td>{children}</td>
  return (
    <td class="none">
      <span class="unseen">none</span>
    </td>
  )
}
