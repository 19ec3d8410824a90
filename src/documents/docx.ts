import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Sheet, SheetBlock } from '#lib/sheet.ts'
import { xmlText } from '#lib/xml.ts'

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The sheet as a word-processor file. Headings, lists and table heads are real ones, so that screen readers find them. */
export async function docxOf(sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  const { title, subtitle, blocks, footer } = writable(sheet)
  const document = new Document({
    title,
    creator: 'Sightline',
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: 'en-GB' } } } } },
    numbering: { config: blocks.flatMap(numberingOf) },
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...(subtitle ? [soft(subtitle)] : []),
          ...blocks.flatMap(blockParts),
        ],
        ...(footer && { footers: { default: new Footer({ children: [soft(footer)] }) } }),
      },
    ],
  })
  return Uint8Array.from(await Packer.toBuffer(document))
}

/** People paste anything. */
function writable(sheet: Sheet): Sheet {
  const plain = (_: string, value: unknown) => (typeof value === 'string' ? xmlText(value) : value)
  return JSON.parse(JSON.stringify(sheet), plain) as Sheet
}

function blockParts(block: SheetBlock, place: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          text: block.text,
          heading: block.rank === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          keepNext: true,
        }),
      ]
    case 'paragraph':
      return [block.soft ? soft(block.text) : new Paragraph({ text: block.text, spacing: { after: 120 } })]
    case 'list':
      return block.items.map((text) => new Paragraph({ text, ...bullet(block.numbered, place) }))
    case 'table':
      return [soft(block.caption), tableOf(block), new Paragraph('')]
    case 'lines':
      return [new Paragraph({ text: block.label, keepNext: true }), ...ruled(block.count)]
  }
}

function bullet(numbered: boolean | undefined, place: number) {
  return numbered ? { numbering: { reference: numbersOf(place), level: 0 } } : { bullet: { level: 0 } }
}

const numbersOf = (place: number) => `numbers-${place}`

/** Each numbered list counts from 1, so each has a numbering of its own. */
function numberingOf(block: SheetBlock, place: number) {
  if (block.kind !== 'list' || !block.numbered) return []
  const indent = { left: 500, hanging: 300 }
  const level = { level: 0, format: LevelFormat.DECIMAL, text: '%1.', style: { paragraph: { indent } } }
  return [{ reference: numbersOf(place), levels: [level] }]
}

function tableOf({ head, rows }: Extract<SheetBlock, { kind: 'table' }>): Table {
  const cells = (texts: readonly string[], bold: boolean) =>
    texts.map(
      (text) =>
        new TableCell({
          children: text
            .split('\n')
            .map((line) => new Paragraph({ children: [new TextRun({ text: line, bold })] })),
          margins: { top: 60, bottom: 60, left: 90, right: 90 },
        }),
    )
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ children: cells(head, true), tableHeader: true }),
      ...rows.map((texts) => new TableRow({ children: cells(texts, false), cantSplit: true })),
    ],
  })
}

function soft(text: string): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text, color: '555555', size: 20 })],
    spacing: { after: 120 },
    alignment: AlignmentType.START,
  })
}

function ruled(count: number): Paragraph[] {
  const border = { bottom: { style: BorderStyle.SINGLE, size: 4, color: '999999' } }
  return Array.from({ length: count }, () => new Paragraph({ text: '', border, spacing: { before: 280 } }))
}
