import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { Page } from '#web/page.tsx'

interface SignInProps {
  next: string
  /** What people call the company's sign-in; null: there is none. */
  company: string | null
  email?: string
  errors?: Messages
  /** Something that has just been done. */
  done?: string | null
  /** Has signed in, and belongs to no organisation. */
  homeless?: boolean
  /** There is an example organisation to look at. */
  example?: boolean
}

/** The way in: address and password, or the company's sign-in. */
export function SignInPage({ next, company, email = '', errors = {}, done, homeless, example }: SignInProps) {
  return (
    <Page title="Sign in" styles={['account']} ownSearch>
      <header class="page-head">
        <h1>Sign in</h1>
      </header>
      {done && <Notice kind="done">{done}</Notice>}
      {homeless && <Homeless />}
      <div class="entrance">
        <form method="post" action={links.signIn()} class="stack" noValidate>
          <Problems errors={errors} />
          <input type="hidden" name="next" value={next} />
          <Field
            label="E-mail address"
            name="email"
            type="email"
            value={email}
            autocomplete="username"
            error={errors.email}
          />
          <Field
            label="Password"
            name="password"
            type="password"
            autocomplete="current-password"
            error={errors.password}
          />
          <Button kind="primary">Sign in</Button>
          <p>
            <a href={links.passwordForgotten()}>Forgotten your password?</a>
          </p>
        </form>
        {company && (
          <section class="panel" aria-labelledby="company">
            <h2 id="company">With your company account</h2>
            <p>No password of its own is needed here.</p>
            <ButtonLink href={links.signInCompany(next)}>Sign in with {company}</ButtonLink>
          </section>
        )}
      </div>
      <div class="entrance-foot stack">
        <p class="soft">
          No account yet? Accounts come by invitation: ask the person who looks after Sightline where you
          work.
        </p>
        {example && (
          <form method="post" action={links.example()}>
            <Button kind="quiet">Look around in the example organisation</Button>
          </form>
        )}
      </div>
    </Page>
  )
}

function Homeless() {
  return (
    <Notice kind="warning" title="Your account belongs to no organisation">
      <p>Nobody has let it in, or it was let go. Open your invitation again, or ask for a new one.</p>
      <form method="post" action={links.signOut()}>
        <Button>Sign out</Button>
      </form>
    </Notice>
  )
}

interface CodeProps {
  next: string
  /** A recovery code is asked for instead of one from the app. */
  isRecovery: boolean
  errors?: Messages
}

/** The second step of signing in. */
export function CodePage({ next, isRecovery, errors = {} }: CodeProps) {
  const title = isRecovery ? 'Use a recovery code' : 'The code from your app'
  return (
    <Page
      title={title}
      styles={['account']}
      crumbs={[{ label: 'Sign in', href: links.signIn(next) }]}
      ownSearch
    >
      <header class="page-head">
        <h1>{title}</h1>
        <p class="lead">
          {isRecovery
            ? 'Type one of the codes that you kept when you set up your second factor. Each works once.'
            : 'Your password was right. Now type the six digits that your authenticator app shows for Sightline.'}
        </p>
      </header>
      <form method="post" action={links.signInCode()} class="stack" noValidate>
        <Problems errors={errors} />
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="with" value={isRecovery ? 'recovery' : 'app'} />
        <Field
          label={isRecovery ? 'Recovery code' : 'Code'}
          name="code"
          length={isRecovery ? 16 : 8}
          autocomplete={isRecovery ? 'off' : 'one-time-code'}
          error={errors.code}
          spellcheck={false}
          {...(!isRecovery && { inputmode: 'numeric' as const })}
        />
        <Button kind="primary">Sign in</Button>
        <p>
          {isRecovery ? (
            <a href={links.signInCode(next)}>Use the app after all</a>
          ) : (
            <a href={links.signInRecovery(next)}>The app is not at hand: use a recovery code</a>
          )}
        </p>
      </form>
    </Page>
  )
}
