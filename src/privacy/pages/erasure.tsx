import { momentWords } from '#history/time.ts'
import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { Page } from '#web/page.tsx'
import type { ErasurePreview } from '../erasure.ts'
import { Consequences } from './wish.tsx'

interface ErasurePageProps {
  preview: ErasurePreview
  values: { name: string; answer: string }
  errors: Messages
}

/** Where HR or an owner erases somebody, or refuses the wish, with everything in view that follows from it. */
export function ErasurePage({ preview, values, errors }: ErasurePageProps) {
  const { person, obstacle, wish, words, hasNamesake } = preview
  return (
    <Page
      title={`Erase ${person.name}`}
      crumbs={[{ label: 'Wishes to be erased', href: links.erasures() }]}
      current={links.privacy()}
      styles={['privacy']}
    >
      <header class="page-head">
        <h1>Erase {person.name}</h1>
        <p class="lead">
          {wish ? `Wished ${momentWords(wish.madeAt)} UTC.` : 'This person has not wished it here.'} It cannot
          be undone. <a href={links.privacyOf(person.id)}>See all that is kept about {person.name}</a>
        </p>
        {wish?.reason && <p class="measure">In their words: {wish.reason}</p>}
      </header>
      <Problems errors={errors} />
      {obstacle && (
        <Notice kind="warning" title="This cannot be done now">
          <p>{obstacle}</p>
        </Notice>
      )}
      <Consequences preview={preview} />
      <section class="block">
        <h2>What is looked for in the history</h2>
        <p class="measure">
          {words.join(', ')}.
          {hasNamesake &&
            ` Somebody else is called ${person.name} too, so the name alone is erased only where an event is about this person.`}
        </p>
      </section>
      {!obstacle && <EraseForm {...{ preview, values, errors }} />}
      {wish && <RefusalForm {...{ preview, values, errors }} />}
    </Page>
  )
}

function EraseForm({ preview: { person }, values, errors }: ErasurePageProps) {
  return (
    <section class="block">
      <h2>Erase</h2>
      <form class="stack" method="post" action={links.erasureOf(person.id)} noValidate>
        <Field
          label="The name, to make sure that it is meant"
          name="name"
          value={values.name}
          error={errors.name}
          hint={`Type: ${person.name}`}
          autocomplete="off"
        />
        <Button kind="danger">Erase {person.name} for good</Button>
      </form>
    </section>
  )
}

function RefusalForm({ preview: { person }, values, errors }: ErasurePageProps) {
  return (
    <section class="block">
      <h2>Or refuse the wish</h2>
      <form class="stack" method="post" action={links.erasureRefusal(person.id)} noValidate>
        <Field
          label="Why"
          name="answer"
          value={values.answer}
          error={errors.answer}
          rows={3}
          hint="The person reads it. Say which law or duty asks you to keep the data, and until when."
        />
        <Button>Refuse</Button>
      </form>
    </section>
  )
}
