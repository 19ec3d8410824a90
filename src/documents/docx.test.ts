import assert from 'node:assert/strict'
import { test } from 'node:test'
import mammoth from 'mammoth'
import type { Sheet } from '#lib/sheet.ts'
import { docxOf } from './docx.ts'

const SHEET: Sheet = {
  title: 'Customer Adviser',
  subtitle: 'Marlbrook Water',
  blocks: [
    { kind: 'heading', rank: 1, text: 'What you will do' },
    { kind: 'list', items: ['Answers calls', 'Keeps < 5 waiting & content'] },
    { kind: 'heading', rank: 2, text: 'In this order' },
    { kind: 'list', items: ['Greets', 'Listens'], numbered: true },
    { kind: 'list', items: ['Counts anew'], numbered: true },
    { kind: 'table', caption: 'Levels', head: ['What', 'Level'], rows: [['Sensing', '3']] },
    { kind: 'paragraph', text: 'That is all.' },
    { kind: 'lines', label: 'Notes', count: 3 },
  ],
  footer: 'Words: CC BY 4.0',
}

test('a word processor finds headings, lists and tables where the sheet has them', async () => {
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(await docxOf(SHEET)) })
  assert.deepEqual(
    messages.filter(({ type }) => type === 'error'),
    [],
  )
  assert.match(value, /<h1>(<[^>]+>)*What you will do/)
  assert.match(value, /<h2>(<[^>]+>)*In this order/)
  assert.match(value, /<ul><li>Answers calls<\/li><li>Keeps &lt; 5 waiting &amp; content<\/li><\/ul>/)
  assert.match(value, /<ol><li>Greets<\/li><li>Listens<\/li>/)
  assert.match(value, /<table><thead><tr><th>.*What.*<\/th>/)
  assert.match(value, /<td><p>Sensing<\/p><\/td><td><p>3<\/p><\/td>/)
})

test('the same sheet gives a file that says the same', async () => {
  const texts = await Promise.all(
    [await docxOf(SHEET), await docxOf(SHEET)].map((file) =>
      mammoth.extractRawText({ buffer: Buffer.from(file) }),
    ),
  )
  assert.equal(texts[0]?.value, texts[1]?.value)
  assert.match(texts[0]?.value ?? '', /That is all\./)
})

test('what somebody pasted with control characters opens all the same', async () => {
  const text = 'Listens\u0007 to\u000b\ud800 \u001b[31mcallers\uffff 😀'
  const sheet: Sheet = { title: text, blocks: [{ kind: 'paragraph', text }] }
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await docxOf(sheet)) })
  assert.match(value, /Listens to \[31mcallers 😀\s+Listens to/)
})
