import { sql } from 'kysely'
import { closest } from '#lib/closest.ts'
import type { Db } from '#schema.ts'
import { singleWords } from '../wanted.ts'

/** Shorter words are near to too many others. */
const SHORTEST = 4
const MOST_WORDS = 8

/**
 * The words as they may have been meant: each that nothing has is put right by the nearest word that a competency or
 * statement does have. Empty when no word has a near one.
 */
export async function closestWords(db: Db, words: string): Promise<string[]> {
  const typed = singleWords(words).slice(0, MOST_WORDS)
  const meant: string[] = []
  for (const word of typed) meant.push(await closestTo(db, word.toLowerCase()))
  return meant.some((word, i) => word !== typed[i]?.toLowerCase()) ? meant : []
}

async function closestTo(db: Db, word: string): Promise<string> {
  if (word.length < SHORTEST) return word
  const { rows } = await sql<{ word: string }>`
    select distinct word from (
      select regexp_split_to_table(lower(text), '[^[:alpha:]]+') as word from statement
      where organization_id = ${db.organizationId}
      union all
      select regexp_split_to_table(lower(concat_ws(' ', name, definition, array_to_string(aliases, ' '))),
        '[^[:alpha:]]+') from competency where organization_id = ${db.organizationId}) w
    where length(word) between ${word.length - 2} and ${word.length + 2} order by word`.execute(db)
  const known = rows.map((row) => row.word)
  return closest(word, known) ?? word
}
