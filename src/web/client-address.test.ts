import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { clientAddress } from './client-address.ts'

const behind = async (proxies: number, forwarded: string) => {
  const app = new Hono().get('/', (c) => c.text(clientAddress(c, proxies)))
  return (await app.request('/', { headers: { 'x-forwarded-for': forwarded } })).text()
}

test('what stands left of our own proxies is written by the browser and counts for nothing', async () => {
  assert.equal(await behind(1, '203.0.113.9'), '203.0.113.9')
  assert.equal(await behind(1, '198.51.100.1, 203.0.113.9'), '203.0.113.9')
  assert.equal(await behind(0, '203.0.113.9'), '')
})

test('all addresses of one subscriber of IPv6 count as one', async () => {
  assert.equal(await behind(1, '2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64')
  assert.equal(await behind(1, '2001:0DB8:1:2::1'), '2001:db8:1:2::/64')
  assert.equal(await behind(1, '2001:db8::1'), '2001:db8:0:0::/64')
  assert.notEqual(await behind(1, '2001:db8:1:3::1'), await behind(1, '2001:db8:1:2::1'))
})
