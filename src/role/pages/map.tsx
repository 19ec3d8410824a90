import { competencyLabel, levelLabel } from '#framework/model.ts'
import { teamOptions } from '#people/pages/team-options.ts'
import { countedPeople } from '#people/words.ts'
import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Choice } from '#web/field.tsx'
import { LevelTag, stepOf } from '#web/level-tag.tsx'
import { Notice } from '#web/notice.tsx'
import { Page } from '#web/page.tsx'
import { Pager } from '#web/pager.tsx'
import { FIELDS, MAP_PAGE, type MapField, type MapFilter, mapQuery } from '../map.ts'
import { MapList } from './map-list.tsx'
import type { MapPageProps, ShownProps } from './map-props.ts'
import { MapTable } from './map-table.tsx'

const FIELD_WORDS: Record<MapField, string> = {
  all: 'All three',
  can: 'What they can',
  uses: 'What they use',
  required: 'What the role needs',
}

/** People by competencies, as far as people share them with whoever looks. */
export function MapPage(props: MapPageProps) {
  const { yardstick, total, filter } = props
  return (
    <Page
      title="The team’s map"
      current={links.roles()}
      crumbs={[{ label: 'Roles', href: links.roles() }]}
      styles={['role-map']}
    >
      <header class="page-head">
        <h1>The team’s map</h1>
        <p class="lead">
          Who can, uses and needs what, as far as people share it with you. “Not shared” says nothing about a
          level: it is neither unknown nor zero.
        </p>
      </header>
      <Filter {...props} />
      {yardstick && total > 0 ? <Shown {...props} yardstick={yardstick} /> : <Nobody filter={filter} />}
    </Page>
  )
}

function Filter({ filter, teams, places, roles, yardsticks, yardstick }: MapPageProps) {
  const named = (all: string, things: { id: string; name: string }[]) => [
    { value: '', label: all },
    ...things.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const levels = yardstick?.scale.levels ?? []
  return (
    <search>
      <form class="map-filter" action={links.roleMap()}>
        <Choice
          label="Framework"
          name="framework"
          value={yardstick?.slug}
          options={yardsticks.map(({ slug, title }) => ({ value: slug, label: title }))}
        />
        <Choice
          label="Team"
          name="team"
          value={filter.team}
          options={[{ value: '', label: 'All teams' }, ...teamOptions(teams)]}
        />
        <Choice label="Place" name="place" value={filter.place} options={named('All places', places)} />
        <Choice
          label="Role"
          name="role"
          value={filter.role}
          options={named(
            'All roles',
            roles.map(({ id, title }) => ({ id, name: title })),
          )}
        />
        <Choice
          label="Who can at least"
          name="level"
          value={filter.level === undefined ? '' : String(filter.level)}
          options={[
            { value: '', label: 'Any level' },
            ...levels.map((level, i) => ({ value: String(i + 1), label: levelLabel(level) })),
          ]}
        />
        <Choice
          label="Of"
          name="competency"
          value={filter.competency}
          options={[
            { value: '', label: 'Any competency' },
            ...(yardstick?.competencies ?? []).map(({ key, code, name }) => ({
              value: key,
              label: competencyLabel({ code, name }),
            })),
          ]}
        />
        <Choice
          label="Who"
          name="sharing"
          value={filter.sharing ? 'yes' : ''}
          options={[
            { value: '', label: 'Everybody' },
            { value: 'yes', label: 'Only who shares with me' },
          ]}
        />
        {filter.show && <input type="hidden" name="show" value={filter.show} />}
        {filter.words && <input type="hidden" name="as" value="words" />}
        <Button>Show</Button>
      </form>
    </search>
  )
}

function Shown(props: ShownProps) {
  const { filter, total, yardstick } = props
  const page = filter.page ?? 1
  const pages = Math.ceil(total / MAP_PAGE)
  return (
    <>
      {props.columns.every(({ shared }) => shared === 0) && <NothingShared yardstick={yardstick} />}
      <Switches filter={filter} />
      <p class="soft small">
        {countedPeople(total)}
        {pages > 1 && `, page ${page} of ${pages}`}. {yardstick.title}.
      </p>
      {!filter.words && (
        <div class="map-wide">
          <MapTable {...props} />
        </div>
      )}
      <div class={filter.words ? undefined : 'map-narrow'}>
        <MapList {...props} />
      </div>
      <Legend {...props} />
      <Pager
        label="Pages of the map"
        page={page}
        pages={pages}
        href={(to) => links.roleMap(mapQuery({ ...filter, page: to === 1 ? undefined : to }))}
      />
    </>
  )
}

/** Levels belong to the people: said at once, with how they come here. */
function NothingShared({ yardstick }: Pick<ShownProps, 'yardstick'>) {
  return (
    <Notice title={`Nobody here shares a level of ${yardstick.title} with you yet`}>
      <p>
        What the roles need stands here all the same. If you want to see more, tell people what for: whoever
        likes can share single levels with you, under Profile, Sharing.
      </p>
    </Notice>
  )
}

/** What the cells show, and as what: links, so that a view can be sent to somebody. */
function Switches({ filter }: { filter: MapFilter }) {
  const current = filter.show ?? 'all'
  return (
    <div class="row map-switches">
      <nav aria-label="What the cells show">
        <ul class="switch">
          {FIELDS.map((field) => (
            <li key={field}>
              <a
                href={links.roleMap(mapQuery({ ...filter, show: field === 'all' ? undefined : field }))}
                aria-current={field === current ? 'true' : undefined}
              >
                {FIELD_WORDS[field]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <a class="map-as" href={links.roleMap(mapQuery({ ...filter, words: filter.words ? undefined : true }))}>
        {filter.words ? 'Show as a table' : 'Show in words'}
      </a>
      <a href={links.roleMapFile(mapQuery({ ...filter, page: undefined }))}>Take it along (.csv)</a>
    </div>
  )
}

/** The levels' own words, one glance away, and what is no level. */
function Legend({ yardstick }: ShownProps) {
  const { levels } = yardstick.scale
  return (
    <div class="map-legend">
      <ul class="row">
        {levels.map((level, i) => (
          <li key={level.key}>
            <LevelTag
              number={i + 1}
              name={levelLabel({ ...level, number: null }).replace(/^Level \?$/, `Level ${i + 1}`)}
              step={stepOf(i, levels.length)}
            />
          </li>
        ))}
      </ul>
      <p class="soft small">
        Hatched: nothing was answered. A dot: not shared with you. 0: answered, and no level is reached. What
        each level means stands under <a href={links.framework(yardstick.slug)}>{yardstick.title}</a>. People
        see that you looked.
      </p>
    </div>
  )
}

function Nobody({ filter }: { filter: MapFilter }) {
  const isNarrowed = Object.keys(mapQuery(filter)).some((key) => key !== 'show' && key !== 'as')
  return (
    <Empty
      title={isNarrowed ? 'Nobody is here by this choice' : 'There is nobody here yet'}
      action={isNarrowed && <ButtonLink href={links.roleMap()}>Show everybody</ButtonLink>}
    >
      <p>
        {filter.level || filter.sharing
          ? 'Only levels that people share with you can be found here. Take away a filter, or ask them whether they want to share.'
          : 'Take away a filter, or add people first.'}
      </p>
    </Empty>
  )
}
