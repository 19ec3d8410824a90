import { type Framework, levelLabel } from '#framework/model.ts'
import { type Answer, carrying } from '../answer.ts'
import type { Near } from '../reason.ts'

type Through = Answer['through'][number]

/** Why: the statements that it is most like, the cue words, and the words that decide. */
export function Reasons({ one, text }: { one: Through; text: string }) {
  const { framework, reasons, lookedForWords } = one
  const { nearest, cues } = reasons
  const words = carrying(reasons)
  return (
    <details class="words-of">
      <summary>
        Why<span class="unseen">: the reasons for the answer to “{text}”</span>
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
      <Deciding words={words.competency} what="the competency" />
      <Deciding words={words.level} what="the level" />
      {!lookedForWords && (
        <p class="small soft">Translate this sentence alone to see which of its words carry the answer.</p>
      )}
    </details>
  )
}

function Deciding({ words, what }: { words: string[]; what: string }) {
  if (words.length === 0) return null
  return (
    <p>
      Without{' '}
      {words.map((word, i) => (
        <span key={word}>
          {i > 0 && (i === words.length - 1 ? ' or ' : ', ')}
          <mark>{word}</mark>
        </span>
      ))}{' '}
      {what} would be another, or less sure.
    </p>
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
