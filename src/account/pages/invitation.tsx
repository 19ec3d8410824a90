import { links } from '#routes.ts'
import type { GivenRole } from '#viewer.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { Page } from '#web/page.tsx'
import type { INVITATION_STATES, Invitation } from '../model.ts'
import { ROLE_WORDS } from '../model.ts'
import { NewPassword } from './password.tsx'
import { When } from './when.tsx'

interface InvitationProps {
  /** Of the link. */
  text: string
  proof: string
  invitation: Invitation
  organization: string
  state: (typeof INVITATION_STATES)[number]
  /** The address has an account, so that one signs in to accept. */
  hasAccount: boolean
  /** The address of the account that has signed in; null: nobody has. */
  signedIn: string | null
  company: string | null
  values?: Record<string, string>
  errors?: Messages
}

/** Who invites whom to what, and the way to accept. */
export function InvitationPage(props: InvitationProps) {
  const { invitation, organization, state, errors = {} } = props
  return (
    <Page title={`Invitation to ${organization}`} styles={['account']} ownSearch>
      <header class="page-head">
        <p class="eyebrow">An invitation for {invitation.name}</p>
        <h1>{organization}</h1>
        <p class="lead">
          {invitation.madeBy ?? 'Somebody who looks after Sightline there'} invites you to work with the
          competency frameworks of {organization}.
        </p>
        <Roles roles={invitation.roles} />
      </header>
      <Problems errors={errors} />
      {state === 'open' ? <Accept {...props} /> : <Over state={state} at={invitation.endsAt} />}
    </Page>
  )
}

function Roles({ roles }: { roles: GivenRole[] }) {
  if (roles.length === 0) return null
  return (
    <ul class="role-list">
      {roles.map((role) => (
        <li key={role}>
          <strong>{ROLE_WORDS[role].name}</strong>: {ROLE_WORDS[role].may}
        </li>
      ))}
    </ul>
  )
}

const OVER = {
  accepted: 'This invitation has been accepted: it is good once.',
  withdrawn: 'This invitation was withdrawn.',
  expired: 'This invitation has expired.',
}

function Over({ state, at }: { state: keyof typeof OVER; at: Date }) {
  return (
    <Notice kind="warning" title={OVER[state]}>
      {state === 'expired' && (
        <p>
          It was good until <When at={at} />.
        </p>
      )}
      <p>If you have an account, sign in. Else ask for a new invitation.</p>
      <p>
        <ButtonLink href={links.signIn()}>Sign in</ButtonLink>
      </p>
    </Notice>
  )
}

function Accept(props: InvitationProps) {
  const { text, proof, invitation, signedIn, hasAccount, organization } = props
  const action = links.invitation(text, proof)
  if (signedIn)
    return (
      <form method="post" action={action} class="stack">
        <p>
          You are signed in as {signedIn}. Accept, and that account belongs to {organization} too.
        </p>
        <Button kind="primary" name="with" value="own">
          Accept the invitation
        </Button>
      </form>
    )
  if (hasAccount)
    return (
      <div class="stack">
        <p>{invitation.email} has an account on this Sightline already. Sign in with it to accept.</p>
        <ButtonLink kind="primary" href={links.signIn(action)}>
          Sign in
        </ButtonLink>
      </div>
    )
  return <MakeAccount {...props} />
}

function MakeAccount({ text, proof, invitation, company, values = {}, errors = {} }: InvitationProps) {
  return (
    <div class="entrance">
      <form method="post" action={links.invitation(text, proof)} class="stack" noValidate>
        <p>Your account will be {invitation.email}. Choose a password, and you are in.</p>
        <Field
          label="Your name"
          name="name"
          value={values.name ?? invitation.name}
          autocomplete="name"
          error={errors.name}
          required
        />
        <NewPassword label="Password" error={errors.password} />
        <Button kind="primary" name="with" value="new">
          Accept the invitation
        </Button>
      </form>
      {company && (
        <section class="panel" aria-labelledby="company">
          <h2 id="company">With your company account</h2>
          <p>If it has the address {invitation.email}, signing in with it accepts the invitation.</p>
          <ButtonLink href={links.signInCompany()}>Sign in with {company}</ButtonLink>
        </section>
      )}
    </div>
  )
}
