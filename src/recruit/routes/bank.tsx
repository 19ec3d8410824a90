import { Hono, type Context as HonoContext } from 'hono'
import { competencyLabel } from '#framework/model.ts'
import { allow } from '#guard.ts'
import { checked } from '#people/checked.ts'
import { typedFrom } from '#people/typed.ts'
import { links } from '#routes.ts'
import type { Db } from '#schema.ts'
import { attempt, formOf, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { recruitAccess as may } from '../access.ts'
import {
  bankedQuestion,
  bringBackQuestion,
  keepQuestion,
  retireQuestion,
  rewordQuestion,
} from '../actions/bank.ts'
import { aboutOf, BankInput, bankFilterFrom, bankGiven, bankThatMatches, bankTyped } from '../kit/bank.ts'
import { questionFaults } from '../kit/question-check.ts'
import { JURISDICTIONS } from '../kit/rules/topics.ts'
import { firstProbes } from '../kit/suggest.ts'
import { BankPage } from '../pages/bank.tsx'
import { type AboutChoice, BankQuestionPage, NewBankQuestionPage } from '../pages/bank-question.tsx'
import { listAbouts, listBank, listBankVersions } from '../store/bank.ts'
import { topicsFor } from '../store/topics.ts'
import { listVacancies } from '../store/vacancies.ts'

type C = HonoContext<Env>
type Typed = Record<string, string>

const QUESTION = '/bank/:id{[0-9a-f-]+}'
const WordsInput = BankInput.pick({ kind: true, text: true, probes: true })

/** The organisation's own questions. */
export function bankRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/bank', allow(may.recruit), showAll)
    .get('/bank/new', allow(may.recruit), (c) => showNew(c))
    .post('/bank', allow(may.recruit), async (c) => {
      const typed = typedFrom(await formOf(c))
      if (typed.check === 'yes') return showNew(c, typed)
      const result = await attempt(async () => keepQuestion(c.var.ctx, checked(BankInput, bankGiven(typed))))
      if ('refused' in result) return showNew(c, typed, result.refused)
      return c.redirect(links.bankQuestion(result.done), 303)
    })
    .get(QUESTION, allow(may.recruit), (c) => show(c))
    .post(QUESTION, allow(may.recruit), async (c) => {
      const id = idIn(c.req.param('id'))
      const typed = typedFrom(await formOf(c))
      if (typed.check === 'yes') return show(c, typed)
      const change = async () => {
        const input = checked(WordsInput, bankGiven(typed))
        await rewordQuestion(c.var.ctx, { id, seen: Number(typed.seen), input })
      }
      const result = await attempt(change)
      return 'done' in result ? c.redirect(links.bankQuestion(id), 303) : show(c, typed, result.refused)
    })
    .post(`${QUESTION}/retirement`, allow(may.recruit), (c) => turn(c, retireQuestion))
    .post(`${QUESTION}/return`, allow(may.recruit), (c) => turn(c, bringBackQuestion))
}

async function turn(c: C, act: typeof retireQuestion): Promise<Response> {
  const id = idIn(c.req.param('id'))
  const result = await attempt(() => act(c.var.ctx, id))
  return 'done' in result ? c.redirect(links.bankQuestion(id), 303) : show(c, undefined, result.refused)
}

async function showAll(c: C): Promise<Response> {
  const filter = bankFilterFrom(c.req.query())
  const view = await c.var.ctx.read(async (db) => {
    const all = await listBank(db)
    const { topics } = await rulesOf(db)
    const questions = bankThatMatches(all, filter).map((one) => ({
      ...one,
      marks: questionFaults(one, topics).length,
    }))
    const titles = new Map(all.map(({ framework, frameworkTitle }) => [framework, frameworkTitle]))
    const frameworks = [...titles].map(([id, title]) => ({ id, title }))
    return { questions, all: all.length, frameworks }
  })
  return page(c, <BankPage {...view} filter={filter} />)
}

/** The list of what may not be asked that the latest vacancy goes by. */
async function rulesOf(db: Db) {
  const code = (await listVacancies(db))[0]?.jurisdiction ?? 'GB'
  const country = JURISDICTIONS.find((one) => one.code === code)?.name ?? code
  return { country, topics: await topicsFor(db, code) }
}

async function showNew(c: C, typed?: Typed, refused?: Refusal): Promise<Response> {
  const values = typed ?? {
    about: c.req.query('about') ?? '',
    kind: 'past',
    probes: firstProbes('past').join('\n'),
  }
  const view = await c.var.ctx.read(async (db) => ({
    choices: await choicesOf(db),
    ...(await looked(db, values, typed !== undefined)),
  }))
  return page(c, <NewBankQuestionPage {...view} errors={refused?.errors ?? {}} />, refused?.status ?? 200)
}

async function choicesOf(db: Db): Promise<AboutChoice[]> {
  const byFramework = Map.groupBy(await listAbouts(db), ({ frameworkTitle }) => frameworkTitle)
  return [...byFramework].map(([framework, abouts]) => ({
    framework,
    options: abouts.map((one) => ({ value: aboutOf(one), label: competencyLabel(one) })),
  }))
}

async function show(c: C, typed?: Typed, refused?: Refusal): Promise<Response> {
  const { ctx } = c.var
  const id = idIn(c.req.param('id'))
  const view = await ctx.read(async (db) => {
    const question = await bankedQuestion(ctx, db, id)
    const values = typed ?? bankTyped(question)
    return {
      question,
      versions: await listBankVersions(db, id),
      ...(await looked(db, values, typed !== undefined)),
    }
  })
  return page(c, <BankQuestionPage {...view} errors={refused?.errors ?? {}} />, refused?.status ?? 200)
}

/** The words as they stand in the form, with what the checker says of them. */
async function looked(db: Db, values: Typed, isTyped: boolean) {
  const { topics, country } = await rulesOf(db)
  const kind = values.kind === 'situation' ? ('situation' as const) : ('past' as const)
  const marks = values.text ? questionFaults({ text: values.text, kind }, topics) : []
  return { values, country, marks, isChecked: isTyped && values.check === 'yes' }
}
