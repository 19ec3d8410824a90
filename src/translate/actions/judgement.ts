import { type Context, nothingHappened } from '#context.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import { findFramework } from '#framework/store.ts'
import { record } from '#history/actions.ts'
import type { Subject } from '#history/model.ts'
import type { Db, Tx } from '#schema.ts'
import { cellFaults, type Judgement, type JudgementForm, keptReading, sameWords } from '../judgement.ts'
import type { Reading } from '../model.ts'
import { deleteProposal, insertProposal, listAcceptedExamples, listProposalsOf } from '../store/proposals.ts'
import { deleteJudgement, findJudgementOf, forgetWords, insertJudgement } from '../store.ts'

/** What had been said about the words before they were judged. */
export interface SaidBefore {
  backend: string
  said: Reading
  alone: Reading
}

export const GONE = 'There is no such judgement of yours. You may have taken it back already.'

/** The framework of this name in links. Throws Invalid at the field. */
export async function frameworkFor(ctx: Context, slug: string): Promise<Framework> {
  const framework = await ctx.read((db) => findFramework(db, slug))
  if (!framework)
    throw new Invalid({ framework: 'There is no such framework any more. Choose one of the list.' })
  return framework
}

/**
 * Keeps what the viewer says of a translation; their words only where they want it. Throws Invalid at the field, Forbidden
 * for whoever is nobody among the people, and Conflict when others have proposed the same words.
 */
export function judge(
  ctx: Context,
  { framework, form, before }: { framework: Framework; form: JudgementForm; before: SaidBefore },
): Promise<Judgement> {
  const person = personOf(ctx)
  const faults = cellFaults(framework, form)
  if (Object.keys(faults).length > 0) throw new Invalid(faults)
  const judgement: Judgement = {
    ...{ id: ctx.newId(), frameworkId: framework.id, personId: person.id, madeAt: ctx.now() },
    ...{ backend: before.backend, said: keptReading(before.said), alone: keptReading(before.alone) },
    ...{ competency: form.competency, level: form.level },
    text: form.keep || form.propose ? form.text : null,
  }
  const proposalId = ctx.newId()
  return ctx.write(async (tx) => {
    await insertJudgement(tx, judgement)
    if (form.propose) await propose(ctx, tx, { framework, judgement, proposalId })
    await record(ctx, tx, { act: 'translation: judged', on: personSubject(person) })
    return judgement
  })
}

/** Offers a judgement's words for everybody, later than they were judged. Throws NotFound and Conflict. */
export function proposeExample(ctx: Context, id: string, framework: Framework): Promise<void> {
  const person = personOf(ctx)
  const proposalId = ctx.newId()
  return ctx.write(async (tx) => {
    const judgement = await findJudgementOf(tx, person.id, id)
    if (!judgement) throw new NotFound(GONE)
    const proposed = (await listProposalsOf(tx, person.id)).some(({ judgementId }) => judgementId === id)
    if (proposed) return nothingHappened(tx)
    await propose(ctx, tx, { framework, judgement, proposalId })
  })
}

interface Proposing {
  framework: Framework
  judgement: Judgement
  proposalId: string
}

async function propose(ctx: Context, tx: Tx, { framework, judgement, proposalId }: Proposing): Promise<void> {
  const { id, personId, competency, level, text } = judgement
  if (text === null)
    throw new Conflict('The words of this judgement are not kept, so there is nothing to propose.')
  await refuseKnown(tx, framework, text)
  const proposal = { id: proposalId, judgementId: id, frameworkId: framework.id, text, competency, level }
  await insertProposal(tx, proposal, { personId, at: ctx.now() })
  await record(ctx, tx, { act: 'example: proposed', on: frameworkSubject(framework) })
}

/** Throws Conflict when everybody's translations have these words already. `but`: the example that may have them. */
export async function refuseKnown(db: Db, framework: Framework, text: string, but = ''): Promise<void> {
  const same = sameWords(text)
  const own = framework.competencies.flatMap(({ statements }) => statements.map((one) => one.text))
  if (own.some((words) => sameWords(words) === same))
    throw new Conflict('The framework itself says this in the same words, so it is known already.')
  const accepted = await listAcceptedExamples(db, framework.id)
  if (accepted.some((one) => one.id !== but && sameWords(one.text) === same))
    throw new Conflict('There is an accepted example with the same words already.')
}

/** As if it had never been: the judgement goes, with the words and any example made of them. Throws NotFound. */
export function takeBack(ctx: Context, id: string): Promise<void> {
  const person = personOf(ctx)
  return ctx.write(async (tx) => {
    if (!(await findJudgementOf(tx, person.id, id))) throw new NotFound(GONE)
    await deleteJudgement(tx, id)
    await record(ctx, tx, { act: 'translation: judgement taken back', on: personSubject(person) })
  })
}

/** The judgement stays, the words go, and with them the example and the proposal. Throws NotFound. */
export function forgetMyWords(ctx: Context, id: string): Promise<void> {
  const person = personOf(ctx)
  return ctx.write(async (tx) => {
    const judgement = await findJudgementOf(tx, person.id, id)
    if (!judgement) throw new NotFound(GONE)
    if (judgement.text === null) return nothingHappened(tx)
    const mine = await listProposalsOf(tx, person.id)
    for (const { id: proposal } of mine.filter(({ judgementId }) => judgementId === id))
      await deleteProposal(tx, proposal)
    await forgetWords(tx, id)
    await record(ctx, tx, { act: 'translation: words forgotten', on: personSubject(person) })
  })
}

/** Whose judgements they are. Throws Forbidden. */
export function personOf({ viewer }: Context): { id: string; name: string } {
  if (viewer.person) return viewer.person
  throw new Forbidden('A judgement belongs to somebody. Sign in as one of the people, then come back.')
}

const personSubject = ({ id, name }: { id: string; name: string }): Subject => ({ kind: 'person', id, name })

export const frameworkSubject = ({ id, title }: Framework): Subject => ({
  kind: 'framework',
  id,
  name: title,
})
