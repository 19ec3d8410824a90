import { links } from '#routes.ts'
import { stepOf } from '#web/level-tag.tsx'
import { Matrix, type MatrixBlock } from '#web/matrix.tsx'
import { type Competency, type Framework, type Group, indicatorsAt, type Level } from '../model.ts'
import { beginning, counted } from './words.ts'

/** A table helps when there is something to compare: at least two competencies by at least two, at most seven levels. */
export function fitsMatrix({ scale, competencies }: Framework): boolean {
  const { length } = scale.levels
  return competencies.length >= 2 && length >= 2 && length <= 7
}

/** So many competencies that one wants to look for one by name. */
export function isLong({ competencies }: Framework): boolean {
  return competencies.length > 15
}

/** The competencies with those of no group first, then group by group. */
function byGroup({ groups, competencies }: Framework): { group: Group | null; competencies: Competency[] }[] {
  const known = new Set(groups.map((group) => group.key))
  const loose = competencies.filter((c) => c.group === null || !known.has(c.group))
  const parts = groups.map((group) => ({
    group,
    competencies: competencies.filter((c) => c.group === group.key),
  }))
  return [{ group: null, competencies: loose }, ...parts].filter((part) => part.competencies.length > 0)
}

/** Competencies by levels: how many statements there are, and how the first begins. */
export function CompetencyMatrix({ framework }: { framework: Framework }) {
  const { levels } = framework.scale
  const blocks = byGroup(framework).map(
    ({ group, competencies }): MatrixBlock => ({
      key: group?.key ?? '',
      title: group && <GroupName group={group} />,
      rows: competencies.map((competency) => ({
        key: competency.key,
        head: <CompetencyLink slug={framework.slug} competency={competency} />,
        cells: levels.map((level) => cellOf(framework.slug, competency, level)),
      })),
    }),
  )
  const matrix = (
    <Matrix
      caption={`${framework.title}: competencies by level`}
      corner="Competency"
      blocks={blocks}
      columns={levels.map((level, i) => ({
        key: level.key,
        step: stepOf(i, levels.length),
        head: <LevelHead level={level} />,
      }))}
    />
  )
  return isLong(framework) ? <find-rows label="Find a competency">{matrix}</find-rows> : matrix
}

function cellOf(slug: string, competency: Competency, level: Level) {
  const [first, ...rest] = indicatorsAt(competency, level.key)
  if (!first) return null
  return (
    <a href={links.competencyLevel(slug, competency.key, level.key)}>
      <b class="number">
        {rest.length + 1}
        <span class="unseen"> {rest.length === 0 ? 'statement: ' : 'statements, the first: '}</span>
      </b>
      <span class="begins">{beginning(first.text, 64)}</span>
    </a>
  )
}

function LevelHead({ level }: { level: Level }) {
  if (level.name === null) return <span>Level {level.number}</span>
  return (
    <span>
      {level.number !== null && <b>{level.number} </b>}
      {level.name}
    </span>
  )
}

function GroupName({ group }: { group: Group }) {
  return (
    <>
      {group.code && <span class="code">{group.code}</span>} {group.name}
    </>
  )
}

function CompetencyLink({ slug, competency }: { slug: string; competency: Competency }) {
  return (
    <a href={links.competency(slug, competency.key)}>
      {competency.code && <span class="code">{competency.code}</span>} {competency.name}
    </a>
  )
}

/** Competencies one below the other, with what each means. A single one shows the whole of it, with its levels. */
export function CompetencyList({ framework }: { framework: Framework }) {
  const alone = framework.competencies.length === 1
  return (
    <>
      {byGroup(framework).map(({ group, competencies }) => (
        <section key={group?.key ?? ''} class="list-group">
          {group && (
            <h3>
              <GroupName group={group} />
            </h3>
          )}
          <ul class="entries">
            {competencies.map((competency) => (
              <li key={competency.key}>
                <p class="entry-title">
                  <CompetencyLink slug={framework.slug} competency={competency} />
                </p>
                {competency.definition && (
                  <p>{alone ? competency.definition : beginning(competency.definition, 280)}</p>
                )}
                <p class="facts">
                  <span>{counted(competency.statements.length, 'statement')}</span>
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
