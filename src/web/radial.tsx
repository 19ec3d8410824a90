import { isUnknown, type LevelCurve, type LevelPictureProps } from './level-picture.ts'
import { KEY_LINE, PictureFrame, PictureKey, Point } from './picture-frame.tsx'
import { type Point as At, type Radial as Layout, LINE, radialOf, said, WIDTH } from './radial-geometry.ts'

/** Levels of three to sixteen competencies around a centre. Where nothing is known the curve is broken and the axis hatched. */
export function Radial(props: LevelPictureProps) {
  const { axes, levels, curves, marks } = props
  const layout = radialOf(axes, levels.length)
  return (
    <PictureFrame {...props} width={WIDTH} height={layout.height + KEY_LINE * keyLines(props)}>
      <Web layout={layout} levels={levels} axes={axes.length} />
      {axes.map((_, axis) =>
        isUnknown(props, axis) ? (
          <Unknown key={axis} id={props.id} layout={layout} axis={axis} top={levels.length} />
        ) : null,
      )}
      {curves.toReversed().map((curve) => (
        <Curve key={curve.kind} layout={layout} curve={curve} />
      ))}
      {marks?.values.map((place, axis) =>
        place === null ? null : <Point key={axis} kind="mark" at={layout.at(axis, place)} />,
      )}
      <RingNames layout={layout} levels={levels} />
      {layout.labels.map((label, axis) => (
        <text key={axis} class="axis-name" text-anchor={label.anchor}>
          {label.lines.map((line, i) => (
            <tspan key={i} x={label.x.toFixed(1)} y={(label.y + i * LINE).toFixed(1)}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
      <PictureKey {...props} top={layout.height} />
    </PictureFrame>
  )
}

const keyLines = ({ curves, marks }: LevelPictureProps) => Math.ceil((curves.length + (marks ? 2 : 1)) / 2)

/** The rings of the levels and the axes. */
function Web({ layout, levels, axes }: { layout: Layout; levels: string[]; axes: number }) {
  const { centre, distanceOf, end, at } = layout
  return (
    <g>
      {['', ...levels].map((_, place) => (
        <circle
          key={place}
          class={place === levels.length ? 'ring outer' : 'ring'}
          cx={centre.x}
          cy={centre.y}
          r={distanceOf(place).toFixed(1)}
        />
      ))}
      {Array.from({ length: axes }, (_, axis) => (
        <Line key={axis} from={at(axis, 0)} to={end(axis)} />
      ))}
    </g>
  )
}

function Line({ from, to }: { from: At; to: At }) {
  return (
    <line
      class="axis"
      x1={from.x.toFixed(1)}
      y1={from.y.toFixed(1)}
      x2={to.x.toFixed(1)}
      y2={to.y.toFixed(1)}
    />
  )
}

function RingNames({ layout, levels }: { layout: Layout; levels: string[] }) {
  return (
    <g>
      {levels.map((name, i) => {
        const { x, y } = layout.at(0, i + 1)
        return (
          <text key={name} class="ring-name" x={(x + 3).toFixed(1)} y={(y + 3.4).toFixed(1)}>
            {name}
          </text>
        )
      })}
    </g>
  )
}

function Unknown({ id, layout, axis, top }: { id: string; layout: Layout; axis: number; top: number }) {
  const { x, y } = layout.at(axis, top / 2)
  return (
    <g>
      <path class="unknown" d={layout.wedge(axis)} fill={`url(#${id}-hatch)`} />
      <text class="ring-name unknown-mark" x={x.toFixed(1)} y={(y + 4).toFixed(1)} text-anchor="middle">
        ?
      </text>
    </g>
  )
}

function Curve({ layout, curve: { kind, values } }: { layout: Layout; curve: LevelCurve }) {
  const points = values.map((place, axis) => (place === null ? null : layout.at(axis, place)))
  const pairs = points.flatMap((from, i): [At, At][] => {
    const to = points[(i + 1) % points.length]
    return from && to ? [[from, to]] : []
  })
  return (
    <g class={kind}>
      {kind === 'now' &&
        pairs.map(([from, to], i) => (
          <path key={i} class="area" d={`M${said(layout.centre)}L${said(from)}L${said(to)}Z`} />
        ))}
      <path class="curve" d={pathOf(points)} />
      {points.map((at, i) => at && <Point key={i} kind={kind} at={at} />)}
    </g>
  )
}

/** From point to point around, lifted where one is missing; closed where none is, so that dashes go on without a seam. */
function pathOf(points: readonly (At | null)[]): string {
  const moves = points.map((at, i) => {
    if (!at) return ''
    const before = points.at(i - 1)
    return `${i > 0 && before ? 'L' : 'M'}${said(at)}`
  })
  const [first] = points
  if (points.every((at) => at !== null)) return `${moves.join('')}Z`
  return moves.join('') + (first && points.at(-1) ? `L${said(first)}` : '')
}
