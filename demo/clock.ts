/** The example's time: months and days count back from the day on which it is loaded. */
const DAY_MS = 86_400_000

export interface DemoClock {
  /** The moment at which it is loaded. */
  today: Date
  /** So many days ago, at an hour of the working day; negative: still to come. */
  moment(daysAgo: number, hour?: number): Date
  /** The first of the month so many months ago, as a day: 2026-05-01. */
  month(monthsAgo: number): string
  /** So many days ago, as a day. */
  day(daysAgo: number): string
  /** How many days ago a day was; negative: it is still to come. */
  daysSince(day: string): number
}

export function demoClock(today: Date): DemoClock {
  const moment = (daysAgo: number, hour = 10) => {
    const at = new Date(today.getTime() - daysAgo * DAY_MS)
    at.setUTCHours(hour, Math.abs(daysAgo * 7) % 60, 0, 0)
    // What happens today has happened already.
    return at > today && daysAgo >= 0 ? today : at
  }
  return {
    today,
    moment,
    month: (ago) =>
      new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - ago, 1)).toISOString().slice(0, 10),
    day: (ago) => moment(ago).toISOString().slice(0, 10),
    daysSince: (day) => Math.floor((today.getTime() - Date.parse(day)) / DAY_MS),
  }
}
