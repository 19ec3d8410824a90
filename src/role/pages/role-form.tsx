import type { Team } from '#people/model.ts'
import { teamOptions } from '#people/pages/team-options.ts'
import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Choice, Field, type Messages, Problems } from '#web/field.tsx'
import type { Role } from '../model.ts'
import { RoleFrame } from './frame.tsx'

type Typed = Record<string, string>

interface RoleFormProps {
  /** Null: it makes a new one. */
  role: Role | null
  teams: Team[]
  values: Typed
  errors?: Messages
  /** How many posts of this title are free, to be tied at once. */
  posts?: number
}

/** Making a role, or changing its title, purpose and team. */
export function RoleFormPage({ role, teams, values, errors = {}, posts = 0 }: RoleFormProps) {
  const title = role ? `Change ${role.title}` : 'Make a role'
  return (
    <RoleFrame title={title} {...(role && { role })}>
      <form class="stack" method="post" action={role ? links.role(role.id) : links.roles()} noValidate>
        <Problems errors={errors} />
        <Field
          label="Title"
          name="title"
          value={values.title}
          error={errors.title}
          hint="As people call the job. Posts of the same title are then proposed as its holders."
          autocomplete="off"
        />
        <Field
          label="Purpose"
          name="purpose"
          rows={3}
          value={values.purpose}
          error={errors.purpose}
          hint="What the job is there for, in a sentence or two. It opens the description and the advert."
        />
        <Choice
          label="Team"
          name="teamId"
          value={values.teamId}
          error={errors.teamId}
          options={[{ value: '', label: 'Any team' }, ...teamOptions(teams)]}
        />
        {!role && posts > 0 && (
          <label class="tick">
            <input type="checkbox" name="tie" value="yes" checked />
            <span>
              Tie the {posts} posts of this title to it
              <span class="hint">You can change that at any time.</span>
            </span>
          </label>
        )}
        {role && <input type="hidden" name="seen" value={values.seen ?? String(role.version)} />}
        <Button kind="primary">{role ? 'Save' : 'Make the role'}</Button>
      </form>
    </RoleFrame>
  )
}
