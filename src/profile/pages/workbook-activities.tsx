import { competencyLabel, type Framework, levelLabel } from '#framework/model.ts'
import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { LevelTag, stepOf } from '#web/level-tag.tsx'
import { type Activity, ANSWER_WORDS, type Workbook } from '../model.ts'
import { WorkbookFrame } from './workbook-frame.tsx'

interface ActivitiesProps {
  workbook: Workbook
  framework: Framework
  activities: Activity[]
  typed?: string | undefined
  errors?: Messages
}

/** What somebody does in their own words, and the box for more of it. */
export function WorkbookActivitiesPage({
  workbook,
  framework,
  activities,
  typed,
  errors = {},
}: ActivitiesProps) {
  const isOpen = workbook.finishedAt === null
  return (
    <WorkbookFrame
      title="In your own words"
      crumbs={[
        { label: 'Your workbooks', href: links.workbooks() },
        { label: framework.title, href: links.workbook(workbook.id) },
      ]}
      lead={
        <p>
          What you do that no statement says. It counts like a statement of the level where it stands, and
          comes into your lists in your words.
        </p>
      }
    >
      <Problems errors={errors} />
      {isOpen && (
        <form class="stack" method="post" action={links.workbookPlacing(workbook.id)} noValidate>
          <Field
            label="What do you do?"
            name="text"
            rows={3}
            hint="One thing, in a sentence: what you do, with whom, so that what happens."
            value={typed}
            error={errors.text}
          />
          <Button kind="primary">See where it belongs</Button>
          <p class="small soft">Nothing is kept before you say so.</p>
        </form>
      )}
      {activities.length > 0 && (
        <section class="block">
          <h2>What you have written</h2>
          <ul class="activities">
            {activities.map((activity) => (
              <li key={activity.id}>
                <One workbook={workbook} framework={framework} activity={activity} isOpen={isOpen} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </WorkbookFrame>
  )
}

interface OneProps extends Pick<ActivitiesProps, 'workbook' | 'framework'> {
  activity: Activity
  isOpen: boolean
}

function One({ workbook, framework, activity, isOpen }: OneProps) {
  const { id, text, answer, placedBy } = activity
  const competency = framework.competencies.find(({ key }) => key === activity.competency)
  const { levels } = framework.scale
  const level = levels.find(({ key }) => key === activity.level)
  return (
    <>
      <p class="own-words">{text}</p>
      <p class="activity-place">
        {competency && (
          <a href={links.competencyLevel(framework.slug, competency.key, activity.level)}>
            {competencyLabel(competency)}
          </a>
        )}
        {level && (
          <LevelTag
            number={level.number}
            name={level.name}
            step={stepOf(levels.indexOf(level), levels.length)}
          />
        )}
        <span class="small soft">
          {ANSWER_WORDS[answer].label}
          {placedBy === 'person' && ' · placed by you'}
        </span>
      </p>
      {isOpen && (
        <form method="post" action={links.workbookActivityRemoval(workbook.id, id)} class="row small">
          <a href={links.workbookActivity(workbook.id, id)}>
            Change
            <span class="unseen">
              {' '}
              “{text}” {level && `at ${levelLabel(level)}`}
            </span>
          </a>
          <button type="submit" class="as-link">
            Remove<span class="unseen"> “{text}”</span>
          </button>
        </form>
      )}
    </>
  )
}
