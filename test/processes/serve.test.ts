/** `sightline serve` as a person meets it: one address, a clean end, and one sentence when it cannot be. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { dataFolder, serverOf, startSightline } from './process.ts'

const READY = /^Sightline is ready: (http:\/\/localhost:\d+)$/

test('it prints its address, serves pages, and Ctrl-C ends it and its database', async (t) => {
  const home = dataFolder(t)
  const sightline = startSightline(t, ['serve'], { SIGHTLINE_DATA: home, PORT: '0' })
  const line = await sightline.untilLine((text) => READY.test(text))
  const address = READY.exec(line)?.[1]
  const page = await fetch(`${address}/framework`)
  assert.equal(page.status, 200)
  assert.match(await page.text(), /<!doctype html>/)
  assert.ok(serverOf(home))
  assert.equal(await sightline.end('SIGINT'), 0)
  assert.equal(serverOf(home), null, 'the database has stopped before Sightline ended')
  assert.deepEqual(sightline.lines(), [line], 'nothing else on standard output')
})

test('a second Ctrl-C ends it at once, even while a request is under way', async (t) => {
  const home = dataFolder(t)
  const sightline = startSightline(t, ['serve'], { SIGHTLINE_DATA: home, PORT: '0' })
  const line = await sightline.untilLine((text) => READY.test(text))
  const hanging = new AbortController()
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('a')),
  })
  const options = { method: 'POST', body, duplex: 'half', signal: hanging.signal } as RequestInit
  fetch(`${READY.exec(line)?.[1]}/framework`, options).catch(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, 300))
  sightline.child.kill('SIGINT')
  await new Promise((resolve) => setTimeout(resolve, 600))
  const code = await sightline.end('SIGINT')
  assert.ok(code === 1 || code === 0)
  hanging.abort()
})

test('a taken port is one sentence, said before anything is started', async (t) => {
  const home = dataFolder(t)
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  t.after(() => other.close())
  const { port } = other.address() as AddressInfo
  const sightline = startSightline(t, ['serve'], { SIGHTLINE_DATA: home, PORT: String(port) })
  assert.equal(await sightline.ended, 1)
  assert.equal(
    sightline.errors(),
    `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start\n`,
  )
  assert.ok(!existsSync(home), 'no data was made')
})

for (const [args, settings, code, says] of [
  [[], {}, 0, /^Usage: sightline COMMAND/],
  [['serve', '--help'], {}, 0, /SIGHTLINE_DATA/],
  [['serv'], {}, 2, /^There is no command "serv"\. There are: serve, .*history.*\.\n$/],
  [['serve', '--port', '80'], {}, 2, /Unknown option '--port'.*sightline serve --help/],
  [['serve'], { PORT: 'many' }, 1, /^PORT is "many", which is not a port\. Give a number/],
  [
    ['serve'],
    { HOST: 'no.such.host.invalid' },
    1,
    /^HOST is "no.such.host.invalid", which is not an address of this machine/,
  ],
  [['serve'], { DATABASE_URL: 'mysql://there' }, 1, /^DATABASE_URL must begin with postgresql:\/\//],
] as const) {
  const shown = [
    ...Object.entries(settings).map(([name, value]) => `${name}=${value}`),
    'sightline',
    ...args,
  ].join(' ')
  test(`"${shown}" ${code === 0 ? 'says' : 'is refused with'} what there is`, async (t) => {
    const sightline = startSightline(t, [...args], settings)
    assert.equal(await sightline.ended, code)
    assert.match(code === 0 ? `${sightline.lines().join('\n')}\n` : sightline.errors(), says)
    if (code !== 0) assert.doesNotMatch(sightline.errors(), /\n {4}at /, 'no stack')
  })
}
