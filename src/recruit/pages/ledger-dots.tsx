import type { Point } from '../ledger/answers.ts'
import { signed } from '../ledger/foretell.ts'
import type { AfterMonths } from '../ledger/outcome.ts'

interface DotsProps {
  title: string
  after: AfterMonths
  hired: readonly Point[]
  /** How many levels the scale has. */
  levels: number
}

const WIDTH = 300
const LEFT = 30
const RIGHT = 14
const TOP = 12
const STEP = 30
const FOOT = 34
const across = (score: number) => LEFT + 10 + (score / 100) * (WIDTH - LEFT - RIGHT - 20)

/** Each person who was hired: the rating at hiring across, the level seen later upwards. The table beside it holds the same. */
export function LedgerDots({ title, after, hired, levels }: DotsProps) {
  const height = TOP + Math.max(2, levels) * STEP + FOOT
  const up = (place: number) => TOP + (levels - place) * STEP + STEP / 2
  const dots = dotsOf(hired, after)
  return (
    <svg
      class="ledger-dots"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={`${title}: rating at hiring and level after ${after} months, ${dots.reduce((n, one) => n + one.count, 0)} people`}
    >
      {Array.from({ length: levels }, (_, i) => i + 1).map((place) => (
        <g key={place}>
          <line class="rule" x1={LEFT} x2={WIDTH - RIGHT} y1={up(place)} y2={up(place)} />
          <text class="scale" x={LEFT - 8} y={up(place) + 4} text-anchor="end">
            {place}
          </text>
        </g>
      ))}
      <line class="axis" x1={LEFT} x2={WIDTH - RIGHT} y1={height - FOOT} y2={height - FOOT} />
      <text class="scale" x={LEFT} y={height - FOOT + 15}>
        lowest rating
      </text>
      <text class="scale" x={WIDTH - RIGHT} y={height - FOOT + 15} text-anchor="end">
        highest
      </text>
      <text class="after" x={(LEFT + WIDTH - RIGHT) / 2} y={height - 3} text-anchor="middle">
        after {after} months
      </text>
      {dots.map((dot) => (
        <Dot key={`${dot.score} ${dot.settled} ${dot.place}`} {...dot} y={up(dot.place)} />
      ))}
      {dots.length === 0 && (
        <text class="scale" x={(LEFT + WIDTH - RIGHT) / 2} y={TOP + (levels * STEP) / 2} text-anchor="middle">
          nobody yet
        </text>
      )}
    </svg>
  )
}

interface DotProps {
  score: number
  settled: number | null
  place: number
  count: number
}

/** People at the same place are one dot with their number in it. */
function dotsOf(hired: readonly Point[], after: AfterMonths): DotProps[] {
  const placed = hired.flatMap(({ score, settled, later }) => {
    const place = later[after]
    if (score === null || place === null) return []
    const isMoved = settled !== null && Math.abs(settled - score) >= 1
    return [{ score: Math.round(score), settled: isMoved ? Math.round(settled) : null, place }]
  })
  const groups = Map.groupBy(placed, ({ score, settled, place }) => `${score} ${settled} ${place}`)
  return [...groups.values()].flatMap((those) => (those[0] ? [{ ...those[0], count: those.length }] : []))
}

/** What was agreed instead is a ring, tied to what was given alone. */
function Dot({ score, settled, count, y }: DotProps & { y: number }) {
  return (
    <g>
      {settled !== null && (
        <>
          <line class="moved" x1={across(score)} x2={across(settled)} y1={y} y2={y} />
          <circle class="agreed" cx={across(settled)} cy={y} r="5" />
        </>
      )}
      <circle class="dot" cx={across(score)} cy={y} r={count === 1 ? 5 : 8} />
      {count > 1 && (
        <text class="count" x={across(score)} y={y + 4} text-anchor="middle">
          {count}
        </text>
      )}
    </g>
  )
}

/** A correlation as it is read in a table. */
export const tauWords = (tau: number | null) => (tau === null ? '–' : signed(tau))
