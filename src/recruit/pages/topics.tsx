import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Choice, Field, type Messages, Problems } from '#web/field.tsx'
import { JURISDICTIONS } from '../kit/rules/topics.ts'
import { RecruitFrame } from './frame.tsx'

interface TopicsProps {
  jurisdiction: string
  /** The list as lines: what is wrong with asking, a bar, and the words that give it away. */
  text: string
  /** The organisation has a list of its own; else Sightline's holds. */
  isOwn: boolean
  errors?: Messages
}

/** What may not be asked of candidates, as the organisation has it checked. */
export function TopicsPage({ jurisdiction, text, isOwn, errors = {} }: TopicsProps) {
  const country = JURISDICTIONS.find(({ code }) => code === jurisdiction)?.name ?? jurisdiction
  return (
    <RecruitFrame
      title="What may not be asked"
      eyebrow={country}
      lead="Every question of a kit is looked through for these words. The lists that come with Sightline are a beginning and no legal advice: change them as your own lawyers say."
    >
      <form class="filter" action={links.recruitTopics()}>
        <Choice
          label="Whose rules"
          name="in"
          value={jurisdiction}
          options={JURISDICTIONS.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Button>Show</Button>
      </form>
      <form class="stack block" method="post" action={links.recruitTopics()} noValidate>
        <Problems errors={errors} />
        <input type="hidden" name="in" value={jurisdiction} />
        <Field
          label={isOwn ? 'Your own list' : 'The list that comes with Sightline'}
          name="text"
          rows={18}
          value={text}
          error={errors.text}
          hint="A topic a line: why it may not be asked, then a bar | and the words that give it away, with semicolons between them. * stands for the rest of a word, … for up to three words."
        />
        <div class="row">
          <Button kind="primary">Save as our own list</Button>
          {isOwn && (
            <Button name="reset" value="yes">
              Use Sightline’s list again
            </Button>
          )}
        </div>
      </form>
    </RecruitFrame>
  )
}
