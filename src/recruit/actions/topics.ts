import type { Context } from '#context.ts'
import { Invalid } from '#errors.ts'
import { record } from '#history/actions.ts'
import { JURISDICTIONS, type Topic } from '../kit/rules/topics.ts'
import { replaceTopics } from '../store/topics.ts'

/** From now on this list holds in the jurisdiction; an empty one: Sightline's holds again. Throws Invalid for an unknown one. */
export function setTopics(ctx: Context, jurisdiction: string, topics: readonly Topic[]): Promise<void> {
  const country = JURISDICTIONS.find(({ code }) => code === jurisdiction)
  if (!country) throw new Invalid({ in: 'Choose one of the list.' })
  return ctx.write(async (tx) => {
    const rows = topics.map((topic) => ({ ...topic, id: ctx.newId() }))
    await replaceTopics(tx, jurisdiction, rows)
    await record(ctx, tx, {
      act: 'unlawful topics: changed',
      on: { kind: 'organisation', id: ctx.organizationId, name: ctx.viewer.organization.name },
      note: { 'rules of': country.name, topics: topics.length },
    })
  })
}
