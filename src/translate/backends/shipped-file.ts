import { readFile } from 'node:fs/promises'
import { readShipped, type Shipped } from '../trained-file.ts'

/** Where the trained translator lies, in two files. */
export const SHIPPED_TABLE = new URL('../../../library/corpus/trained.json', import.meta.url)
export const SHIPPED_NUMBERS = new URL('../../../library/corpus/trained.bin', import.meta.url)

let loaded: Promise<Shipped | null> | null = null

/** What ships with the library; null when it has been left out. Read once. */
export function shippedTranslator(): Promise<Shipped | null> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<Shipped | null> {
  try {
    const [table, numbers] = await Promise.all([readFile(SHIPPED_TABLE, 'utf8'), readFile(SHIPPED_NUMBERS)])
    return readShipped(table, numbers)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
