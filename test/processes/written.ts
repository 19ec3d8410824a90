/** The store of the tests that kill: one table of rows. */
import { join } from 'node:path'
import { connectStore, type Store } from '../../src/db/connect.ts'

export const ORGANIZATION = '00000000-0000-4000-8000-000000000001'

export interface Written {
  written: { organization_id: string; id: string }
}

export function openWritten(home: string): Promise<Store<Written>> {
  return connectStore<Written>({
    settings: { kind: 'managed', home, binaries: 'npm' },
    migrations: join(import.meta.dirname, 'migrations'),
    log: () => undefined,
  })
}
