import { Hono, type Context as HonoContext } from 'hono'
import type { Framework } from '#framework/model.ts'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { attempt, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { translateAccess as may } from '../access.ts'
import { acceptProposal, openProposal, rejectProposal, reopenProposal } from '../actions/proposal.ts'
import { AcceptanceForm, type Proposal, RejectionForm } from '../judgement.ts'
import { reachOf } from '../pages/frame.tsx'
import { ProposalPage, ProposalsPage } from '../pages/proposals.tsx'
import { frameworksOf } from '../store/frameworks.ts'
import { listAcceptedExamples, listProposals } from '../store/proposals.ts'
import { checked, type Typed, typedIn } from './forms.ts'

type C = HonoContext<Env>

/** What a steward decides about proposed examples. */
export function reviewRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/', allow(may.review), async (c) => {
      const { waiting, settled } = await c.var.ctx.read(async (db) => {
        const all = await listProposals(db)
        const frameworks = await frameworksOf(db, [...all.waiting, ...all.settled])
        return {
          waiting: withFramework(all.waiting, frameworks),
          settled: withFramework(all.settled, frameworks),
        }
      })
      return page(c, <ProposalsPage waiting={waiting} settled={settled} reach={reachOf(c.var.ctx.viewer)} />)
    })
    .get('/:id', allow(may.review), (c) => show(c, idIn(c.req.param('id'))))
    .post('/:id/acceptance', allow(may.review), async (c) => {
      const id = idIn(c.req.param('id'))
      await c.var.ctx.read((db) => openProposal(db, id))
      const typed = await typedIn(c)
      return answer(c, id, typed, () => acceptProposal(c.var.ctx, id, checked(AcceptanceForm, typed)))
    })
    .post('/:id/rejection', allow(may.review), async (c) => {
      const id = idIn(c.req.param('id'))
      await c.var.ctx.read((db) => openProposal(db, id))
      const typed = await typedIn(c)
      return answer(c, id, typed, async () =>
        rejectProposal(c.var.ctx, id, checked(RejectionForm, typed).answer),
      )
    })
    .post('/:id/reopening', allow(may.review), async (c) => {
      await reopenProposal(c.var.ctx, idIn(c.req.param('id')))
      return c.redirect(links.translateProposals(), 303)
    })
}

async function answer(c: C, id: string, typed: Typed, work: () => Promise<void>): Promise<Response> {
  const result = await attempt(work)
  if ('done' in result) return c.redirect(links.translateProposals(), 303)
  return show(c, id, { typed, refusal: result.refused })
}

async function show(c: C, id: string, again?: { typed: Typed; refusal: Refusal }): Promise<Response> {
  const { ctx } = c.var
  const shown = await ctx.read(async (db) => {
    const one = await openProposal(db, id)
    const { competency, level } = one.proposal
    const accepted = await listAcceptedExamples(db, one.framework.id)
    const inCell = accepted.filter((other) => other.competency === competency && other.level === level).length
    return { ...one, inCell }
  })
  const back = again && { values: again.typed, errors: again.refusal.errors }
  return page(
    c,
    <ProposalPage {...shown} reach={reachOf(ctx.viewer)} {...back} />,
    again?.refusal.status ?? 200,
  )
}

function withFramework(proposals: readonly Proposal[], frameworks: ReadonlyMap<string, Framework>) {
  return proposals.flatMap((proposal) => {
    const framework = frameworks.get(proposal.frameworkId)
    return framework ? [{ proposal, framework }] : []
  })
}
