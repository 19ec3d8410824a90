import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { LIST_KINDS, LISTS, type ListKind, type ListLine, type ListSection } from '../lists.ts'
import { ProfileFrame } from './frame.tsx'
import { TakeAlong } from './take-along.tsx'

interface ListPageProps {
  kind: ListKind
  sections: ListSection[]
  /** As plain text, to copy. */
  text: string
  /** The line that is being edited, as `keyOf` names it; '' for none. */
  editing: string
  /** What was typed where a form came back. */
  typed?: { section: string; text: string }
  errors?: Messages
}

/** Names a line within its list. */
export const keyOf = (section: string, source: string) => `${section}/${source}`

/** One of the three lists, line by line, with everything that can be done with a line. */
export function ListPage(props: ListPageProps) {
  const { kind, sections, text, errors = {} } = props
  const { title, says } = LISTS[kind]
  const count = sections.reduce((sum, { lines }) => sum + lines.length, 0)
  const isEmpty = sections.every(({ lines, out }) => lines.length + out.length === 0)
  return (
    <ProfileFrame title={title} tab="lists" lead={says} scripts={['copy']}>
      <ListTabs kind={kind} />
      <Problems errors={errors} />
      {isEmpty && <NoLines kind={kind} />}
      {sections.map((section) => (
        <Section key={section.key} {...props} section={section} />
      ))}
      {count > 0 && <Along kind={kind} text={text} />}
    </ProfileFrame>
  )
}

