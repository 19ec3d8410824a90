import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deviceName } from './device.ts'

const DEVICES: [userAgent: string | null, name: string][] = [
  ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1',
    'Safari on iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36',
    'Chrome on Android',
  ],
  ['curl/8.5.0', 'A program or a rare browser'],
  [null, 'A browser that did not say what it is'],
]

for (const [userAgent, name] of DEVICES)
  test(`${name} is told from what a browser calls itself`, () => {
    assert.equal(deviceName(userAgent), name)
  })
