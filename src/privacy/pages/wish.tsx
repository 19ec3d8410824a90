import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { Page } from '#web/page.tsx'
import { type ErasurePreview, goes, MAY_REMAIN, stays } from '../erasure.ts'

interface WishPageProps {
  preview: ErasurePreview
  values: { name: string; reason: string }
  errors: Messages
}

/** Where somebody wishes to be erased, knowing what that means. */
export function WishPage({ preview, values, errors }: WishPageProps) {
  return (
    <Page
      title="Wish to be erased"
      crumbs={[{ label: 'What Sightline knows about me', href: links.privacy() }]}
      current={links.privacy()}
      styles={['privacy']}
    >
      <header class="page-head">
        <h1>Wish to be erased</h1>
        <p class="lead">
          HR or an owner answers your wish. When it is carried out it cannot be undone, and you cannot sign in
          any more. Until then you can take it back.
        </p>
      </header>
      <Problems errors={errors} />
      <Consequences preview={preview} />
      <section class="block">
        <h2>Do you wish it?</h2>
        <form class="stack" method="post" action={links.erasureWish()} noValidate>
          <Field
            label="Why, if you want to say so"
            name="reason"
            value={values.reason}
            error={errors.reason}
            rows={3}
            hint="HR and the owners read it. It goes with everything else when you are erased."
          />
          <Field
            label="Your name, to make sure that it is meant"
            name="name"
            value={values.name}
            error={errors.name}
            hint={`Type: ${preview.person.name}`}
            autocomplete="off"
          />
          <div class="row">
            <Button kind="danger">Wish to be erased</Button>
            <ButtonLink kind="quiet" href={links.privacy()}>
              Keep everything
            </ButtonLink>
          </div>
        </form>
      </section>
    </Page>
  )
}

/** What goes, what stays and why, and what nobody can promise. */
export function Consequences({ preview }: { preview: ErasurePreview }) {
  return (
    <div class="consequences">
      <section class="panel">
        <h2>What goes</h2>
        <ul>
          {goes(preview).map((what) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
      </section>
      <section class="panel">
        <h2>What stays, under a name such as “Former colleague 7F3A”</h2>
        <ul>
          {stays(preview).map(({ what, why }) => (
            <li key={what}>
              {what}. <span class="soft">{why}</span>
            </li>
          ))}
        </ul>
      </section>
      <section class="panel">
        <h2>What may remain</h2>
        <ul>
          {MAY_REMAIN.map((what) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
      </section>
    </div>
  )
}
