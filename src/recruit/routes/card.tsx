import { Hono, type Context as HonoContext } from 'hono'
import { z } from 'zod'
import { Conflict } from '#errors.ts'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { checked, type Typed, typedIn } from '#translate/routes/forms.ts'
import { attempt, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { recruitAccess as may } from '../access.ts'
import { type OpenedCard, openCard, saveEntries, submitCard } from '../actions/card.ts'
import type { Entry, Question } from '../model.ts'
import { ScorecardPage } from '../pages/scorecard.tsx'
import { SubmissionPage } from '../pages/submission.tsx'
import { cardField, EntryInput, entriesFrom, fieldsOf } from '../rating/card.ts'

type C = HonoContext<Env>

/** One's own scorecard of a candidate: filling it in, and submitting it. */
export function cardRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/:id/candidate/:candidate/card', allow(may.read), async (c) => show(c, await openedCard(c)))
    .post('/:id/candidate/:candidate/card', allow(may.read), async (c) => save(c))
    .post('/:id/candidate/:candidate/card/entries', allow(may.read), async (c) => saveQuietly(c))
    .get('/:id/candidate/:candidate/card/submission', allow(may.read), (c) => showSubmission(c))
    .post('/:id/candidate/:candidate/card/submission', allow(may.read), async (c) => {
      const { version = '' } = await typedIn(c)
      const seen = /^\d{1,9}$/.test(version) ? Number(version) : -1
      const result = await attempt(() => submitCard(c.var.ctx, placeIn(c), seen))
      if ('refused' in result) return showSubmission(c, result.refused)
      return c.redirect(cardLink(c), 303)
    })
}

const placeIn = (c: C) => ({
  vacancyId: idIn(c.req.param('id')),
  candidateId: idIn(c.req.param('candidate')),
})

function openedCard(c: C): Promise<OpenedCard> {
  const { vacancyId, candidateId } = placeIn(c)
  return openCard(c.var.ctx, vacancyId, candidateId)
}

function cardLink(c: C): string {
  const { vacancyId, candidateId } = placeIn(c)
  return links.scorecard(vacancyId, candidateId)
}

interface Shown {
  entries?: Entry[]
  stale?: Map<string, Entry>
  refusal?: Refusal
}

function show(c: C, opened: OpenedCard, { entries, stale, refusal }: Shown = {}): Response {
  const personId = c.var.ctx.viewer.person?.id ?? ''
  const shown = { personId, entries: entries ?? opened.card?.entries ?? [], stale: stale ?? new Map() }
  return page(
    c,
    <ScorecardPage shown={opened} {...shown} errors={refusal?.errors ?? {}} />,
    refusal?.status ?? 200,
  )
}

/** Without a script the whole card comes at once. What another device was quicker with is shown beside what came. */
async function save(c: C): Promise<Response> {
  const opened = await openedCard(c)
  const fields = await typedIn(c)
  const result = await attempt(() => saveEntries(c.var.ctx, placeIn(c), entriesIn(fields, opened.questions)))
  if ('refused' in result)
    return show(c, opened, { entries: typedEntries(fields, opened), refusal: result.refused })
  const stale = new Map(
    result.done.entries.flatMap(({ question, isStale, now }) => (isStale ? [[question, now]] : [])),
  )
  if (stale.size === 0) {
    const { vacancyId, candidateId } = placeIn(c)
    const way = fields.to === 'submission' ? links.scorecardSubmission : links.scorecard
    return c.redirect(way(vacancyId, candidateId), 303)
  }
  const entries = typedEntries(fields, opened).map((entry) => ({
    ...entry,
    revision: result.done.entries.find(({ question }) => question === entry.question)?.now.revision ?? 0,
  }))
  return show(c, opened, { entries, stale, refusal: { errors: {}, status: 409 } })
}

/** As the form holds them, each fault at its question. Throws Invalid. */
function entriesIn(fields: Typed, questions: readonly Question[]): EntryInput[] {
  return entriesFrom(fields, questions).map((entry) => checked(EntryAtQuestion, entry))
}

/** A fault of a form's field stands at the rating of its question, where the page shows it. */
const EntryAtQuestion = z.unknown().transform((given, context): EntryInput => {
  const parsed = EntryInput.safeParse(given)
  if (parsed.success) return parsed.data
  const { question } = given as { question: string }
  const [issue] = parsed.error.issues
  context.addIssue({ code: 'custom', path: [cardField('given', question)], message: issue?.message ?? '' })
  return z.NEVER
})

/** What was typed, as the form shows it again, too long or not; what was not in the form stands as it did. */
function typedEntries(fields: Typed, { questions, card }: OpenedCard): Entry[] {
  const typed = entriesFrom(fields, questions).map((one) => ({
    ...one,
    months: Number.isNaN(one.months) ? null : one.months,
    revision: Number.isInteger(one.revision) ? one.revision : 0,
  }))
  const sent = new Set(typed.map(({ question }) => question))
  return [...typed, ...(card?.entries ?? []).filter(({ question }) => !sent.has(question))]
}

/** What a page sends while somebody types: some questions of the form. Answers with how each stands now. */
async function saveQuietly(c: C): Promise<Response> {
  const opened = await openedCard(c)
  if (opened.obstacle !== null) throw new Conflict(opened.obstacle)
  const fields = checked(z.record(z.string(), z.string()), await c.req.json().catch(() => null))
  const sent = entriesIn(fields, opened.questions)
  const { at, entries } = await saveEntries(c.var.ctx, placeIn(c), sent)
  return c.json({
    at,
    entries: entries.map(({ question, isStale, now }) => ({ question, isStale, fields: fieldsOf(now) })),
  })
}

async function showSubmission(c: C, refusal?: Refusal): Promise<Response> {
  const opened = await openedCard(c)
  if (opened.card?.submittedAt && !refusal) return c.redirect(cardLink(c), 303)
  const personId = c.var.ctx.viewer.person?.id ?? ''
  const shown = { shown: opened, personId, errors: refusal?.errors ?? {} }
  return page(c, <SubmissionPage {...shown} />, refusal?.status ?? 200)
}
