import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Sheet, sheetMarkdown } from './sheet.ts'

const SHEET: Sheet = {
  title: 'Customer Adviser',
  subtitle: 'Marlbrook Water',
  blocks: [
    { kind: 'heading', rank: 1, text: 'What you will do' },
    { kind: 'list', items: ['Answers calls', 'Keeps # of callers | low'] },
    { kind: 'list', items: ['First', 'Second'], numbered: true },
    { kind: 'paragraph', text: '1. is no list here, *nor* <b>bold</b>' },
    { kind: 'paragraph', text: '~~~ no code, ~nor~ gone: &lt; R&D' },
    { kind: 'paragraph', text: '---' },
    { kind: 'table', caption: 'Levels', head: ['What', 'Level'], rows: [['A | B', '3']] },
    { kind: 'lines', label: 'Notes', count: 2 },
  ],
  footer: 'Words: CC BY 4.0',
}

test('a sheet is written as Markdown, and what looks like markup stays what was typed', () => {
  assert.equal(
    sheetMarkdown(SHEET),
    [
      '# Customer Adviser',
      'Marlbrook Water',
      '## What you will do',
      '- Answers calls\n- Keeps # of callers | low',
      '1. First\n2. Second',
      '1\\. is no list here, \\*nor\\* \\<b\\>bold\\</b\\>',
      '\\~\\~\\~ no code, \\~nor\\~ gone: \\&lt; R&D',
      '\\---',
      '| What | Level |\n| --- | --- |\n| A \\| B | 3 |',
      `Notes\n\n${'\\_'.repeat(40)}\n\n${'\\_'.repeat(40)}`,
      '---',
      'Words: CC BY 4.0\n',
    ].join('\n\n'),
  )
})
