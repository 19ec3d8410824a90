import { type Context, nothingHappened } from '#context.ts'
import { Conflict, Invalid, NotFound } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import { record } from '#history/actions.ts'
import { namesOf } from '#people/store.ts'
import type { Db, Tx } from '#schema.ts'
import { isOpenToLook } from '../analysis.ts'
import { compareProfiles } from '../compare.ts'
import type { Requirement, Role, RoleProfile } from '../model.ts'
import { proposalsOf, withJudgement } from '../proposal.ts'
import { inOrder, levelFaults, type RequirementInput, sameThing, wordsOf } from '../requirement.ts'
import { findAnalysis, listAnswers, listSettlements } from '../store/analysis.ts'
import { frameworksById } from '../store/frameworks.ts'
import { agreeDraft, countChange, deleteDraft, holdProfile, insertDraft } from '../store/write.ts'
import { findProfile, listProfiles, replaceRequirements } from '../store.ts'
import { roleSubject, roleToEdit } from './role.ts'

const NO_DRAFT =
  'This version is not a draft any more: agreed versions never change. Start a new draft from it.'
const BEHIND =
  'Somebody else has changed this draft since you opened it. What you typed is kept here; look at the draft, then save again.'

/** The profile, which belongs to this role. Throws NotFound. */
export async function profileFor(db: Db, roleId: string, id: string): Promise<RoleProfile> {
  const profile = await findProfile(db, id)
  if (!profile || profile.roleId !== roleId)
    throw new NotFound('There is no such version of the profile. A draft may have been thrown away.')
  return profile
}

/**
 * Begins a draft from the latest version, or with nothing; a draft that is there already stays. `analysisId`: puts in what
 * that analysis says, see `takeFromAnalysis`. Returns its id. Throws NotFound, Forbidden and Conflict.
 */
export function startDraft(
  ctx: Context,
  roleId: string,
  { analysisId }: { analysisId?: string } = {},
): Promise<string> {
  const id = ctx.newId()
  return ctx.write(async (tx) => {
    const role = await roleToEdit(ctx, tx, roleId)
    refuseClosed(role)
    const [latest] = await listProfiles(tx, roleId)
    const isThere = latest !== undefined && latest.agreedAt === null
    if (!isThere) await beginDraft(ctx, tx, { role, id, latest })
    const draft = isThere ? latest : await profileFor(tx, roleId, id)
    if (analysisId !== undefined) await take(ctx, tx, { role, draft, analysisId })
    else if (isThere) nothingHappened(tx)
    return draft.id
  })
}

interface Beginning {
  role: Role
  id: string
  latest: RoleProfile | undefined
}

async function beginDraft(ctx: Context, tx: Tx, { role, id, latest }: Beginning): Promise<void> {
  const number = (latest?.number ?? 0) + 1
  await insertDraft(tx, { id, roleId: role.id, number, note: null, madeAt: ctx.now() })
  const copied = (latest?.requirements ?? []).map((one) => ({ ...one, id: ctx.newId() }))
  await replaceRequirements(tx, id, copied)
  await record(ctx, tx, { act: 'role profile: begun', on: roleSubject(role) })
}

function refuseClosed({ closedAt, title }: Role): void {
  if (closedAt !== null) throw new Conflict(`“${title}” is closed. Open it again first.`)
}

interface DraftChange {
  roleId: string
  profileId: string
  /** The version of the draft that whoever changes it has seen. */
  seen: number
}

/** The draft, held until the end of the transaction. Throws NotFound, Forbidden, and Conflict when it has changed or is agreed. */
async function draftToChange(
  ctx: Context,
  tx: Tx,
  { roleId, profileId, seen }: DraftChange,
): Promise<{ role: Role; draft: RoleProfile }> {
  const role = await roleToEdit(ctx, tx, roleId)
  await holdProfile(tx, profileId)
  const draft = await profileFor(tx, roleId, profileId)
  if (draft.agreedAt !== null) throw new Conflict(NO_DRAFT)
  if (draft.version !== seen) throw new Conflict(BEHIND)
  return { role, draft }
}

/** Adds a competency to a draft, or changes what it asks for. Throws NotFound, Forbidden, Invalid and Conflict. */
export function putRequirement(
  ctx: Context,
  change: DraftChange & { framework: string; competency: string; input: RequirementInput },
): Promise<void> {
  const id = ctx.newId()
  return ctx.write(async (tx) => {
    const { role, draft } = await draftToChange(ctx, tx, change)
    const { framework, competency } = await partFor(tx, change)
    const faults = levelFaults(framework, change.input)
    if (Object.keys(faults).length > 0) throw new Invalid(faults)
    const before = draft.requirements.find((one) => sameThing(one, change))
    const { months, ...input } = change.input
    const after: Requirement = {
      ...{ id: before?.id ?? id, framework: framework.id, competency: competency.key, ...input },
      // Who brings it all has nothing left to learn.
      months: input.entryLevel === input.level ? null : months,
      analysis: before?.analysis ?? null,
      words: wordsOf(framework, competency, input),
    }
    await save(ctx, tx, { role, draft, after: [...without(draft, change), after] })
  })
}

const without = ({ requirements }: RoleProfile, gone: { framework: string; competency: string }) =>
  requirements.filter((one) => !sameThing(one, gone))

