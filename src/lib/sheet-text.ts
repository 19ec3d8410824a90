import type { Sheet, SheetBlock } from './sheet.ts'

/** The sheet as plain text, for boxes that take nothing else: headings in a line of their own, lists with hyphens. */
export function sheetText({ title, subtitle, blocks, footer }: Sheet): string {
  const parts = [
    title,
    ...(subtitle ? [subtitle] : []),
    ...blocks.map(blockText),
    ...(footer ? [footer] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function blockText(block: SheetBlock): string {
  switch (block.kind) {
    case 'heading':
      return block.rank === 1 ? block.text.toUpperCase() : block.text
    case 'paragraph':
      return block.text
    case 'list':
      return block.items.map((item, i) => `${block.numbered ? `${i + 1}.` : '-'} ${item}`).join('\n')
    case 'table':
      return [block.caption, ...block.rows.map((cells) => cellsText(block.head, cells))].join('\n\n')
    case 'lines':
      return [block.label, ...Array.from({ length: block.count }, () => '_'.repeat(40))].join('\n')
  }
}

/** A row as a list of its columns: a table of columns comes apart in a letter. */
function cellsText(head: readonly string[], [first = '', ...rest]: readonly string[]): string {
  return [first, ...rest.map((cell, i) => `  ${head[i + 1] ?? ''}: ${cell}`)].join('\n')
}
