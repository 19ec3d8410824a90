import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { clientAddress } from './client-address.ts'
import { failureOf } from './failure.ts'
import { hostNames, knownHost } from './known-host.ts'

function answering(names: string[] | null) {
  const app = new Hono().use(knownHost(names)).get('/', (c) => c.text('here'))
  return async (host: string) => (await app.request(`http://${host}/`)).status
}

test('a site that only this machine can reach answers to its local names and to no other', async () => {
  const ask = answering(hostNames('localhost', null))
  assert.deepEqual(
    await Promise.all(['localhost:3000', '127.0.0.1:3000', '[::1]:3000'].map(ask)),
    [200, 200, 200],
  )
  assert.deepEqual(
    await Promise.all(['evil.example', 'localhost.evil.example', '127.0.0.2'].map(ask)),
    [421, 421, 421],
  )
})

test('a site with a public address answers to that and to its local names', async () => {
  const ask = answering(hostNames('0.0.0.0', 'https://sightline.example.org'))
  assert.deepEqual(
    await Promise.all(['sightline.example.org', 'localhost', 'evil.example'].map(ask)),
    [200, 200, 421],
  )
})

test('a site that others can reach, and that was not told its name, answers to any', async () => {
  assert.equal(hostNames('0.0.0.0', null), null)
  assert.equal(await answering(null)('whatever.example'), 200)
})

test('of the addresses a request claims to come from, only those count that our own proxies have written', async () => {
  const app = new Hono()
    .get('/none', (c) => c.text(clientAddress(c, 0)))
    .get('/one', (c) => c.text(clientAddress(c, 1)))
    .get('/two', (c) => c.text(clientAddress(c, 2)))
  const incoming = { socket: { remoteAddress: '10.0.0.9', remotePort: 1, remoteFamily: 'IPv4' } }
  const ask = async (path: string, forwarded: string) =>
    (await app.request(path, { headers: { 'x-forwarded-for': forwarded } }, { incoming })).text()
  assert.equal(await ask('/none', '1.1.1.1'), '10.0.0.9')
  assert.equal(await ask('/one', '6.6.6.6, 1.1.1.1'), '1.1.1.1')
  assert.equal(await ask('/two', '6.6.6.6, 1.1.1.1, 10.0.0.8'), '1.1.1.1')
  assert.equal(await ask('/two', ''), '10.0.0.9')
})

test('whoever asks by another name is told so', () => {
  const { status, title, detail } = failureOf(new HTTPException(421))
  assert.deepEqual([status, title], [421, 'This is not the name of this site'])
  assert.match(detail, /SIGHTLINE_URL/)
})
