import type { ComponentChildren } from 'preact'

interface ScrollProps {
  /** What scrolls, for those who hear the page. */
  label: string
  /** So many rows that they scroll up and down too. */
  long?: boolean
  children: ComponentChildren
}

/** A wide thing that scrolls inside its own frame, by touch and by keyboard, so that the page never does. */
export function Scroll({ label, long = false, children }: ScrollProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section with a heading of its own would add a heading to the page
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div class={long ? 'scroll long' : 'scroll'} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}

interface TableProps {
  /** What the table shows; read out, and seen as its title. */
  caption: string
  /** The first column heads the rows. */
  heads: ComponentChildren[]
  rows: { key: string; cells: ComponentChildren[] }[]
  /** On a narrow screen each row is a block of its own, every cell below its head: for rows that hold sentences. */
  stacks?: boolean
}

/** A plain table whose head and first column stay in view. */
export function Table({ caption, heads, rows, stacks = false }: TableProps) {
  return (
    <Scroll label={caption}>
      {/* The roles say what it is where the style sheet makes blocks of the rows. */}
      <table class={stacks ? 'table stacks' : 'table'} {...(stacks && { role: 'table' })}>
        <caption>{caption}</caption>
        <thead {...(stacks && { role: 'rowgroup' })}>
          <tr {...(stacks && { role: 'row' })}>
            {heads.map((head, i) => (
              <th key={i} scope="col" {...(stacks && { role: 'columnheader' })}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...(stacks && { role: 'rowgroup' })}>
          {rows.map(({ key, cells: [head, ...cells] }) => (
            <tr key={key} {...(stacks && { role: 'row' })}>
              <th scope="row" {...(stacks && { role: 'rowheader' })}>
                {head}
              </th>
              {cells.map((cell, i) => (
                <td key={i} {...(stacks && { role: 'cell' })}>
                  {stacks && (
                    <span class="head-of" aria-hidden="true">
                      {heads[i + 1]}
                    </span>
                  )}
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
