import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import type { Role } from '../model.ts'
import type { Offer } from '../offer.ts'
import { type RoleText, TEXT_WORDS, type TextContent } from '../text.ts'
import type { WordingReport } from '../wording/report.ts'
import { RoleFrame } from './frame.tsx'
import { fieldOf, TextSection, type Typed } from './text-section.tsx'
import { MarkList, ReadingFacts } from './wording-marks.tsx'

export interface EditorProps {
  text: RoleText
  role: Role
  /** The text as it is shown: what is stored, or what was typed and could not be saved. */
  content: TextContent
  /** What each section can still take, by its key. */
  offers: ReadonlyMap<string, readonly Offer[]>
  report: WordingReport
  profiles: { own: number; newest: number }
  /** When it was saved: "3 May 2026, 12:04". */
  saved: string
  errors?: Messages
  /** What was typed and is in no line yet, by the section's key; empty unless the form came back. */
  typed?: ReadonlyMap<string, Typed>
  /** Somebody else's draft is stored by now. */
  isBehind?: boolean
}

/** Where a text is written: sections with their lines, what could be taken, and what to look at in the words. */
export function EditorPage(props: EditorProps) {
  const { text, role, content, report, errors = {}, profiles } = props
  const { label, one } = TEXT_WORDS[text.kind]
  return (
    <RoleFrame
      title={`Write the ${one}`}
      role={role}
      crumbs={[{ label: 'Description and adverts', href: links.roleTextsOf(role.id) }]}
      styles={['role-text']}
      scripts={['role-text']}
      eyebrow={`${label}, version ${text.number}, made from version ${profiles.own} of the profile`}
    >
      <Problems errors={errors} />
      {props.isBehind && (
        <p>
          <a href={links.roleTextEdit(text.id)} target="_blank" rel="noreferrer">
            See the draft as it is now, in a new tab
          </a>
        </p>
      )}
      <Newer {...props} />
      <div class="editor">
        <form id="editor" data-editor method="post" action={links.roleTextEdit(text.id)} noValidate>
          <input type="hidden" name="seen" value={text.version} data-seen />
          {/* Enter in a field presses the first button of a form: it must be the one that saves. */}
          <button class="unseen" type="submit" name="do" value="save" tabIndex={-1} aria-hidden="true">
            Save
          </button>
          <Field label="Title" name="title" value={content.title} error={errors.title} />
          {content.sections.map((section) => (
            <TextSection
              key={section.key}
              section={section}
              offers={props.offers.get(section.key) ?? []}
              report={report}
              errors={errors}
              typed={props.typed?.get(section.key)}
            />
          ))}
          <Bar {...props} />
        </form>
        <Wording report={report} />
      </div>
      <form class="block" method="post" action={links.roleTextRemoval(text.id)}>
        <Button kind="danger">Throw this draft away</Button>
      </form>
    </RoleFrame>
  )
}

function Newer({ text, profiles }: EditorProps) {
  if (profiles.newest <= profiles.own) return null
  return (
    <Notice kind="warning" title="The role’s profile has changed">
      <p>
        This draft is made from version {profiles.own}; version {profiles.newest} is agreed. What you wrote
        stays; what the new version asks for is added at the end of its sections.
      </p>
      <form method="post" action={links.roleTextRenewal(text.id)}>
        <Button>Bring it up to version {profiles.newest}</Button>
      </form>
    </Notice>
  )
}

function Bar({ text, saved }: EditorProps) {
  return (
    <div class="editor-bar">
      <Button kind="primary" name="do" value="save">
        Save
      </Button>
      <Button name="do" value="publish">
        Save and publish
      </Button>
      <ButtonLink kind="quiet" href={links.roleText(text.id)}>
        See it as it is read
      </ButtonLink>
      <span class="small soft" role="status" data-saved>
        Saved on {saved} UTC
      </span>
    </div>
  )
}

function Wording({ report }: { report: WordingReport }) {
  return (
    <aside class="editor-wording" id="wording" data-fresh aria-labelledby="wording-title">
      <h2 id="wording-title">Wording</h2>
      <ReadingFacts report={report} />
      {report.advice.map((one) => (
        <p class="advice" key={one}>
          {one}
        </p>
      ))}
      {report.count > 0 && <MarkList report={report} hrefOf={(at) => `#${fieldOf(at)}`} />}
      <p class="small soft">
        <a href={links.roleThesaurus()}>Look for words in the thesaurus</a>
      </p>
    </aside>
  )
}
