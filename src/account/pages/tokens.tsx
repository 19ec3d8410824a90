import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Choice, Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { Page } from '#web/page.tsx'
import { Table } from '#web/table.tsx'
import { type ApiToken, TOKEN_DAYS, tokenState } from '../model.ts'
import { When } from './when.tsx'

interface TokensProps {
  tokens: ApiToken[]
  now: Date
  /** The text of the one that has just been made: shown once. */
  made?: { name: string; text: string }
  values?: Record<string, string>
  errors?: Messages
}

const SCOPE_WORDS = { read: 'Read', write: 'Read and change' }

/** Tokens, with which a program does what its maker may do. */
export function TokensPage({ tokens, now, made, values = {}, errors = {} }: TokensProps) {
  return (
    <Page title="Tokens" crumbs={[{ label: 'My account', href: links.account() }]} styles={['account']}>
      <header class="page-head">
        <h1>Tokens</h1>
        <p class="lead">
          With a token a program may do what you may, or only read it. See{' '}
          <a href={links.api()}>what programs can ask for</a>.
        </p>
      </header>
      {made && <Made {...made} />}
      <Problems errors={errors} />
      <List tokens={tokens} now={now} />
      <section class="block" aria-labelledby="new">
        <h2 id="new">Make a token</h2>
        <NewToken values={values} errors={errors} />
      </section>
    </Page>
  )
}

function Made({ name, text }: { name: string; text: string }) {
  return (
    <Notice kind="done" title={`The token “${name}”`}>
      <p>Copy it now: it is shown this once, and kept nowhere.</p>
      <p>
        <code class="secret">{text}</code>
      </p>
      <p class="soft">
        A program sends it along as <code>Authorization: Bearer</code> and the token.
      </p>
    </Notice>
  )
}

function List({ tokens, now }: { tokens: ApiToken[]; now: Date }) {
  if (tokens.length === 0)
    return (
      <Empty title="You have no tokens">
        <p>Most people need none. Make one for a program of yours, such as a nightly export.</p>
      </Empty>
    )
  return (
    <Table
      caption="Your tokens"
      heads={['Name', 'May', 'Made', 'Last used', 'Good until', <span class="unseen">Revoke it</span>]}
      rows={tokens.map((token) => ({ key: token.id, cells: cellsOf(token, now) }))}
    />
  )
}

function cellsOf(token: ApiToken, now: Date) {
  const { id, name, scope, madeAt, usedAt, endsAt } = token
  const state = tokenState(token, now)
  return [
    name,
    SCOPE_WORDS[scope],
    <When at={madeAt} day />,
    usedAt ? <When at={usedAt} /> : 'never',
    state === 'revoked' ? 'revoked' : <When at={endsAt} day />,
    state === 'valid' ? (
      <form method="post" action={links.tokenEnd(id)}>
        <Button kind="quiet" label={`Revoke it: ${name}`}>
          Revoke it
        </Button>
      </form>
    ) : (
      state === 'expired' && 'expired'
    ),
  ]
}

function NewToken({ values, errors }: { values: Record<string, string>; errors: Messages }) {
  return (
    <form method="post" action={links.tokens()} class="stack" noValidate>
      <Field
        label="Name"
        name="name"
        value={values.name}
        error={errors.name}
        hint="What it is for, so that you know later which one to revoke."
        required
      />
      <Choice
        label="What it may do"
        name="scope"
        value={values.scope}
        error={errors.scope}
        options={[
          { value: 'read', label: 'Read what you may read' },
          { value: 'write', label: 'Read and change what you may' },
        ]}
      />
      <Choice
        label="For how long"
        name="days"
        value={values.days ?? '90'}
        error={errors.days}
        options={TOKEN_DAYS.map((days) => ({
          value: String(days),
          label: days === 365 ? 'a year' : `${days} days`,
        }))}
      />
      <Button kind="primary">Make the token</Button>
    </form>
  )
}
