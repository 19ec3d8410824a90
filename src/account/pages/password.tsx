import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { Page } from '#web/page.tsx'
import { PASSWORD_RULE } from '../password.ts'

const SIGN_IN = { label: 'Sign in', href: links.signIn() }

interface ForgottenProps {
  /** A link was asked for, whoever may have the address. */
  isSent?: boolean
  email?: string
  errors?: Messages
}

/** Asks for a link to choose a new password. It never says whether an address has an account. */
export function ForgottenPage({ isSent = false, email = '', errors = {} }: ForgottenProps) {
  return (
    <Page title="Forgotten your password?" crumbs={[SIGN_IN]} styles={['account']} ownSearch>
      <header class="page-head">
        <h1>Forgotten your password?</h1>
        <p class="lead">Give your address, and a mail brings you a link to choose a new one.</p>
      </header>
      {isSent ? (
        <Notice kind="done" title="Look into your mail">
          <p>
            If {email} has an account here, a mail with a link is on its way. The link works once and for an
            hour. Nothing there after some minutes? Look among the unwanted mails, or ask an owner.
          </p>
        </Notice>
      ) : (
        <form method="post" action={links.passwordForgotten()} class="stack" noValidate>
          <Problems errors={errors} />
          <Field
            label="E-mail address"
            name="email"
            type="email"
            value={email}
            autocomplete="username"
            error={errors.email}
          />
          <Button kind="primary">Send me a link</Button>
        </form>
      )}
    </Page>
  )
}

/** Chooses a new password by the link of a mail. */
export function ResetPage({ token, name, errors = {} }: { token: string; name: string; errors?: Messages }) {
  return (
    <Page title="Choose a new password" crumbs={[SIGN_IN]} styles={['account']} ownSearch>
      <header class="page-head">
        <h1>Choose a new password</h1>
        <p class="lead">For the account of {name}. Wherever it is signed in now, it is signed out.</p>
      </header>
      <form method="post" action={links.passwordReset(token)} class="stack" noValidate>
        <Problems errors={errors} />
        <NewPassword error={errors.password} />
        <Button kind="primary">Set the password</Button>
      </form>
    </Page>
  )
}

/** The field for a new password, with what makes a good one said before it is typed. */
export function NewPassword({
  error,
  label = 'New password',
}: {
  error?: string | undefined
  label?: string
}) {
  return (
    <Field
      label={label}
      name="password"
      type="password"
      hint={PASSWORD_RULE}
      autocomplete="new-password"
      error={error}
      required
    />
  )
}

/** A link that confirms an address asks once more, since programs that look through mails follow links too. */
export function ConfirmationPage({ token, isDone = false }: { token: string; isDone?: boolean }) {
  return (
    <Page title="Confirm your address" styles={['account']} ownSearch>
      <header class="page-head">
        <h1>{isDone ? 'Your address is confirmed' : 'Confirm your address'}</h1>
        <p class="lead">
          {isDone
            ? 'Thank you. Nothing more is to do.'
            : 'One press, and Sightline knows that this address is yours.'}
        </p>
      </header>
      {isDone ? (
        <p>
          <ButtonLink href={links.home()}>Go to the start</ButtonLink>
        </p>
      ) : (
        <form method="post" action={links.confirmation(token)}>
          <Button kind="primary">Confirm</Button>
        </form>
      )}
    </Page>
  )
}

/** Changes the password of one's own account. */
export function OwnPasswordPage({ errors = {}, isDone = false }: { errors?: Messages; isDone?: boolean }) {
  return (
    <Page title="Password" crumbs={[{ label: 'My account', href: links.account() }]} styles={['account']}>
      <header class="page-head">
        <h1>Password</h1>
        <p class="lead">A new one signs you out everywhere else.</p>
      </header>
      {isDone && <Notice kind="done">Your password is changed, and every other session has ended.</Notice>}
      <form method="post" action={links.accountPassword()} class="stack" noValidate>
        <Problems errors={errors} />
        <Field
          label="Current password"
          name="current"
          type="password"
          autocomplete="current-password"
          error={errors.current}
          required
        />
        <NewPassword error={errors.password} />
        <Button kind="primary">Change the password</Button>
      </form>
    </Page>
  )
}
