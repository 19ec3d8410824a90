/** The five steps of the level colours, from pale to deep. */
export type Step = 1 | 2 | 3 | 4 | 5

/** Which colour a level has: `position` counts from 0, `count` levels are spread over the five steps. */
export function stepOf(position: number, count: number): Step {
  if (count <= 1) return 3
  return (1 + Math.round((position * 4) / (count - 1))) as Step
}

interface LevelTagProps {
  number: number | null
  name: string | null
  step: Step
  /** Only the number (or the name where there is none) is seen; the whole is still read out. */
  short?: boolean
}

/** A level as word and number on its colour; never the colour alone. */
export function LevelTag({ number, name, step, short = false }: LevelTagProps) {
  const label = name ?? `Level ${number ?? '?'}`
  return (
    <span class="level-tag" data-step={step}>
      {number !== null && (name !== null || short) && <b>{number}</b>}
      {short && number !== null ? <span class="unseen"> {label}</span> : <span>{label}</span>}
    </span>
  )
}
