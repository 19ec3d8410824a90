/**
 * A sheet: a short document that people print, send or open in their word processor. Slices make sheets from what they know;
 * `web/sheet.tsx` shows one as a page, `documents/docx.ts` makes the file, `sheetMarkdown` the plain text.
 */

export type SheetBlock =
  | { kind: 'heading'; rank: 1 | 2; text: string }
  /** `soft`: said beside the thing itself, such as where it comes from. */
  | { kind: 'paragraph'; text: string; soft?: boolean }
  | { kind: 'list'; items: readonly string[]; numbered?: boolean }
  /** The first column names the row. A cell may have several lines. */
  | { kind: 'table'; caption: string; head: readonly string[]; rows: readonly (readonly string[])[] }
  /** Room to write by hand: so many lines. */
  | { kind: 'lines'; label: string; count: number }

export interface Sheet {
  title: string
  /** One line below the title, such as whose it is and when it was made. */
  subtitle?: string
  blocks: readonly SheetBlock[]
  /** At the foot of each page, such as the source and licence of the words. */
  footer?: string
}

/** The sheet as Markdown (CommonMark with tables). What would be read as markup is escaped. */
export function sheetMarkdown({ title, subtitle, blocks, footer }: Sheet): string {
  const parts = [
    `# ${escaped(title)}`,
    ...(subtitle ? [escaped(subtitle)] : []),
    ...blocks.map(blockMarkdown),
    ...(footer ? ['---', escaped(footer)] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function blockMarkdown(block: SheetBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.rank + 1)} ${escaped(block.text)}`
    case 'paragraph':
      return escaped(block.text)
    case 'list':
      return block.items.map((item, i) => `${block.numbered ? `${i + 1}.` : '-'} ${escaped(item)}`).join('\n')
    case 'table':
      return [block.head, block.head.map(() => '---'), ...block.rows].map(row).join('\n')
    case 'lines':
      return [escaped(block.label), ...Array.from({ length: block.count }, () => '\\_'.repeat(40))].join(
        '\n\n',
      )
  }
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => (cell === '---' ? cell : escaped(cell).replaceAll('|', '\\|'))).join(' | ')} |`
}

/** A line of its own, without the signs that Markdown would take for its own. */
function escaped(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line
    .replaceAll(/[\\`*_[\]<>~]|&(?=#?\w+;)/g, '\\$&')
    .replace(/^-+$/, '\\$&')
    .replace(/^(#{1,6}|[-+])(?=\s)/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2')
}
