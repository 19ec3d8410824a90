import type { Sheet, SheetBlock } from '#lib/sheet.ts'
import { Table } from './table.tsx'

/** A sheet as it stands on a page below its title (h1), and on paper. */
export function SheetView({ sheet }: { sheet: Sheet }) {
  return (
    <article class="paper">
      <header>
        <h2>{sheet.title}</h2>
        {sheet.subtitle && <p class="soft">{sheet.subtitle}</p>}
      </header>
      {sheet.blocks.map((block) => (
        <Block block={block} />
      ))}
      {sheet.footer && <footer class="soft">{sheet.footer}</footer>}
    </article>
  )
}

function Block({ block }: { block: SheetBlock }) {
  switch (block.kind) {
    case 'heading':
      return block.rank === 1 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>
    case 'paragraph':
      return <p class={block.soft ? 'soft' : undefined}>{block.text}</p>
    case 'list': {
      const items = block.items.map((item) => <li>{item}</li>)
      return block.numbered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'table':
      return (
        <Table
          caption={block.caption}
          heads={[...block.head]}
          rows={block.rows.map((cells, i) => ({ key: String(i), cells: [...cells] }))}
        />
      )
    case 'lines':
      return (
        <div class="ruled">
          <p>{block.label}</p>
          {Array.from({ length: block.count }, () => (
            <hr />
          ))}
        </div>
      )
  }
}