/** The framework and the competency of an address. Throws NotFound. */
async function partFor(
  db: Db,
  { framework: id, competency: key }: { framework: string; competency: string },
) {
  const framework = (await frameworksById(db, [id])).get(id)
  const competency = framework?.competencies.find((one) => one.key === key)
  if (!framework || !competency)
    throw new NotFound('The framework has no such competency any more. Choose one of those that it has.')
  return { framework, competency }
}

/** Takes a competency out of a draft. Throws NotFound, Forbidden and Conflict. */
export function dropRequirement(
  ctx: Context,
  change: DraftChange & { framework: string; competency: string },
): Promise<void> {
  return ctx.write(async (tx) => {
    const { role, draft } = await draftToChange(ctx, tx, change)
    await save(ctx, tx, { role, draft, after: without(draft, change) })
  })
}

interface Saved {
  role: Role
  draft: RoleProfile
  after: readonly Requirement[]
}

async function save(ctx: Context, tx: Tx, { role, draft, after }: Saved): Promise<void> {
  const differences = compareProfiles(draft, { requirements: [...after] })
  if (differences.length === 0) return nothingHappened(tx)
  await replaceRequirements(tx, draft.id, inOrder(after))
  await countChange(tx, draft.id)
  const said = differences.map(({ competency, kind, says }) => [competency, `${kind}: ${says.join(' ')}`])
  await record(ctx, tx, {
    act: 'role profile: changed',
    on: roleSubject(role),
    note: { version: draft.number, ...Object.fromEntries(said) },
  })
}

/**
 * Puts into a draft what an analysis says: every competency that the job uses, with its levels and months. What somebody has
 * said of importance, must-haves and reasons stays. Throws NotFound, Forbidden, and Conflict while people still answer.
 */
export function takeFromAnalysis(ctx: Context, change: DraftChange & { analysisId: string }): Promise<void> {
  return ctx.write(async (tx) => {
    const { role, draft } = await draftToChange(ctx, tx, change)
    await take(ctx, tx, { role, draft, analysisId: change.analysisId })
  })
}

async function take(
  ctx: Context,
  tx: Tx,
  { role, draft, analysisId }: { role: Role; draft: RoleProfile; analysisId: string },
): Promise<void> {
  const analysis = await findAnalysis(tx, analysisId)
  if (analysis?.roleId !== role.id) throw new NotFound('There is no such analysis of this role.')
  if (!isOpenToLook(analysis))
    throw new Conflict('People are still answering this analysis. Close it first, or wait until all have.')
  const framework = (await frameworksById(tx, [analysis.frameworkId])).get(analysis.frameworkId)
  if (!framework) throw new NotFound('The framework of this analysis is not here any more.')
  const incumbents = await listAnswers(tx, analysisId)
  const settled = await listSettlements(tx, analysisId)
  const proposed = proposalsOf(framework, { analysisId, incumbents, settled })
  const taken = proposed.map((one) => withJudgement(one, draft, ctx.newId()))
  const rest = draft.requirements.filter((one) => !taken.some((other) => sameThing(one, other)))
  await save(ctx, tx, { role, draft, after: [...rest, ...taken] })
}

/** From now on this version holds, and never changes. Throws NotFound, Forbidden, Invalid when it is empty, and Conflict. */
export function agreeProfile(ctx: Context, change: DraftChange & { note: string | null }): Promise<void> {
  return ctx.write(async (tx) => {
    const { role, draft } = await draftToChange(ctx, tx, change)
    refuseClosed(role)
    if (draft.requirements.length === 0)
      throw new Invalid('There is nothing in it yet. Add what the job needs, then agree it.')
    await agreeDraft(tx, draft.id, { by: ctx.viewer.person?.id ?? null, at: ctx.now(), note: change.note })
    await record(ctx, tx, {
      act: 'role profile: agreed',
      on: roleSubject(role),
      note: { version: draft.number, ...(change.note && { reason: change.note }) },
    })
  })
}

/** Throws NotFound, Forbidden and Conflict. */
export function discardDraft(ctx: Context, change: DraftChange): Promise<void> {
  return ctx.write(async (tx) => {
    const { role, draft } = await draftToChange(ctx, tx, change)
    await deleteDraft(tx, draft.id)
    await record(ctx, tx, {
      act: 'role profile: thrown away',
      on: roleSubject(role),
      note: { version: draft.number },
    })
  })
}

export interface ProfileView {
  role: Role
  profile: RoleProfile
  /** All versions, the newest first. */
  versions: RoleProfile[]
  /** As they are now, by id. */
  frameworks: Map<string, Framework>
  /** Who agreed the version; null: nobody, or nobody among the people. */
  agreedBy: string | null
}

/** One version with what a page shows of it. Throws NotFound. */
export async function openProfile(db: Db, role: Role, id: string): Promise<ProfileView> {
  const versions = await listProfiles(db, role.id)
  const profile = await profileFor(db, role.id, id)
  const frameworks = await frameworksById(db, [
    ...new Set(profile.requirements.map(({ framework }) => framework)),
  ])
  const by = profile.agreedBy
  const agreedBy = by === null ? null : ((await namesOf(db, [by])).get(by) ?? null)
  return { role, profile, versions, frameworks, agreedBy }
}
