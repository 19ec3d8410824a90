import { type Framework, type Level, levelLabel } from '#framework/model.ts'
import { LevelTag, stepOf } from '#web/level-tag.tsx'
import { statementsIn } from '../coverage.ts'
import type { Cell } from '../story.ts'

interface CellProps {
  framework: Framework
  cell: Cell
  /** Where the competency's name leads to. */
  href?: string
}

/** A level of this framework as its tag; a level that is gone is said by its key. */
export function LevelOf({ framework: { scale }, level }: { framework: Framework; level: string }) {
  const found = scale.levels.find(({ key }) => key === level)
  if (!found) return <span class="kind-tag">{level}</span>
  return (
    <LevelTag
      number={found.number}
      name={found.name}
      step={stepOf(scale.levels.indexOf(found), scale.levels.length)}
    />
  )
}

/** A competency and a level, the one as words and the other as its tag. */
export function CellTag({ framework, cell, href }: CellProps) {
  const name = <CompetencyName framework={framework} id={cell.competency} />
  return (
    <span class="cell-tag">
      {href ? <a href={href}>{name}</a> : <span>{name}</span>}{' '}
      <LevelOf framework={framework} level={cell.level} />
    </span>
  )
}

function CompetencyName({ framework, id }: { framework: Framework; id: string }) {
  const found = framework.competencies.find(({ key }) => key === id)
  if (!found) return <>{id}</>
  return (
    <>
      {found.code && <span class="code">{found.code} </span>}
      {found.name}
    </>
  )
}

/** What people can be seen to do in this cell, in the framework's words. */
export function CellWords({ framework, cell }: Omit<CellProps, 'href'>) {
  const level = framework.scale.levels.find(({ key }) => key === cell.level)
  const statements = level ? statementsIn(framework, { key: cell.competency }, level) : []
  if (!level || statements.length === 0)
    return <p class="soft">{level?.description ?? 'The framework describes nothing here.'}</p>
  return (
    <ul class="statements">
      {statements.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

/** "A2 Monitoring and guiding reactions, level 3", to be read out. */
export function cellWords({ competencies, scale }: Framework, { competency, level }: Cell): string {
  const found = competencies.find(({ key }) => key === competency)
  const at: Level | undefined = scale.levels.find(({ key }) => key === level)
  return `${found?.code ?? found?.name ?? competency}, ${at ? levelLabel(at) : level}`
}
