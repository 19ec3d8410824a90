import { Table } from '#web/table.tsx'
import type { Question } from '../model.ts'
import { rangeWords } from './words.ts'

interface AnchorsTableProps {
  question: Question
  /** Names of levels by criterion and key. */
  levels: ReadonlyMap<string, string>
  /** What the question is about. */
  name: string
}

/** What an answer in each range sounds like, the highest on top. */
export function AnchorsTable({ question, levels, name }: AnchorsTableProps) {
  const rows = question.anchors.toReversed().map((anchor) => ({
    key: String(anchor.from),
    cells: [
      <>
        <b class="range">{rangeWords(anchor)}</b> {anchor.label}
        {anchor.level !== null && (
          <span class="hint">{levels.get(`${question.criterion} ${anchor.level}`) ?? anchor.level}</span>
        )}
      </>,
      anchor.texts.length > 0 ? (
        <ul class="anchor-texts">
          {anchor.texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : (
        <span class="warn">Nothing is described yet.</span>
      ),
    ],
  }))
  return (
    <Table
      stacks
      caption={`Rating guide for ${name}, 1 to ${question.points}; “no response” stands apart`}
      heads={['Rating', 'What an answer sounds like']}
      rows={rows}
    />
  )
}
