import { type Framework, levelLabel } from '#framework/model.ts'
import { counted } from '#framework/pages/words.ts'
import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Choice } from '#web/field.tsx'
import { stepOf } from '#web/level-tag.tsx'
import { Matrix, type MatrixBlock } from '#web/matrix.tsx'
import { type CoverageCell, type CoverageRow, coverageCount } from '../coverage.ts'
import { cellText } from '../placing.ts'
import { storyName } from '../story.ts'
import { CellTag, CellWords, cellWords } from './cell-tag.tsx'
import { ProfileFrame } from './frame.tsx'

interface StoryMapProps {
  framework: Framework
  choices: { slug: string; title: string }[]
  rows: CoverageRow[]
  /** The cell that was asked about. */
  cell: CoverageCell | null
}

/** Competencies by levels, with the stories that show them; what is empty says which story would fill it. */
export function StoryMapPage({ framework, choices, rows, cell }: StoryMapProps) {
  const { competencies, shown, without } = coverageCount(rows)
  return (
    <ProfileFrame
      title="What my stories show"
      tab="stories"
      crumbs={[{ label: 'Stories', href: links.stories() }]}
      styles={['story', 'framework']}
    >
      <form action={links.storyMap()} class="through">
        <Choice
          label="Framework"
          name="framework"
          value={framework.slug}
          options={choices.map(({ slug, title }) => ({ value: slug, label: title }))}
        />
        <Button>Show the map</Button>
      </form>
      <p class="measure map-says">
        {shown === 0
          ? 'No story is placed in this framework yet.'
          : `Your stories show ${shown} of ${counted(competencies, 'competency', 'competencies')}.`}
        {shown > 0 && without.length > 0 && ` None shows ${listed(without.map(({ name }) => name))}.`} Choose
        a plus to see what kind of story would fill the place.
      </p>
      <Cells framework={framework} rows={rows} />
      {cell && <Wanted framework={framework} cell={cell} />}
      <p class="row">
        <ButtonLink kind={cell ? 'plain' : 'primary'} href={links.storyNew()}>
          Write a story
        </ButtonLink>
      </p>
    </ProfileFrame>
  )
}

const MOST_NAMED = 3

function listed(names: string[]): string {
  if (names.length > MOST_NAMED)
    return `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more`
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}

function Cells({ framework, rows }: Pick<StoryMapProps, 'framework' | 'rows'>) {
  const { levels } = framework.scale
  return (
    <Matrix
      caption={`Competencies of ${framework.title} by level, with the stories that show them`}
      corner="Competency"
      columns={levels.map((level, i) => ({
        key: level.key,
        head: levelLabel(level),
        step: stepOf(i, levels.length),
      }))}
      blocks={blocksOf(framework, rows)}
    />
  )
}

/** The rows under the groups of the framework, in their order. */
function blocksOf(framework: Framework, rows: CoverageRow[]): MatrixBlock[] {
  const byGroup = Map.groupBy(rows, ({ competency }) => competency.group)
  return [...byGroup].map(([group, own]) => ({
    key: group ?? '',
    title: framework.groups.find(({ key }) => key === group)?.name ?? null,
    rows: own.map(({ competency, cells }) => ({
      key: competency.key,
      head: (
        <a href={links.profileCompetency(framework.slug, competency.key)}>
          {competency.code && <span class="code">{competency.code} </span>}
          {competency.name}
        </a>
      ),
      cells: cells.map((cell) =>
        cell.statements.length === 0 && cell.stories.length === 0 ? null : (
          <MapCell framework={framework} cell={cell} />
        ),
      ),
    })),
  }))
}

function MapCell({ framework, cell }: { framework: Framework; cell: CoverageCell }) {
  const words = cellWords(framework, cell)
  if (cell.stories.length === 0)
    return (
      <a class="map-empty" href={links.storyMap(framework.slug, cellText(cell))}>
        <span aria-hidden="true">+</span>
        <span class="unseen">No story shows {words}: what would</span>
      </a>
    )
  return (
    <div class="map-cell">
      <b>{counted(cell.stories.length, 'story', 'stories')}</b>
      <ul>
        {cell.stories.map((story) => (
          <li key={story.id}>
            <a href={links.story(story.id)}>{storyName(story)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Wanted({ framework, cell }: { framework: Framework; cell: CoverageCell }) {
  return (
    <section class="wanted" id="cell" aria-labelledby="cell-head">
      <h2 id="cell-head">
        <CellTag framework={framework} cell={cell} />
      </h2>
      <p>
        {cell.stories.length === 0
          ? 'No story shows it yet. Think of a time'
          : 'Another story could tell of a time'}{' '}
        when you did one of these:
      </p>
      <CellWords framework={framework} cell={cell} />
      <p>
        <ButtonLink kind="primary" href={links.storyNew(`${framework.slug}|${cellText(cell)}`)}>
          Write a story for this
        </ButtonLink>
      </p>
    </section>
  )
}
