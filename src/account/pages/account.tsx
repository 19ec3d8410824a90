import { links } from '#routes.ts'
import type { GivenRole } from '#viewer.ts'
import { Button } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Notice } from '#web/notice.tsx'
import { Page } from '#web/page.tsx'
import { ROLE_WORDS } from '../model.ts'
import { When } from './when.tsx'

interface AccountProps {
  email: string
  isConfirmed: boolean
  hasPassword: boolean
  hasSecondFactor: boolean
  hasCompany: boolean
  company: string | null
  sessions: number
  tokens: number
  usedAt: Date | null
  organization: { id: string; name: string }
  roles: GivenRole[]
  /** Everywhere the account belongs, this organisation included. */
  organizations: { id: string; name: string }[]
  /** Something that has just been done. */
  done: string | null
}

/** One's own account at a glance: how it is kept safe, and where it belongs. */
export function AccountPage(props: AccountProps) {
  const { email, isConfirmed, organization, organizations, roles, done } = props
  return (
    <Page title="My account" styles={['account']}>
      <header class="page-head">
        <h1>My account</h1>
        <p class="lead">
          {email}, in {organization.name}
          {roles.length > 0 && ` as ${roles.map((role) => ROLE_WORDS[role].name).join(', ')}`}
        </p>
      </header>
      {done && <Notice kind="done">{done}</Notice>}
      {!isConfirmed && <Unconfirmed email={email} />}
      <dl class="account-facts">
        <SecurityFacts {...props} />
      </dl>
      {organizations.length > 1 && <Switch current={organization.id} organizations={organizations} />}
    </Page>
  )
}

function Unconfirmed({ email }: { email: string }) {
  return (
    <Notice kind="warning" title="Your address is not confirmed yet">
      <p>A mail to {email} has a link. Open it, and it is known that mail about this account reaches you.</p>
      <form method="post" action={links.accountConfirmation()}>
        <Button>Send the mail again</Button>
      </form>
    </Notice>
  )
}

function SecurityFacts(props: AccountProps) {
  const { hasPassword, hasSecondFactor, hasCompany, company, sessions, tokens, usedAt } = props
  return (
    <>
      <dt>Password</dt>
      <dd>
        {hasPassword ? 'Set' : 'None: you sign in through your company'}
        {hasPassword && <a href={links.accountPassword()}>Change it</a>}
      </dd>
      <dt>Second factor</dt>
      <dd>
        {hasSecondFactor ? 'On: an app on your phone is asked too' : 'Off'}
        {hasPassword && (
          <a href={links.secondFactor()}>
            {hasSecondFactor ? 'Recovery codes, or turn it off' : 'Set it up'}
          </a>
        )}
      </dd>
      {company && (
        <>
          <dt>{company}</dt>
          <dd>
            {hasCompany
              ? 'Linked: you can sign in with it'
              : 'Not used yet: sign in with it once, and it is linked'}
          </dd>
        </>
      )}
      <dt>Sessions</dt>
      <dd>
        {sessions === 1 ? 'This one alone' : `${sessions} at the moment`}
        {usedAt && (
          <span class="soft">
            last used <When at={usedAt} />
          </span>
        )}
        <a href={links.sessions()}>See and end them</a>
      </dd>
      <dt>Tokens for programs</dt>
      <dd>
        {tokens === 0 ? 'None' : `${tokens} valid`}
        <a href={links.tokens()}>{tokens === 0 ? 'Make one' : 'See and revoke them'}</a>
      </dd>
    </>
  )
}

function Switch({
  current,
  organizations,
}: {
  current: string
  organizations: { id: string; name: string }[]
}) {
  return (
    <section class="block" aria-labelledby="organizations">
      <h2 id="organizations">Your organisations</h2>
      <ul class="organization-list">
        {organizations.map(({ id, name }) => (
          <li key={id}>
            {name}
            {id === current ? (
              <span class="soft">you are here</span>
            ) : (
              <form method="post" action={links.accountOrganization()}>
                <Button name="organization" value={id} label={`Go there: ${name}`}>
                  Go there
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** For the example organisation, where one is somebody without having signed in. */
export function NoAccountPage({ organization }: { organization: string }) {
  return (
    <Page title="My account" styles={['account']}>
      <header class="page-head">
        <h1>My account</h1>
      </header>
      <Empty title={`Nobody in ${organization} has an account`}>
        <p>
          It is the example organisation: you choose who you are, without a password. In an organisation of
          your own, this page is where you change your password, set up a second factor, and see where you are
          signed in.
        </p>
      </Empty>
    </Page>
  )
}
