import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Question } from '../model.ts'
import { calendarFile } from './calendar.ts'
import { appointmentOf, type Interview, InterviewInput, questionsFor } from './interview.ts'

const INTERVIEW: Interview = {
  ...{ id: '5d0c0000-0000-4000-8000-000000000001', candidateId: 'c', minutes: 45, zone: 'Europe/London' },
  ...{ startsAt: new Date('2026-06-01T13:30:00Z'), place: 'Room 2', sequence: 3, cancelledAt: null },
}
const AT = new Date('2026-05-20T08:00:00Z')
const about = { title: 'Interview: Adviser, Calls', description: 'Line one\nline; two' }

test('a calendar file has what RFC 5545 asks of an appointment', () => {
  const file = calendarFile([appointmentOf(INTERVIEW, about)], AT)
  for (const line of [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'METHOD:PUBLISH',
    'UID:5d0c0000-0000-4000-8000-000000000001@interview.sightline',
    'SEQUENCE:3',
    'DTSTAMP:20260520T080000Z',
    'DTSTART:20260601T133000Z',
    'DTEND:20260601T141500Z',
    'SUMMARY:Interview: Adviser\\, Calls',
    'DESCRIPTION:Line one\\nline\\; two',
    'STATUS:CONFIRMED',
  ])
    assert.ok(file.includes(`\r\n${line}\r\n`) || file.startsWith(`${line}\r\n`), line)
  assert.ok(file.endsWith('END:VCALENDAR\r\n'))
})

test('a cancelled interview takes itself off the calendar', () => {
  const gone = { ...INTERVIEW, sequence: 4, cancelledAt: AT }
  const file = calendarFile([appointmentOf(gone, about)], AT)
  assert.match(file, /METHOD:CANCEL\r\n/)
  assert.match(file, /STATUS:CANCELLED\r\n/)
})

test('whatever a text says, no line is over 75 octets, and unfolded it comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const file = calendarFile([appointmentOf({ ...INTERVIEW, place: text }, about)], AT)
      const lines = file.split('\r\n')
      assert.ok(lines.every((line) => new TextEncoder().encode(line).length <= 75))
      const line =
        file
          .replaceAll('\r\n ', '')
          .split('\r\n')
          .find((one) => one.startsWith('LOCATION:')) ?? ''
      const read = line
        .slice('LOCATION:'.length)
        .replaceAll(/\\(.)/g, (_, c: string) => (c === 'n' ? '\n' : c))
      assert.equal(read, text.replaceAll(/\r\n?/g, '\n').replaceAll(/(?!\n)\p{Cc}/gu, ' '))
    }),
    { numRuns: 200 },
  )
})

const typed = { day: '2026-06-01', time: '14:30', zone: 'Europe/London', minutes: '45', place: 'Room 2' }

test('a time is meant in its zone, in summer as in winter, and a time that the clocks skip is refused', () => {
  const at = (over: object) => InterviewInput.parse({ ...typed, ...over }).startsAt.toISOString()
  assert.equal(at({}), '2026-06-01T13:30:00.000Z')
  assert.equal(at({ day: '2026-01-12' }), '2026-01-12T14:30:00.000Z')
  assert.equal(at({ zone: 'Asia/Kolkata' }), '2026-06-01T09:00:00.000Z')
  assert.equal(at({ zone: 'Pacific/Auckland', time: '00:15' }), '2026-05-31T12:15:00.000Z')
  assert.throws(() => at({ day: '2026-03-29', time: '01:30' }), /no such time/)
  assert.throws(() => at({ zone: 'Europe/Nowhere' }), /Name a time zone/)
})

test('the questions are there at the chosen minute and not a millisecond earlier', () => {
  const vacancy = { questionsBefore: 20, fixedAt: AT }
  const questions = [{ text: 'Tell us about a time.' } as Question]
  const seen = (now: string, over: Partial<Interview> = {}) =>
    questionsFor(vacancy, questions, { interview: { ...INTERVIEW, ...over }, now: new Date(now) })?.texts
  assert.deepEqual(seen('2026-06-01T13:09:59.999Z'), [])
  assert.deepEqual(seen('2026-06-01T13:10:00.000Z'), ['Tell us about a time.'])
  assert.equal(seen('2026-06-01T13:10:00.000Z', { cancelledAt: AT }), undefined)
  assert.equal(
    questionsFor({ ...vacancy, questionsBefore: null }, questions, { interview: INTERVIEW, now: AT }),
    null,
  )
})
