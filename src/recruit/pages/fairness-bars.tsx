import { rateInterval } from '../rating/rate-interval.ts'

interface RateBarsProps {
  title: string
  rows: readonly { group: string; selected: number; applicants: number }[]
}

const LABEL = 170
const WIDTH = 560
const ROW = 30
const across = (share: number) => LABEL + share * (WIDTH - LEFT_OVER)
const LEFT_OVER = LABEL + 20

/** The share of each group that was chosen, with its interval, from 0 to 100 %. The table below holds the same numbers. */
export function RateBars({ title, rows }: RateBarsProps) {
  const height = rows.length * ROW + 30
  const bottom = height - 24
  return (
    <svg class="rate-bars" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={title}>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line class="rule" x1={across(share)} x2={across(share)} y1="4" y2={bottom} />
          <text class="scale" x={across(share)} y={height - 6} text-anchor="middle">
            {share * 100} %
          </text>
        </g>
      ))}
      {rows.map((row, i) => (
        <Bar key={row.group} {...row} y={i * ROW + 6} />
      ))}
    </svg>
  )
}

function Bar({ group, selected, applicants, y }: RateBarsProps['rows'][number] & { y: number }) {
  const rate = applicants === 0 ? 0 : selected / applicants
  const { lower, upper } = rateInterval({ selected, applicants })
  return (
    <g>
      <text class="group" x={LABEL - 8} y={y + 14} text-anchor="end">
        {group}
      </text>
      <rect class="bar" x={across(0)} y={y} width={Math.max(1, across(rate) - across(0))} height="18" />
      <line class="interval" x1={across(lower)} x2={across(upper)} y1={y + 9} y2={y + 9} />
      <text class="share" x={across(upper) + 5} y={y + 14}>
        {Math.round(rate * 100)} %
      </text>
    </g>
  )
}
