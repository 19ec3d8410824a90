import { type Framework, type Level, levelLabel } from '#framework/model.ts'
import { links } from '#routes.ts'
import { Day } from '#translate/pages/share.tsx'
import { Button, ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Choice } from '#web/field.tsx'
import type { LevelCurve, LevelPictureProps } from '#web/level-picture.ts'
import { LevelTag, stepOf } from '#web/level-tag.tsx'
import { LevelsDrawn } from '#web/levels-drawn.tsx'
import { Table } from '#web/table.tsx'
import type { Workbook } from '../model.ts'
import {
  type Change,
  changesBetween,
  describe,
  isKnown,
  type PictureRow,
  ringNames,
  sureWords,
  wordsAt,
} from '../picture.ts'
import { ProfileFrame } from './frame.tsx'
import { TakeAlong } from './take-along.tsx'

interface PicturePageProps {
  framework: Framework
  rows: PictureRow[]
  earlier: Workbook[]
  before: { round: Workbook; rows: PictureRow[] } | null
}

/** What somebody uses, can and wants in a framework, drawn and as a table, alone or beside an earlier round. */
export function PicturePage({ framework, rows, earlier, before }: PicturePageProps) {
  const known = rows.filter(isKnown).length
  return (
    <ProfileFrame
      title={framework.title}
      tab="overview"
      crumbs={[{ label: 'Profile', href: links.profile() }]}
      lead={`Where you stand: something is known of ${known} of ${rows.length} competencies.`}
      styles={['level-picture']}
    >
      {known === 0 ? (
        <Empty
          title="There is nothing to draw yet"
          action={
            <ButtonLink kind="primary" href={links.workbooks()}>
              Go to the workbook
            </ButtonLink>
          }
        >
          <p>
            The picture grows out of your answers. What you have not answered stays hatched: not known is not
            nothing.
          </p>
        </Empty>
      ) : (
        <Drawn {...{ framework, rows, earlier, before }} />
      )}
    </ProfileFrame>
  )
}

function Drawn({ framework, rows, earlier, before }: PicturePageProps) {
  const { levels } = framework.scale
  return (
    <>
      <div class="profile-picture">
        <figure>
          <LevelsDrawn {...pictureProps(framework, rows, before?.rows ?? null)} />
          <RingLegend levels={levels} />
        </figure>
        <div class="flow">
          <HowToRead hasBefore={before !== null} />
          {earlier.length > 0 && (
            <Compare framework={framework} earlier={earlier} chosen={before?.round.id ?? ''} />
          )}
          <TakeAlong
            links={[
              { label: 'Picture (.svg)', href: links.profilePictureSvg(framework.slug, before?.round.id) },
              { label: 'Table (.csv)', href: links.profilePictureCsv(framework.slug) },
            ]}
          />
          <p class="small soft screen-only">To print this page: Ctrl and P, or ⌘ and P.</p>
        </div>
      </div>
      {before && <Changes changes={changesBetween(before.rows, rows, levels)} round={before.round} />}
      <section class="block" aria-labelledby="table">
        <h2 id="table">The table behind it</h2>
        <LevelTable
          framework={framework}
          rows={rows}
          hrefOf={(key) => links.profileCompetency(framework.slug, key)}
        />
      </section>
    </>
  )
}

/** What the component that draws is given. `before`: of an earlier round. */
export function pictureProps(
  framework: Pick<Framework, 'slug' | 'title' | 'scale'>,
  rows: readonly PictureRow[],
  before: readonly PictureRow[] | null,
): LevelPictureProps {
  const { levels } = framework.scale
  const then = rows.map(({ key }) => before?.find((one) => one.key === key))
  const earlier: LevelCurve[] = before
    ? [
        { kind: 'earlier-now', name: 'Used then', values: then.map((row) => row?.uses ?? null) },
        { kind: 'earlier-stretch', name: 'Stretch then', values: then.map((row) => row?.stretch ?? null) },
      ]
    : []
  const can = rows.map((row) => (row.can !== row.uses ? row.can : null))
  return {
    id: `levels-${framework.slug}`,
    title: `${framework.title}: used now, and stretch`,
    description: describe(rows, levels),
    axes: rows.map(({ name }) => name),
    levels: ringNames(levels),
    curves: [
      { kind: 'now', name: 'Used now', values: rows.map(({ uses }) => uses) },
      { kind: 'stretch', name: 'Stretch: wanted for this job', values: rows.map(({ stretch }) => stretch) },
      ...earlier,
    ],
    ...(can.some((place) => place !== null) && { marks: { name: 'Can, but seldom used', values: can } }),
  }
}

