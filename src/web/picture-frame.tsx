import type { ComponentChildren } from 'preact'
import { FILE_STYLE, isUnknown, type LevelCurve, type LevelPictureProps } from './level-picture.ts'

type FrameProps = LevelPictureProps & { width: number; height: number; children: ComponentChildren }

/** The picture with its title and description, for those who hear it and for the file. */
export function PictureFrame({ id, title, description, standalone, width, height, children }: FrameProps) {
  return (
    <svg
      class="level-picture"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height.toFixed(0)}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-says`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-says`}>{description}</desc>
      {standalone && <style dangerouslySetInnerHTML={{ __html: FILE_STYLE }} />}
      <defs>
        <pattern id={`${id}-hatch`} width="5" height="5" patternUnits="userSpaceOnUse">
          <path class="hatch" d="M-1,6L6,-1M-1,1L1,-1M4,6L6,4" />
        </pattern>
      </defs>
      {children}
    </svg>
  )
}

/** A mark on a curve: each kind has a shape of its own, so that grey print tells them apart. */
export function Point({
  kind,
  at: { x, y },
}: {
  kind: LevelCurve['kind'] | 'mark'
  at: { x: number; y: number }
}) {
  if (kind === 'stretch') return <path class="point" d={diamond(x, y, 4.2)} />
  const size = { now: 3.6, mark: 4, 'earlier-now': 2, 'earlier-stretch': 1 }[kind]
  return <circle class={kind === 'mark' ? 'mark' : 'point'} cx={x.toFixed(1)} cy={y.toFixed(1)} r={size} />
}

const diamond = (x: number, y: number, r: number) =>
  `M${x.toFixed(1)},${(y - r).toFixed(1)}l${r},${r}l${-r},${r}l${-r},${-r}Z`

/** Room for one line of the key. */
export const KEY_LINE = 18
const COLUMN = 200
const SAMPLE = 26

/** What each line and mark means, below the picture. */
export function PictureKey({ id, top, ...picture }: LevelPictureProps & { top: number }) {
  const { curves, marks, axes } = picture
  const entries: [kind: LevelCurve['kind'] | 'mark' | 'unknown', name: string][] = [
    ...curves.map(({ kind, name }): [LevelCurve['kind'], string] => [kind, name]),
    ...(marks ? [['mark', marks.name] as ['mark', string]] : []),
    ...(axes.some((_, axis) => isUnknown(picture, axis))
      ? [['unknown', 'Not known'] as ['unknown', string]]
      : []),
  ]
  return (
    <g class="key">
      {entries.map(([kind, name], i) => {
        const [x, y] = [8 + (i % 2) * COLUMN, top + KEY_LINE * (Math.floor(i / 2) + 0.5)]
        return (
          <g key={kind} class={kind === 'mark' ? undefined : kind}>
            <Sample id={id} kind={kind} x={x} y={y} />
            <text x={x + SAMPLE + 7} y={y + 4}>
              {name}
            </text>
          </g>
        )
      })}
    </g>
  )
}

interface SampleProps {
  id: string
  kind: LevelCurve['kind'] | 'mark' | 'unknown'
  x: number
  y: number
}

function Sample({ id, kind, x, y }: SampleProps) {
  if (kind === 'unknown')
    return <rect class="sample" x={x} y={y - 6} width={SAMPLE} height="12" fill={`url(#${id}-hatch)`} />
  return (
    <>
      {kind !== 'mark' && <path class="curve" d={`M${x},${y}h${SAMPLE}`} />}
      <Point kind={kind} at={{ x: x + SAMPLE / 2, y }} />
    </>
  )
}
