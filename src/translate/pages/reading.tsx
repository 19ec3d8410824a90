import { type Framework, type Level, levelLabel } from '#framework/model.ts'
import { links } from '#routes.ts'
import { LevelTag, stepOf } from '#web/level-tag.tsx'
import { likeliestCell } from '../answer.ts'
import { wavering } from '../band.ts'
import type { Band, Likelihood } from '../model.ts'
import type { Translated } from '../translated.ts'
import { Cell, Higher } from './cell.tsx'
import { AskApart, AskOutside, Judging } from './judging.tsx'
import { Reasons } from './reasons.tsx'
import { Bar, percent } from './share.tsx'

export interface ReadingProps {
  text: string
  one: Translated
  /** The frameworks as they were chosen, to ask again. */
  chosen: { framework: string; beside: string }
  judges: boolean
  /** The machine with a language model that people here may ask; null: there is none. */
  outside: string | null
  id: string
}

/** What one framework says of one activity: competency, level, how sure of each, and all that lies behind it. */
export function ReadingOf(props: ReadingProps) {
  const { one } = props
  return (
    <>
      <Competencies one={one} />
      <Levels one={one} />
      <Behind {...props} />
    </>
  )
}

/** The same in a line, for one of many activities; the rest opens. */
export function ShortReadingOf(props: ReadingProps) {
  const { one, text } = props
  const { framework, reading } = one
  const { competency } = likeliestCell(reading)
  const levels = levelsSaid(one)
  return (
    <>
      <p class="said-short">
        {framework.competencies.length > 1 && (
          <span>
            <CompetencyName framework={framework} id={competency} /> <BandChip band={reading.band} />
          </span>
        )}
        {levels.length > 0 && (
          <span>
            <LevelTags levels={levels} framework={framework} /> <BandChip band={reading.levelBand} />
          </span>
        )}
      </p>
      <details class="words-of more">
        <summary>
          More<span class="unseen"> about “{text}”</span>
        </summary>
        <div class="reading-more">
          <ReadingOf {...props} />
        </div>
      </details>
    </>
  )
}

function Behind({ text, one, id, chosen, judges, outside }: ReadingProps) {
  const { framework, reading, tie, higher, instead } = one
  const cell = likeliestCell(reading)
  const levels = levelsSaid(one).map(({ key }) => key)
  return (
    <>
      {tie && <AskApart text={text} slug={framework.slug} tie={tie} chosen={chosen} />}
      <Cell framework={framework} competency={cell.competency} levels={levels} />
      <Reasons one={one} text={text} />
      <Higher higher={higher} />
      {outside && <AskOutside text={text} slug={framework.slug} host={outside} />}
      {judges && one.notices.length === 0 && (
        <Judging text={text} framework={framework} cell={cell} id={id} />
      )}
      {instead && <p class="small soft">Found by the words that it shares with the framework. {instead}</p>}
    </>
  )
}

const BAND_WORDS: Record<Band, string> = { likely: 'Likely', possible: 'Possible', unsure: 'Not sure' }

function BandChip({ band }: { band: Band }) {
  return (
    <span class={`band ${band}`}>
      <b>{BAND_WORDS[band]}</b>
    </span>
  )
}

/** The likeliest level; when it is not sure, the two that it wavers between. */
function levelsSaid({ framework, reading }: Translated): Level[] {
  const { levels } = framework.scale
  const { level } = likeliestCell(reading)
  const said = reading.levelBand === 'unsure' ? wavering(reading).levels.map(({ key }) => key) : [level]
  return levels.filter(({ key }) => said.includes(key))
}

const SHOWN = 3

function Competencies({ one: { framework, reading } }: { one: Translated }) {
  const shown = reading.competencies.slice(0, SHOWN)
  if (framework.competencies.length < 2) return null
  return (
    <div class="said">
      <h3 class="said-what">
        Competency <BandChip band={reading.band} />
        {reading.band === 'unsure' && <span class="said-unsure">one of these, or none of them</span>}
      </h3>
      <ol class="likelihoods" aria-label="Likeliest competencies">
        {shown.map(({ key, probability }, i) => (
          <li key={key}>
            <CompetencyName framework={framework} id={key} />
            <span class="number">{percent(probability)}</span>
            <Bar share={probability} kind={i === 0 ? 'strong' : 'plain'} />
          </li>
        ))}
      </ol>
    </div>
  )
}

export function CompetencyName({ framework, id }: { framework: Framework; id: string }) {
  const found = framework.competencies.find(({ key }) => key === id)
  if (!found) return <span>{id}</span>
  return (
    <a href={links.competency(framework.slug, id)}>
      {found.code && <span class="code">{found.code} </span>}
      {found.name}
    </a>
  )
}

function LevelTags({ levels, framework }: { levels: readonly Level[]; framework: Framework }) {
  const all = framework.scale.levels
  const [low, high] = levels.map((level) => all.indexOf(level))
  const areNext = low !== undefined && high === low + 1
  return (
    <>
      {levels.length > 1 && (areNext ? 'between ' : 'perhaps ')}
      {levels.map((level, i) => (
        <span key={level.key}>
          {i > 0 && (areNext ? ' and ' : ' or ')}
          <LevelTag number={level.number} name={level.name} step={stepOf(all.indexOf(level), all.length)} />
        </span>
      ))}
    </>
  )
}

function Levels({ one }: { one: Translated }) {
  const { framework, reading } = one
  const { levels } = framework.scale
  if (levels.length === 0) return <p class="small soft">This framework has no levels.</p>
  const said = levelsSaid(one)
  const at = new Map(reading.levels.map((each: Likelihood) => [each.key, each.probability]))
  const share = (level: Level) => at.get(level.key) ?? 0
  return (
    <div class="said levels-shown">
      <h3 class="said-what">
        Level <BandChip band={reading.levelBand} />
      </h3>
      <p class="level-said">
        <span>
          <LevelTags levels={said} framework={framework} />
        </span>
        <span class="number">{said.map((level) => percent(share(level))).join(' and ')}</span>
      </p>
      <details>
        <summary>All levels</summary>
        <ol class="likelihoods" aria-label="How likely each level is">
          {levels.map((level) => (
            <li key={level.key}>
              <span>{levelLabel(level)}</span>
              <span class="number">{percent(share(level))}</span>
              <Bar share={share(level)} kind={said.includes(level) ? 'strong' : 'plain'} />
            </li>
          ))}
        </ol>
      </details>
    </div>
  )
}
