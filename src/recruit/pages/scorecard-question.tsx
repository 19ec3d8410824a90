import { levelLabel } from '#framework/model.ts'
import type { Entry, Question } from '../model.ts'
import { cardField, fieldsOf, NO_RESPONSE, NOT_ASKED } from '../rating/card.ts'
import type { QuestionWords } from '../rating/card-words.ts'
import { AnswerRead } from './scorecard-answer.tsx'

interface CardQuestionProps {
  number: number
  question: Question
  entry: Entry
  /** What another device saved meanwhile. */
  stale: Entry | null
  error: string | undefined
  words: QuestionWords
  asks: string
}

/** One question of a scorecard: what is asked, what an answer sounds like at each range, and room for what was heard. */
export function CardQuestion({ number, question, entry, stale, error, words, asks }: CardQuestionProps) {
  const { id, text, probes } = question
  const fields = fieldsOf(entry)
  const name = (field: keyof typeof fields) => cardField(field, id)
  return (
    <section class={error ? 'card-question wrong' : 'card-question'} id={`q-${id}`} data-question={id}>
      <p class="eyebrow">
        {number}. {words.competency}
        {words.must && ' · a must'}
      </p>
      <h2 class="asked">{text}</h2>
      <div class="probes small">
        {asks && <p class="soft">{asks}</p>}
        <ul>
          {probes.map((probe) => (
            <li key={probe}>{probe}</li>
          ))}
        </ul>
      </div>
      {stale && (
        <div class="notice warning" role="alert">
          <p class="notice-title">Saved meanwhile, perhaps on another device</p>
          <AnswerRead entry={stale} question={question} level={null} />
          <p>Below is what you sent just now. Take over what you want to keep, then save again.</p>
        </div>
      )}
      <div class="card-body">
        <div class="heard">
          <label>
            Notes
            <textarea name={name('notes')} rows={5} value={fields.notes} maxLength={5000} />
          </label>
          <label>
            Their words, one quote a line
            <textarea
              name={name('quotes')}
              rows={3}
              value={fields.quotes}
              placeholder="14:05 I rang her back"
            />
          </label>
        </div>
        <Rating question={question} given={fields.given} error={error} />
      </div>
      <Level words={words} fields={{ level: fields.level, months: fields.months }} of={id} />
      <details class="deviations" open={Boolean(fields.probe || fields.skipped)}>
        <summary>Something was different in this interview</summary>
        <label>
          A probe beyond the kit, as you asked it
          <input type="text" name={name('probe')} value={fields.probe} />
        </label>
        <label>
          Why the question was not asked
          <input type="text" name={name('skipped')} value={fields.skipped} />
        </label>
      </details>
      <input type="hidden" name={name('revision')} value={fields.revision} />
    </section>
  )
}

interface RatingProps {
  question: Question
  given: string
  error: string | undefined
}

/** The points of the scale within their labelled ranges, with the words of each in view. */
function Rating({ question: { id, points, anchors }, given, error }: RatingProps) {
  const name = cardField('given', id)
  const errorId = `error-${id}`
  return (
    <fieldset class="rating" aria-describedby={error ? errorId : undefined}>
      <legend id={`field-${name}`} tabIndex={-1}>
        Rating, 1 to {points}
      </legend>
      {error && (
        <p class="error" id={errorId}>
          {error}
        </p>
      )}
      {anchors.map(({ from, to, label, texts }) => (
        <div class="range" key={from}>
          <div class="points">
            {Array.from({ length: to - from + 1 }, (_, i) => String(from + i)).map((point) => (
              <label key={point} class="point">
                <input type="radio" name={name} value={point} checked={given === point} />
                <span>
                  {point}
                  <span class="unseen">, {label}</span>
                </span>
              </label>
            ))}
          </div>
          <div>
            <p class="range-name">{label}</p>
            <ul class="small">
              {texts.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        </div>
      ))}
      <div class="absent">
        <Absence name={name} value={NO_RESPONSE} given={given} label="No response" />
        <Absence name={name} value={NOT_ASKED} given={given} label="Not asked" />
        <Absence name={name} value="" given={given} label="Not rated yet" />
      </div>
      <p class="soft small">No response is not a low rating: it counts as not known.</p>
    </fieldset>
  )
}

function Absence({
  name,
  value,
  given,
  label,
}: {
  name: string
  value: string
  given: string
  label: string
}) {
  return (
    <label>
      <input type="radio" name={name} value={value} checked={given === value} /> {label}
    </label>
  )
}

interface LevelProps {
  words: QuestionWords
  fields: { level: string; months: string }
  of: string
}

/** The level that the answer shows beside the levels that the job needs, each with its words. */
function Level({ words: { levels, entryLevel, fullLevel, months }, fields, of }: LevelProps) {
  if (levels.length === 0) return null
  const marks = (key: string) => [
    ...(key === entryLevel ? ['needed on the first day'] : []),
    ...(key === fullLevel ? [months ? `needed after ${months} months` : 'the full level'] : []),
  ]
  const needed = levels.filter(({ key }) => key === entryLevel || key === fullLevel)
  return (
    <div class="level-part">
      <div class="level-fields">
        <label>
          Level shown
          <select name={cardField('level', of)}>
            <option value="">Not said</option>
            {levels.map((level) => (
              <option key={level.key} value={level.key} selected={level.key === fields.level}>
                {[levelLabel(level), ...marks(level.key)].join(' · ')}
              </option>
            ))}
          </select>
        </label>
        <label>
          Months to the full level
          <input name={cardField('months', of)} value={fields.months} inputMode="numeric" size={4} />
        </label>
      </div>
      <dl class="needed small">
        {needed.map((level) => (
          <div key={level.key}>
            <dt>
              {levelLabel(level)}: {marks(level.key).join(', ')}
            </dt>
            {level.texts.map((text) => (
              <dd key={text}>{text}</dd>
            ))}
          </div>
        ))}
      </dl>
    </div>
  )
}
