import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Invalid } from '#errors.ts'
import { readDay, readShare } from './cells.ts'
import { readColumns } from './columns.ts'
import { decodeTable } from './decode.ts'
import { guarded, printTable, readTable } from './table.ts'

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)))

const NAMED = { heads: ['Name', 'Role'], rows: [{ line: 2, cells: ['Zoë', 'Adviser'] }] }

test('each usual encoding gives the same table, with or without a byte-order mark', () => {
  const text = 'Name,Role\nZoë,Adviser\n'
  const utf16 = Buffer.from(text, 'utf16le')
  const big = Buffer.from(utf16).swap16()
  const files = {
    'UTF-8': bytes(text),
    'UTF-8 with a mark': bytes([0xef, 0xbb, 0xbf], text),
    'UTF-16 little-endian': bytes([0xff, 0xfe], [...utf16]),
    'UTF-16 big-endian': bytes([0xfe, 0xff], [...big]),
    'Windows-1252': bytes('Name,Role\nZo', [0xeb], ',Adviser\n'),
  }
  for (const [name, file] of Object.entries(files))
    assert.deepEqual(readTable(decodeTable(file)), NAMED, name)
})

test('a workbook, a picture and a file without end are refused with the way out', () => {
  assert.throws(() => decodeTable(bytes([0x50, 0x4b, 3, 4], 'xl/')), /workbook.*CSV UTF-8/)
  assert.throws(() => decodeTable(bytes([0x89, 0x50, 0, 0, 1])), /plain text/)
  assert.throws(() => decodeTable(new Uint8Array(6_000_000)), /5 MB/)
})

test('commas, semicolons and tabs separate, whatever the line ends', () => {
  for (const text of [
    'Name,Role\r\nZoë,Adviser',
    'Name;Role\rZoë;Adviser\r',
    'Name\tRole\nZoë\tAdviser\n\n\n',
    '"Name","Role"\n"Zoë","Adviser"',
  ])
    assert.deepEqual(readTable(text), NAMED, JSON.stringify(text))
  assert.deepEqual(readTable('sep=;\nName;Role\nZoë;Adviser').rows[0]?.line, 3)
})

test('each row knows on which line of the file it begins', () => {
  const table = readTable('Name,Role\n"Ada\nByrne",A\n\n,,\nBo,"x ""y"" z"\n')
  assert.deepEqual(
    table.rows.map(({ line, cells }) => [line, ...cells]),
    [
      [2, 'Ada Byrne', 'A'],
      [6, 'Bo', 'x "y" z'],
    ],
  )
})

test('two hundred columns, ragged rows and a stray quotation mark are read', () => {
  const heads = ['Name', ...Array.from({ length: 199 }, (_, i) => `Extra ${i}`)]
  const read = readColumns(readTable(`${heads.join(',')}\nBen "Big" Ko,1,2\n`))
  assert.equal(read.unknown.length, 199)
  assert.deepEqual(read.rows, [{ line: 2, cells: { name: 'Ben "Big" Ko' } }])
})

test('what is no table is refused with what to do', () => {
  assert.throws(() => readTable(''), /no row below the headings/)
  assert.throws(() => readTable('Name\n'), Invalid)
  assert.throws(() => readTable('Name\n"Ada'), /never closed/)
  assert.throws(() => readTable(`Name\n${'A\n'.repeat(50_001)}`), /50,001 rows/)
  assert.throws(() => readColumns(readTable('Role\nx')), /No column is called “Name”/)
  assert.throws(() => readColumns(readTable('Name,E-mail,email\na,b,c')), /“E-mail” and “email”/)
})

test('headings are known by their usual words, and names may stand in two columns', () => {
  const { rows } = readColumns(
    readTable('First name,SURNAME,Job title,Department,FTE\nAda,Byrne,Lead,Ops,0.5'),
  )
  assert.deepEqual(rows[0]?.cells, {
    ...{ given: 'Ada', family: 'Byrne', name: 'Ada Byrne' },
    ...{ title: 'Lead', team: 'Ops', share: '0.5' },
  })
})

test('days are read as people and programs write them, and refused where they could be two', () => {
  const day = (cell: string) => readDay(cell, 'day first')
  for (const cell of [
    '2026-05-31',
    '2026-5-31',
    '31.05.2026',
    '31. 5. 2026',
    '31/5/2026',
    '31 May 2026',
    '31-May-2026',
    '2026-05-31 00:00:00',
    '2026-05-31T08:00:00Z',
  ])
    assert.equal(day(cell), '2026-05-31', cell)
  for (const cell of ['05/31/2026', '31/05/26', '2026-02-30', 'May 2026', '45000', '31 Mai 2026'])
    assert.equal(day(cell), undefined, cell)
  assert.equal(readDay('03/04/2026', 'month first'), '2026-03-04')
  assert.equal(day('03/04/2026'), '2026-04-03')
})

test('a share is per cent, or a fraction up to one', () => {
  const cases: [string, number | undefined][] = [
    ['50 %', 50],
    ['50%', 50],
    ['0.5', 50],
    ['0,8', 80],
    ['1', 100],
    ['1.0', 100],
    ['100', 100],
  ]
  for (const [cell, share] of cases) assert.equal(readShare(cell), share, cell)
  for (const cell of ['0', '120', 'half', '-5', '0.001']) assert.equal(readShare(cell), undefined, cell)
})

test('a cell that a spreadsheet would calculate goes out guarded, and comes back as it was', () => {
  for (const cell of ['=1+1', '+49 30 1', '-5', '@here', "'=x", "''-1", "o'neill", "'quoted"]) {
    const file = printTable([
      ['Name', 'Role'],
      [cell, 'x'],
    ])
    assert.equal(/(^|[,\n])[=+\-@]/.test(file.slice(1)), false, cell)
    assert.equal(readTable(file).rows[0]?.cells[0], cell)
  }
  assert.equal(guarded('plain'), 'plain')
})

test('any table that is printed is read back', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) =>
    text
      .replace(/\p{Cc}|\s+/gu, ' ')
      .normalize('NFC')
      .trim(),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
      const told = rows.filter((row) => row.some((one) => one !== ''))
      fc.pre(told.length > 0)
      const table = readTable(printTable([['Name', 'Role'], ...told]))
      assert.deepEqual(
        table.rows.map(({ cells }) => cells),
        told,
      )
    }),
  )
})

test('a manager’s number is read where it has a column of its own, beside a name as well', () => {
  const alone = readColumns(readTable('Name,Manager ID\nBen,1001\n'))
  assert.deepEqual([alone.rows[0]?.cells.manager, alone.unknown], ['1001', []])
  const both = readColumns(readTable('Name,Manager,Manager ID\nBen,Ada Byrne,1001\n'))
  assert.deepEqual([both.rows[0]?.cells.manager, both.unknown], ['1001', []])
})
