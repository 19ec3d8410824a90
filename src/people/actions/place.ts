import { type Context, nothingHappened } from '#context.ts'
import { Conflict, Invalid, NotFound } from '#errors.ts'
import { record } from '#history/actions.ts'
import { changesBetween, type Subject } from '#history/model.ts'
import { dayOf } from '../day.ts'
import { fold } from '../fold.ts'
import type { Place, PlaceInput } from '../model.ts'
import { deleteNamed, insertPlaces, listPlaceCards, listPlaces, updatePlace } from '../store/teams.ts'
import { holdOrganization } from '../store.ts'

const GONE = 'There is no such place. It may have been removed.'

/** Adds a place. Returns its id. Throws Invalid at the field. */
export function addPlace(ctx: Context, input: PlaceInput): Promise<string> {
  const place = { ...input, id: ctx.newId() }
  return ctx.write(async (tx) => {
    await holdOrganization(tx)
    refuseTaken(await listPlaces(tx), place)
    await insertPlaces(tx, [place])
    await record(ctx, tx, { act: 'place: added', on: subjectOf(place) })
    return place.id
  })
}

/** Throws NotFound, and Invalid at the field. */
export function renamePlace(ctx: Context, id: string, input: PlaceInput): Promise<void> {
  return ctx.write(async (tx) => {
    await holdOrganization(tx)
    const places = await listPlaces(tx)
    const before = places.find((place) => place.id === id)
    if (!before) throw new NotFound(GONE)
    const after = { ...input, id }
    refuseTaken(places, after)
    if (before.name === after.name) return nothingHappened(tx)
    await updatePlace(tx, after)
    const changes = changesBetween({ name: before.name }, { name: after.name })
    await record(ctx, tx, { act: 'place: renamed', on: subjectOf(after), changes })
  })
}

/** Takes away a place where nobody ever had a post. Throws NotFound and Conflict. */
export function removePlace(ctx: Context, id: string): Promise<void> {
  return ctx.write(async (tx) => {
    await holdOrganization(tx)
    const place = (await listPlaceCards(tx, dayOf(ctx.now()))).find((one) => one.id === id)
    if (!place) throw new NotFound(GONE)
    if (place.isUsed)
      throw new Conflict(
        `People have or had posts at “${place.name}”. Their posts would lose their place, so it stays.`,
      )
    await deleteNamed(tx, 'place', id)
    await record(ctx, tx, { act: 'place: removed', on: subjectOf(place) })
  })
}

const subjectOf = ({ id, name }: Place): Subject => ({ kind: 'place', id, name })

function refuseTaken(places: Place[], { id, name }: Place): void {
  if (places.some((place) => place.id !== id && fold(place.name) === fold(name)))
    throw new Invalid({ name: `There is a place “${name}” already. Choose another name.` })
}
