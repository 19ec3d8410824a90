import { type Context, nothingHappened } from '#context.ts'
import { Forbidden, Invalid } from '#errors.ts'
import { record } from '#history/actions.ts'
import { keyIn } from '#people/meant.ts'
import { listMeant } from '#people/store/taken.ts'
import { namesOf } from '#people/store.ts'
import type { Db } from '#schema.ts'
import { askersFor } from '../panel.ts'
import { setAskers, writePanel, writePrepared } from '../store/write.ts'
import type { PanelInput } from '../vacancy.ts'
import { vacancyToOversee } from './kit.ts'
import { openVacancy } from './look.ts'
import { vacancySubject } from './vacancy.ts'

/** The people who are meant, in this order; the first leads. Throws Invalid, naming the field (`member0`, `member1`, …). */
export async function panelMeant(db: Db, typed: readonly string[]): Promise<PanelInput> {
  const errors: Record<string, string> = {}
  const members: string[] = []
  for (const [i, words] of typed.entries()) {
    if (words.trim() === '') continue
    const [first, second] = await listMeant(db, keyIn(words.trim()))
    if (!first)
      errors[`member${i}`] = `Nobody here is called “${words.slice(0, 100)}”. Choose somebody of the list.`
    else if (second)
      errors[`member${i}`] =
        `Several people are called “${words.slice(0, 100)}”. Give the address or number of the one you mean.`
    else if (!members.includes(first.id)) members.push(first.id)
  }
  if (Object.keys(errors).length > 0) throw new Invalid(errors)
  if (members.length === 0)
    throw new Invalid({ member0: 'Name at least one person who rates; two to five are better.' })
  return { members, chair: members[0] ?? null }
}

/**
 * Who rates from now on. Who is not named any more has left: what they had submitted stays, and their questions go to the others
 * in turn. Possible at any time, since people fall ill; the history says who changed it.
 */
export function setPanel(ctx: Context, vacancyId: string, panel: PanelInput): Promise<void> {
  return ctx.write(async (tx) => {
    const { vacancy, questions, panel: before } = await vacancyToOversee(ctx, tx, vacancyId)
    await writePanel(tx, vacancyId, { ...panel, at: ctx.now() })
    await setAskers(tx, askersFor(questions, panel.members))
    const present = before.filter(({ leftAt }) => leftAt === null)
    const added = panel.members.filter((id) => !present.some(({ personId }) => personId === id))
    const left = present.filter(({ personId }) => !panel.members.includes(personId)).map(({ name }) => name)
    const names = await namesOf(tx, added)
    await record(ctx, tx, {
      act: 'vacancy: panel changed',
      on: vacancySubject(vacancy),
      also: [...panel.members].map((id) => ({ kind: 'person', id })),
      note: { added: [...names.values()], left },
    })
  })
}

/** The viewer has finished the practice of a panel that they are on. Throws Forbidden for who does not rate. */
export function finishPreparation(ctx: Context, vacancyId: string): Promise<void> {
  return ctx.write(async (tx) => {
    const { vacancy, part, panel } = await openVacancy(ctx, tx, vacancyId)
    const personId = ctx.viewer.person?.id
    if (!part.rates || personId === undefined)
      throw new Forbidden(
        'Only those who rate prepare themselves; you may try the practice as often as you like.',
      )
    if (panel.some((one) => one.personId === personId && one.preparedAt !== null)) return nothingHappened(tx)
    await writePrepared(tx, { vacancyId, personId, at: ctx.now() })
    await record(ctx, tx, { act: 'vacancy: panel member prepared', on: vacancySubject(vacancy) })
  })
}
