/** A server that speaks just enough of PostgreSQL's protocol to refuse somebody, or to be too old. */
import { createServer, type Socket } from 'node:net'
import type { TestContext } from 'node:test'

const NUL = '\0'

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.write(type)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

const int16 = (n: number) => Buffer.from([n >> 8, n & 255])
const int32 = (n: number) => Buffer.from([n >> 24, n >> 16, n >> 8, n])
const text = (words: string) => Buffer.from(words + NUL)

const READY = message('Z', Buffer.from('I'))

function refusal(code: string, words: string): Buffer {
  return message('E', text(`SFATAL${NUL}VFATAL${NUL}C${code}${NUL}M${words}${NUL}`))
}

/** One row of text columns. */
function answer(row: Record<string, string>): Buffer {
  const columns = Object.keys(row).map((name) =>
    Buffer.concat([
      text(name),
      int32(0),
      int16(0),
      int32(name === 'version' ? 23 : 25),
      int16(-1),
      int32(-1),
      int16(0),
    ]),
  )
  const values = Object.values(row).map((value) => Buffer.concat([int32(value.length), Buffer.from(value)]))
  return Buffer.concat([
    message('T', Buffer.concat([int16(columns.length), ...columns])),
    message('D', Buffer.concat([int16(values.length), ...values])),
    message('C', text('SELECT 1')),
    READY,
  ])
}

/** Gives the port. `refuse`: the code and words with which everybody is turned away; else every query gives `row`. */
export async function fakePostgres(
  t: TestContext,
  { refuse, row = {} }: { refuse?: [code: string, words: string]; row?: Record<string, string> },
): Promise<number> {
  const server = createServer((socket: Socket) => {
    let isStarted = false
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      if (isStarted) {
        if (data[0] === 'Q'.charCodeAt(0)) socket.write(answer(row))
        return
      }
      isStarted = true
      if (refuse) socket.end(refusal(...refuse))
      else socket.write(Buffer.concat([message('R', int32(0)), READY]))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => server.close())
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