function ListTabs({ kind }: { kind: ListKind }) {
  return (
    <nav class="profile-switch" aria-label="Lists">
      <ul class="row">
        {LIST_KINDS.map((one) => (
          <li key={one}>
            <a href={links.profileList(one)} aria-current={one === kind ? 'page' : undefined}>
              {LISTS[one].title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const WANTED: Record<ListKind, string> = {
  cv: '“I use it often now” or “I have it but seldom use it here”',
  career: '“I want it for a later job”',
  appraisal:
    '“I use it often now”, “I want to develop it for this job” or “I have it but seldom use it here”',
}

function NoLines({ kind }: { kind: ListKind }) {
  return (
    <Empty
      title="No answer brings a line here yet"
      action={
        <ButtonLink kind="primary" href={links.workbooks()}>
          Go to the workbook
        </ButtonLink>
      }
    >
      <p>
        Every statement of your workbook that you answer with {WANTED[kind]} becomes a line of this list. You
        can also write lines by hand below.
      </p>
    </Empty>
  )
}

function Section(props: ListPageProps & { section: ListSection }) {
  const { kind, sections, section, typed, errors = {} } = props
  const { key, title, lines, out } = section
  const isTyped = typed?.section === key && props.editing === ''
  return (
    <section class="block" aria-labelledby={`section-${key}`}>
      <h2 id={`section-${key}`}>{title}</h2>
      {lines.length > 0 ? (
        <ol class="list-lines">
          {lines.map((line, i) => (
            <Line
              key={line.source}
              {...props}
              line={line}
              isFirst={i === 0}
              isLast={i === lines.length - 1}
            />
          ))}
        </ol>
      ) : (
        <p class="soft">{out.length > 0 ? 'You have left every line out.' : 'No line yet.'}</p>
      )}
      {out.length > 0 && <Out {...props} section={section} />}
      <form class="add-line screen-only" method="post" action={links.profileListLines(kind)}>
        <input type="hidden" name="section" value={key} />
        <Field
          label={sections.length > 1 ? `A line of your own for “${title}”` : 'A line of your own'}
          name={isTyped || sections.length === 1 ? 'text' : `text-${key}`}
          rows={2}
          value={isTyped ? typed.text : ''}
          error={isTyped ? errors.text : undefined}
        />
        <Button name="do" value="add" label={`Add the line to “${title}”`}>
          Add the line
        </Button>
      </form>
    </section>
  )
}

type LineProps = ListPageProps & { section: ListSection; line: ListLine; isFirst: boolean; isLast: boolean }

function Line(props: LineProps) {
  const { section, line, editing } = props
  const key = keyOf(section.key, line.source)
  return (
    <li id={anchorOf(key)}>
      {editing === key ? <Editing {...props} /> : <Shown {...props} editKey={key} />}
    </li>
  )
}

/** For links to the line after something was done with it. */
export const anchorOf = (key: string) => `line-${key.replaceAll(/[^\w-]/g, '-')}`

function Shown({ kind, section, line, isFirst, isLast, editKey }: LineProps & { editKey: string }) {
  const { text } = line
  return (
    <>
      <p class="line-text">{text}</p>
      <p class="small soft">{noteOf(line)}</p>
      <form class="row line-steps screen-only" method="post" action={links.profileListLines(kind)}>
        <LineFields section={section.key} source={line.source} />
        <Button kind="quiet" name="do" value="up" disabled={isFirst} label={`Move up: ${text}`}>
          Up
        </Button>
        <Button kind="quiet" name="do" value="down" disabled={isLast} label={`Move down: ${text}`}>
          Down
        </Button>
        <a class="button quiet" href={links.profileList(kind, editKey)} aria-label={`Edit: ${text}`}>
          Edit
        </a>
        {line.isEdited && (
          <Button
            kind="quiet"
            name="do"
            value="restore"
            label={`${line.isLeft ? 'Remove' : 'Original words'}: ${text}`}
          >
            {line.isLeft ? 'Remove' : 'Original words'}
          </Button>
        )}
        {line.source.startsWith('own:') && (
          <Button kind="quiet" name="do" value="remove" label={`Remove: ${text}`}>
            Remove
          </Button>
        )}
        <Button kind="quiet" name="do" value="out" label={`Leave out: ${text}`}>
          Leave out
        </Button>
      </form>
    </>
  )
}

function noteOf({ place, own, isEdited, isLeft, source }: ListLine): string {
  if (isLeft) return 'Your answers no longer say so. You edited the line, so it stays until you remove it.'
  if (source.startsWith('own:')) return 'Written by you'
  return [place, own && 'in your own words', isEdited && 'edited by you'].filter(Boolean).join(', ')
}

function LineFields({ section, source }: { section: string; source: string }) {
  return (
    <>
      <input type="hidden" name="section" value={section} />
      <input type="hidden" name="source" value={source} />
    </>
  )
}

function Editing({ kind, section, line, typed, errors = {} }: LineProps) {
  return (
    <form class="edit-line" id="editing" method="post" action={links.profileListLines(kind)}>
      <LineFields section={section.key} source={line.source} />
      <Field label="The line" name="text" rows={3} value={typed?.text ?? line.text} error={errors.text} />
      {line.text !== line.words && <p class="small soft">The original: {line.words}</p>}
      <p class="row">
        <Button kind="primary" name="do" value="edit">
          Keep it so
        </Button>
        <ButtonLink kind="quiet" href={links.profileList(kind)}>
          Leave it as it was
        </ButtonLink>
      </p>
    </form>
  )
}

function Out({ kind, section }: ListPageProps & { section: ListSection }) {
  const { key, title, out } = section
  return (
    <details class="screen-only">
      <summary>
        {out.length === 1 ? 'One more line' : `${out.length} more lines`} of your answers, not on the list
      </summary>
      <p class="soft small measure">
        A list begins with the two strongest lines of each competency, twelve at most. Take in what else
        belongs there.
      </p>
      <ul class="list-lines out">
        {out.map((line) => (
          <li key={line.source}>
            <p class="line-text">{line.text}</p>
            <p class="small soft">{noteOf(line)}</p>
            <form class="row line-steps" method="post" action={links.profileListLines(kind)}>
              <LineFields section={key} source={line.source} />
              <Button kind="quiet" name="do" value="in" label={`Take it in to “${title}”: ${line.text}`}>
                Take it in
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Along({ kind, text }: { kind: ListKind; text: string }) {
  const file = (label: string, ending: string) => ({ label, href: links.profileListFile(kind, ending) })
  return (
    <section class="block screen-only" aria-labelledby="along">
      <h2 id="along">Take it along</h2>
      <TakeAlong
        links={[
          { label: 'Print', href: links.profileListPrint(kind) },
          file('Word processor (.docx)', 'docx'),
          file('Markdown', 'md'),
          file('Plain text', 'txt'),
        ]}
      />
      <copy-text class="copy-text">
        <label for="list-text">As text, to copy</label>
        <textarea id="list-text" rows={8} readOnly>
          {text}
        </textarea>
      </copy-text>
    </section>
  )
}
