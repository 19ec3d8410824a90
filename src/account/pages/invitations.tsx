import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { Page } from '#web/page.tsx'
import { Table } from '#web/table.tsx'
import { Ticks } from '#web/ticks.tsx'
import { type Invitation, invitationState, ROLE_WORDS } from '../model.ts'
import { When } from './when.tsx'

interface InvitationsProps {
  invitations: Invitation[]
  now: Date
  /** Only an owner gives roles with an invitation. */
  mayGiveRoles: boolean
  /** Invite this person, whose name is known. */
  person: { id: string; name: string } | null
  /** The one that has just been sent; its link is shown this once. */
  sent?: { name: string; email: string; link: string }
  done?: string | null
  values?: Record<string, string>
  roles?: readonly string[]
  errors?: Messages
}

/** Invites a colleague; lists who was invited, and how it stands. */
export function InvitationsPage(props: InvitationsProps) {
  const { invitations, now, sent, done } = props
  return (
    <Page title="Invitations" current={links.invitations()} styles={['account']}>
      <header class="page-head">
        <h1>Invitations</h1>
        <p class="lead">
          A colleague whom you invite gets a mail with a link, chooses a password, and is in. The link is good
          once, for seven days.
        </p>
      </header>
      {sent && <Sent {...sent} />}
      {done && <Notice kind="done">{done}</Notice>}
      <InviteForm {...props} />
      {invitations.length > 0 && (
        <section class="block">
          <Table
            caption="Invited so far"
            heads={[
              'Name',
              'Address',
              'Roles',
              'Invited',
              'How it stands',
              <span class="unseen">Withdraw it</span>,
            ]}
            rows={invitations.map((one) => ({ key: one.id, cells: cellsOf(one, now) }))}
          />
        </section>
      )}
    </Page>
  )
}

function Sent({ name, email, link }: { name: string; email: string; link: string }) {
  return (
    <Notice kind="done" title={`${name} is invited`}>
      <p>
        Where a mail server is set up, a mail to {email} leaves now. You can also pass on the link yourself;
        it is shown this once:
      </p>
      <p>
        <code class="secret">{link}</code>
      </p>
    </Notice>
  )
}

const ROLES = Object.entries(ROLE_WORDS).map(([value, { name, may }]) => ({ value, label: name, hint: may }))

function InviteForm({ mayGiveRoles, person, values = {}, roles = [], errors = {} }: InvitationsProps) {
  return (
    <form method="post" action={links.invitations()} class="stack" noValidate>
      <Problems errors={errors} />
      {person && (
        <p>
          You invite <strong>{person.name}</strong>. <a href={links.invitations()}>Somebody else</a>
        </p>
      )}
      <input type="hidden" name="personId" value={person?.id ?? ''} />
      <Field
        label="E-mail address"
        name="email"
        type="email"
        value={values.email}
        error={errors.email}
        autocomplete="off"
        required
      />
      {!person && (
        <Field
          label="Name"
          name="name"
          value={values.name}
          error={errors.name}
          hint="Not needed for somebody who stands among the people with this address; anybody else is added to them."
          autocomplete="off"
        />
      )}
      {mayGiveRoles && (
        <Ticks legend="Roles, if any" name="roles" options={ROLES} chosen={roles} error={errors.roles} />
      )}
      <Button kind="primary">Send the invitation</Button>
    </form>
  )
}

const STATES = { open: 'open', accepted: 'accepted', withdrawn: 'withdrawn', expired: 'expired' }

function cellsOf(invitation: Invitation, now: Date) {
  const { id, name, email, roles, madeBy, madeAt, endsAt } = invitation
  const state = invitationState(invitation, now)
  return [
    name,
    email,
    roles.map((role) => ROLE_WORDS[role].name).join(', ') || 'none',
    <>
      <When at={madeAt} day />
      {madeBy && ` by ${madeBy}`}
    </>,
    state === 'open' ? (
      <>
        open until <When at={endsAt} day />
      </>
    ) : (
      STATES[state]
    ),
    state === 'open' && (
      <form method="post" action={links.invitationEnd(id)}>
        <Button kind="quiet" label={`Withdraw it: the invitation of ${name}`}>
          Withdraw it
        </Button>
      </form>
    ),
  ]
}
