import { Hono, type Context as HonoContext } from 'hono'
import { DOCX_TYPE, docxOf } from '#documents/docx.ts'
import { allow } from '#guard.ts'
import type { Sheet } from '#lib/sheet.ts'
import { dayOf } from '#people/day.ts'
import { sourcesOf } from '#role/gap-sheet.ts'
import { links } from '#routes.ts'
import { checked, type Typed, typedIn } from '#translate/routes/forms.ts'
import { attempt, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { takeAway } from '#web/take-away.tsx'
import { recruitAccess as may } from '../access.ts'
import { closeVacancy } from '../actions/closing.ts'
import { type DecisionView, decide, openDecision, signDecision } from '../actions/decision.ts'
import { standing } from '../candidate/stage.ts'
import { DissentInput, SheetInput, standingSignatures } from '../decision/decision.ts'
import { evidenceOf, openWords } from '../decision/evidence.ts'
import { hintedWords, reasonHints, sheetFrom, sheetTyped } from '../decision/form.ts'
import { decisionSheet, type PaperCandidate } from '../decision/paper.ts'
import { openPoints, sheetFaults } from '../decision/sheet.ts'
import { DecisionPage } from '../pages/decision.tsx'
import { memberNames } from '../pages/decision-parts.tsx'
import { PaperPage } from '../pages/paper.tsx'

type C = HonoContext<Env>
const ONE = '/:id{[0-9a-f-]+}/decision'

/** The decision sheet of a vacancy: filled in, sealed, signed, printed. */
export function decisionRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get(ONE, allow(may.read), async (c) => show(c, await viewIn(c)))
    .get(`${ONE}/form`, allow(may.read), async (c) => {
      const view = await viewIn(c)
      return show(c, view, { changes: true, typed: sheetTyped(view.standing.latest) })
    })
    .post(ONE, allow(may.read), (c) => seal(c))
    .post(`${ONE}/signature`, allow(may.read), async (c) => {
      const vacancyId = idIn(c.req.param('id'))
      const typed = await typedIn(c)
      const result = await attempt(() => {
        const { dissent } = checked(DissentInput, typed)
        return signDecision(c.var.ctx, vacancyId, { dissent, upTo: Number(typed.upTo) })
      })
      if ('done' in result) return c.redirect(links.decision(vacancyId), 303)
      return show(c, await viewIn(c), { typed, refusal: result.refused })
    })
    .post('/:id{[0-9a-f-]+}/closing', allow(may.recruit), async (c) => {
      const vacancyId = idIn(c.req.param('id'))
      const { on } = await typedIn(c)
      const result = await attempt(() => closeVacancy(c.var.ctx, vacancyId, on === 'yes'))
      if ('done' in result) return c.redirect(links.decision(vacancyId), 303)
      return show(c, await viewIn(c), { refusal: result.refused })
    })
    .get(`${ONE}/sheet`, allow(may.read), async (c) => {
      const view = await viewIn(c)
      const { id, title } = view.vacancy
      const paper = { sheet: paperOf(view), file: links.decisionFile(id), title: 'Decision sheet' }
      const crumb = { label: 'Decision', href: links.decision(id) }
      return page(
        c,
        <PaperPage {...paper} vacancy={{ id, title }} oversees={view.part.oversees} crumb={crumb} />,
      )
    })
    .get(`${ONE}/sheet.docx`, allow(may.read), async (c) => {
      const body = await docxOf(paperOf(await viewIn(c)))
      return takeAway(c, { name: 'decision-sheet.docx', type: DOCX_TYPE, body })
    })
}

const viewIn = (c: C) => openDecision(c.var.ctx, idIn(c.req.param('id')))

interface Again {
  changes?: boolean
  typed?: Typed
  refusal?: Refusal
  /** Words in it are to be looked at once more. */
  looks?: boolean
}

function show(c: C, view: DecisionView, again: Again = {}): Response | Promise<Response> {
  const { changes = false, typed = {}, refusal, looks = false } = again
  const hints = looks ? reasonHints(typed, view.topics) : new Map<string, never>()
  const status = refusal?.status ?? (hints.size > 0 ? 422 : 200)
  const form = { changes, typed, hints, hinted: hintedWords(hints), errors: refusal?.errors ?? {} }
  return page(c, <DecisionPage shown={view} {...form} />, status)
}

/** Seals the sheet; words that name qualities are shown once before. */
async function seal(c: C): Promise<Response> {
  const typed = await typedIn(c)
  const view = await viewIn(c)
  const hinted = hintedWords(reasonHints(typed, view.topics))
  const isNew = hinted !== '' && hinted !== typed.looked
  const result = await attempt(async () => {
    const input = checked(SheetInput, sheetFrom(typed, view.standing))
    const isWhole = view.obstacle === null && Object.keys(sheetFaults(view.standing, input)).length === 0
    if (isWhole && isNew && input.seen === view.head) return false
    await decide(c.var.ctx, view.vacancy.id, input)
    return true
  })
  if ('done' in result && result.done) return c.redirect(links.decision(view.vacancy.id), 303)
  const refusal = 'refused' in result ? { refusal: result.refused } : {}
  return show(c, await viewIn(c), { changes: true, typed, looks: true, ...refusal })
}

/** The sheet as the viewer may see it. */
function paperOf(view: DecisionView): Sheet {
  const { vacancy, standing: sheet, sights, frameworks, decisions, signatures } = view
  const nameOf = memberNames(view)
  const candidates = sheet.candidates.map(({ id, name, asked, basis }): PaperCandidate => {
    const sight = sights.find(({ candidate }) => candidate.id === id)
    const own = decisions.filter(({ candidateId }) => candidateId === id)
    const stood = own.at(-1)?.basis ?? basis
    const words = { criterionName: (one: string) => nameIn(view, one), memberName: nameOf }
    return {
      ...{ name, decisions: own, standing: asked === 'asked' || !sight ? null : standing(sight.candidate) },
      rows: stood.members.length === 0 ? [] : evidenceOf(view, sight?.cards ?? [], stood),
      open: asked === 'asked' ? openWords(openPoints(stood), words) : [],
    }
  })
  return decisionSheet({
    ...{ title: vacancy.title, places: vacancy.places, candidates, nameOf, dayOf },
    signatures: [...standingSignatures(signatures, decisions).values()],
    source: sourcesOf([...frameworks.values()]),
  })
}

const nameIn = ({ criteria }: DecisionView, id: string) => criteria.find((one) => one.id === id)?.name ?? ''
