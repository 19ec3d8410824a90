import { type Framework, levelLabel } from '#framework/model.ts'
import { links } from '#routes.ts'
import { CellFields } from '#translate/pages/cell-fields.tsx'
import { Button, ButtonLink } from '#web/button.tsx'
import { Choice, Field, type Messages, Problems } from '#web/field.tsx'
import { type Evidence, STANCE_WORDS, STANCES } from '../evidence.ts'
import { CellWords } from './cell-tag.tsx'
import { Entry } from './entry.tsx'
import { ProfileFrame } from './frame.tsx'

interface EvidenceFormProps {
  framework: Framework
  choices: { slug: string; title: string }[]
  /** Whose profile it goes into. */
  person: { id: string; name: string }
  viewer: string
  /** The entry that it takes the place of. */
  corrects: Evidence | null
  values: Record<string, string>
  errors?: Messages
}

/** What was seen, to be written down. */
export function EvidenceFormPage(props: EvidenceFormProps) {
  const { framework, choices, person, viewer, corrects, errors = {} } = props
  const isOwn = person.id === viewer
  return (
    <ProfileFrame
      title={isOwn ? 'Write what was seen' : `Write what you saw of ${person.name}`}
      tab="evidence"
      crumbs={[{ label: 'Evidence', href: links.evidence() }]}
      lead={
        isOwn
          ? 'One thing on one day, as anybody could have seen or heard it. Nothing is changed later: an entry is corrected by a new one.'
          : `${person.name} sees it at once, with your name, and can answer it. Nobody else sees it unless ${person.name} shares it.`
      }
      styles={['story', 'translate']}
    >
      <Problems errors={errors} />
      {corrects && (
        <section class="wanted" aria-label="The entry that is corrected">
          <Entry entry={corrects} framework={framework} viewer={viewer} />
        </section>
      )}
      {isOwn && !corrects && (
        <form action={links.evidenceNew()} class="through">
          <Choice
            label="Framework"
            name="framework"
            value={framework.slug}
            options={choices.map(({ slug, title }) => ({ value: slug, label: title }))}
          />
          <Button>Take this framework</Button>
        </form>
      )}
      <Form {...props} />
    </ProfileFrame>
  )
}

function Form({ framework, person, viewer, corrects, values, errors = {} }: EvidenceFormProps) {
  const isOwn = person.id === viewer
  return (
    <form method="post" action={links.evidence()} class="story-form">
      <input type="hidden" name="framework" value={framework.slug} />
      <input type="hidden" name="about" value={person.id} />
      {corrects && <input type="hidden" name="corrects" value={corrects.id} />}
      <Field
        label="What was seen"
        name="text"
        rows={5}
        value={values.text}
        error={errors.text}
        hint="What was done or said, and what came of it. Leave out names of customers."
      />
      <div class="story-where">
        <Field label="On which day" name="seenOn" type="date" value={values.seenOn} error={errors.seenOn} />
        <Field
          label="Who saw it"
          name="seenBy"
          value={values.seenBy}
          error={errors.seenBy}
          length={30}
          hint={
            isOwn
              ? 'A name, or leave it empty for yourself. They are not told.'
              : 'Leave it empty for yourself.'
          }
        />
      </div>
      <CellFields
        framework={framework}
        competency={values.competency ?? ''}
        level={values.level ?? null}
        errors={errors}
        id="evidence"
      />
      <Words framework={framework} competency={values.competency} />
      <Stances value={values.stance} error={errors.stance} />
      <Field
        label="A link, if there is one"
        name="link"
        type="url"
        value={values.link}
        error={errors.link}
        hint="Such as a page that shows the work. It begins with https://"
      />
      <div class="row">
        <Button kind="primary">Keep it</Button>
        <ButtonLink kind="quiet" href={links.evidence()}>
          Leave without saving
        </ButtonLink>
      </div>
    </form>
  )
}

/** The words of every level of the competency, where it is known which one it is. */
function Words({ framework, competency }: { framework: Framework; competency: string | undefined }) {
  const found = framework.competencies.find(({ key }) => key === competency)
  if (!found)
    return (
      <p class="small">
        <a href={links.framework(framework.slug)}>Read the words of every level</a>
      </p>
    )
  return (
    <details class="words-of" open>
      <summary>The words of each level of {found.name}</summary>
      {framework.scale.levels.map((level) => (
        <div key={level.key} class="level-words">
          <p>
            <b>{levelLabel(level)}</b>
          </p>
          <CellWords framework={framework} cell={{ competency: found.key, level: level.key }} />
        </div>
      ))}
    </details>
  )
}

function Stances({ value, error }: { value: string | undefined; error: string | undefined }) {
  return (
    <fieldset class={error ? 'stances wrong' : 'stances'} id="field-stance">
      <legend>What does it say?</legend>
      {error && <p class="error">{error}</p>}
      {STANCES.map((stance) => (
        <label key={stance} class="tick">
          <input type="radio" name="stance" value={stance} checked={stance === (value ?? 'for')} />
          <span>{STANCE_WORDS[stance]}</span>
        </label>
      ))}
    </fieldset>
  )
}
