import type { Framework } from '#framework/model.ts'
import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Choice, Field, type Messages, Problems } from '#web/field.tsx'
import type { Cell } from '../story.ts'
import { SETTING_WORDS, SETTINGS } from '../story.ts'
import { PROMPTS, type StoryPart } from '../story-hints.ts'
import { CellTag, CellWords } from './cell-tag.tsx'
import { ProfileFrame } from './frame.tsx'

interface StoryFormProps {
  /** Null: a new one. */
  story: { id: string; name: string; version: number } | null
  /** What is in the boxes: as it was kept, or as it was just typed. */
  values: Record<string, string>
  errors?: Messages
  /** The cell that a story is looked for. */
  wanted?: { framework: Framework; cell: Cell } | null
}

const AREAS: { part: Exclude<StoryPart, 'title'>; label: string; rows: number }[] = [
  { part: 'situation', label: 'The situation', rows: 4 },
  { part: 'action', label: 'What you did', rows: 9 },
  { part: 'result', label: 'What came of it', rows: 4 },
  { part: 'change', label: 'What changed for others', rows: 3 },
]

/** A story to write or to change. Any part may stay empty until another day. */
export function StoryFormPage({ story, values, errors = {}, wanted = null }: StoryFormProps) {
  const crumbs = [
    { label: 'Stories', href: links.stories() },
    ...(story ? [{ label: story.name, href: links.story(story.id) }] : []),
  ]
  return (
    <ProfileFrame
      title={story ? 'Change a story' : 'Write a story'}
      tab="stories"
      crumbs={crumbs}
      lead="One time, not every day. Write it as you would tell it to a friend; any part may stay empty for now."
      styles={['story', 'translate']}
      scripts={['story']}
    >
      <Problems errors={errors} />
      {wanted && <Wanted {...wanted} />}
      <form
        method="post"
        action={story ? links.story(story.id) : links.stories()}
        class="story-form"
        data-draft={story ? `${story.id}/${story.version}` : 'new'}
      >
        {story && <input type="hidden" name="version" value={story.version} />}
        <Where values={values} errors={errors} />
        {AREAS.map(({ part, label, rows }) => (
          <Field
            key={part}
            label={label}
            name={part}
            rows={rows}
            value={values[part]}
            error={errors[part]}
            hint={hintOf(part)}
          />
        ))}
        <Field
          label="A title, to find it again"
          name="title"
          value={values.title}
          error={errors.title}
          hint={PROMPTS.title.join(' ')}
        />
        <div class="row">
          <Button kind="primary" name="next" value="read">
            Save and see what it shows
          </Button>
          <Button>Save the draft</Button>
          <ButtonLink kind="quiet" href={story ? links.story(story.id) : links.stories()}>
            Leave without saving
          </ButtonLink>
        </div>
      </form>
    </ProfileFrame>
  )
}

function hintOf(part: Exclude<StoryPart, 'title'>): string {
  const questions = PROMPTS[part].join(' ')
  if (part !== 'action') return questions
  return `${questions} Competency and level are read from this part alone, so say “I” and tell step by step.`
}

function Where({ values, errors }: { values: Record<string, string>; errors: Messages }) {
  return (
    <div class="story-where">
      <Choice
        label="Where it happened"
        name="setting"
        value={values.setting ?? 'work'}
        error={errors.setting}
        options={SETTINGS.map((value) => ({ value, label: SETTING_WORDS[value] }))}
      />
      <Field
        label="When"
        name="happened"
        value={values.happened}
        error={errors.happened}
        length={20}
        hint="A year, a month or a season."
      />
    </div>
  )
}

function Wanted({ framework, cell }: { framework: Framework; cell: Cell }) {
  return (
    <aside class="wanted" aria-label="The kind of story that is looked for">
      <p>
        A story for <CellTag framework={framework} cell={cell} />. Think of a time when you did one of these:
      </p>
      <CellWords framework={framework} cell={cell} />
    </aside>
  )
}
