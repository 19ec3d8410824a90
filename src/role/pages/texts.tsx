import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Notice } from '#web/notice.tsx'
import type { Role, RoleProfile } from '../model.ts'
import { type ListedText, TEXT_KINDS, TEXT_WORDS, type TextKind } from '../text.ts'
import { RoleFrame } from './frame.tsx'
import { isDue, reviewWords, stateWords } from './text-words.ts'

interface TextsProps {
  texts: ListedText[]
  drafts: ListedText[]
  today: string
  mayEdit: boolean
  maySetTemplates: boolean
}

/** Everything that is written about roles: what is published, what is being written, what is due. */
export function TextsPage({ texts, drafts, today, mayEdit, maySetTemplates }: TextsProps) {
  const byRole = [...Map.groupBy(texts, ({ roleId }) => roleId).values()]
  return (
    <RoleFrame
      title="Descriptions and adverts"
      styles={['role-text']}
      lead="What each job is, in words that can be seen and checked: made from the role’s profile, at its levels."
      actions={<Tools />}
    >
      {drafts.length > 0 && (
        <section class="block" aria-labelledby="drafts">
          <h2 id="drafts">Being written</h2>
          <TextItems texts={drafts} today={today} edits />
        </section>
      )}
      <section class="block" aria-labelledby="published">
        <h2 id="published">Published</h2>
        {byRole.length === 0 ? (
          <Empty
            title="Nothing is published yet"
            action={<ButtonLink href={links.roles()}>Choose a role</ButtonLink>}
          >
            <p>Open a role whose profile is agreed, then begin its description there.</p>
          </Empty>
        ) : (
          <TextItems texts={texts} today={today} edits={mayEdit} />
        )}
      </section>
      {maySetTemplates && <Templates />}
    </RoleFrame>
  )
}

function Tools() {
  return (
    <>
      <ButtonLink href={links.roleWording()}>Check the wording of a text</ButtonLink>
      <ButtonLink href={links.roleThesaurus()}>Look for words in the thesaurus</ButtonLink>
    </>
  )
}

function Templates() {
  return (
    <section class="block" aria-labelledby="templates">
      <h2 id="templates">Templates</h2>
      <p class="measure">New texts begin with these sections and standing words.</p>
      <ul class="entries">
        {TEXT_KINDS.map((kind) => (
          <li key={kind}>
            <a href={links.roleTemplate(kind)}>{TEXT_WORDS[kind].label}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function TextItems({ texts, today, edits }: { texts: ListedText[]; today: string; edits: boolean }) {
  return (
    <ul class="text-items">
      {texts.map((text) => (
        <li key={text.id}>
          <a href={text.publishedAt === null ? links.roleTextEdit(text.id) : links.roleText(text.id)}>
            <strong>{text.role}</strong> {TEXT_WORDS[text.kind].label}
          </a>
          {edits && isDue(text, today) && <span class="due-tag">due</span>}
          <span class="small soft">
            {stateWords(text)}
            {edits && text.reviewOn !== null && `. ${reviewWords(text, today)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

interface RoleTextsProps {
  role: Role
  texts: ListedText[]
  /** The newest agreed version of the role's profile; undefined: none is. */
  profile: RoleProfile | undefined
  today: string
  mayEdit: boolean
  problem?: string
}

/** The texts of one role, with all their versions. */
export function RoleTextsPage({ role, texts, profile, today, mayEdit, problem }: RoleTextsProps) {
  return (
    <RoleFrame
      title="Description and adverts"
      role={role}
      styles={['role-text']}
      lead={role.purpose ?? undefined}
    >
      {problem && (
        <Notice kind="problem" title="That cannot be done now">
          <p>{problem}</p>
        </Notice>
      )}
      {mayEdit && !profile && (
        <Notice kind="warning" title="No profile is agreed yet">
          <p>
            A description says what the job needs, at which level.{' '}
            <a href={links.role(role.id)}>Agree the profile</a> first; then the statements are here to choose
            from.
          </p>
        </Notice>
      )}
      {TEXT_KINDS.map((kind) => (
        <KindOfText
          key={kind}
          kind={kind}
          texts={texts.filter((one) => one.kind === kind)}
          {...{ role, profile, today, mayEdit }}
        />
      ))}
    </RoleFrame>
  )
}

function KindOfText({
  kind,
  texts,
  role,
  profile,
  today,
  mayEdit,
}: Omit<RoleTextsProps, 'problem'> & { kind: TextKind }) {
  const { label, says, one } = TEXT_WORDS[kind]
  const hasDraft = texts.some(({ publishedAt }) => publishedAt === null)
  if (texts.length === 0 && !mayEdit) return null
  return (
    <section class="block" aria-labelledby={`kind-${kind}`}>
      <h2 id={`kind-${kind}`}>{label}</h2>
      <p class="measure soft">{says}</p>
      <TextVersions texts={texts} today={today} mayEdit={mayEdit} newest={profile?.id} />
      {mayEdit && !hasDraft && profile && (
        <form method="post" action={links.roleTextsOf(role.id)}>
          <input type="hidden" name="kind" value={kind} />
          <Button kind={texts.length === 0 && kind === 'description' ? 'primary' : 'plain'}>
            {texts.length === 0 ? `Begin the ${one}` : `Begin a new version of the ${one}`}
          </Button>
        </form>
      )}
    </section>
  )
}

function TextVersions({
  texts,
  today,
  mayEdit,
  newest,
}: Pick<RoleTextsProps, 'texts' | 'today' | 'mayEdit'> & { newest: string | undefined }) {
  if (texts.length === 0) return <p>There is none yet.</p>
  const current = texts.find(({ publishedAt }) => publishedAt !== null)
  return (
    <ul class="text-items">
      {texts.map((text) => (
        <li key={text.id}>
          <a href={text.publishedAt === null ? links.roleTextEdit(text.id) : links.roleText(text.id)}>
            {stateWords(text)}
          </a>
          {text === current && mayEdit && (
            <span class="small soft">
              {reviewWords(text, today)}
              {newest !== undefined && newest !== text.profileId && '. A newer profile is agreed'}
            </span>
          )}
          {text === current && mayEdit && isDue(text, today) && <span class="due-tag">due</span>}
        </li>
      ))}
    </ul>
  )
}
