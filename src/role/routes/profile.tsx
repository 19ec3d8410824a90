import { Hono, type Context as HonoContext } from 'hono'
import { DOCX_TYPE, docxOf } from '#documents/docx.ts'
import { Forbidden, NotFound } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import { findFramework, listFrameworks } from '#framework/store.ts'
import { allow } from '#guard.ts'
import { type Sheet, sheetMarkdown } from '#lib/sheet.ts'
import { checked } from '#people/checked.ts'
import { typedFrom } from '#people/typed.ts'
import { links } from '#routes.ts'
import type { Db } from '#schema.ts'
import { isAllowed } from '#viewer.ts'
import { attempt, formOf, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { takeAway } from '#web/take-away.tsx'
import { roleAccess as may } from '../access.ts'
import {
  agreeProfile,
  discardDraft,
  dropRequirement,
  openProfile,
  profileFor,
  putRequirement,
  startDraft,
  takeFromAnalysis,
} from '../actions/profile.ts'
import { mayEditRole, roleFor, roleToEdit } from '../actions/role.ts'
import { compareProfiles } from '../compare.ts'
import type { Requirement } from '../model.ts'
import { ComparisonPage } from '../pages/comparison.tsx'
import { ProfilePage } from '../pages/profile.tsx'
import { RequirementFormPage } from '../pages/requirement-form.tsx'
import { versionWords } from '../pages/words.ts'
import { profileSheet } from '../profile-sheet.ts'
import { RequirementInput, sameThing } from '../requirement.ts'
import { listAnalyses } from '../store/analysis.ts'
import { frameworksById } from '../store/frameworks.ts'
import type { RoleUses } from './uses.ts'

type C = HonoContext<Env>
const ID = '/:id{[0-9a-f-]+}/profile'
const ONE = `${ID}/:profile{[0-9a-f-]+}` as const

/** The versions of what a job needs: read, drafted, agreed, compared, taken away. */
export function profileRoutes(uses: RoleUses): Hono<Env> {
  return new Hono<Env>()
    .post(ID, allow(may.edit), async (c) => {
      const roleId = idIn(c.req.param('id'))
      const { analysis } = typedFrom(await formOf(c))
      const from = analysis ? { analysisId: idIn(analysis) } : {}
      return c.redirect(links.roleProfile(roleId, await startDraft(c.var.ctx, roleId, from)), 303)
    })
    .get(`${ONE}`, allow(may.read), (c) => show(c, { uses }))
    .get(`${ID}/:file{[0-9a-f-]+\\.(?:docx|md)}`, allow(may.read), file)
    .get(`${ONE}/comparison`, allow(may.read), compare)
    .get(`${ONE}/requirement`, allow(may.edit), (c) => showRequirement(c))
    .post(`${ONE}/requirement`, allow(may.edit), async (c) => {
      const typed = typedFrom(await formOf(c))
      const change = changeIn(c, typed)
      const result = await attempt(async () =>
        putRequirement(c.var.ctx, { ...change, ...partIn(c), input: checked(RequirementInput, typed) }),
      )
      if ('done' in result) return c.redirect(links.roleProfile(change.roleId, change.profileId), 303)
      return showRequirement(c, typed, result.refused)
    })
    .post(`${ONE}/requirement/removal`, allow(may.edit), (c) =>
      changed(c, (change, { framework = '', competency = '' }) =>
        dropRequirement(c.var.ctx, { ...change, framework: idIn(framework), competency }),
      ),
    )
    .post(`${ONE}/taking`, allow(may.edit), (c) =>
      changed(c, (change, { analysis = '' }) =>
        takeFromAnalysis(c.var.ctx, { ...change, analysisId: idIn(analysis) }),
      ),
    )
    .post(`${ONE}/agreement`, allow(may.edit), (c) =>
      changed(c, (change, { note = '' }) =>
        agreeProfile(c.var.ctx, { ...change, note: note.trim().slice(0, 600) || null }),
      ),
    )
    .post(`${ONE}/discarding`, allow(may.edit), async (c) => {
      const change = changeIn(c, typedFrom(await formOf(c)))
      const result = await attempt(() => discardDraft(c.var.ctx, change))
      return 'done' in result
        ? c.redirect(links.role(change.roleId), 303)
        : show(c, { refused: result.refused })
    })
}

interface Change {
  roleId: string
  profileId: string
  seen: number
}

function changeIn(c: C, { seen = '' }: Record<string, string>): Change {
  const [roleId, profileId] = [idIn(c.req.param('id')), idIn(c.req.param('profile'))]
  return { roleId, profileId, seen: Number(seen) }
}

const partIn = (c: C) => ({
  framework: idIn(c.req.query('framework')),
  competency: c.req.query('competency') ?? '',
})

async function changed(
  c: C,
  work: (change: Change, typed: Record<string, string>) => Promise<void>,
): Promise<Response> {
  const typed = typedFrom(await formOf(c))
  const change = changeIn(c, typed)
  const result = await attempt(() => work(change, typed))
  if ('done' in result) return c.redirect(links.roleProfile(change.roleId, change.profileId), 303)
  return show(c, { values: typed, refused: result.refused })
}

/** The version as the viewer may see it: a draft is for those who may change it. Throws NotFound. */
async function opened(c: C, db: Db) {
  const { ctx } = c.var
  const role = await roleFor(db, idIn(c.req.param('id')))
  const edits = await mayEditRole(ctx, db, role)
  const view = await openProfile(db, role, idIn(c.req.param('profile') ?? fileParts(c)[0]))
  if (!edits && view.profile.agreedAt === null)
    throw new NotFound('This version is not agreed yet. When it is, you can read it here.')
  const versions = view.versions.filter(({ agreedAt }) => edits || agreedAt !== null)
  return { ...view, versions, edits }
}

const fileParts = (c: C) => (c.req.param('file') ?? '').split('.')

interface Shown {
  values?: Record<string, string>
  refused?: Refusal
  /** Drafts come back without: nothing is done with them yet. */
  uses?: RoleUses
}

async function show(c: C, { values = {}, refused, uses }: Shown): Promise<Response> {
  const shown = await c.var.ctx.read(async (db) => {
    const view = await opened(c, db)
    const isWork = view.edits && view.profile.agreedAt === null
    const analyses = isWork ? await listAnalyses(db, view.role.id) : []
    const choices = isWork ? await allFrameworks(db) : []
    const { viewer } = c.var.ctx
    const own = { isPerson: viewer.person !== null, maps: isAllowed(viewer, may.map) }
    const { role, profile } = view
    const further = (await uses?.(c.var.ctx, db, { role, profileId: profile.id })) ?? []
    return { ...view, ...own, analyses, choices, uses: further }
  })
  const errors = refused?.errors ?? {}
  return page(c, <ProfilePage {...shown} values={values} errors={errors} />, refused?.status ?? 200)
}

/** Those with levels: nothing can be needed at a level where there is none. */
async function allFrameworks(db: Db): Promise<Framework[]> {
  const cards = (await listFrameworks(db)).filter(({ levels }) => levels.length > 0)
  const found: Framework[] = []
  for (const { slug } of cards) {
    const framework = await findFramework(db, slug)
    if (framework) found.push(framework)
  }
  return found
}

async function showRequirement(c: C, typed?: Record<string, string>, refused?: Refusal): Promise<Response> {
  const { ctx } = c.var
  const part = partIn(c)
  const shown = await ctx.read(async (db) => {
    const role = await roleToEdit(ctx, db, idIn(c.req.param('id')))
    const draft = await profileFor(db, role.id, idIn(c.req.param('profile')))
    const framework = (await frameworksById(db, [part.framework])).get(part.framework)
    const competency = framework?.competencies.find(({ key }) => key === part.competency)
    if (!framework || !competency) throw new NotFound('The framework has no such competency any more.')
    return {
      role,
      draft,
      framework,
      competency,
      stored: draft.requirements.find((one) => sameThing(one, part)),
    }
  })
  if (shown.draft.agreedAt !== null && !refused)
    throw new Forbidden('Agreed versions never change. Start a new version from it.')
  const values = typed ?? typedOf(shown.stored)
  // What was typed comes back with the version that is now there: saving again is then meant.
  const seen = refused?.status === 409 ? { seen: String(shown.draft.version) } : {}
  const errors = refused?.errors ?? {}
  return page(
    c,
    <RequirementFormPage {...shown} values={{ ...values, ...seen }} errors={errors} />,
    refused?.status ?? 200,
  )
}

function typedOf(stored: Requirement | undefined): Record<string, string> {
  if (!stored) return {}
  const { level, entryLevel, months, importance, must, why } = stored
  return {
    ...{ level, entryLevel: entryLevel ?? '', months: months === null ? '' : String(months) },
    ...{ importance: String(importance), must: must ? 'yes' : '', why: why ?? '' },
  }
}

async function compare(c: C): Promise<Response> {
  const shown = await c.var.ctx.read(async (db) => {
    const { role, profile, versions } = await opened(c, db)
    const other = versions.find(({ id }) => id === c.req.query('with'))
    if (!other) throw new NotFound('There is no such version to compare with.')
    const [before, after] = other.number < profile.number ? [other, profile] : [profile, other]
    return { role, before, after, differences: compareProfiles(before, after) }
  })
  return page(c, <ComparisonPage {...shown} />)
}

async function file(c: C): Promise<Response> {
  const { role, profile, agreedBy, frameworks } = await c.var.ctx.read((db) => opened(c, db))
  const standing = `${versionWords(profile)}${agreedBy ? ` by ${agreedBy}` : ''}`
  const sources = [...frameworks.values()].map(sourceOf)
  const sheet: Sheet = profileSheet({ role, profile, standing, sources })
  if (fileParts(c)[1] === 'md')
    return takeAway(c, { name: 'role-profile.md', type: 'text/markdown', body: sheetMarkdown(sheet) })
  return takeAway(c, { name: 'role-profile.docx', type: DOCX_TYPE, body: await docxOf(sheet) })
}

const sourceOf = ({ title, licence }: Framework) =>
  `${title}: ${[licence.attribution, licence.name].filter(Boolean).join(', ')}.`
