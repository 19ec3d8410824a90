import { Hono, type Context as HonoContext } from 'hono'
import { NotFound } from '#errors.ts'
import { allow } from '#guard.ts'
import { checked } from '#people/checked.ts'
import { typedFrom } from '#people/typed.ts'
import { links } from '#routes.ts'
import { attempt, formOf, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { recruitAccess as may } from '../access.ts'
import {
  addCandidate,
  draftFor,
  eraseByHand,
  moveCandidate,
  openCandidate,
  switchLink,
  withdrawCandidate,
} from '../actions/candidate.ts'
import { openHiring } from '../actions/hire.ts'
import { openVacancy } from '../actions/look.ts'
import { CandidateInput } from '../candidate/apply.ts'
import { candidateFilterFrom } from '../candidate/listed.ts'
import { STAGES, type Stage } from '../model.ts'
import { CandidatePage } from '../pages/candidate.tsx'
import { CandidateMovePage, CandidateNewPage } from '../pages/candidate-forms.tsx'
import { CandidatesPage } from '../pages/candidates.tsx'
import { findExpiry } from '../store/candidates.ts'
import { listCandidates } from '../store/cards.ts'
import { findInterview } from '../store/interviews.ts'

type C = HonoContext<Env>
const ALL = '/:id{[0-9a-f-]+}/candidate'
const ONE = `${ALL}/:candidate{[0-9a-f-]+}` as const

/** The candidates of a vacancy, for those who recruit. */
export function candidateRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get(ALL, allow(may.recruit), (c) => showAll(c))
    .get(`${ALL}/new`, allow(may.recruit), (c) => showNew(c))
    .post(ALL, allow(may.recruit), async (c) => {
      const typed = typedFrom(await formOf(c))
      const vacancy = idIn(c.req.param('id'))
      const result = await attempt(() => addCandidate(c.var.ctx, vacancy, checked(CandidateInput, typed)))
      if ('done' in result) return c.redirect(links.candidate(vacancy, result.done), 303)
      return showNew(c, typed, result.refused)
    })
    .post(`${ALL}/link`, allow(may.recruit), async (c) => {
      const { on } = typedFrom(await formOf(c))
      const vacancy = idIn(c.req.param('id'))
      await switchLink(c.var.ctx, vacancy, on === 'yes')
      return c.redirect(links.candidates(vacancy), 303)
    })
    .get(ONE, allow(may.recruit), (c) => showOne(c))
    .get(`${ONE}/stage`, allow(may.recruit), async (c) => {
      const stage = stageIn(c.req.query('to'))
      const result = await attempt(() => draftFor(c.var.ctx, whichIn(c), stage))
      if ('refused' in result) return showOne(c, result.refused)
      return page(
        c,
        <CandidateMovePage {...result.done} stage={stage} undecided={await isUndecided(c, stage)} />,
      )
    })
    .post(`${ONE}/stage`, allow(may.recruit), (c) => move(c))
    .post(`${ONE}/withdrawal`, allow(may.recruit), (c) =>
      then(c, () => withdrawCandidate(c.var.ctx, whichIn(c))),
    )
    .post(`${ONE}/erasure`, allow(may.recruit), (c) => then(c, () => eraseByHand(c.var.ctx, whichIn(c))))
}

const whichIn = (c: C) => ({
  vacancyId: idIn(c.req.param('id')),
  candidateId: idIn(c.req.param('candidate')),
})

function stageIn(text: string | undefined): Stage {
  const stage = STAGES.find((one) => one === text)
  if (!stage) throw new NotFound('There is no such step.')
  return stage
}

/** Whether they would be offered the job without a decision to do so. */
async function isUndecided(c: C, stage: Stage): Promise<boolean> {
  if (stage !== 'offered') return false
  const { decision } = await openHiring(c.var.ctx, whichIn(c))
  return decision?.outcome !== 'offer'
}

async function move(c: C): Promise<Response> {
  const { to, mail, subject = '', text = '' } = typedFrom(await formOf(c))
  const stage = stageIn(to)
  const letter = mail === 'yes' ? { subject, text } : null
  const result = await attempt(() => moveCandidate(c.var.ctx, whichIn(c), { stage, mail: letter }))
  const { vacancyId, candidateId } = whichIn(c)
  if ('done' in result) return c.redirect(links.candidate(vacancyId, candidateId), 303)
  const { errors, status } = result.refused
  if (status === 409) return showOne(c, result.refused)
  const shown = await draftFor(c.var.ctx, whichIn(c), stage)
  return page(c, <CandidateMovePage {...{ ...shown, stage, draft: { subject, text }, errors }} />, status)
}

async function then(c: C, work: () => Promise<void>): Promise<Response> {
  const result = await attempt(work)
  const { vacancyId, candidateId } = whichIn(c)
  if ('done' in result) return c.redirect(links.candidate(vacancyId, candidateId), 303)
  return showOne(c, result.refused)
}

async function showAll(c: C): Promise<Response> {
  const { ctx } = c.var
  const id = idIn(c.req.param('id'))
  const { address } = await ctx.identity()
  const { vacancy, candidates, expiry } = await ctx.read(async (db) => {
    const { vacancy } = await openVacancy(ctx, db, id)
    return { vacancy, candidates: await listCandidates(db, id), expiry: await findExpiry(db, id) }
  })
  const filter = candidateFilterFrom(c.req.query())
  const link = vacancy.link === null ? null : address + links.apply(vacancy.link)
  return page(c, <CandidatesPage {...{ vacancy, candidates, filter, expiry, address: link }} />)
}

async function showNew(c: C, values: Record<string, string> = {}, refused?: Refusal): Promise<Response> {
  const { ctx } = c.var
  const { vacancy } = await ctx.read((db) => openVacancy(ctx, db, idIn(c.req.param('id'))))
  const errors = refused?.errors ?? {}
  return page(c, <CandidateNewPage {...{ vacancy, values, errors }} />, refused?.status ?? 200)
}

async function showOne(c: C, refused?: Refusal): Promise<Response> {
  const { ctx } = c.var
  const { vacancy, candidate, interview } = await ctx.read(async (db) => {
    const opened = await openCandidate(ctx, db, whichIn(c))
    return { ...opened, interview: (await findInterview(db, opened.candidate.id)) ?? null }
  })
  const errors = refused?.errors ?? {}
  return page(c, <CandidatePage {...{ vacancy, candidate, interview, errors }} />, refused?.status ?? 200)
}
