import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeDocument, sourceFrom } from './decode.ts'
import { wordsOf } from './words.ts'

const WORDS = 'Café — “naïve” customers’ needs\r\nLevel 1\rEnd'
const READ = 'Café — “naïve” customers’ needs\nLevel 1\nEnd'

const bytes = (...values: number[]) => Uint8Array.from(values)
const ascii = (text: string) => new TextEncoder().encode(text)

function utf16(text: string, little: boolean): number[] {
  return [...text].flatMap((sign) => {
    const code = sign.charCodeAt(0)
    return little ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff]
  })
}

test('UTF-8 is read with and without its byte-order mark, and line ends become one kind', () => {
  assert.equal(decodeDocument(ascii(WORDS), null).text, READ)
  assert.equal(decodeDocument(bytes(0xef, 0xbb, 0xbf, ...ascii(WORDS)), null).text, READ)
})

test('UTF-16 is read in both byte orders, with and without its byte-order mark', () => {
  assert.equal(decodeDocument(bytes(0xff, 0xfe, ...utf16(WORDS, true)), null).text, READ)
  assert.equal(decodeDocument(bytes(0xfe, 0xff, ...utf16(WORDS, false)), null).text, READ)
  assert.equal(decodeDocument(bytes(...utf16(WORDS, true)), null).text, READ)
  assert.equal(decodeDocument(bytes(...utf16(WORDS, false)), null).text, READ)
})

test('Latin-1 and Windows-1252 are read where the bytes are no UTF-8', () => {
  const latin = bytes(...ascii('Caf'), 0xe9, 0x20, 0x93, ...ascii('na'), 0xef, ...ascii('ve'), 0x94)
  assert.equal(decodeDocument(latin, null).text, 'Café “naïve”')
})

test('a broken byte in a long UTF-8 text does not spoil the rest', () => {
  const text = decodeDocument(bytes(...ascii('Café naïve “so” '), 0xff, ...ascii(' more')), null).text
  assert.equal(text, 'Café naïve “so” \ufffd more')
})

test('what is no text is refused by its name, with the way out', () => {
  const refused = (data: Uint8Array, name: string | null, says: RegExp) => {
    assert.throws(() => decodeDocument(data, name), { message: says })
  }
  refused(ascii('%PDF-1.7 words'), 'a.pdf', /This is a PDF\. Save it as text .* or paste its words/)
  refused(bytes(0x50, 0x4b, 3, 4, ...ascii('word/document.xml')), null, /a Word document/)
  refused(bytes(0x50, 0x4b, 3, 4, 0, 0), 'Skills.XLSX', /an Excel workbook/)
  refused(bytes(0x50, 0x4b, 3, 4, 0, 0), null, /a compressed folder/)
  refused(bytes(0xd0, 0xcf, 0x11, 0xe0, 1), null, /an older Office document/)
  refused(ascii('{\\rtf1 words}'), null, /rich text/)
  refused(bytes(0x89, 0x50, 0x4e, 0x47, 1), null, /This is a picture/)
  refused(bytes(...Array.from({ length: 4000 }, (_, i) => (i * 167) % 256)), null, /does not hold plain text/)
  refused(bytes(), null, /empty/)
  refused(ascii(' \n\t — \n'), null, /no words/)
})

test('30 MB of text are refused with the limit and what to do', () => {
  const large = new Uint8Array(30 * 1024 * 1024).fill(0x61)
  assert.throws(() => decodeDocument(large, null), {
    message: /30\.0 MB; Sightline reads up to 5 MB at once\. Divide it/,
  })
  assert.throws(() => sourceFrom('a'.repeat(6 * 1024 * 1024), null), { message: /6\.0 MB/ })
})

test('control characters lose no word, and none that a database refuses is left', () => {
  const { text } = decodeDocument(ascii('Level 1\u0000\u0001• Keeps\u0007 calm\u0000 always\n'), null)
  assert.deepEqual(wordsOf(text), ['Level', '1', 'Keeps', 'calm', 'always'])
  assert.ok(!text.includes('\0'))
  assert.ok(sourceFrom('a\ud800b', null).text.isWellFormed())
})

test('bytes are either read or refused in plain words, never anything else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (data) => {
      try {
        assert.ok(decodeDocument(data, null).text.length > 0)
      } catch (error) {
        assert.equal((error as Error).constructor.name, 'Invalid')
      }
    }),
    { numRuns: 500 },
  )
})

test('more lines than a reader could wait for are refused with their number and the way out', () => {
  const lines = 'Keeps promises.\n'.repeat(50_001)
  assert.throws(
    () => sourceFrom(lines, null),
    /50,002 lines; Sightline reads up to 50,000 at once\. Divide it/,
  )
  const tags = `<ul>${'<li>Keeps promises.</li>'.repeat(50_001)}</ul>`
  assert.throws(() => sourceFrom(tags, null), /50,002 lines/)
})
