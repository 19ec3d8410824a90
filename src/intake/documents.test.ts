import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { decodeDocument } from './decode.ts'
import { outline } from './fixtures/outline.ts'
import { readDocument } from './read.ts'

const DOCUMENTS = join(import.meta.dirname, 'fixtures/documents')

/** An outline that is missing is written, to be read by a person before it is committed; on CI it is a failure. */
for (const file of readdirSync(DOCUMENTS).filter((name) => !name.endsWith('.outline'))) {
  test(`the document ${file} is read as a careful person reads it`, () => {
    const draft = readDocument(decodeDocument(readFileSync(join(DOCUMENTS, file)), null))
    assert.equal(draft.ledger.lostWords + draft.ledger.inventedWords, 0)
    const golden = join(DOCUMENTS, `${file}.outline`)
    if (!existsSync(golden)) {
      writeFileSync(golden, outline(draft))
      assert.fail(`${golden} was missing. It is written now: read it, and commit it if it is right.`)
    }
    assert.equal(outline(draft), readFileSync(golden, 'utf8'))
  })
}
