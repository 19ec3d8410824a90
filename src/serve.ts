import { readdirSync, readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { accountsOf } from './accounts.ts'
import { type Config, isOpenToOthers, readConfig, SETTINGS } from './config.ts'
import type { World } from './context.ts'
import { connectStore } from './db/connect.ts'
import type { FrontDoor } from './home/routes.tsx'
import { listen, stopListening } from './listen.ts'
import { openMail } from './mail/transport.ts'
import type { Schema } from './schema.ts'

const ROOT = join(import.meta.dirname, '..')
/** npm passes on the Ctrl-C that the terminal has sent to us already; only a later one is a second one. */
const SAME_SIGNAL_MS = 400

/** The command `sightline serve`: runs until it is told to stop. */
export async function run(args: string[]): Promise<number> {
  const options = { help: { type: 'boolean', short: 'h' }, demo: { type: 'boolean' } } as const
  const { values } = parseArgs({ args, options })
  if (values.help) {
    console.log(help())
    return 0
  }
  const stop = stopSignal()
  const config = readConfig()
  const site = await open(config, values.demo === true)
  console.log(`Sightline is ready: ${site.address}`)
  const { setUpCode } = site.door
  if (setUpCode && (await site.door.organizations()).every(({ isExample }) => isExample))
    console.log(`Code to set up your own organisation: ${setUpCode}`)
  await stop
  await site.close()
  return 0
}

interface Site {
  address: string
  door: FrontDoor
  close(): Promise<void>
}

/** Listens at once, so that a taken port is known before anything else is started; pages wait for the database. */
async function open(config: Config, withExample: boolean): Promise<Site> {
  const app = Promise.withResolvers<RequestListener>()
  const { server, address } = await listen(config, app.promise)
  try {
    const { close, door, answer } = await build(config, address)
    if (withExample) await door.makeExample()
    app.resolve(answer)
    return {
      address,
      door,
      close: async () => {
        await stopListening(server)
        await close()
      },
    }
  } catch (error) {
    app.reject(error)
    await stopListening(server)
    throw error
  }
}

/** The one place where the parts are put together. */
async function build(
  config: Config,
  address: string,
): Promise<{ close(): Promise<void>; door: FrontDoor; answer: RequestListener }> {
  const migrations = join(ROOT, 'migrations')
  const log = (message: string) => console.error(message)
  // The database starts first; the rest of Sightline is loaded meanwhile.
  const opening = connectStore<Schema>({ settings: config.store, migrations, log })
  const loading = Promise.all([
    import('./app.tsx'),
    import('./house.ts'),
    import('./web/known-host.ts'),
    import('./jobs/queue.ts'),
    import('./background.ts'),
    import('@hono/node-server'),
  ])
  loading.catch(() => undefined)
  const store = await opening
  const accounts = accountsOf({ config, server: store.server, address, log })
  let background: { stop(): Promise<void> } | undefined
  let renewing: Promise<void> | undefined
  const close = async () => {
    await renewing
    await background?.stop()
    await (await import('./translate/actions/desk.ts')).closeTranslate()
    await accounts.close()
    await store.close()
  }
  try {
    const [
      { createApp },
      { buildHouse, renewLibraries },
      { hostNames },
      { openQueue },
      { jobsOf, startBackground },
      node,
    ] = await loading
    const world: World = {
      database: store.database,
      enqueue: openQueue<Schema>(store.server),
      identity: accounts.identity,
      now: () => new Date(),
      log,
    }
    const hosts = hostNames(config.host, config.publicAddress)
    if (hosts === null) log(NAMELESS)
    const house = buildHouse({
      world,
      library: libraryFiles,
      isOpenToOthers: isOpenToOthers(config),
      hosts,
    })
    // Pages need not wait for words that are nearly always up to date.
    renewing = renewLibraries(world, libraryFiles()).catch((error: Error) =>
      log(`The library: ${error.message}`),
    )
    background = startBackground({
      world,
      server: store.server,
      jobs: jobsOf(openMail({ ...config.mail, log })),
    })
    return { close, door: house.door, answer: node.getRequestListener(createApp(house).fetch) }
  } catch (error) {
    await close()
    throw error
  }
}

const NAMELESS =
  'Others can reach this Sightline, and nobody has told it by which name: the links in its mails would lead to this machine alone, and it answers to any name. Set SIGHTLINE_URL to its address, such as https://sightline.example.org'

/** The frameworks that ship with Sightline. */
export function libraryFiles(): { name: string; text: string }[] {
  const folder = join(ROOT, 'library')
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return names.toSorted().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}

/** Resolves at the first Ctrl-C or request to end; a second one ends at once. */
function stopSignal(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let first = 0
  const onSignal = () => {
    if (first === 0) console.error('Stopping ...')
    else if (Date.now() - first > SAME_SIGNAL_MS) process.exit(1)
    first ||= Date.now()
    resolve()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal)
  return promise
}

function help(): string {
  const rows = SETTINGS.map(([name, says]) => `  ${name.padEnd(20)}${says}`)
  return [
    'Usage: sightline serve [--demo]',
    '',
    '--demo  with the example organisation, to look around',
    '',
    'Settings, from the environment:',
    ...rows,
  ].join('\n')
}
