import { type Framework, levelLabel } from '#framework/model.ts'
import { links } from '#routes.ts'
import { LevelTag, stepOf } from '#web/level-tag.tsx'
import { type Answer, bandShown, likeliestCell, placesOf } from '../answer.ts'
import { type Attribute, questionAbout } from '../attribute.ts'
import { type Band, LEXICAL, type Likelihood } from '../model.ts'
import type { Translated } from '../translated.ts'
import { Cell, Higher } from './cell.tsx'
import { AskApart, AskOutside, Judging } from './judging.tsx'
import { Reasons } from './reasons.tsx'
import { Bar, Marked, percent } from './share.tsx'

interface AnswerProps {
  answer: Answer
  /** Counts the answers of the page, from 1. */
  number: number
  /** The frameworks as they were chosen, to ask again. */
  chosen: { framework: string; beside: string }
  judges: boolean
  /** The machine with a language model that people here may ask; null: there is none. */
  outside: string | null
}

/** One activity and what it shows, through one framework or through two side by side. */
export function AnswerSection({ answer, number, chosen, judges, outside }: AnswerProps) {
  const { text, through } = answer
  const [first] = through
  const marked = through.flatMap(({ reasons }) => reasons.cues.map(({ cue }) => cue))
  return (
    <article class="answer" aria-labelledby={`answer-${number}`}>
      <h2 id={`answer-${number}`} class="answer-words">
        <Marked text={text} ranges={placesOf(text, marked)} />
      </h2>
      {first?.notices.length === 0 && <Corrected corrections={first.corrections} />}
      {first?.notices.map((notice) => (
        <p key={notice} class="answer-notice">
          {notice}
        </p>
      ))}
      <div class={through.length > 1 ? 'readings beside' : 'readings'}>
        {through.map((one, i) => (
          <div key={one.framework.slug} class="reading">
            {through.length > 1 && <p class="reading-through">{one.framework.title}</p>}
            {one.attribute ? (
              <AttributeOf attribute={one.attribute} framework={one.framework} />
            ) : (
              <ReadingOf one={one} {...{ text, chosen, judges, outside }} id={`${number}-${i}`} />
            )}
          </div>
        ))}
      </div>
    </article>
  )
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

const BAND_WORDS: Record<Band, string> = { likely: 'Likely', possible: 'Possible', unsure: 'Not sure' }

interface ReadingProps extends Pick<AnswerProps, 'chosen' | 'judges' | 'outside'> {
  text: string
  one: Translated
  id: string
}

function ReadingOf({ text, one, id, chosen, judges, outside }: ReadingProps) {
  const { framework, reading, tie, backend, higher } = one
  const cell = likeliestCell(reading)
  const band = bandShown(reading)
  return (
    <>
      <p class={`band ${band}`}>
        <b>{BAND_WORDS[band]}</b>
        {band === 'unsure' && <span> – it may be one of these, or none of them</span>}
      </p>
      <Competencies one={one} />
      <Levels one={one} />
      {tie && <AskApart text={text} slug={framework.slug} tie={tie} chosen={chosen} />}
      <Cell framework={framework} cell={cell} />
      <Reasons one={one} text={text} />
      <Higher higher={higher} />
      {outside && <AskOutside text={text} slug={framework.slug} host={outside} />}
      {judges && one.notices.length === 0 && (
        <Judging text={text} framework={framework} cell={cell} id={id} />
      )}
      {backend === LEXICAL && (
        <p class="small soft">Found by the words it shares with the framework, without the sentence model.</p>
      )}
    </>
  )
}

const SHOWN = 3

function Competencies({ one: { framework, reading } }: { one: Translated }) {
  const shown = reading.competencies.slice(0, SHOWN)
  if (framework.competencies.length < 2) return null
  return (
    <ol class="likelihoods" aria-label="Likeliest competencies">
      {shown.map(({ key, probability }, i) => (
        <li key={key}>
          <CompetencyName framework={framework} id={key} />
          <span class="number">{percent(probability)}</span>
          <Bar share={probability} kind={i === 0 ? 'strong' : 'plain'} />
        </li>
      ))}
    </ol>
  )
}

function CompetencyName({ framework, id }: { framework: Framework; id: string }) {
  const found = framework.competencies.find(({ key }) => key === id)
  if (!found) return <span>{id}</span>
  return (
    <a href={links.competency(framework.slug, id)}>
      {found.code && <span class="code">{found.code} </span>}
      {found.name}
    </a>
  )
}

function Levels({ one: { framework, reading } }: { one: Translated }) {
  const { levels } = framework.scale
  if (levels.length === 0) return <p class="small soft">This framework has no levels.</p>
  const { level } = likeliestCell(reading)
  const at = new Map(reading.levels.map((one: Likelihood) => [one.key, one.probability]))
  const best = levels.find(({ key }) => key === level)
  return (
    <div class="levels-shown">
      {best && (
        <p class="level-said">
          <LevelTag
            number={best.number}
            name={best.name}
            step={stepOf(levels.indexOf(best), levels.length)}
          />{' '}
          <span class="number">{percent(at.get(best.key) ?? 0)}</span>
        </p>
      )}
      <details>
        <summary>All levels</summary>
        <ol class="likelihoods" aria-label="How likely each level is">
          {levels.map((one) => (
            <li key={one.key}>
              <span>{levelLabel(one)}</span>
              <span class="number">{percent(at.get(one.key) ?? 0)}</span>
              <Bar share={at.get(one.key) ?? 0} kind={one.key === level ? 'strong' : 'plain'} />
            </li>
          ))}
        </ol>
      </details>
    </div>
  )
}
