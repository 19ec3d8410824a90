import type { Framework } from '#framework/model.ts'
import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { MOST_IN_EXAMPLE } from '../judgement.ts'
import type { NearTie } from '../near-tie.ts'
import { CellFields } from './cell-fields.tsx'
import { Keeping } from './keeping.tsx'

interface AskProps {
  text: string
  slug: string
  tie: NearTie
  chosen: { framework: string; beside: string }
}

/** The question that tells the two likeliest apart; answering asks again, with the answer. */
export function AskApart({ text, slug, tie, chosen }: AskProps) {
  return (
    <form class="ask-apart" method="post" action={links.translate()}>
      <input type="hidden" name="text" value={text} />
      <input type="hidden" name="framework" value={chosen.framework} />
      <input type="hidden" name="beside" value={chosen.beside} />
      <input type="hidden" name="about" value={slug} />
      <p>
        <b>{tie.question}</b>
      </p>
      <div class="row">
        {tie.answers.map((answer) => (
          <Button key={answer.key} name="rather" value={answer.key}>
            {answer.text}
          </Button>
        ))}
      </div>
    </form>
  )
}

interface OutsideProps {
  text: string
  slug: string
  host: string
}

/** Leads to the page that shows what would leave; nothing is sent by this. */
export function AskOutside({ text, slug, host }: OutsideProps) {
  return (
    <form method="post" action={links.translateEndpointQuestion()}>
      <input type="hidden" name="text" value={text} />
      <input type="hidden" name="framework" value={slug} />
      <button type="submit" class="as-link">
        Ask the language model at {host}: first see what would be sent
      </button>
    </form>
  )
}

interface JudgingProps {
  text: string
  framework: Framework
  cell: { competency: string; level: string | null }
  id: string
}

/** Accept or correct; says what is kept before anything is. */
export function Judging({ text, framework, cell, id }: JudgingProps) {
  if (text.length > MOST_IN_EXAMPLE) return null
  return (
    <details class="judging">
      <summary>Is this right?</summary>
      <form method="post" action={links.translateJudgements()} data-judging>
        <input type="hidden" name="framework" value={framework.slug} />
        <input type="hidden" name="text" value={text} />
        <CellFields framework={framework} competency={cell.competency} level={cell.level} id={id} />
        <Keeping text={text} />
        <Button>Save my judgement</Button>
      </form>
    </details>
  )
}
