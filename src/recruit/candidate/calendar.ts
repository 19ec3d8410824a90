/** Interviews as files that calendars read. Source: RFC 5545 (iCalendar), the parts that an appointment needs. */

export interface Appointment {
  /** The same for ever, so that a change replaces and does not double. */
  uid: string
  /** Counts the changes. */
  sequence: number
  startsAt: Date
  minutes: number
  title: string
  place: string
  description: string
  isCancelled: boolean
}

/** One calendar file with these appointments; `at`: when it is made. A file of cancellations alone takes them off the calendar. */
export function calendarFile(appointments: readonly Appointment[], at: Date): string {
  const isCancellation = appointments.length > 0 && appointments.every(({ isCancelled }) => isCancelled)
  const content = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sightline//Recruit//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${isCancellation ? 'CANCEL' : 'PUBLISH'}`,
    ...appointments.flatMap((one) => eventOf(one, at)),
    'END:VCALENDAR',
  ]
  return `${content.map(folded).join('\r\n')}\r\n`
}

function eventOf(one: Appointment, at: Date): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${one.uid}`,
    `SEQUENCE:${one.sequence}`,
    `DTSTAMP:${utc(at)}`,
    `DTSTART:${utc(one.startsAt)}`,
    `DTEND:${utc(new Date(one.startsAt.getTime() + one.minutes * 60_000))}`,
    `SUMMARY:${escaped(one.title)}`,
    `LOCATION:${escaped(one.place)}`,
    `DESCRIPTION:${escaped(one.description)}`,
    `STATUS:${one.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

/** 20260531T133000Z (section 3.3.5, form 2). */
function utc(at: Date): string {
  return at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')
}

/** Section 3.3.11: backslash, semicolon, comma and line breaks; other control characters have no place in a text. */
function escaped(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll(/\p{Cc}/gu, ' ')
}

const MOST_OCTETS = 75

/** Section 3.1: no line is longer than 75 octets; what is left goes on after a break and a space. No character is cut in two. */
function folded(line: string): string {
  const lines: string[] = []
  let now = ''
  let octets = 0
  for (const character of line) {
    const size = new TextEncoder().encode(character).length
    if (octets + size > MOST_OCTETS) {
      lines.push(now)
      now = ' '
      octets = 1
    }
    now += character
    octets += size
  }
  return [...lines, now].join('\r\n')
}
