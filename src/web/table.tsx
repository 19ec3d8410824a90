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
}

/** A plain table whose head and first column stay in view. */
export function Table({ caption, heads, rows }: TableProps) {
  return (
    <Scroll label={caption}>
      <table class="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head, i) => (
              <th key={i} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [head, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              {cells.map((cell, i) => (
                <td key={i}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
