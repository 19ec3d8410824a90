import { Tracks } from '#web/tracks.tsx'
import { rateInterval } from '../rating/rate-interval.ts'

interface RateBarsProps {
  title: string
  rows: readonly { group: string; selected: number; applicants: number }[]
}

/** The share of each group that was chosen, with its interval, from 0 to 100 %. The table below holds the same numbers. */
export function RateBars({ title, rows }: RateBarsProps) {
  const tracks = rows.map(({ group, selected, applicants }) => {
    const rate = applicants === 0 ? 0 : selected / applicants
    const { lower, upper } = rateInterval({ selected, applicants })
    const percent = `${Math.round(rate * 100)} %`
    return {
      key: group,
      label: group,
      says: `${group}: ${percent}, from ${Math.round(lower * 100)} to ${Math.round(upper * 100)} %`,
      bar: rate * 100,
      interval: { lower: lower * 100, upper: upper * 100 },
      value: percent,
    }
  })
  return <Tracks label={title} tracks={tracks} unit=" %" />
}
