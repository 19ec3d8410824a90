import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { Table } from '#web/table.tsx'
import type { PlaceCard } from '../card.ts'
import type { Typed } from '../typed.ts'
import { countedPeople } from '../words.ts'
import { PeopleFrame } from './frame.tsx'

interface PlacesProps {
  places: PlaceCard[]
  edits: boolean
  values?: Typed
  errors?: Messages
}

/** Where people work. */
export function PlacesPage({ places, edits, values = {}, errors = {} }: PlacesProps) {
  const rows = places.map(({ id, name, people }) => ({
    key: id,
    cells: [
      <a href={links.peopleWith({ place: id })}>{name}</a>,
      countedPeople(people),
      ...(edits
        ? [
            <a href={links.place(id)}>
              Change<span class="unseen"> {name}</span>
            </a>,
          ]
        : []),
    ],
  }))
  return (
    <PeopleFrame
      title="Places"
      tab="places"
      edits={edits}
      lead="Where people work, and how many have a post there today."
    >
      {places.length === 0 ? (
        <None edits={edits} />
      ) : (
        <Table
          caption={`${places.length} ${places.length === 1 ? 'place' : 'places'}`}
          heads={['Place', 'People today', ...(edits ? ['Change'] : [])]}
          rows={rows}
        />
      )}
      {edits && (
        <section class="block" aria-labelledby="add">
          <h2 id="add">Add a place</h2>
          <form class="stack" method="post" action={links.places()} noValidate>
            <Problems errors={errors} />
            <Field label="Name" name="name" value={values.name} error={errors.name} autocomplete="off" />
            <Button kind="primary">Add the place</Button>
          </form>
        </section>
      )}
    </PeopleFrame>
  )
}

function None({ edits }: { edits: boolean }) {
  return (
    <Empty title="There is no place yet">
      <p>{edits ? 'Add the first below: a town, a building, “Home”.' : 'HR or the owner adds places.'}</p>
    </Empty>
  )
}

/** Renaming a place, or removing one that nobody has used. */
export function PlacePage({
  place,
  values,
  errors = {},
}: {
  place: PlaceCard
  values?: Typed
  errors?: Messages
}) {
  return (
    <PeopleFrame
      title={place.name}
      crumbs={[{ label: 'Places', href: links.places() }]}
      edits
      lead={`${countedPeople(place.people)} today.`}
    >
      <form class="stack" method="post" action={links.place(place.id)} noValidate>
        <Problems errors={errors} />
        <Field
          label="Name"
          name="name"
          value={values?.name ?? place.name}
          error={errors.name}
          autocomplete="off"
        />
        <p class="row">
          <Button kind="primary">Save</Button>
          <a href={links.places()}>Cancel</a>
        </p>
      </form>
      {place.isUsed ? (
        <p class="soft block">People have or had posts here, so it stays: their past would lose its place.</p>
      ) : (
        <form class="block" method="post" action={links.placeRemoval(place.id)}>
          <Button kind="danger">{`Remove ${place.name}`}</Button>
        </form>
      )}
    </PeopleFrame>
  )
}
