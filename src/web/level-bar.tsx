import { type Step, stepOf } from './level-tag.tsx'

interface LevelBarProps {
  /** What the picture says, in a sentence, for those who hear the page. */
  label: string
  /** How many levels the scale has. */
  of: number
  /** Filled up to here; 0: none is reached; null: not known, so hatched. */
  reached: number | null
  /** Framed: what is asked for; null: nothing is. */
  asked: number | null
  /** Words below a level, each at its place from 1; those at 0 stand before the first. */
  marks: readonly { place: number; word: string; kind: 'own' | 'asked' }[]
}

/** Where somebody stands on a scale, and where they are asked to stand. Words below, so that no colour is needed. */
export function LevelBar({ label, of, reached, asked, marks }: LevelBarProps) {
  const places = Array.from({ length: of }, (_, i) => i + 1)
  const isOnFloor = marks.some(({ place }) => place === 0)
  return (
    <div class={reached === null ? 'level-bar unknown' : 'level-bar'} role="img" aria-label={label}>
      {isOnFloor && (
        <div class="floor">
          <span class="cell">–</span>
          <Words marks={marks} place={0} />
        </div>
      )}
      {places.map((place) => (
        <div key={place} data-step={filled(place, reached, of)} class={place === asked ? 'asked' : undefined}>
          <span class="cell">{place}</span>
          <Words marks={marks} place={place} />
        </div>
      ))}
    </div>
  )
}

function filled(place: number, reached: number | null, of: number): Step | undefined {
  return reached !== null && place <= reached ? stepOf(place - 1, of) : undefined
}

function Words({ marks, place }: Pick<LevelBarProps, 'marks'> & { place: number }) {
  return (
    <>
      {marks
        .filter((mark) => mark.place === place)
        .map(({ word, kind }) => (
          <span key={word} class={`mark ${kind}`}>
            {word}
          </span>
        ))}
    </>
  )
}
