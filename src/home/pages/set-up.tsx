import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { Page } from '#web/page.tsx'

export interface SetUpProps {
  /** What was typed, by field; never the password. */
  values?: Record<string, string>
  errors?: Messages
  /** This machine serves others too, so setting up needs the code that its terminal shows. */
  needsCode: boolean
}

/** The name of the organisation, its owner, a password: then it is there. */
export function SetUpPage({ values = {}, errors = {}, needsCode }: SetUpProps) {
  const told = (name: string) => ({ name, value: values[name], error: errors[name], required: true })
  return (
    <Page
      title="Start your own organisation"
      crumbs={[{ label: 'Welcome', href: links.home() }]}
      styles={['home']}
      ownSearch
    >
      <header class="page-head">
        <h1>Start your own organisation</h1>
        <p class="lead">You become its owner: you say who may do what, and you can invite others next.</p>
      </header>
      <form method="post" action={links.newOrganization()} class="stack" noValidate>
        <Problems errors={errors} />
        <Field label="Name of the organisation" {...told('organization')} autocomplete="organization" />
        <Field label="Your name" {...told('name')} autocomplete="name" />
        <Field label="Your e-mail address" type="email" {...told('email')} autocomplete="email" />
        <Field
          label="A password"
          type="password"
          {...told('password')}
          value=""
          hint="At least ten characters. Three or four words that only you would put together are good; it never has to be changed for the sake of it."
          autocomplete="new-password"
        />
        {needsCode && (
          <Field
            label="The code from the terminal"
            {...told('code')}
            hint="It was printed where Sightline was started, so that only you can set it up."
            autocomplete="off"
          />
        )}
        <Button kind="primary">Start the organisation</Button>
      </form>
    </Page>
  )
}
