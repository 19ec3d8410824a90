import pg from 'pg'
import { Conflict, Invalid, Unavailable } from '../errors.ts'

/** One connection of its own, for what must not go through a pool. Close it with `end()`. */
async function connectClient(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({ connectionTimeoutMillis: 10_000, ...config })
  // Without a listener a lost connection would end the process; the running query fails anyhow.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Runs `work` on one connection of its own. */
export async function withClient<T>(
  config: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = await connectClient(config)
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** PostgreSQL's five-character code, or the operating system's; empty when there is none. */
export function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code ?? '')
}

/** What the doors can say of a failure that PostgreSQL reports; other errors pass unchanged. */
export function inPlainWords(error: unknown): unknown {
  const code = codeOf(error)
  if (code === '23505') return new Conflict(takenMessage(error), { cause: error })
  if (code === '22021' || code === '22P05')
    return new Invalid(
      'There is a character in it that cannot be kept, such as a null character. Type it again.',
    )
  if (code === '54000' || code === '54001')
    return new Invalid('That is too much at once. Ask with fewer words.')
  if (code === '53100') {
    return new Unavailable(
      'The disk of the database is full, so nothing was saved. Free some space and try again.',
      {
        cause: error,
      },
    )
  }
  if (code === '57014') {
    return new Unavailable(
      'The database took too long over this, so it was stopped. Ask for less at once, or try again later.',
      {
        cause: error,
      },
    )
  }
  return error
}

/** From the constraint's name, such as framework_organization_id_slug_key: row-level security keeps the details back. */
function takenMessage(error: unknown): string {
  const { table = '', constraint = '' } = error as { table?: string; constraint?: string }
  const column = constraint
    .replace(`${table}_`, '')
    .replace('organization_id_', '')
    .replace(/_?p?key$/, '')
  const what = column ? `this ${column.replaceAll('_', ' ')}` : 'the same name'
  return `There is one with ${what} already. Choose another, or open the one that is there.`
}
