import { Hono, type Context as HonoContext } from 'hono'
import { Invalid, NotFound } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { frameworkFor } from '#translate/actions/judgement.ts'
import { checked, type Typed, typedIn } from '#translate/routes/forms.ts'
import { frameworksOf } from '#translate/store/frameworks.ts'
import { attempt, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { profileAccess as may } from '../access.ts'
import {
  answerEvidence,
  openCompetencies,
  openEvidence,
  openSubject,
  withdrawEvidence,
  writeEvidence,
} from '../actions/evidence.ts'
import { ownProfile } from '../actions/own.ts'
import { AnswerForm, EvidenceForm, WithdrawalForm } from '../evidence.ts'
import { EvidencePage } from '../pages/evidence.tsx'
import { EvidenceEntryPage } from '../pages/evidence-entry.tsx'
import { EvidenceFormPage } from '../pages/evidence-form.tsx'
import { listEvidence, listEvidenceWrittenBy } from '../store/evidence.ts'
import { chosenFramework, listFrameworkChoices } from '../store/story-frameworks.ts'

type C = HonoContext<Env>

/** What was seen of the viewer, and what the viewer wrote about others who share with them. */
export function evidenceRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/', allow(may.own), async (c) => {
      const { ctx } = c.var
      const { id: viewer } = ownProfile(ctx)
      const shown = await ctx.read(async (db) => {
        const own = await listEvidence(db, viewer)
        const written = await listEvidenceWrittenBy(db, viewer)
        return { own, written, frameworks: await frameworksOf(db, [...own, ...written]) }
      })
      return page(c, <EvidencePage {...shown} viewer={viewer} />)
    })
    .get('/new', allow(may.own), (c) => form(c, c.req.query()))
    .post('/', allow(may.own), async (c) => {
      const typed = await typedIn(c)
      if (typed.next === 'show') return form(c, typed)
      const about = aboutIn(c, typed)
      const result = await attempt(async () => {
        const input = checked(EvidenceForm, typed)
        const framework = await frameworkFor(c.var.ctx, input.framework)
        return { id: await writeEvidence(c.var.ctx, { ...about, framework }, input), framework, input }
      })
      if (!('done' in result)) return form(c, typed, result.refused)
      return c.redirect(afterwards(c, about.about, result.done), 303)
    })
    .get('/:id', allow(may.own), (c) => show(c, idIn(c.req.param('id'))))
    .post('/:id/answer', allow(may.own), async (c) => {
      const typed = await typedIn(c)
      return act(c, typed, (id) => answerEvidence(c.var.ctx, id, checked(AnswerForm, typed).text))
    })
    .post('/:id/withdrawal', allow(may.own), async (c) => {
      const typed = await typedIn(c)
      return act(c, typed, (id) => withdrawEvidence(c.var.ctx, id, checked(WithdrawalForm, typed).reason))
    })
}

/** Whose profile it goes into (the viewer's own when none is named), and which entry it corrects. */
function aboutIn(c: C, { about, corrects }: Typed) {
  return {
    about: about ? idIn(about) : ownProfile(c.var.ctx).id,
    corrects: corrects ? idIn(corrects) : null,
  }
}

interface Written {
  framework: Framework
  input: EvidenceForm
}

function afterwards(c: C, about: string, { framework, input }: Written): string {
  const isOwn = about === ownProfile(c.var.ctx).id
  return isOwn
    ? links.profileCompetency(framework.slug, input.competency)
    : links.profileCompetencyOf(about, framework.slug, input.competency)
}

async function act(c: C, typed: Typed, work: (id: string) => Promise<void>): Promise<Response> {
  const id = idIn(c.req.param('id'))
  await c.var.ctx.read((db) => openEvidence(c.var.ctx, db, id))
  const result = await attempt(() => work(id))
  if ('done' in result) return c.redirect(links.evidenceEntry(id), 303)
  return show(c, id, { typed, refusal: result.refused })
}

async function show(c: C, id: string, again?: { typed: Typed; refusal: Refusal }): Promise<Response> {
  const { ctx } = c.var
  const { id: viewer } = ownProfile(ctx)
  const { entry, frameworks } = await ctx.read(async (db) => {
    const found = await openEvidence(ctx, db, id)
    return { entry: found, frameworks: await frameworksOf(db, [found]) }
  })
  const back = again && { values: again.typed, errors: again.refusal.errors }
  return page(
    c,
    <EvidenceEntryPage
      entry={entry}
      framework={frameworks.get(entry.frameworkId)}
      viewer={viewer}
      {...back}
    />,
    again?.refusal.status ?? 200,
  )
}

/** The form: empty, filled with the entry that is corrected, or as it was just sent. */
async function form(c: C, typed: Typed, refusal?: Refusal): Promise<Response> {
  const { ctx } = c.var
  const { id: viewer } = ownProfile(ctx)
  const { about, corrects: correctsId } = aboutIn(c, typed)
  const shown = await ctx.read(async (db) => {
    const choices = await listFrameworkChoices(db, viewer)
    const framework = await chosenFramework(db, choices, typed.framework)
    if (!framework) throw new NotFound('There is no such framework with levels.')
    const corrects = correctsId === null ? null : await openEvidence(ctx, db, correctsId)
    const open = await openCompetencies(ctx, db, { about, framework })
    const wished = typed.competency ?? corrects?.competency
    const competency = open.find(({ key }) => key === wished)?.key ?? open[0]?.key ?? ''
    const person = await openSubject(ctx, db, { about, frameworkId: framework.id, competency })
    return { choices, framework: { ...framework, competencies: open }, corrects, person, competency }
  })
  if (shown.corrects && shown.corrects.person.id !== about)
    throw new Invalid('This entry is about somebody else.')
  const values = { ...valuesOf(shown.corrects), ...typed, competency: shown.competency }
  return page(
    c,
    <EvidenceFormPage {...shown} viewer={viewer} values={values} errors={refusal?.errors ?? {}} />,
    refusal?.status ?? 200,
  )
}

function valuesOf(entry: { level: string; stance: string; seenOn: string; text: string } | null): Typed {
  if (!entry) return {}
  const { level, stance, seenOn, text } = entry
  return { level, stance, seenOn, text }
}