/** The names of the rings, which have room for numbers only. */
export function RingLegend({ levels }: { levels: readonly Level[] }) {
  return (
    <figcaption class="small soft">
      {levels.some(({ number }) => number !== null)
        ? `From the centre: ${levels.map(levelLabel).join(', ')}.`
        : 'The outermost is the highest level.'}
    </figcaption>
  )
}

function HowToRead({ hasBefore }: { hasBefore: boolean }) {
  return (
    <p class="measure">
      The filled shape is what you use in your job now. The dashed line is what you want for this job: the
      room between them is your stretch. Where nothing is known the lines are broken and the field is hatched.
      {hasBefore && ' The thin grey lines are the earlier round.'}
    </p>
  )
}

const roundName = (round: Workbook) => ({ value: round.id, label: dayOf(round.changedAt) })
const dayOf = (at: Date) =>
  at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

function Compare({
  framework,
  earlier,
  chosen,
}: {
  framework: Framework
  earlier: Workbook[]
  chosen: string
}) {
  return (
    <form class="row compare screen-only" method="get" action={links.profilePicture(framework.slug)}>
      <Choice
        label="Compare with the round of"
        name="before"
        value={chosen}
        options={[{ value: '', label: 'none' }, ...earlier.map(roundName)]}
      />
      <Button>Compare</Button>
    </form>
  )
}

function Changes({ changes, round }: { changes: Change[]; round: Workbook }) {
  const changed = changes.filter(({ says }) => says.length > 0)
  return (
    <section class="block" aria-labelledby="changes">
      <h2 id="changes">
        What has changed since <Day at={round.changedAt} />
      </h2>
      {changed.length === 0 ? (
        <p>Nothing has changed since then.</p>
      ) : (
        <Table
          caption="Changes, competency by competency"
          heads={['Competency', 'What has changed']}
          rows={changed.map(({ key, name, says }) => ({
            key,
            cells: [
              name,
              <ul class="plain-list">
                {says.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>,
            ],
          }))}
        />
      )}
      {changed.length > 0 && changed.length < changes.length && (
        <p class="soft small">
          Unchanged:{' '}
          {changes
            .filter(({ says }) => says.length === 0)
            .map(({ name }) => name)
            .join(', ')}
          .
        </p>
      )}
    </section>
  )
}

interface LevelTableProps {
  framework: Framework
  rows: PictureRow[]
  /** Where "why?" leads; null: nowhere. */
  hrefOf(key: string): string | null
}

/** The levels as words, with what the framework says somebody does there, how sure they are, and why. */
export function LevelTable({ framework, rows, hrefOf }: LevelTableProps) {
  const cell = (key: string, place: number | null) => (
    <LevelCell framework={framework} at={key} place={place} />
  )
  return (
    <div class="level-table">
      <Table
        stacks
        caption="A level is followed by the first thing that the framework says of it."
        heads={['Competency', 'Used now', 'Can', 'Wanted for this job', 'How sure']}
        rows={rows.map((row) => {
          const why = hrefOf(row.key)
          return {
            key: row.key,
            cells: [
              row.name,
              cell(row.key, row.uses),
              row.can === row.uses && row.can !== null ? (
                <span class="soft small">the same</span>
              ) : (
                cell(row.key, row.can)
              ),
              row.stretch === row.can && row.stretch !== null ? (
                <span class="soft small">no further</span>
              ) : (
                cell(row.key, row.stretch)
              ),
              <span class="small">
                {sureWords(row)}
                {row.asOf && (
                  <span class="soft block-line">
                    <Day at={row.asOf} />
                  </span>
                )}
                {why && (
                  <a class="block-line" href={why} aria-label={`Why: ${row.name}`}>
                    Why?
                  </a>
                )}
              </span>,
            ],
          }
        })}
      />
    </div>
  )
}

function LevelCell({ framework, at, place }: { framework: Framework; at: string; place: number | null }) {
  const { levels } = framework.scale
  if (place === null) return <span class="not-known small">not known</span>
  const level = levels[place - 1]
  if (!level) return <span class="small">no level yet</span>
  return (
    <>
      <LevelTag number={level.number} name={level.name} step={stepOf(place - 1, levels.length)} />
      <span class="small soft block-line level-words">{wordsAt(framework, at, place)}</span>
    </>
  )
}
