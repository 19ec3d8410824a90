import { type Context, nothingHappened } from '#context.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#errors.ts'
import { record } from '#history/actions.ts'
import { frameworksById } from '#role/store/frameworks.ts'
import type { Db, Tx } from '#schema.ts'
import { isAllowed } from '#viewer.ts'
import { recruitAccess } from '../access.ts'
import type { BankedQuestion, BankInput } from '../kit/bank.ts'
import { findBanked, findWording, insertBankQuestion, setRetired } from '../store/bank.ts'

/** A question of the bank, for those who recruit. Throws Forbidden and NotFound. */
export async function bankedQuestion(ctx: Context, db: Db | Tx, id: string): Promise<BankedQuestion> {
  if (!isAllowed(ctx.viewer, recruitAccess.recruit))
    throw new Forbidden('Those who recruit look after the questions. Ask one of them.')
  const found = await findBanked(db, id)
  if (!found) throw new NotFound('There is no such question.')
  return found
}

/** Keeps a new question. Gives its id. Throws Invalid when these words are kept already, or the competency is not there. */
export function keepQuestion(ctx: Context, input: BankInput): Promise<string> {
  return ctx.write(async (tx) => {
    await refuseUnknown(tx, input)
    await refuseTwice(tx, input)
    const id = await insertFirst(ctx, tx, input)
    await record(ctx, tx, { act: 'question: written', on: questionSubject({ id, text: input.text }) })
    return id
  })
}

/** The first version of a question. Gives its id. */
async function insertFirst(ctx: Context, tx: Tx, input: BankInput): Promise<string> {
  const id = ctx.newId()
  const madeBy = ctx.viewer.person?.id ?? null
  await insertBankQuestion(tx, { ...input, id, family: id, number: 1, madeBy, madeAt: ctx.now() })
  return id
}

/** As a question of a kit is to be kept, too: the wording that is there, or a new one. Gives the id of the wording. */
export async function wordingToKeep(ctx: Context, tx: Tx, input: BankInput): Promise<string> {
  const there = await findWording(tx, input, input.text)
  return there?.isOffered ? there.id : insertFirst(ctx, tx, input)
}

async function refuseUnknown(tx: Tx, { framework, competency }: BankInput): Promise<void> {
  const found = (await frameworksById(tx, [framework])).get(framework)
  if (!found?.competencies.some(({ key }) => key === competency))
    throw new Invalid({ about: 'Choose what the question asks about.' })
}

async function refuseTwice(tx: Tx, input: BankInput, own?: string): Promise<void> {
  const there = await findWording(tx, input, input.text)
  if (there?.isOffered && there.family !== own)
    throw new Invalid({
      text: 'This question is kept already, in these very words, for the same competency.',
    })
}

/**
 * Words a question anew; what it asks about stays. Kits that ask it keep the words that they have. `seen`: the version that was
 * open. Throws Conflict when somebody else has changed it since or it is retired, Invalid when the words are kept already. Where
 * nothing is changed, nothing happens.
 */
export function rewordQuestion(
  ctx: Context,
  { id, seen, input }: { id: string; seen: number; input: Pick<BankInput, 'kind' | 'text' | 'probes'> },
): Promise<void> {
  return ctx.write(async (tx) => {
    const before = await bankedQuestion(ctx, tx, id)
    if (before.number !== seen)
      throw new Conflict('Somebody else has changed this question since. Compare it with what you typed.')
    if (before.retiredAt !== null)
      throw new Conflict('This question is retired. Bring it back before you change it.')
    if (isSame(before, input)) return nothingHappened(tx)
    const { framework, competency } = before
    const { kind, text, probes } = input
    const words = { framework, competency, kind, text, probes }
    await refuseTwice(tx, words, id)
    const version = { id: ctx.newId(), family: id, number: before.number + 1 }
    const madeBy = ctx.viewer.person?.id ?? null
    await setRetired(tx, before, ctx.now())
    await insertBankQuestion(tx, { ...words, ...version, madeBy, madeAt: ctx.now() })
    await record(ctx, tx, {
      act: 'question: reworded',
      on: questionSubject({ id, text }),
      note: { version: version.number },
    })
  })
}

const isSame = (a: Pick<BankInput, 'kind' | 'text' | 'probes'>, b: typeof a) =>
  a.kind === b.kind && a.text === b.text && a.probes.join('\n') === b.probes.join('\n')

/** It is not offered any more. Throws Conflict when it is not anyway. */
export function retireQuestion(ctx: Context, id: string): Promise<void> {
  return ctx.write(async (tx) => {
    const question = await bankedQuestion(ctx, tx, id)
    if (question.retiredAt !== null) throw new Conflict('This question is retired already.')
    await setRetired(tx, question, ctx.now())
    await record(ctx, tx, { act: 'question: retired', on: questionSubject(question) })
  })
}

/** It is offered again. Throws Conflict when it is anyway, or its words are kept as another question by now. */
export function bringBackQuestion(ctx: Context, id: string): Promise<void> {
  return ctx.write(async (tx) => {
    const question = await bankedQuestion(ctx, tx, id)
    if (question.retiredAt === null) throw new Conflict('This question is offered already.')
    const there = await findWording(tx, question, question.text)
    if (there?.isOffered) throw new Conflict('The same words have been kept as another question meanwhile.')
    await setRetired(tx, question, null)
    await record(ctx, tx, { act: 'question: brought back', on: questionSubject(question) })
  })
}

const LONGEST_NAME = 80

function questionSubject({ id, text }: Pick<BankedQuestion, 'id' | 'text'>) {
  const name = text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 1).trimEnd()}…` : text
  return { kind: 'question', id, name }
}
