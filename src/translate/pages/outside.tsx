import type { Framework } from '#framework/model.ts'
import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Notice } from '#web/notice.tsx'
import { Scroll } from '#web/table.tsx'
import type { Choice, Message } from '../choice.ts'
import { cellName } from '../judgement.ts'
import { Cell } from './cell.tsx'
import { type Reach, TranslateFrame } from './frame.tsx'

interface OutsideProps {
  framework: Framework
  text: string
  host: string
  model: string
  messages: Message[]
  seal: string
  choice: Choice | null
  reach: Reach
}

/** Shows the exact text before it leaves; then what came back. */
export function OutsidePage(props: OutsideProps) {
  const { framework, text, host, model, messages, seal, choice, reach } = props
  return (
    <TranslateFrame
      title={choice ? `What ${model} says` : `Ask ${model} at ${host}`}
      crumbs={[]}
      reach={reach}
      lead={`“${text}”`}
    >
      {choice ? (
        <Chosen framework={framework} choice={choice} host={host} />
      ) : (
        <>
          <Notice kind="warning" title={`This text would leave Sightline for ${host}`}>
            <p>
              All of it stands below, nothing is added. Whoever runs {host} can read it. If it names somebody,
              go back and take the name out.
            </p>
          </Notice>
          <form class="block" method="post" action={links.translateEndpointQuestion()}>
            <input type="hidden" name="text" value={text} />
            <input type="hidden" name="framework" value={framework.slug} />
            <input type="hidden" name="shown" value={seal} />
            <Button kind="primary">{`Send it to ${host}`}</Button>
          </form>
        </>
      )}
      <section class="block" aria-labelledby="sent">
        <h2 id="sent">{choice ? 'What was sent' : 'What would be sent'}</h2>
        {messages.map(({ role, content }) => (
          <Scroll key={role} label={`The message of the ${role}`}>
            <pre class="leaves">{content}</pre>
          </Scroll>
        ))}
      </section>
    </TranslateFrame>
  )
}

function Chosen({ framework, choice, host }: { framework: Framework; choice: Choice; host: string }) {
  return (
    <section class="reading" aria-label="The choice">
      <p class="answer-words">
        <b>{cellName(framework, choice)}</b>
      </p>
      {choice.reason && <p>Its reason: {choice.reason}</p>}
      <Cell
        framework={framework}
        competency={choice.competency}
        levels={choice.level === null ? [] : [choice.level]}
      />
      <p class="small soft">
        Chosen by a language model at {host} among the likeliest that Sightline had found. It can be wrong,
        and so can its reason.
      </p>
    </section>
  )
}
