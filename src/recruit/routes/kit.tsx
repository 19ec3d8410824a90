import { Hono, type Context as HonoContext } from 'hono'
import { DOCX_TYPE, docxOf } from '#documents/docx.ts'
import { NotFound } from '#errors.ts'
import { statementsOf } from '#framework/model.ts'
import { allow } from '#guard.ts'
import type { Sheet } from '#lib/sheet.ts'
import { checked } from '#people/checked.ts'
import { typedFrom } from '#people/typed.ts'
import { links } from '#routes.ts'
import { attempt, formOf, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { takeAway } from '#web/take-away.tsx'
import { recruitAccess as may } from '../access.ts'
import { changeQuestion, kitState, moveQuestionUp, vacancyToOversee } from '../actions/kit.ts'
import { openVacancy } from '../actions/look.ts'
import { frameworksOf, wordsOfKit } from '../actions/view.ts'
import { QuestionInput } from '../kit/input.ts'
import { questionFaults } from '../kit/question-check.ts'
import { candidateSheet, kitSheet } from '../kit/sheet.ts'
import { KitPage } from '../pages/kit.tsx'
import { PaperPage } from '../pages/paper.tsx'
import { QuestionPage } from '../pages/question.tsx'
import { listBankQuestions } from '../store/bank.ts'
import { topicsFor } from '../store/topics.ts'
import { questionGiven, questionTyped } from '../typed.ts'

type C = HonoContext<Env>

const QUESTION = '/:id{[0-9a-f-]+}/question/:question{[0-9a-f-]+}'
const PAPERS = { interviewer: 'Interviewer’s kit', candidate: 'Candidate’s sheet' } as const
type PaperKind = keyof typeof PAPERS

/** The kit of a vacancy, its questions, and the papers made from it. */
export function kitRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
    .get('/:id{[0-9a-f-]+}/kit', allow(may.read), show)
    .get(QUESTION, allow(may.recruit), (c) => showQuestion(c))
    .post(QUESTION, allow(may.recruit), async (c) => {
      const [vacancyId, questionId] = [idIn(c.req.param('id')), idIn(c.req.param('question'))]
      const typed = typedFrom(await formOf(c))
      if (typed.check === 'yes') return showQuestion(c, typed)
      const { question } = await questionIn(c)
      const change = async () => {
        const input = checked(QuestionInput, questionGiven(typed, question))
        await changeQuestion(c.var.ctx, { vacancyId, questionId, input })
      }
      const result = await attempt(change)
      if ('refused' in result) return showQuestion(c, typed, result.refused)
      return c.redirect(`${links.kit(vacancyId)}#question-${questionId}`, 303)
    })
    .post(`${QUESTION}/earlier`, allow(may.recruit), async (c) => {
      const [vacancyId, questionId] = [idIn(c.req.param('id')), idIn(c.req.param('question'))]
      await moveQuestionUp(c.var.ctx, vacancyId, questionId)
      return c.redirect(`${links.kit(vacancyId)}#question-${questionId}`, 303)
    })
  for (const kind of ['interviewer', 'candidate'] as const)
    routes
      .get(`/:id{[0-9a-f-]+}/kit/${kind}`, allow(may.read), (c) => showPaper(c, kind))
      .get(`/:id{[0-9a-f-]+}/kit/${kind}.docx`, allow(may.read), async (c) => {
        const { sheet } = await paperOf(c, kind)
        return takeAway(c, { name: `${kind}-kit.docx`, type: DOCX_TYPE, body: await docxOf(sheet) })
      })
  return routes
}

async function show(c: C): Promise<Response> {
  const { ctx } = c.var
  const view = await ctx.read(async (db) => {
    const opened = await openVacancy(ctx, db, idIn(c.req.param('id')))
    return { opened, ...(await kitState(db, opened)), ...(await wordsOfKit(db, opened)) }
  })
  return page(c, <KitPage {...view} />)
}

/** The question of the address, for who may change it. Throws NotFound. */
function questionIn(c: C) {
  const { ctx } = c.var
  return ctx.read(async (db) => {
    const opened = await vacancyToOversee(ctx, db, idIn(c.req.param('id')))
    const question = opened.questions.find(({ id }) => id === c.req.param('question'))
    const criterion = opened.criteria.find(({ id }) => id === question?.criterion)
    if (!question || !criterion) throw new NotFound('This question is not in the kit.')
    const framework = (await frameworksOf(db, opened)).get(criterion.framework)
    const competency = framework?.competencies.find(({ key }) => key === criterion.competency)
    const own = competency ? statementsOf(competency, 'question').map(({ text }) => text) : []
    const bank = (await listBankQuestions(db, criterion)).map(({ text }) => text)
    const topics = await topicsFor(db, opened.vacancy.jurisdiction)
    return { opened, question, criterion, topics, others: [...new Set([...own, ...bank])] }
  })
}

async function showQuestion(c: C, typed?: Record<string, string>, refused?: Refusal): Promise<Response> {
  const { topics, ...view } = await questionIn(c)
  const values = typed ?? questionTyped(view.question)
  const kind = values.kind === 'situation' ? 'situation' : 'past'
  const marks = questionFaults({ text: values.text ?? '', kind }, topics)
  return page(
    c,
    <QuestionPage {...view} values={values} marks={marks} errors={refused?.errors ?? {}} />,
    refused?.status ?? 200,
  )
}

/** Throws NotFound for the candidate's sheet where candidates do not get the questions beforehand. */
function paperOf(
  c: C,
  kind: PaperKind,
): Promise<{ sheet: Sheet; vacancy: { id: string; title: string }; oversees: boolean }> {
  const { ctx } = c.var
  return ctx.read(async (db) => {
    const { vacancy, part, ...rest } = await openVacancy(ctx, db, idIn(c.req.param('id')))
    const { title, questionsBefore: minutes } = vacancy
    const seen = { vacancy, oversees: part.oversees }
    if (kind === 'interviewer') {
      const askers = new Map(rest.panel.map(({ personId, name }) => [personId, name]))
      return { ...seen, sheet: kitSheet({ title, ...rest, askers, ...(await wordsOfKit(db, rest)) }) }
    }
    if (minutes === null)
      throw new NotFound('In this vacancy candidates do not get the questions beforehand.')
    return { ...seen, sheet: candidateSheet({ title, questions: rest.questions, minutes }) }
  })
}

async function showPaper(c: C, kind: PaperKind): Promise<Response> {
  const { sheet, vacancy, oversees } = await paperOf(c, kind)
  const file = links.kitFile(vacancy.id, kind)
  return page(c, <PaperPage {...{ vacancy, oversees, sheet, file, title: PAPERS[kind] }} />)
}
