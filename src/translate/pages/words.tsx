import { carrying, placesOf, type WordsOfAnswer } from '../answer.ts'
import { Marked } from './share.tsx'

/** Which words carry the answer above: without them it would be another, or less sure. */
export function WordsSection({ words: { text, through } }: { words: WordsOfAnswer }) {
  const all = through.map(({ framework, words }) => ({ framework, ...carrying(words) }))
  const marked = all.flatMap(({ competency, level }) => [...competency, ...level])
  if (marked.length === 0)
    return (
      <p class="answer-rests small soft">No single word of it carries the answer: it rests on the whole.</p>
    )
  return (
    <div class="answer-rests">
      <p>
        <Marked text={text} ranges={placesOf(text, marked)} />
      </p>
      {all.map(({ framework, competency, level }) => (
        <p key={framework.slug} class="small soft">
          {through.length > 1 && `${framework.title}: `}
          {sentence(framework.competencies.length > 1 ? competency : [], level)}
        </p>
      ))}
    </div>
  )
}

function sentence(competency: string[], level: string[]): string {
  const about = (words: string[], what: string) =>
    words.length === 0 ? [] : [`without ${listed(words)} the ${what} would be less sure, or another`]
  const said = [...about(competency, 'competency'), ...about(level, 'level')].join('; ')
  return said === ''
    ? 'No single word carries the answer.'
    : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
}

function listed(words: string[]): string {
  const quoted = words.map((word) => `“${word}”`)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`
}
