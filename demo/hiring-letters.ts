/** Feedback letters of the example, from the product's own draft with what was changed in it. From here no mail ever leaves. */
import { recordAll } from '../src/history/actions.ts'
import { candidateAct } from '../src/recruit/actions/apply.ts'
import { openFeedback, saveFeedback } from '../src/recruit/actions/feedback.ts'
import { closeFeedback } from '../src/recruit/store/feedback.ts'
import type { DemoLetter } from './hiring-facts.ts'
import { candidateIdOf, type Scene } from './hiring-scene.ts'

/** Writes the letter and, unless it is still a draft, sends it the same afternoon. */
export async function writeLetter(scene: Scene, letter: DemoLetter): Promise<void> {
  const { hiring, opened, clock, at } = scene
  const ctx = at(clock.moment(letter.daysAgo, 14), hiring.by)
  const which = { vacancyId: opened.vacancy.id, candidateId: candidateIdOf(scene, letter.candidate) }
  const { feedback, quotes, version } = await openFeedback(ctx, which)
  if (version > 0) return
  const quoted = opened.criteria.find(({ competency }) => competency === letter.quoted)
  const parts = feedback.parts.map(({ criterion, shown, next }) => ({
    ...{ criterion, shown, next },
    quotes: criterion === quoted?.id && quotes.has(criterion) ? [0] : [],
  }))
  await saveFeedback(ctx, which, { ...letter.words, opening: feedback.opening, parts, version: 0 })
  if (!letter.isSent) return
  const sending = at(clock.moment(letter.daysAgo, 16), hiring.by)
  await ctx.write(async (tx) => {
    await closeFeedback(tx, { candidateId: which.candidateId, version: 1, at: sending.now() })
    const act = candidateAct('candidate: feedback sent', opened.vacancy, which.candidateId)
    await recordAll(tx, [{ ctx: sending, act: { ...act, note: { mail: 'sent' } } }])
  })
}
