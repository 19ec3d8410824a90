import { Hono, type Context as HonoContext } from 'hono'
import { allow } from '#guard.ts'
import { dayOf } from '#people/day.ts'
import { postChoices } from '#people/store/choices.ts'
import { typedFrom } from '#people/typed.ts'
import { links } from '#routes.ts'
import { attempt, formOf, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { recruitAccess as may } from '../access.ts'
import { vacancyToOversee } from '../actions/kit.ts'
import { openVacancy } from '../actions/look.ts'
import { finishPreparation, panelMeant, setPanel } from '../actions/panel.ts'
import { setTopics } from '../actions/topics.ts'
import { wordsOfKit } from '../actions/view.ts'
import { practiceFeedback, practiceRatings } from '../kit/practice.ts'
import { JURISDICTIONS } from '../kit/rules/topics.ts'
import { topicLines, topicsIn } from '../kit/topic-lines.ts'
import { PanelPage } from '../pages/panel.tsx'
import { PracticePage } from '../pages/practice.tsx'
import { PreparationPage } from '../pages/preparation.tsx'
import { TopicsPage } from '../pages/topics.tsx'
import { listOwnTopics, topicsFor } from '../store/topics.ts'
import { panelTyped } from '../typed.ts'

type C = HonoContext<Env>
type Typed = Record<string, string>

/** Who rates, how they prepare, and what may not be asked. */
export function panelRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/topic', allow(may.topics), (c) => showTopics(c))
    .post('/topic', allow(may.topics), async (c) => {
      const typed = typedFrom(await formOf(c))
      const topics = () => (typed.reset === 'yes' ? [] : topicsIn(typed.text ?? ''))
      const result = await attempt(async () => setTopics(c.var.ctx, typed.in ?? '', topics()))
      return 'done' in result
        ? c.redirect(links.recruitTopics(typed.in), 303)
        : showTopics(c, typed, result.refused)
    })
    .get('/:id{[0-9a-f-]+}/panel', allow(may.recruit), (c) => showPanel(c))
    .post('/:id{[0-9a-f-]+}/panel', allow(may.recruit), async (c) => {
      const { ctx } = c.var
      const id = idIn(c.req.param('id'))
      const typed = typedFrom(await formOf(c))
      const result = await attempt(async () => {
        const panel = await ctx.read((db) => panelMeant(db, panelTyped(typed)))
        await setPanel(ctx, id, panel)
      })
      return 'done' in result ? c.redirect(links.vacancyPanel(id), 303) : showPanel(c, typed, result.refused)
    })
    .get('/:id{[0-9a-f-]+}/preparation', allow(may.read), async (c) => {
      const { ctx } = c.var
      const view = await ctx.read(async (db) => {
        const opened = await openVacancy(ctx, db, idIn(c.req.param('id')))
        return { opened, ...(await wordsOfKit(db, opened)) }
      })
      return page(c, <PreparationPage {...view} me={ctx.viewer.person?.id ?? null} />)
    })
    .get('/:id{[0-9a-f-]+}/practice', allow(may.read), (c) => showPractice(c, {}))
    .post('/:id{[0-9a-f-]+}/practice', allow(may.read), practise)
}

async function practise(c: C): Promise<Response> {
  const { ctx } = c.var
  const id = idIn(c.req.param('id'))
  const typed = typedFrom(await formOf(c))
  const result = await attempt(async () => {
    const feedback = practiceFeedback(practiceRatings(typed))
    const { part } = await ctx.read((db) => openVacancy(ctx, db, id))
    if (part.rates) await finishPreparation(ctx, id)
    return feedback
  })
  if ('refused' in result) return showPractice(c, typed, { refused: result.refused })
  return showPractice(c, typed, { feedback: result.done })
}

interface Shown {
  refused?: Refusal
  feedback?: ReturnType<typeof practiceFeedback>
}

async function showPractice(c: C, values: Typed, { refused, feedback }: Shown = {}): Promise<Response> {
  const { ctx } = c.var
  const opened = await ctx.read((db) => openVacancy(ctx, db, idIn(c.req.param('id'))))
  const shown = { opened, values, feedback: feedback ?? null, errors: refused?.errors ?? {} }
  return page(c, <PracticePage {...shown} />, refused?.status ?? 200)
}

async function showPanel(c: C, typed?: Typed, refused?: Refusal): Promise<Response> {
  const { ctx } = c.var
  const { opened, people } = await ctx.read(async (db) => ({
    opened: await vacancyToOversee(ctx, db, idIn(c.req.param('id'))),
    people: (await postChoices(db, dayOf(ctx.now()))).managers,
  }))
  const present = opened.panel.filter(({ leftAt }) => leftAt === null)
  const values = typed ?? Object.fromEntries(present.map(({ name }, i) => [`member${i}`, name]))
  const shown = { opened, people, values, errors: refused?.errors ?? {} }
  return page(c, <PanelPage {...shown} />, refused?.status ?? 200)
}

async function showTopics(c: C, typed?: Typed, refused?: Refusal): Promise<Response> {
  const wanted = typed?.in ?? c.req.query('in') ?? 'GB'
  const jurisdiction = JURISDICTIONS.find(({ code }) => code === wanted)?.code ?? 'GB'
  const { isOwn, text } = await c.var.ctx.read(async (db) => ({
    isOwn: (await listOwnTopics(db, jurisdiction)).length > 0,
    text: topicLines(await topicsFor(db, jurisdiction)),
  }))
  const shown = { jurisdiction, isOwn, text: typed?.text ?? text, errors: refused?.errors ?? {} }
  return page(c, <TopicsPage {...shown} />, refused?.status ?? 200)
}
