import { links } from '#routes.ts'
import type { GivenRole } from '#viewer.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { Page } from '#web/page.tsx'
import { Table } from '#web/table.tsx'
import { Ticks } from '#web/ticks.tsx'
import { ROLE_WORDS } from '../model.ts'
import { When } from './when.tsx'

/** A member as an owner sees them. */
export interface MemberLine {
  id: string
  name: string
  roles: GivenRole[]
  account: { email: string; isConfirmed: boolean; hasSecondFactor: boolean; usedAt: Date | null } | undefined
}

/** Everybody who can sign in, with their roles. */
export function MembersPage({ members }: { members: MemberLine[] }) {
  return (
    <Page title="Members" current={links.members()} styles={['account']}>
      <header class="page-head">
        <h1>Members</h1>
        <p class="lead">
          Everybody who can sign in here. A member without a role reads the frameworks and sees to what is
          theirs.
        </p>
        <p class="row">
          <ButtonLink kind="primary" href={links.invitations()}>
            Invite a colleague
          </ButtonLink>
          <ButtonLink href={links.mails()}>Mail</ButtonLink>
        </p>
      </header>
      {members.length === 0 ? (
        <Empty title="Nobody can sign in here yet">
          <p>Invite a colleague: they choose a password by a link, and then they stand here.</p>
        </Empty>
      ) : (
        <Table
          caption={members.length === 1 ? 'One member' : `${members.length} members`}
          heads={['Name', 'Roles', 'Address', 'Second factor', 'Last here']}
          rows={members.map((member) => ({ key: member.id, cells: cellsOf(member) }))}
        />
      )}
    </Page>
  )
}

function cellsOf({ id, name, roles, account }: MemberLine) {
  return [
    <a href={links.member(id)}>{name}</a>,
    roles.map((role) => ROLE_WORDS[role].name).join(', ') || 'Member',
    account ? `${account.email}${account.isConfirmed ? '' : ', not confirmed'}` : 'no account',
    account?.hasSecondFactor ? 'on' : 'off',
    account?.usedAt ? <When at={account.usedAt} /> : 'not at the moment',
  ]
}

interface MemberProps {
  member: MemberLine
  chosen: readonly string[]
  errors?: Messages
  done?: string | null
}

const ROLES = Object.entries(ROLE_WORDS).map(([value, { name, may }]) => ({ value, label: name, hint: may }))

/** One member: their roles, and what an owner can do for them. */
export function MemberPage({ member, chosen, errors = {}, done }: MemberProps) {
  const { id, name, account } = member
  return (
    <Page
      title={name}
      current={links.members()}
      crumbs={[{ label: 'Members', href: links.members() }]}
      styles={['account']}
    >
      <header class="page-head">
        <h1>{name}</h1>
        <p class="lead">{account?.email ?? 'Without an account'}</p>
      </header>
      {done && <Notice kind="done">{done}</Notice>}
      <Problems errors={errors} />
      <form method="post" action={links.memberRoles(id)} class="stack">
        <Ticks legend="Roles" name="roles" options={ROLES} chosen={chosen} error={errors.roles} />
        <p class="soft">
          Whoever leads others becomes a manager by the reporting lines; nobody gives that role.
        </p>
        <Button kind="primary">Give these roles</Button>
      </form>
      {account?.hasSecondFactor && <LostFactor id={id} name={name} />}
      <section class="block flow measure" aria-labelledby="remove">
        <h2 id="remove">Stop them signing in</h2>
        <p>
          {name} stays among the people, with all that is recorded. Their sessions, tokens and roles end; to
          come back they need an invitation.
        </p>
        <form method="post" action={links.memberRemoval(id)}>
          <Button kind="danger">Remove {name} from the members</Button>
        </form>
      </section>
    </Page>
  )
}

function LostFactor({ id, name }: { id: string; name: string }) {
  return (
    <section class="block flow measure" aria-labelledby="factor">
      <h2 id="factor">Phone and recovery codes lost?</h2>
      <p>
        Make sure that it is {name} who asks. Without a second factor, their password alone lets them in until
        they set up a new one; a mail tells them.
      </p>
      <form method="post" action={links.memberSecondFactor(id)}>
        <Button>Remove the second factor</Button>
      </form>
    </section>
  )
}
