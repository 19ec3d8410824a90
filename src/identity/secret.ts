import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { Unavailable } from '../errors.ts'
import type { IdentityTables } from './tables.ts'

/** Where the secret is kept: in a file beside the data, in the database, or by whoever runs Sightline. */
export type SecretPlace = { file: string } | { database: true } | { given: string }

const newSecret = () => randomBytes(48).toString('base64url')

/**
 * The secret that signs cookies and seals second factors; made once and never shown. Throws `Unavailable` when its file
 * cannot be read or written.
 */
export async function readSecret(place: SecretPlace, db: Kysely<IdentityTables>): Promise<string> {
  if ('given' in place) return place.given
  if ('file' in place) return secretInFile(place.file)
  await db
    .insertInto('secret')
    .values({ name: 'cookies', value: newSecret() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await db
    .selectFrom('secret')
    .select('value')
    .where('name', '=', 'cookies')
    .executeTakeFirstOrThrow()
  return row.value
}

/** A secret of its own for one purpose, so that what is signed for one cannot be used for another. */
export function keyFor(secret: string, purpose: string): string {
  return createHmac('sha256', secret).update(purpose).digest('base64url')
}

function secretInFile(file: string): string {
  try {
    if (!existsSync(file)) writeWhole(file, newSecret())
    const secret = readFileSync(file, 'utf8').trim()
    if (secret.length >= 32) return secret
  } catch (error) {
    throw new Unavailable(
      `The file ${file} cannot be used (${(error as Error).message}). Sightline keeps the key of its cookies in it: make it readable and writable for the user that Sightline runs as.`,
      { cause: error },
    )
  }
  throw new Unavailable(
    `The file ${file} is damaged. Restore it from a backup; or remove it, and everyone signs in anew and sets up their second factor again.`,
  )
}

/** The file is there whole or not at all, and a start at the same moment wins or loses as a whole. */
function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${text}\n`, { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
