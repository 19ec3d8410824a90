import { isUnknown, type LevelCurve, type LevelPictureProps } from './level-picture.ts'
import { KEY_LINE, PictureFrame, PictureKey, Point } from './picture-frame.tsx'
import { wrapped } from './radial-geometry.ts'

const WIDTH = 400
const LEFT = 132
const RIGHT = 18
const HEAD = 22
const ROW = 44
const LINE = 13

/** Levels of a few competencies, or of too many for a circle: a row each, from the lowest level at the left. */
export function Rungs(props: LevelPictureProps) {
  const { axes, levels, curves, marks } = props
  const height = HEAD + axes.length * ROW
  const across = (place: number) => LEFT + (place / Math.max(1, levels.length)) * (WIDTH - LEFT - RIGHT)
  const lines = Math.ceil((curves.length + (marks ? 2 : 1)) / 2)
  return (
    <PictureFrame {...props} width={WIDTH} height={height + KEY_LINE * lines}>
      {levels.map((name, i) => (
        <g key={name}>
          <line class="ring" x1={across(i + 1)} x2={across(i + 1)} y1={HEAD} y2={height - 8} />
          <text class="ring-name" x={across(i + 1)} y={HEAD - 7} text-anchor="middle">
            {name}
          </text>
        </g>
      ))}
      {axes.map((name, axis) => (
        <g key={name}>
          <text class="axis-name">
            {wrapped(name, 19, 3).map((line, i, all) => (
              <tspan key={i} x="2" y={HEAD + axis * ROW + ROW / 2 + 4 + (i - (all.length - 1) / 2) * LINE}>
                {line}
              </tspan>
            ))}
          </text>
          <Row {...{ props, axis, across }} />
        </g>
      ))}
      <PictureKey {...props} top={height} />
    </PictureFrame>
  )
}

interface RowProps {
  props: LevelPictureProps
  axis: number
  across(place: number): number
}

function Row({ props, axis, across }: RowProps) {
  const top = HEAD + axis * ROW
  const can = props.marks?.values[axis] ?? null
  if (isUnknown(props, axis))
    return (
      <g>
        <rect
          class="unknown"
          x={LEFT}
          y={top + 10}
          width={WIDTH - LEFT - RIGHT}
          height={ROW - 20}
          fill={`url(#${props.id}-hatch)`}
        />
        <text class="ring-name unknown-mark" x={(LEFT + WIDTH - RIGHT) / 2} y={top + 26} text-anchor="middle">
          not known
        </text>
      </g>
    )
  return (
    <g>
      <line class="track" x1={LEFT} x2={WIDTH - RIGHT} y1={top + ROW / 2} y2={top + ROW / 2} />
      {props.curves.toReversed().map((curve) => (
        <Reach key={curve.kind} curve={curve} place={curve.values[axis] ?? null} top={top} across={across} />
      ))}
      {can !== null && <Point kind="mark" at={{ x: across(can), y: top + ROW / 2 - 5 }} />}
    </g>
  )
}

/** Each kind of line has a height of its own in the row, so that none hides another. */
const LIFT: Record<LevelCurve['kind'], number> = {
  now: -5,
  stretch: 5,
  'earlier-now': -12,
  'earlier-stretch': 12,
}

function Reach({
  curve,
  place,
  top,
  across,
}: {
  curve: LevelCurve
  place: number | null
  top: number
  across: RowProps['across']
}) {
  if (place === null) return null
  const y = top + ROW / 2 + LIFT[curve.kind]
  return (
    <g class={curve.kind}>
      <path class="curve" d={`M${LEFT},${y}H${across(place).toFixed(1)}`} />
      <Point kind={curve.kind} at={{ x: across(place), y }} />
    </g>
  )
}
