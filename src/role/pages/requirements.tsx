import type { Framework } from '#framework/model.ts'
import { links } from '#routes.ts'
import { LevelTag, stepOf } from '#web/level-tag.tsx'
import { Table } from '#web/table.tsx'
import { IMPORTANCE_WORDS, type Requirement } from '../model.ts'
import { goneFrom, learningWords, placeOf } from '../requirement.ts'

interface RequirementsProps {
  requirements: readonly Requirement[]
  frameworks: ReadonlyMap<string, Framework>
  caption: string
  /** Of a draft: where a requirement is changed. */
  change?: (requirement: Requirement) => string
}

/** What the job needs, a row each, with the words of the level one glance away. */
export function RequirementsTable({ requirements, frameworks, caption, change }: RequirementsProps) {
  const rows = requirements.map((one) => ({
    key: `${one.framework} ${one.competency}`,
    cells: [
      <Name requirement={one} framework={frameworks.get(one.framework)} />,
      <Level requirement={one} framework={frameworks.get(one.framework)} />,
      <>
        {learningWords(one)}
        {one.analysis && <span class="hint small">as the analysis says</span>}
      </>,
      <>
        {IMPORTANCE_WORDS[one.importance]}
        {one.must && <span class="must-tag">must-have</span>}
      </>,
      <>
        {one.why ?? <span class="soft">No reason given</span>}
        {change && (
          <p class="small">
            <a href={change(one)}>
              Change<span class="unseen"> {one.words.competency}</span>
            </a>
          </p>
        )}
      </>,
    ],
  }))
  return (
    <Table
      caption={caption}
      heads={['Competency', 'The job uses at most', 'What one brings', 'How much it matters', 'Why']}
      rows={rows}
      stacks
    />
  )
}

interface CellProps {
  requirement: Requirement
  framework: Framework | undefined
}

function Name({ requirement, framework }: CellProps) {
  const gone = goneFrom(framework, requirement)
  const { words, competency } = requirement
  return (
    <>
      {gone || !framework ? (
        words.competency
      ) : (
        <a href={links.competency(framework.slug, competency)}>{words.competency}</a>
      )}
      <span class="hint small">{words.framework}</span>
      {gone && <span class="gone small">{gone} Here are the words that it had.</span>}
    </>
  )
}

function Level({ requirement, framework }: CellProps) {
  const { words, level } = requirement
  const place = framework ? placeOf(framework, level) : 0
  const tag =
    framework && place > 0 ? (
      <LevelTag number={null} name={words.level} step={stepOf(place - 1, framework.scale.levels.length)} />
    ) : (
      <b>{words.level}</b>
    )
  if (words.statements.length === 0) return tag
  return (
    <details class="words-of">
      <summary>{tag}</summary>
      <ul class="statements small">
        {words.statements.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </details>
  )
}
