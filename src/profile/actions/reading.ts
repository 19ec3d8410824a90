import type { Context } from '#context.ts'
import { Unavailable } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import { engineNow, examplesFor, translatorFor } from '#translate/actions/desk.ts'
import { readStatements } from '#translate/backends/reading.ts'
import { plainText } from '#translate/prepare.ts'
import { activitiesIn } from '#translate/split.ts'
import type { Translated } from '#translate/translated.ts'
import { type Proposal, proposalFrom, unread } from '../proposal.ts'

/** What the action of a story shows in one framework. */
export interface StoryReading {
  framework: Framework
  proposals: Proposal[]
  /** Activities that were left out, since more are not read at once. */
  left: number
  /** Why nothing could be read; the activities stand there to be placed by hand. Null: all went well. */
  unavailable: string | null
}

/** Reads activities through a framework, in their order. Throws Unavailable. */
export type Reader = (
  ctx: Context,
  framework: Framework,
  activities: readonly string[],
) => Promise<Translated[]>

const MOST = 12

/** Activity by activity. Where Translate cannot be used, the person still has everything to place the story by hand. */
export async function readStory(
  ctx: Context,
  framework: Framework,
  action: string,
  read: Reader = readThrough,
): Promise<StoryReading> {
  const all = activitiesIn(plainText(action)).map(({ text }) => text)
  const activities = all.slice(0, MOST)
  const about = { framework, left: all.length - activities.length }
  try {
    const readings = await read(ctx, framework, activities)
    const proposals = readings.map((one, i) => proposalFrom(activities[i] ?? one.text, one))
    return { ...about, proposals, unavailable: null }
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    return { ...about, proposals: activities.map(unread), unavailable: error.message }
  }
}

async function readThrough(
  ctx: Context,
  framework: Framework,
  activities: readonly string[],
): Promise<Translated[]> {
  const engine = await engineNow(ctx)
  const translator = await translatorFor(ctx, framework, await examplesFor(ctx, framework))
  return readStatements(
    engine,
    translator,
    activities.map((text) => engine.prepare(text)),
    [],
  )
}
