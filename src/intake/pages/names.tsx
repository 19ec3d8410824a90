import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { draftLevelLabel } from '../labels.ts'
import type { DraftCompetency } from '../model.ts'
import type { Review } from './props.ts'

function Hidden({ review, competency }: { review: Review; competency?: string }) {
  return (
    <>
      <input type="hidden" name="seen" value={review.position} />
      {competency && <input type="hidden" name="competency" value={competency} />}
    </>
  )
}

interface TextProps {
  id: string
  name: string
  label: string
  value: string
  /** Width of the box in characters. */
  size?: number
  /** The label is heard but not seen, where the same label stands above. */
  repeated?: boolean
}

function Text({ id, name, label, value, size = 30, repeated = false }: TextProps) {
  return (
    <span class="small-field">
      <label class={repeated ? 'unseen' : undefined} for={id}>
        {label}
      </label>
      <input id={id} name={name} value={value} size={size} autocomplete="off" />
    </span>
  )
}

export function NameFramework({ review, title }: { review: Review; title: string }) {
  return (
    <form class="names" method="post" action={links.intakeSteps(review.id)}>
      <h1>{title}</h1>
      <Hidden review={review} />
      <Text id="title" name="title" label="Title of the framework" value={title} size={50} />
      <Button kind="primary" name="do" value="name-framework">
        Save
      </Button>
    </form>
  )
}

export function AddCompetency({ review }: { review: Review }) {
  if (review.publishedAs !== null) return null
  return (
    <details class="fold">
      <summary>Add a competency</summary>
      <form class="names" method="post" action={links.intakeSteps(review.id)}>
        <Hidden review={review} />
        <Text id="new-name" name="name" label="Name" value="" />
        <Button name="do" value="add-competency">
          Add
        </Button>
      </form>
    </details>
  )
}

/** Everything about a competency that is not a statement: its names, and its levels. */
export function CompetencyNames({ competency, review }: { competency: DraftCompetency; review: Review }) {
  const { id, name, code, group, levels } = competency
  const action = links.intakeSteps(review.id)
  return (
    <div class="names-panel">
      <form class="names" method="post" action={action}>
        <Hidden review={review} competency={id} />
        <Text id="name" name="name" label="Name" value={name ?? ''} />
        <Text id="code" name="code" label="Code" value={code ?? ''} size={6} />
        <Text id="group" name="group" label="Group" value={group ?? ''} />
        <Button kind="primary" name="do" value="name-competency">
          Save names
        </Button>
      </form>
      {levels.map((level, i) => (
        <form
          key={level.order}
          class="names"
          method="post"
          action={action}
          aria-label={draftLevelLabel(level)}
        >
          <Hidden review={review} competency={id} />
          <input type="hidden" name="order" value={level.order} />
          <Text
            id={`n${level.order}`}
            name="number"
            label="Number"
            value={String(level.number ?? '')}
            size={4}
          />
          <Text
            id={`l${level.order}`}
            name="name"
            label="Level name"
            value={level.name ?? ''}
            size={22}
            repeated={i > 0}
          />
          <Button name="do" value="name-level" label={`Save ${draftLevelLabel(level)}`}>
            Save
          </Button>
        </form>
      ))}
      <form class="names" method="post" action={action}>
        <Hidden review={review} competency={id} />
        <Button name="do" value="add-level">
          Add a level
        </Button>
        {levels.length > 1 && (
          <Button name="do" value="flip-levels">
            Highest ↔ lowest
          </Button>
        )}
        <Button
          kind="danger"
          name="do"
          value="remove-competency"
          label={`Remove (its words go to Unplaced): ${name ?? 'this competency'}`}
        >
          Remove (its words go to Unplaced)
        </Button>
      </form>
      <p>
        <a href={`${links.intakeDraft(review.id)}#c-${id}`}>Done</a>
      </p>
    </div>
  )
}
