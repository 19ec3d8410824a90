import type { Context } from '#context.ts'
import { NotFound } from '#errors.ts'
import { dayOf } from '#people/day.ts'
import type { Db } from '#schema.ts'
import {
  describedIn,
  type HiddenInput,
  type HiddenPart,
  hiddenIn,
  newBlocks,
  SOURCES,
  type StoredBlock,
} from '../hidden.ts'
import type { Role, RoleProfile } from '../model.ts'
import { sameThing } from '../requirement.ts'
import {
  forgetUncounted,
  insertBlock,
  listAnalysed,
  listBlockPeople,
  listBlocks,
  listCounted,
} from '../store/hidden.ts'
import { listPublishedTexts } from '../store/texts.ts'
import { findYardsticks } from '../store/yardsticks.ts'
import { listAgreedProfiles, listRoles } from '../store.ts'
import { profileFor, putRequirement, startDraft } from './profile.ts'

/**
 * Puts those who wait into groups, where five of them are enough, and keeps what each group shows. Repeatable: who is in a
 * group is counted no more. Nobody's act, so it leaves no row in the history.
 */
export function countHidden(ctx: Context): Promise<void> {
  return ctx.keep(async (tx) => {
    await forgetUncounted(tx)
    const given = { analysis: await listAnalysed(tx), workbook: await listCounted(tx, dayOf(ctx.now())) }
    for (const source of SOURCES)
      for (const block of newBlocks(await listBlockPeople(tx, source), given[source]))
        await insertBlock(tx, { ...block, source, id: ctx.newId(), madeAt: ctx.now() })
  })
}

/** What each open role's people do, and its profile or its published description does not name; the newest group first. */
export function openHidden(ctx: Context): Promise<HiddenPart[]> {
  return ctx.read(async (db) => {
    const [roles, profiles, blocks] = [
      await listRoles(db),
      await listAgreedProfiles(db),
      await listBlocks(db),
    ]
    const yardsticks = await findYardsticks(db)
    const texts = (await listPublishedTexts(db)).filter(({ kind }) => kind === 'description')
    return roles.flatMap((role) => {
      const profile = profiles.find(({ roleId }) => roleId === role.id)
      const text = texts.find(({ roleId }) => roleId === role.id)
      const described = text ? describedIn(text.content) : null
      return blocks
        .filter((block) => block.roles.includes(role.id))
        .map((block) => ({
          ...partOf(role, block, roles),
          skills: profile ? hiddenIn(block, profile.requirements, yardsticks, described) : [],
          isAgreed: profile !== undefined,
        }))
    })
  })
}

function partOf(role: Role, { source, madeAt, roles: ids }: StoredBlock, roles: readonly Role[]) {
  const together = roles.filter(({ id }) => id !== role.id && ids.includes(id)).map(({ title }) => title)
  return { role, source, madeAt, together }
}

/**
 * Asks for a hidden skill in the role's next draft, which is begun if there is none. What the draft asks for beyond it stays.
 * Gives the draft's id. Throws NotFound, Forbidden and Conflict.
 */
export async function takeHidden(ctx: Context, roleId: string, wanted: HiddenInput): Promise<string> {
  const parts = (await openHidden(ctx)).filter(({ role }) => role.id === roleId)
  const skill = parts
    .flatMap(({ skills }) => skills)
    .find((one) => one.missing === 'profile' && sameThing(one, wanted) && one.level === wanted.level)
  if (!skill)
    throw new NotFound(
      'This skill is not hidden any more: the profile asks for it by now. Look at the list again.',
    )
  const profileId = await startDraft(ctx, roleId)
  const draft = await ctx.read((db: Db) => profileFor(db, roleId, profileId))
  const before = draft.requirements.find((one) => sameThing(one, wanted))
  if (before && (await isEnough(ctx, draft, wanted))) return profileId
  await putRequirement(ctx, {
    ...{ roleId, profileId, seen: draft.version, framework: wanted.framework, competency: wanted.competency },
    input: {
      level: wanted.level,
      entryLevel: before?.entryLevel ?? null,
      months: before?.months ?? null,
      importance: before?.importance ?? 2,
      must: before?.must ?? false,
      why: before?.why ?? 'People who hold the role do it, and nothing asked for it until now.',
    },
  })
  return profileId
}

/** Whether the draft asks for that level or a higher one already. */
async function isEnough(ctx: Context, draft: RoleProfile, wanted: HiddenInput): Promise<boolean> {
  const yardsticks = await ctx.read(findYardsticks)
  const use = { statementId: '', also: [], text: '', band: 'most' as const, ...wanted }
  return hiddenIn({ uses: [use] }, draft.requirements, yardsticks).length === 0
}
