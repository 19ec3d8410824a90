import type { ComponentChildren } from 'preact'

export interface Track {
  key: string
  label: ComponentChildren
  /** The whole row in words, for those who hear it. */
  says: string
  /** A bar from 0 to here. */
  bar?: number
  /** How sure it is. */
  interval?: { lower: number; upper: number } | null
  /** Between what it lies where there is no number. */
  bounds?: { lower: number; upper: number } | null
  /** `now` is filled, `before` is a ring. */
  dots?: { at: number; kind: 'now' | 'before' }[]
  /** What stands at the end, such as "79". */
  value?: ComponentChildren
}

interface TracksProps {
  label: string
  /** All numbers are from 0 to 100. */
  tracks: readonly Track[]
  /** Behind the numbers of the axis, such as " %". */
  unit?: string
}

const TICKS = [0, 25, 50, 75, 100]
/** Marks keep their size on every width, since places are shares of it. */
const at = (share: number) => `${share.toFixed(2)}%`
const MIDDLE = 14
/** The outer two stay inside. */
const ANCHORS: Record<number, 'start' | 'end'> = { 0: 'start', 100: 'end' }

/** Numbers from 0 to 100 below each other, each with how sure it is. A table beside it holds the same. */
export function Tracks({ label, tracks, unit = '' }: TracksProps) {
  return (
    <ol class="tracks" aria-label={label}>
      {tracks.map(({ key, label: name, says, value, ...marks }) => (
        <li key={key}>
          <span class="track-label">{name}</span>
          <svg class="track" role="img" aria-label={says} width="100%" height={2 * MIDDLE}>
            <Marks {...marks} />
          </svg>
          <span class="track-value">{value}</span>
        </li>
      ))}
      <li aria-hidden="true">
        <svg class="track" aria-hidden="true" width="100%" height="18">
          {TICKS.map((tick) => (
            <text key={tick} class="scale" x={at(tick)} y="13" text-anchor={ANCHORS[tick] ?? 'middle'}>
              {tick}
              {unit}
            </text>
          ))}
        </svg>
      </li>
    </ol>
  )
}

function Marks({ bar, interval, bounds, dots = [] }: Pick<Track, 'bar' | 'interval' | 'bounds' | 'dots'>) {
  return (
    <>
      {TICKS.map((tick) => (
        <line key={tick} class="rule" x1={at(tick)} x2={at(tick)} y1="0" y2={2 * MIDDLE} />
      ))}
      {bar !== undefined && <rect class="bar" x="0" y={MIDDLE - 8} width={at(bar)} height="16" />}
      {bounds && <line class="bounds" x1={at(bounds.lower)} x2={at(bounds.upper)} y1={MIDDLE} y2={MIDDLE} />}
      {interval && (
        <line class="interval" x1={at(interval.lower)} x2={at(interval.upper)} y1={MIDDLE} y2={MIDDLE} />
      )}
      {dots.map(({ at: place, kind }) => (
        <circle key={kind} class={kind} cx={at(place)} cy={MIDDLE} r={kind === 'now' ? 5.5 : 4.5} />
      ))}
    </>
  )
}
