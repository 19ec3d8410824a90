import { ANSWER_WORDS, ANSWERS, type Answer } from '../model.ts'
import type { Question } from '../order.ts'
import { answerField, shownField } from '../workbook.ts'

interface QuestionProps {
  question: Question
  /** Null: no answer. */
  answer: Answer | null
  /** Can be answered; else only the answer is shown. */
  isOpen: boolean
}

/** One statement and its five answers; a sixth takes the answer away. */
export function QuestionField({ question: { id, text }, answer, isOpen }: QuestionProps) {
  if (!isOpen) return <Answered id={id} text={text} answer={answer} />
  return (
    <fieldset class="question" id={`s-${id}`} data-statement={id}>
      <legend>{text}</legend>
      <div class="choices">
        {ANSWERS.map((one) => (
          <label key={one} title={ANSWER_WORDS[one].label}>
            <input type="radio" name={answerField(id)} value={one} checked={answer === one} />
            <span>{ANSWER_WORDS[one].short}</span>
          </label>
        ))}
        <label class="no-answer">
          <input type="radio" name={answerField(id)} value="" checked={answer === null} />
          <span>No answer</span>
        </label>
      </div>
      <input type="hidden" name={shownField(id)} value={answer ?? ''} />
    </fieldset>
  )
}

function Answered({ id, text, answer }: { id: string; text: string; answer: Answer | null }) {
  return (
    <div class="question answered" id={`s-${id}`}>
      <p>{text}</p>
      <p class={answer ? 'said' : 'said soft'}>{answer ? ANSWER_WORDS[answer].label : 'No answer'}</p>
    </div>
  )
}
