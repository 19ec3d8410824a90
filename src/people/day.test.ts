import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayBefore, dayToLookAt, isCurrent, isDay, statusOn } from './day.ts'

const OPEN = { startsOn: null, endsOn: null, leaveFrom: null, leaveUntil: null }

test('a day is one that the calendar has, between 1900 and 2199', () => {
  for (const day of ['2024-02-29', '1900-01-01', '2199-12-31']) assert.ok(isDay(day), day)
  for (const text of [
    '2023-02-29',
    '2026-13-01',
    '2026-1-1',
    '1899-12-31',
    '2200-01-01',
    'soon',
    '2026-05-31T00:00',
  ])
    assert.ok(!isDay(text), text)
})

test('the status follows from the days, the first and the last included', () => {
  const day = '2026-05-31'
  const cases: [Partial<typeof OPEN> | Record<string, string>, string][] = [
    [{}, 'here'],
    [{ startsOn: '2026-05-31' }, 'here'],
    [{ startsOn: '2026-06-01' }, 'to come'],
    [{ endsOn: '2026-05-31' }, 'here'],
    [{ endsOn: '2026-05-30' }, 'left'],
    [{ leaveFrom: '2026-05-31' }, 'on leave'],
    [{ leaveFrom: '2026-05-01', leaveUntil: '2026-05-31' }, 'on leave'],
    [{ leaveFrom: '2026-05-01', leaveUntil: '2026-05-30' }, 'here'],
    [{ leaveFrom: '2026-06-01' }, 'here'],
    [{ endsOn: '2026-05-30', leaveFrom: '2026-05-01' }, 'left'],
    [{ startsOn: '2026-06-01', leaveFrom: '2026-05-01' }, 'to come'],
  ]
  for (const [days, status] of cases)
    assert.equal(statusOn({ ...OPEN, ...days }, day), status, JSON.stringify(days))
})

test('who is not there today is looked at on their first or last day', () => {
  assert.equal(dayToLookAt(OPEN, '2026-05-31'), '2026-05-31')
  assert.equal(dayToLookAt({ ...OPEN, startsOn: '2027-01-01' }, '2026-05-31'), '2027-01-01')
  assert.equal(dayToLookAt({ ...OPEN, endsOn: '2020-01-01' }, '2026-05-31'), '2020-01-01')
})

test('the day before the first of March knows leap years', () => {
  assert.equal(dayBefore('2024-03-01'), '2024-02-29')
  assert.equal(dayBefore('2026-01-01'), '2025-12-31')
})

test('a span without a beginning has always been, one without an end goes on', () => {
  assert.ok(isCurrent({ startsOn: null, endsOn: null }, '1900-01-01'))
  assert.ok(!isCurrent({ startsOn: null, endsOn: '2026-01-01' }, '2026-01-02'))
  assert.ok(!isCurrent({ startsOn: '2026-01-02', endsOn: null }, '2026-01-01'))
})
