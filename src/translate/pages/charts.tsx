import { percent } from './share.tsx'

interface Point {
  x: number
  y: number
  /** Of the interval, where there is one. */
  low?: number
  high?: number
}

interface Line {
  name: string
  kind: 'strong' | 'soft'
  points: Point[]
}

interface CurveProps {
  /** What it shows, for those who hear the page; the table behind it has the numbers. */
  label: string
  /** Left and right end of the axis below. */
  from: number
  to: number
  ticks: number[]
  says: (x: number) => string
  below: string
  lines: Line[]
  /** A line from corner to corner: where probabilities would be exactly right. */
  diagonal?: boolean
}

const WIDTH = 320
const HEIGHT = 200
const LEFT = 40
const RIGHT = 24
const TOP = 8
const BOTTOM = 40

const up = (share: number) => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM)
const SHARES = [0, 0.25, 0.5, 0.75, 1]

/** Shares from 0 to 100 % over something, as lines with points and their intervals. */
export function Curve({ label, from, to, ticks, says, below, lines, diagonal = false }: CurveProps) {
  const across = (x: number) => LEFT + ((x - from) / (to - from || 1)) * (WIDTH - LEFT - RIGHT)
  return (
    <svg class="curve" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {SHARES.map((share) => (
        <g key={share}>
          <line class="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={up(share)} y2={up(share)} />
          <text x={LEFT - 5} y={up(share) + 3} text-anchor="end">
            {percent(share)}
          </text>
        </g>
      ))}
      {ticks.map((tick) => (
        <text key={tick} x={across(tick)} y={HEIGHT - BOTTOM + 15} text-anchor="middle">
          {says(tick)}
        </text>
      ))}
      <text x={(LEFT + WIDTH - RIGHT) / 2} y={HEIGHT - 6} text-anchor="middle">
        {below}
      </text>
      {diagonal && <line class="diagonal" x1={across(from)} x2={across(to)} y1={up(from)} y2={up(to)} />}
      {lines.map(({ name, kind, points }) => (
        <g key={name} class={`line ${kind}`}>
          <polyline
            points={points.map(({ x, y }) => `${across(x).toFixed(1)},${up(y).toFixed(1)}`).join(' ')}
          />
          {points.map(({ x, y, low, high }) => (
            <g key={x}>
              {low !== undefined && high !== undefined && (
                <line class="interval" x1={across(x)} x2={across(x)} y1={up(low)} y2={up(high)} />
              )}
              <circle cx={across(x)} cy={up(y)} r="3" />
            </g>
          ))}
        </g>
      ))}
    </svg>
  )
}
