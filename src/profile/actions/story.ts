import { type Context, nothingHappened } from '#context.ts'
import { Conflict, Invalid, NotFound } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import { record } from '#history/actions.ts'
import type { Db } from '#schema.ts'
import { cellFaults } from '#translate/judgement.ts'
import {
  deletePlacement,
  deleteStory,
  findStory,
  insertPlacement,
  insertStory,
  movePlacement,
  placementsOf,
  updateStory,
} from '../store/stories.ts'
import type { Cell, Placement, Story, StoryForm } from '../story.ts'
import { ownProfile } from './own.ts'

const GONE = 'There is no such story of yours. You may have thrown it away.'
const NOT_PLACED = 'The story is not placed there any more.'

/** The viewer's own story with where it is placed. Throws NotFound, for somebody else's too. */
export async function openStory(
  ctx: Context,
  db: Db,
  id: string,
): Promise<{ story: Story; placements: Placement[] }> {
  const own = ownProfile(ctx)
  const story = await findStory(db, own.id, id)
  if (!story) throw new NotFound(GONE)
  return { story, placements: (await placementsOf(db, own.id)).filter(({ storyId }) => storyId === id) }
}

/** Keeps a new story, however little of it is there yet. Gives its id. */
export function writeStory(ctx: Context, form: StoryForm): Promise<string> {
  const own = ownProfile(ctx)
  const id = ctx.newId()
  return ctx.write(async (tx) => {
    await insertStory(tx, { ...form, id, personId: own.id, at: ctx.now() })
    await record(ctx, tx, { act: 'profile: story written', on: own })
    return id
  })
}

/** Throws NotFound, and Conflict when it was changed in another window since version `seen`. */
export function changeStory(
  ctx: Context,
  { id, seen }: { id: string; seen: number },
  form: StoryForm,
): Promise<void> {
  const own = ownProfile(ctx)
  return ctx.write(async (tx) => {
    const { story } = await openStory(ctx, tx, id)
    if (isSame(story, form)) return nothingHappened(tx)
    if (!(await updateStory(tx, { id, version: seen, at: ctx.now() }, form)))
      throw new Conflict(
        'This story was changed in another window. Your words stand below: copy what you need, then load the story again.',
      )
    await record(ctx, tx, { act: 'profile: story changed', on: own })
  })
}

const PARTS = ['title', 'situation', 'action', 'result', 'change', 'setting', 'happened'] as const
const isSame = (story: Story, form: StoryForm) => PARTS.every((part) => story[part] === form[part])

/** With its places, and out of whatever shared it. Throws NotFound. */
export function removeStory(ctx: Context, id: string): Promise<void> {
  const own = ownProfile(ctx)
  return ctx.write(async (tx) => {
    await openStory(ctx, tx, id)
    await deleteStory(tx, id)
    await record(ctx, tx, { act: 'profile: story thrown away', on: own })
  })
}

/** What is placed: which words of the story, where, and what Translate had proposed for them. */
export interface Placing extends Cell {
  activity: string | null
  /** Null: nothing was proposed. */
  proposed: Cell | null
}

/** Says that the story shows a cell. Throws NotFound, Invalid at the field, and Conflict when it is placed there already. */
export function placeStory(
  ctx: Context,
  { id, framework }: { id: string; framework: Framework },
  { competency, level, activity, proposed }: Placing,
): Promise<Placement> {
  const own = ownProfile(ctx)
  refuseNoCell(framework, { competency, level })
  const isAsProposed = proposed?.competency === competency && proposed.level === level
  const placement: Placement = {
    ...{ id: ctx.newId(), storyId: id, frameworkId: framework.id, competency, level, activity },
    ...{ placedBy: isAsProposed ? 'translate' : 'person', placedAt: ctx.now() },
  }
  return ctx.write(async (tx) => {
    await openStory(ctx, tx, id)
    if (!(await insertPlacement(tx, placement))) throw new Conflict(TWICE)
    await record(ctx, tx, { act: 'profile: story placed', on: own })
    return placement
  })
}

const TWICE = 'This story is placed there already.'

function refuseNoCell(framework: Framework, cell: Cell): void {
  const faults = cellFaults(framework, cell)
  if (Object.keys(faults).length > 0) throw new Invalid(faults)
}

/** Moves one place of a story; the others stay. Throws as `placeStory` does. */
export function moveStory(
  ctx: Context,
  { id, placement, framework }: { id: string; placement: string; framework: Framework },
  to: Cell,
): Promise<void> {
  const own = ownProfile(ctx)
  refuseNoCell(framework, to)
  return ctx.write(async (tx) => {
    const { placements } = await openStory(ctx, tx, id)
    const one = placements.find((other) => other.id === placement)
    if (!one) throw new NotFound(NOT_PLACED)
    if (one.competency === to.competency && one.level === to.level) return nothingHappened(tx)
    const isTaken = placements.some(
      ({ frameworkId, competency, level }) =>
        frameworkId === one.frameworkId && competency === to.competency && level === to.level,
    )
    if (isTaken) throw new Conflict(TWICE)
    await movePlacement(tx, placement, { ...to, at: ctx.now() })
    await record(ctx, tx, { act: 'profile: story moved', on: own })
  })
}

/** Takes a story out of one place. Throws NotFound. */
export function unplaceStory(ctx: Context, id: string, placement: string): Promise<void> {
  const own = ownProfile(ctx)
  return ctx.write(async (tx) => {
    const { placements } = await openStory(ctx, tx, id)
    if (!placements.some((one) => one.id === placement)) throw new NotFound(NOT_PLACED)
    await deletePlacement(tx, placement)
    await record(ctx, tx, { act: 'profile: story taken out', on: own })
  })
}
