/** Times as people say them, in their time zone, and as moments. */
import { Invalid } from '#errors.ts'

/** Where a vacancy's list of topics holds, people mostly say times so. */
const HOME: Record<string, string> = {
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  DE: 'Europe/Berlin',
  US: 'America/New_York',
  AU: 'Australia/Sydney',
  NZ: 'Pacific/Auckland',
  CA: 'America/Toronto',
  SG: 'Asia/Singapore',
}

export const homeZone = (jurisdiction: string) => HOME[jurisdiction] ?? 'UTC'

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** The moment of a day (2026-05-31) and time (14:30) in a zone. Throws Invalid where the clocks skip that time. */
export function momentIn(zone: string, day: string, time: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`)
  let at = wall - offsetMs(zone, wall)
  // A second look, since the offset may change between the two.
  at = wall - offsetMs(zone, at)
  if (at + offsetMs(zone, at) !== wall)
    throw new Invalid({
      time: 'The clocks change then, and there is no such time on that day. Choose another.',
    })
  return new Date(at)
}

/** How far the zone's clocks are ahead of UTC. */
function offsetMs(zone: string, at: number): number {
  const { day, time } = wallIn(zone, new Date(at))
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(at / 60_000) * 60_000
}

/** What the clocks and calendars of the zone say: 2026-05-31 and 14:30. */
export function wallIn(zone: string, at: Date): { day: string; time: string } {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    hourCycle: 'h23',
  })
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  return { day: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` }
}
