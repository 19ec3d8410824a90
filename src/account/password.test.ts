import assert from 'node:assert/strict'
import { test } from 'node:test'
import { passwordFault } from './password.ts'

const ABOUT = ['Ada Byrne', 'ada.byrne@marlbrook.example', 'Marlbrook Water']

/** Of ten characters or more, from the head of every published list of leaked passwords. */
const COMMON = [
  ...[
    '1234567890',
    'qwertyuiop',
    'password123',
    'Password1234',
    'P@ssw0rd123',
    'passwordpassword',
    '1q2w3e4r5t',
    '1qaz2wsx3edc',
  ],
  ...[
    'iloveyou123',
    'qwerty12345',
    'letmein12345',
    'football2024!',
    'Summer2024!!',
    'welcome12345',
    'aaaaaaaaaaaa',
    '1111111111',
  ],
  ...[
    'abcdefghijkl',
    'abcd123456',
    '0987654321',
    'asdfghjkl123',
    'zxcvbnm12345',
    'admin12345!',
    'changeme2025',
    'qazwsxedcrfv',
  ],
  ...['correcthorsebatterystaple', 'Sightline2026', '12121212121212', 'abcabcabcabc', 'superman1234'],
]

for (const password of COMMON) {
  test(`“${password}” is among what is tried first`, () => {
    assert.match(passwordFault(password, []) ?? '', /tried first/)
  })
}

for (const password of ['AdaByrne1234', 'marlbrook2026', 'ada.byrne@marlbrook.example', 'Byrne-Marlbrook']) {
  test(`“${password}” follows from the account`, () => {
    assert.match(passwordFault(password, ABOUT) ?? '', /follows from/)
  })
}

for (const password of [
  'tin moth kettle',
  'Wasserkocher-Mond',
  'kR7#vQ2mZp',
  'grün ist der Hammer',
  '毎朝コーヒーを三杯飲んでいます',
]) {
  test(`“${password}” is strong enough`, () => {
    assert.equal(passwordFault(password, ABOUT), null)
  })
}

test('a short one is told how short it is, a long one how long it may be', () => {
  assert.match(passwordFault('kR7#vQ2m', []) ?? '', /at least 10 characters; this has 8/)
  assert.match(passwordFault('tin moth '.repeat(30), []) ?? '', /at most 200/)
})
