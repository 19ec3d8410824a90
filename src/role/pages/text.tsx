import type { Sheet } from '#lib/sheet.ts'
import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Field, type Messages } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { SheetView } from '#web/sheet.tsx'
import type { Role } from '../model.ts'
import { type RoleText, TEXT_WORDS } from '../text.ts'
import { RoleFrame } from './frame.tsx'
import { isDue, reviewWords, stateWords } from './text-words.ts'
import { dayWords } from './words.ts'

export interface TextProps {
  text: RoleText
  role: Role
  sheet: Sheet
  today: string
  mayEdit: boolean
  /** The version of the profile it is made from, and the newest that is agreed. */
  profiles: { own: number; newest: number }
  /** A later version that is published; null: this is the latest. */
  later: { id: string; number: number } | null
  /** When to look at it again if it is kept today, unless somebody says otherwise. */
  nextReview: string
  errors?: Messages
}

/** A text as it is read, printed and taken away. */
export function TextPage(props: TextProps) {
  const { text, role, sheet, mayEdit } = props
  const { label } = TEXT_WORDS[text.kind]
  return (
    <RoleFrame
      title={label}
      role={role}
      crumbs={[{ label: 'Description and adverts', href: links.roleTextsOf(role.id) }]}
      styles={['sheet', 'role-text']}
      scripts={['print']}
      lead={stateWords(text)}
    >
      <div class="screen-only">
        <Notices {...props} />
        <TakeAway {...props} />
      </div>
      <div class="text-of-role">
        <SheetView sheet={sheet} />
      </div>
      {mayEdit && text.publishedAt !== null && (
        <div class="screen-only">
          <Review {...props} />
          <Shown {...props} />
        </div>
      )}
    </RoleFrame>
  )
}

function Notices({ text, today, mayEdit, profiles, later }: TextProps) {
  return (
    <>
      {later && (
        <Notice kind="warning">
          <p>
            This is an earlier version. <a href={links.roleText(later.id)}>Version {later.number}</a> holds
            now.
          </p>
        </Notice>
      )}
      {text.withdrawnAt !== null && (
        <Notice kind="note">
          <p>Taken down on {dayWords(text.withdrawnAt)}: only those who may edit the role see it.</p>
        </Notice>
      )}
      {mayEdit && !later && profiles.newest > profiles.own && (
        <Notice kind="warning" title="The role’s profile has changed">
          <p>
            This text is made from version {profiles.own} of the profile; version {profiles.newest} is agreed.
            Begin a new version: what was written stays, and what the new profile asks for is added.
          </p>
        </Notice>
      )}
      {mayEdit && !later && isDue(text, today) && (
        <Notice kind="warning" title={reviewWords(text, today)}>
          <p>
            Is it still what the job is? <a href="#review">Keep it</a>, or begin a new version.
          </p>
        </Notice>
      )}
    </>
  )
}

function TakeAway({ text, mayEdit, role }: TextProps) {
  return (
    <div class="row take-away">
      {text.publishedAt === null && mayEdit && (
        <ButtonLink kind="primary" href={links.roleTextEdit(text.id)}>
          Go on writing
        </ButtonLink>
      )}
      {text.publishedAt !== null && mayEdit && (
        <form method="post" action={links.roleTextsOf(role.id)}>
          <input type="hidden" name="kind" value={text.kind} />
          <Button>Begin a new version</Button>
        </form>
      )}
      <print-button />
      <ButtonLink href={links.roleTextFile(text.id, 'docx')}>For a word processor</ButtonLink>
      <ButtonLink href={links.roleTextFile(text.id, 'md')}>Markdown</ButtonLink>
      <ButtonLink href={links.roleTextFile(text.id, 'txt')}>Plain text</ButtonLink>
    </div>
  )
}

function Review({ text, today, nextReview, errors = {}, later }: TextProps) {
  if (later) return null
  return (
    <section class="block" aria-labelledby="review">
      <h2 id="review">Looking at it again</h2>
      <p class="measure">
        {text.reviewedAt ? `Last looked at and kept on ${dayWords(text.reviewedAt)}. ` : ''}
        {`${reviewWords(text, today)}. `}A description of a new job is looked at after six months, any other
        after three years; you may choose another day.
      </p>
      <form class="stack" method="post" action={links.roleTextReview(text.id)} noValidate>
        <Field
          label="Look at it again on"
          name="reviewOn"
          type="date"
          value={nextReview}
          error={errors.reviewOn}
        />
        <div class="row">
          <Button name="do" value="keep">
            I have looked at it: keep it as it is
          </Button>
          <Button kind="quiet" name="do" value="move">
            Only change the day
          </Button>
        </div>
      </form>
    </section>
  )
}

function Shown({ text }: TextProps) {
  const isDown = text.withdrawnAt !== null
  return (
    <section class="block" aria-labelledby="shown">
      <h2 id="shown">Who sees it</h2>
      <p class="measure">
        {isDown
          ? 'Only those who may edit the role.'
          : 'Everybody in the organisation. When the post is filled, or the text no longer holds, take it down; it is kept.'}
      </p>
      <form method="post" action={links.roleTextWithdrawal(text.id)}>
        <Button kind={isDown ? 'plain' : 'danger'} name="do" value={isDown ? 'show' : 'withdraw'}>
          {isDown ? 'Show it again' : 'Take it down'}
        </Button>
      </form>
    </section>
  )
}
