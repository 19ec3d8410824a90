import { join } from 'node:path'
import type { Config } from './config.ts'
import type { Server } from './db/server.ts'
import type { Identity } from './identity/identity.ts'

interface AccountsOptions {
  config: Config
  server: Server
  /** Where we listen, for an installation that has not been told its public address. */
  address: string
  log: (message: string) => void
}

/** The accounts of this installation, opened when they are first asked for, and closed if they were. */
export function accountsOf({ config, server, address, log }: AccountsOptions): {
  identity: () => Promise<Identity>
  close: () => Promise<void>
} {
  const { publicAddress, secret, store, company, proxies } = config
  const place = secret
    ? { given: secret }
    : store.kind === 'managed'
      ? { file: join(store.home, 'secret') }
      : { database: true as const }
  let opening: Promise<Identity> | undefined
  const identity = () => {
    opening ??= import('./identity/identity.ts').then(({ openIdentity }) =>
      openIdentity({ server, address: publicAddress ?? address, secret: place, company, proxies, log }),
    )
    // The next who asks tries again.
    opening.catch(() => {
      opening = undefined
    })
    return opening
  }
  return { identity, close: async () => void (await opening?.then((one) => one.close())) }
}
