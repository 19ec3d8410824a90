import type { Framework } from '#framework/model.ts'
import { type Answer, placesOf } from '../answer.ts'
import { type Attribute, questionAbout } from '../attribute.ts'
import type { Translated } from '../translated.ts'
import { CompetencyName, ReadingOf, type ReadingProps, ShortReadingOf } from './reading.tsx'
import { Marked } from './share.tsx'

interface AnswerProps extends Pick<ReadingProps, 'chosen' | 'judges' | 'outside'> {
  answer: Answer
  /** Counts the answers of the page, from 1. */
  number: number
  /** One of many: only what was found, the rest opens. */
  isShort: boolean
}

/** One activity and what it shows, through one framework or through two side by side. */
export function AnswerSection({ answer, number, isShort, ...rest }: AnswerProps) {
  const { text, through } = answer
  const [first] = through
  const notices = first?.notices ?? []
  const marked = through.flatMap(({ reasons }) => reasons.cues.map(({ cue }) => cue))
  const readings = (
    <div class={through.length > 1 ? 'readings beside' : 'readings'}>
      {through.map((one, i) => (
        <div key={one.framework.slug} class="reading">
          {through.length > 1 && <p class="reading-through">{one.framework.title}</p>}
          <Reading one={one} isShort={isShort} {...{ text, ...rest }} id={`${number}-${i}`} />
        </div>
      ))}
    </div>
  )
  return (
    <article
      class={isShort ? 'answer short' : 'answer'}
      id={`activity-${number}`}
      aria-labelledby={`answer-${number}`}
    >
      <h2 id={`answer-${number}`} class="answer-words">
        {isShort && <span class="answer-number">{number}</span>}
        <Marked text={text} ranges={placesOf(text, marked)} />
      </h2>
      {notices.length === 0 && first && <Corrected corrections={first.corrections} />}
      {notices.map((notice) => (
        <p key={notice} class="answer-notice">
          {notice}
        </p>
      ))}
      {notices.length === 0 ? (
        readings
      ) : (
        <details class="words-of guess">
          <summary>
            Show the guess all the same<span class="unseen">: “{text}”</span>
          </summary>
          {readings}
        </details>
      )}
    </article>
  )
}

function Reading({ isShort, ...props }: ReadingProps & { isShort: boolean }) {
  const { attribute, framework } = props.one
  if (attribute && isShort) return <ShortAttributeOf attribute={attribute} framework={framework} />
  if (attribute) return <AttributeOf attribute={attribute} framework={framework} />
  return isShort ? <ShortReadingOf {...props} /> : <ReadingOf {...props} />
}

function Corrected({ corrections }: Pick<Translated, 'corrections'>) {
  if (corrections.length === 0) return null
  return (
    <p class="small soft">
      Read as:{' '}
      {corrections.map(({ wrote, meant }, i) => (
        <span key={wrote}>
          {i > 0 && ', '}
          <del>{wrote}</del> <ins>{meant}</ins>
        </span>
      ))}
    </p>
  )
}

/** Among many activities. */
function ShortAttributeOf({ attribute, framework }: { attribute: Attribute; framework: Framework }) {
  const { competencies } = attribute
  return (
    <p class="said-short">
      <span>A quality, not something done.</span>
      {competencies.length > 0 && (
        <span>
          It usually stands for{' '}
          {competencies.map((key, i) => (
            <span key={key}>
              {i > 0 && ' and '}
              <CompetencyName framework={framework} id={key} />
            </span>
          ))}
          .
        </span>
      )}
      <span>{questionAbout(attribute)}</span>
    </p>
  )
}

/** A quality is no activity: what it usually stands for, and what to tell instead. */
function AttributeOf({ attribute, framework }: { attribute: Attribute; framework: Framework }) {
  const { competencies, saidBy } = attribute
  return (
    <>
      <p>
        This is a quality, not something that somebody does, so it has no level.
        {competencies.length > 0 && ' It usually stands for:'}
      </p>
      {competencies.length > 0 && (
        <ul class="stands-for">
          {competencies.map((key) => (
            <li key={key}>
              <CompetencyName framework={framework} id={key} />
            </li>
          ))}
        </ul>
      )}
      {saidBy && <p class="small soft">So says {saidBy}.</p>}
      <p class="ask-apart">
        <b>{questionAbout(attribute)}</b> Write it in the box above and translate again.
      </p>
    </>
  )
}
