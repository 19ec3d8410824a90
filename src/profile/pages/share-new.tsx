import type { Framework } from '#framework/model.ts'
import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Choice, Field, type Messages, Problems } from '#web/field.tsx'
import { nameOf, picture, placeWords } from '../picture.ts'
import { DAYS, type RowRef, refText } from '../share.ts'
import { storyName } from '../story.ts'
import { ProfileFrame } from './frame.tsx'
import type { Content } from './shared-content.tsx'

export interface ShareTyped {
  rows: string[]
  people: string[]
  names: string
  link: boolean
  days: string
  note: string
}

export const NOTHING_TYPED: ShareTyped = {
  rows: [],
  people: [],
  names: '',
  link: false,
  days: '30',
  note: '',
}

interface ShareNewPageProps {
  content: Content
  likely: { id: string; name: string; title: string | null }[]
  typed: ShareTyped
  errors?: Messages
}

/** Choosing rows, people and an end: everything on one page, so that it is seen at once what is given away to whom. */
export function ShareNewPage({ content, likely, typed, errors = {} }: ShareNewPageProps) {
  const { levels, stories, evidence, activities } = content
  const isEmpty = levels.length + stories.length + evidence.length + activities.length === 0
  return (
    <ProfileFrame
      title="Share some rows"
      tab="sharing"
      crumbs={[{ label: 'Sharing', href: links.profileShares() }]}
      lead="Only what you tick is shown, to those whom you name, until the day that you choose."
    >
      {isEmpty ? (
        <Empty
          title="There is nothing to share yet"
          action={
            <ButtonLink kind="primary" href={links.workbooks()}>
              Go to the workbook
            </ButtonLink>
          }
        >
          <p>
            Answer statements in your workbook, tell a story or note evidence. Then you can share single rows
            of it.
          </p>
        </Empty>
      ) : (
        <form class="share-form" method="post" action={links.profileShares()}>
          <Problems errors={errors} />
          <h2>What</h2>
          {errors.rows && <p class="error">{errors.rows}</p>}
          <Levels content={content} typed={typed} />
          <Things content={content} typed={typed} />
          <h2>With whom</h2>
          <Whom likely={likely} typed={typed} errors={errors} />
          <h2>For how long</h2>
          <Choice
            label="It ends"
            name="days"
            value={typed.days}
            hint="You can take it back before at any time. A link always ends."
            error={errors.days}
            options={[
              { value: '', label: 'when I take it back (not for a link)' },
              ...DAYS.map((days) => ({
                value: String(days),
                label: days === 1 ? 'after one day' : `after ${days} days`,
              })),
            ]}
          />
          <Field
            label="A word to them"
            name="note"
            value={typed.note}
            hint="Why you share it, if you like. They see it."
            error={errors.note}
          />
          <p>
            <Button kind="primary">Share these rows</Button>
          </p>
        </form>
      )}
    </ProfileFrame>
  )
}

interface TickProps {
  row: RowRef
  typed: ShareTyped
  label: string
  note?: string
}

function Tick({ row, typed, label, note }: TickProps) {
  const value = refText(row)
  return (
    <li>
      <label class="tick">
        <input type="checkbox" name="row" value={value} checked={typed.rows.includes(value)} />
        <span>
          {label}
          {note && <span class="small soft block-line">{note}</span>}
        </span>
      </label>
    </li>
  )
}

function Levels({ content, typed }: { content: Content; typed: ShareTyped }) {
  return (
    <>
      {content.frameworks
        .filter(({ id }) => content.levels.some(({ framework }) => framework === id))
        .map((framework) => (
          <fieldset key={framework.id}>
            <legend>Levels of {framework.title}</legend>
            <p class="small soft">
              A level shows what you use now, what you can, and what you want to develop for this job, as it
              is on the day on which they look.
            </p>
            <ul class="ticks">
              {levelRows(framework, content).map(({ key, name, says }) => (
                <Tick
                  key={key}
                  row={{ kind: 'level', framework: framework.id, competency: key }}
                  typed={typed}
                  label={name}
                  note={says}
                />
              ))}
            </ul>
          </fieldset>
        ))}
    </>
  )
}

function levelRows(framework: Framework, { levels }: Content) {
  const known = new Set(
    levels.filter((one) => one.framework === framework.id).map(({ competency }) => competency),
  )
  const words = (place: number | null) => placeWords(place, framework.scale.levels)
  return picture(framework, levels)
    .filter(({ key }) => known.has(key))
    .map(({ key, name, uses, can, stretch }) => ({
      key,
      name,
      says: `uses ${words(uses)}; can ${words(can)}; wants ${words(stretch)}`,
    }))
}

function Things({ content, typed }: { content: Content; typed: ShareTyped }) {
  const { stories, evidence, activities, frameworks } = content
  const cellOf = (framework: string, competency: string) => {
    const found = frameworks
      .find(({ id }) => id === framework)
      ?.competencies.find(({ key }) => key === competency)
    return found ? nameOf(found) : competency
  }
  const groups: { legend: string; rows: { row: RowRef; label: string; note?: string }[] }[] = [
    {
      legend: 'Stories',
      rows: stories.map(({ story }) => ({
        row: { kind: 'story', thing: story.id },
        label: storyName(story),
      })),
    },
    {
      legend: 'Activities in your own words',
      rows: activities.map(({ id, text, framework, competency }) => ({
        row: { kind: 'activity', thing: id },
        label: text,
        note: cellOf(framework, competency),
      })),
    },
    {
      legend: 'Evidence',
      rows: evidence.map(({ id, text, frameworkId, competency, writtenBy }) => ({
        row: { kind: 'evidence', thing: id },
        label: text,
        note: `${cellOf(frameworkId, competency)}; written by ${writtenBy.name}`,
      })),
    },
  ]
  return (
    <>
      {groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ legend, rows }) => (
          <fieldset key={legend}>
            <legend>{legend}</legend>
            <ul class="ticks">
              {rows.map((one) => (
                <Tick key={refText(one.row)} {...one} typed={typed} />
              ))}
            </ul>
          </fieldset>
        ))}
    </>
  )
}

function Whom({ likely, typed, errors }: Pick<ShareNewPageProps, 'likely' | 'typed'> & { errors: Messages }) {
  return (
    <>
      {likely.length > 0 && (
        <fieldset>
          <legend>People</legend>
          <ul class="ticks">
            {likely.map(({ id, name, title }) => (
              <li key={id}>
                <label class="tick">
                  <input type="checkbox" name="person" value={id} checked={typed.people.includes(id)} />
                  <span>
                    {name}
                    {title && <span class="small soft block-line">{title}</span>}
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      <Field
        label="Names, a line each"
        name="people"
        rows={3}
        value={typed.names}
        hint="Anybody of the organisation, by the full name, the e-mail address or the number."
        error={errors.people}
      />
      <label class="tick">
        <input type="checkbox" name="link" value="yes" checked={typed.link} />
        <span>
          Make a link
          <span class="small soft block-line">
            For people outside: whoever has the link sees the rows without signing in. You are shown it once.
          </span>
        </span>
      </label>
    </>
  )
}
