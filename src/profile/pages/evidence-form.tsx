import { competencyLabel, type Framework } from '#framework/model.ts'
import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Choice, Field, type Messages, Problems } from '#web/field.tsx'
import { type Evidence, STANCE_WORDS, STANCES } from '../evidence.ts'
import { CellWords, LevelOf } from './cell-tag.tsx'
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
  const { framework, person, viewer, corrects, errors = {} } = props
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
      <Form {...props} />
    </ProfileFrame>
  )
}

function Form({ framework, choices, person, viewer, corrects, values, errors = {} }: EvidenceFormProps) {
  const isOwn = person.id === viewer
  return (
    <form method="post" action={links.evidence()} class="story-form">
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
      <Where {...{ framework, choices, values, errors }} isFixed={!isOwn} />
      <LevelChoice framework={framework} values={values} error={errors.level} />
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

interface WhereProps
  extends Required<Pick<EvidenceFormProps, 'framework' | 'choices' | 'values' | 'errors'>> {
  /** The framework cannot be changed: only some of its levels are shared. */
  isFixed: boolean
}

/** What it is about. Another framework or competency has other levels, which the page then shows; nothing typed is lost. */
function Where({ framework, choices, values, errors, isFixed }: WhereProps) {
  return (
    <div class="through">
      {isFixed ? (
        <input type="hidden" name="framework" value={framework.slug} />
      ) : (
        <Choice
          label="Framework"
          name="framework"
          value={framework.slug}
          error={errors.framework}
          options={choices.map(({ slug, title }) => ({ value: slug, label: title }))}
        />
      )}
      <Choice
        label="Competency"
        name="competency"
        value={values.competency}
        error={errors.competency}
        options={framework.competencies.map(({ key, code, name }) => ({
          value: key,
          label: competencyLabel({ code, name }),
        }))}
      />
      <Button name="next" value="show">
        Show its levels
      </Button>
    </div>
  )
}

interface LevelChoiceProps {
  framework: Framework
  values: Record<string, string>
  error: string | undefined
}

/** The levels of the competency to choose from, each with its own words. */
function LevelChoice({ framework, values, error }: LevelChoiceProps) {
  const found = framework.competencies.find(({ key }) => key === values.competency)
  if (!found) return null
  return (
    <fieldset class={error ? 'cells wrong' : 'cells'} id="field-level">
      <legend>At which level of {found.name}?</legend>
      {error && <p class="error">{error}</p>}
      {framework.scale.levels.map(({ key }) => (
        <label key={key} class="ask-cell">
          <input type="radio" name="level" value={key} checked={key === values.level} />
          <span>
            <LevelOf framework={framework} level={key} />
            <CellWords framework={framework} cell={{ competency: found.key, level: key }} />
          </span>
        </label>
      ))}
    </fieldset>
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
