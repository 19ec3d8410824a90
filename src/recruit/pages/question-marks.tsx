import type { QuestionFault } from '../kit/question-check.ts'

/** What the checker says of a question, the words before the reason. */
export function QuestionMarks({ marks }: { marks: readonly QuestionFault[] }) {
  if (marks.length === 0) return null
  return (
    <div class="notice warning" role="status">
      <p class="notice-title">Look at these words again</p>
      <ul class="flow">
        {marks.map(({ words, says }) => (
          <li key={says}>
            “<mark>{words}</mark>”: {says}
          </li>
        ))}
      </ul>
    </div>
  )
}
