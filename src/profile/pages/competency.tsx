import { type Competency, competencyLabel, type Framework } from '#framework/model.ts'
import { counted } from '#framework/pages/words.ts'
import { dayOf } from '#people/day.ts'
import { longDay } from '#people/words.ts'
import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import type { LevelsOf } from '../model.ts'
import { cellText } from '../placing.ts'
import type { Disagreement, LevelGround, Sureness } from '../why.ts'
import { CellWords } from './cell-tag.tsx'
import { Entry } from './entry.tsx'
import { ProfileFrame } from './frame.tsx'
import { Ground, Standing } from './ground.tsx'

export interface CompetencyProps {
  framework: Framework
  competency: Competency
  /** Null: the workbook says nothing of it. */
  levels: LevelsOf | null
  grounds: LevelGround[]
  sureness: Sureness
  higher: LevelGround | null
  disagreements: Disagreement[]
  viewer: string
}

/** Why one's own level of one competency is what it is, and what would make it one higher. */
export function CompetencyPage(props: CompetencyProps) {
  const { framework, competency, levels, grounds, sureness, viewer } = props
  return (
    <ProfileFrame
      title={competencyLabel(competency)}
      tab="overview"
      crumbs={[
        { label: 'Profile', href: links.profile() },
        { label: framework.title, href: links.framework(framework.slug) },
      ]}
      lead={competency.definition}
      styles={['story']}
    >
      <section class="why-standing" aria-label="Where you stand">
        <Standing framework={framework} levels={levels} you />
        <HowSure sureness={sureness} />
        <p class="row">
          <ButtonLink kind="primary" href={links.evidenceNew(aboutOf(props))}>
            Write what was seen
          </ButtonLink>
          <ButtonLink href={links.storyMap(framework.slug, `${competency.key}|${nextKey(props)}`)}>
            Find a story for it
          </ButtonLink>
          {levels === null && <ButtonLink href={links.workbooks()}>Answer the workbook</ButtonLink>}
        </p>
      </section>
      <Disagree {...props} />
      <Higher {...props} />
      <section class="block">
        <h2>Level by level, from the highest</h2>
        {grounds.toReversed().map((ground) => (
          <Ground key={ground.level.key} ground={ground} viewer={viewer} framework={framework} />
        ))}
      </section>
    </ProfileFrame>
  )
}

const nextKey = ({ higher, framework }: CompetencyProps) =>
  higher?.level.key ?? framework.scale.levels.at(-1)?.key ?? ''

const aboutOf = ({ framework, competency }: CompetencyProps) => ({
  framework: framework.slug,
  competency: competency.key,
})

/** What the level rests on, in words. */
function HowSure({ sureness }: { sureness: Sureness }) {
  const { firm, answered, asked, stories, evidenceFor, evidenceAgainst, byOthers, newest, oldest } = sureness
  const beside = [
    ...(stories > 0 ? [counted(stories, 'story', 'stories')] : []),
    ...(evidenceFor > 0 ? [`${counted(evidenceFor, 'entry', 'entries')} for`] : []),
    ...(evidenceAgainst > 0 ? [`${counted(evidenceAgainst, 'entry', 'entries')} against`] : []),
    ...(byOthers > 0 ? [`${byOthers} of the entries by others`] : []),
  ]
  return (
    <p class="measure">
      <b>{firmWords(firm)}</b> {answered} of {counted(asked, 'statement')} answered
      {beside.length > 0 ? `; beside that ${beside.join(', ')}.` : '; no story and no evidence yet.'}
      {newest && oldest && ` ${ageWords(newest, oldest)}`}
    </p>
  )
}

function firmWords(firm: boolean | null): string {
  if (firm === null) return 'Not known: the workbook says nothing of it yet.'
  return firm ? 'Firm.' : 'Not firm yet: too little was answered to rely on it.'
}

function ageWords(newest: Date, oldest: Date): string {
  const [last, first] = [longDay(dayOf(newest)), longDay(dayOf(oldest))]
  return last === first
    ? `All of it is from ${last}.`
    : `The newest is from ${last}, the oldest from ${first}.`
}

const KIND_WORDS: Record<Disagreement['kind'], string> = {
  against: 'Something speaks against this level, or one below it.',
  higher: 'Somebody saw a higher level.',
  lower: 'Somebody saw a lower level; that says nothing against this one.',
}

function Disagree({ disagreements, framework, viewer }: CompetencyProps) {
  if (disagreements.length === 0) return null
  return (
    <section class="block">
      <h2>Who disagrees</h2>
      <p class="measure">
        It stands here so that you can weigh it. It does not change the level: only your answers do.
      </p>
      <ol class="entries-of">
        {disagreements.map(({ entry, kind }) => (
          <li key={entry.id}>
            <p class="small soft">{KIND_WORDS[kind]}</p>
            <Entry entry={entry} framework={framework} viewer={viewer} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Higher({ higher, framework, competency }: CompetencyProps) {
  if (!higher)
    return (
      <section class="block">
        <h2>What would make it one higher</h2>
        <p class="soft">The framework describes nothing above this level.</p>
      </section>
    )
  const wished = higher.said.filter(({ answer }) => answer === 'develop')
  const open = higher.said.filter(({ answer }) => answer === null)
  const cell = { competency: competency.key, level: higher.level.key }
  return (
    <section class="block">
      <h2>What would make it one higher</h2>
      <CellWords framework={framework} cell={cell} />
      <ul class="next-steps">
        {wished.length > 0 && (
          <li>
            {wished.length > 1 && wished.length === higher.said.length
              ? 'You want to develop all of it: begin with one.'
              : `You want to develop ${wished.map(({ text }) => `“${text}”`).join(' and ')}: begin there.`}
          </li>
        )}
        {open.length > 0 && (
          <li>
            {counted(open.length, 'statement')} of this level {open.length === 1 ? 'is' : 'are'} not answered
            yet. <a href={links.workbooks()}>Answer {open.length === 1 ? 'it' : 'them'}</a>
          </li>
        )}
        {higher.stories.length === 0 && (
          <li>
            No story shows it yet.{' '}
            <a href={links.storyNew(`${framework.slug}|${cellText(cell)}`)}>Write one</a>
          </li>
        )}
      </ul>
    </section>
  )
}
