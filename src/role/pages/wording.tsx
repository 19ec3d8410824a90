import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { MARK_KINDS, MARK_WORDS } from '../wording/mark.ts'
import type { WordingReport } from '../wording/report.ts'
import { RoleFrame } from './frame.tsx'
import { MarkedText, MarkList, ReadingFacts } from './wording-marks.tsx'

interface WordingProps {
  text: string
  /** Null before anything was asked. */
  report: WordingReport | null
  errors?: Messages
}

/** What to try, invented, with most of what is marked in it. */
export const TRIAL = `We are looking for a dynamic, young team player with excellent communication skills and a can-do attitude for our fast-paced contact centre.

- Degree or at least 3 years' experience in customer service
- Native English speaker
- Answers letters and calls, liaises with the field teams and takes on other duties as required
- Competitive salary`

/** Any text about a job, looked through for words that hide the work or turn people away. */
export function WordingPage({ text, report, errors = {} }: WordingProps) {
  return (
    <RoleFrame
      title="Wording checker"
      styles={['role-text']}
      lead="Paste a description or an advert. Sightline marks what hides the work or turns people away, says why, and offers what to write instead."
    >
      <form class="stack wide" method="post" action={links.roleWording()} noValidate>
        <Problems errors={errors} />
        <Field
          label="The text"
          name="text"
          rows={report ? 8 : 12}
          value={text}
          error={errors.text}
          hint="Plain text in English, British or American. Nothing of it is kept."
        />
        <div class="row">
          <Button kind="primary">Check the wording</Button>
          {!report && (
            <ButtonLink href={`${links.roleWording()}?try=advert`}>Try it with an invented advert</ButtonLink>
          )}
        </div>
      </form>
      {report ? <Result report={report} /> : <WhatIsMarked />}
    </RoleFrame>
  )
}

function Result({ report }: { report: WordingReport }) {
  const [part] = report.parts
  return (
    <section class="block" aria-labelledby="result">
      <h2 id="result">What to look at</h2>
      <ReadingFacts report={report} />
      {report.advice.map((one) => (
        <Notice kind="warning" key={one}>
          <p>{one}</p>
        </Notice>
      ))}
      {report.count === 0 ? (
        <Empty title="Nothing is marked">
          <p>
            That does not make it a good text: does it say what is done in the job, at which level, and what
            is learned there? The <a href={links.roleThesaurus()}>thesaurus</a> has statements that do.
          </p>
        </Empty>
      ) : (
        <div class="beside">
          {part && <MarkedText part={part} />}
          <MarkList report={report} />
        </div>
      )}
    </section>
  )
}

function WhatIsMarked() {
  return (
    <section class="block" aria-labelledby="kinds">
      <h2 id="kinds">What is marked</h2>
      <dl class="kinds">
        {MARK_KINDS.map((kind) => (
          <div key={kind}>
            <dt>{MARK_WORDS[kind].label}</dt>
            <dd>{MARK_WORDS[kind].says}.</dd>
          </div>
        ))}
      </dl>
      <p class="measure soft">
        Further: the age from which it reads with ease, and more requirements than people can hold in mind.
        The checker goes by lists of words and by rules that can be read; it knows nothing of what you mean.
        You decide.
      </p>
    </section>
  )
}
