import { type Framework, levelLabel } from '#framework/model.ts'
import type { Near } from '../reason.ts'
import type { Translated } from '../translated.ts'

/** Why: the statements that it is most like, and the cue words. */
export function Reasons({ one, text }: { one: Translated; text: string }) {
  const { framework, reasons } = one
  const { nearest, cues } = reasons
  return (
    <details class="words-of">
      <summary>
        Why this answer<span class="unseen"> to “{text}”</span>
      </summary>
      {nearest.length > 0 && (
        <>
          <p>It is most like</p>
          <ul class="statements">
            {nearest.map((near) => (
              <li key={near.text}>
                {near.text} <span class="soft small">{whereFrom(near, framework)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {cues.length > 0 && (
        <p>
          {cues.map(({ level, cue }, i) => (
            <span key={`${level} ${cue}`}>
              {i > 0 && '; '}
              <mark>{cue}</mark> speaks for {levelName(framework, level)}
            </span>
          ))}
          .
        </p>
      )}
    </details>
  )
}

function levelName({ scale }: Framework, key: string): string {
  const level = scale.levels.find((one) => one.key === key)
  return level ? levelLabel(level) : key
}

function whereFrom({ competencies, level }: Near, framework: Framework): string {
  const codes = competencies.map((key) => {
    const found = framework.competencies.find((one) => one.key === key)
    return found?.code ?? found?.name ?? key
  })
  const at = level === null ? [] : [levelName(framework, level)]
  return [...codes, ...at].join(', ')
}
