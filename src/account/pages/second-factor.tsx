import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { Page } from '#web/page.tsx'
import { QrCode } from '#web/qr-code.tsx'

const CRUMBS = [{ label: 'My account', href: links.account() }]

interface SecondFactorProps {
  isOn: boolean
  errors?: Messages
  done?: string | null
}

/** What a second factor is for, and how to turn it on or off. */
export function SecondFactorPage({ isOn, errors = {}, done }: SecondFactorProps) {
  return (
    <Page title="Second factor" crumbs={CRUMBS} styles={['account']}>
      <header class="page-head">
        <h1>Second factor</h1>
        <p class="lead">
          {isOn
            ? 'It is on: after your password you are asked for a code from the app on your phone.'
            : 'With it, a stolen password is not enough: after the password you are asked for a code from an app on your phone.'}
        </p>
      </header>
      {done && <Notice kind="done">{done}</Notice>}
      <Problems errors={errors} />
      {isOn ? <TurnOff errors={errors} /> : <TurnOn errors={errors} />}
    </Page>
  )
}

function Current({ errors }: { errors: Messages }) {
  return (
    <Field
      label="Current password"
      name="current"
      type="password"
      autocomplete="current-password"
      error={errors.current}
      required
    />
  )
}

function TurnOn({ errors }: { errors: Messages }) {
  return (
    <form method="post" action={links.secondFactorSetup()} class="stack" noValidate>
      <p>
        You need an authenticator app that knows time-based codes; most password managers have one too. It is
        set up in a minute, and nothing changes before you have typed its first code.
      </p>
      <Current errors={errors} />
      <Button kind="primary">Set it up</Button>
    </form>
  )
}

/** One field for the password; the button says what for. */
function TurnOff({ errors }: { errors: Messages }) {
  return (
    <form method="post" action={links.recoveryCodes()} class="stack" noValidate>
      <p>
        New recovery codes replace the ones you have, for instance when you have used most of them. Turned
        off, your password alone lets you in.
      </p>
      <Current errors={errors} />
      <div class="row">
        <Button>New recovery codes</Button>
        <Button kind="danger" action={links.secondFactorEnd()}>
          Turn it off
        </Button>
      </div>
    </form>
  )
}

interface SetupProps {
  uri: string
  /** Of the app, to type where there is no camera. */
  secret: string
  recoveryCodes: string[]
}

/** The picture, the secret, the recovery codes and the first code, all on one page that is shown once. */
export function SetupPage({ uri, secret, recoveryCodes }: SetupProps) {
  return (
    <Page title="Set up your second factor" crumbs={CRUMBS} styles={['account']} scripts={['print']}>
      <header class="page-head">
        <h1>Set up your second factor</h1>
        <p class="lead">Three steps. Stay on this page until the end: it is shown once.</p>
      </header>
      <ol class="steps">
        <li>
          <h2>Let your app read this picture</h2>
          <QrCode text={uri} label="A picture for the camera of your authenticator app" />
          <p>No camera? Type this into the app instead:</p>
          <p>
            <code class="secret">{inFours(secret)}</code>
          </p>
        </li>
        <li>
          <h2>Keep these recovery codes</h2>
          <p>
            Each lets you in once when the app is lost. Print them, or write them down, and keep them apart
            from your phone.
          </p>
          <RecoveryCodes codes={recoveryCodes} />
        </li>
        <li>
          <h2>Type the code that the app shows</h2>
          <CodeForm />
        </li>
      </ol>
    </Page>
  )
}

/** The first code was wrong: the secret is in the app already, so nothing else is shown again. */
export function SetupAgainPage({ errors }: { errors: Messages }) {
  return (
    <Page title="Set up your second factor" crumbs={CRUMBS} styles={['account']}>
      <header class="page-head">
        <h1>Type the code that the app shows</h1>
        <p class="lead">The last step. Your recovery codes are the ones you have just seen.</p>
      </header>
      <Problems errors={errors} />
      <CodeForm errors={errors} />
      <p class="block">
        <a href={links.secondFactor()}>Begin anew, with another picture</a>
      </p>
    </Page>
  )
}

function CodeForm({ errors = {} }: { errors?: Messages }) {
  return (
    <form method="post" action={links.secondFactorCode()} class="stack" noValidate>
      <Field
        label="Code"
        name="code"
        length={8}
        inputmode="numeric"
        autocomplete="one-time-code"
        error={errors.code}
        spellcheck={false}
      />
      <Button kind="primary">Turn it on</Button>
    </form>
  )
}

function RecoveryCodes({ codes }: { codes: string[] }) {
  return (
    <>
      <ul class="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <print-button class="screen-only">
        <p class="soft">To keep them on paper, print this page.</p>
      </print-button>
    </>
  )
}

/** The new codes, shown once. */
export function RecoveryCodesPage({ codes }: { codes: string[] }) {
  return (
    <Page title="Recovery codes" crumbs={CRUMBS} styles={['account']} scripts={['print']}>
      <header class="page-head">
        <h1>Recovery codes for Sightline</h1>
        <p class="lead">These are shown once. The ones you had do not work any more.</p>
      </header>
      <RecoveryCodes codes={codes} />
      <p class="block">
        <ButtonLink kind="primary" href={links.account()}>
          I have kept them
        </ButtonLink>
      </p>
    </Page>
  )
}

/** Easier to type. */
function inFours(text: string): string {
  return text.match(/.{1,4}/g)?.join(' ') ?? text
}
