import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Unavailable } from './errors.ts'

const FINISH_MS = 10_000

/**
 * Listens on the host and port; requests wait until there is an app to answer them. Throws `Unavailable` with the remedy
 * when it may not listen.
 */
export async function listen(
  { host, port }: { host: string; port: number },
  app: Promise<RequestListener>,
): Promise<{ server: Server; address: string }> {
  app.catch(() => undefined)
  const server = createServer((request, response) => {
    app.then(
      (answer) => answer(request, response),
      () => response.destroy(),
    )
  })
  const listening = Promise.withResolvers<void>()
  server.once('error', listening.reject).once('listening', listening.resolve)
  // Some systems resolve localhost to ::1 alone, and then http://127.0.0.1 finds nobody.
  server.listen(port, host === 'localhost' ? '127.0.0.1' : host)
  try {
    await listening.promise
  } catch (error) {
    throw listenTrouble(error as NodeJS.ErrnoException, host, port)
  }
  return { server, address: addressOf(host, (server.address() as AddressInfo).port) }
}

/** Takes no more requests and lets those under way finish. */
export async function stopListening(server: Server): Promise<void> {
  const closed = Promise.withResolvers<void>()
  server.close(() => closed.resolve())
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), FINISH_MS)
  await closed.promise
  clearTimeout(cut)
}

/** What to type into a browser on this machine. */
function addressOf(host: string, port: number): string {
  const everywhere = ['0.0.0.0', '::'].includes(host)
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

function listenTrouble(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Unavailable(
      `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
    )
  }
  if (error.code === 'EACCES') {
    return new Unavailable(
      `This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`,
    )
  }
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(error.code ?? '')) {
    return new Unavailable(
      `HOST is "${host}", which is not an address of this machine. Leave it out, or give one that is.`,
    )
  }
  return error
}
