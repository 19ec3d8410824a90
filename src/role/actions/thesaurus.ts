import type { Context } from '#context.ts'
import { Invalid } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import { searchStatements } from '#framework/store/search.ts'
import { findFramework, frameworkSlug } from '#framework/store.ts'
import { hasWord, singleWords } from '#framework/wanted.ts'
import type { Db } from '#schema.ts'
import { engineNow, translatorFor } from '#translate/actions/desk.ts'
import { nearestTo } from '#translate/reason.ts'
import { isAllowed } from '#viewer.ts'
import { roleAccess } from '../access.ts'
import { listDraftProfiles } from '../store/draft-profiles.ts'
import { findStatementHomes } from '../store/statement-homes.ts'
import { listDraftTexts } from '../store/texts.ts'
import { TEXT_WORDS } from '../text.ts'
import { groupsFound, groupsNear, type TermGroup } from '../thesaurus.ts'
import { putRequirement } from './profile.ts'
import { mayEditRole } from './role.ts'
import { takeIntoText } from './text.ts'

/** Where statements can be taken: a draft of a text, or of a profile. */
export interface Target {
  /** "text:ID" or "profile:ROLE:ID". */
  value: string
  label: string
}

export interface ThesaurusView {
  words: string
  groups: TermGroup[]
  /** Words as they may have been meant, where nothing was found. */
  near: string[]
  targets: Target[]
}

/** The framework whose statements are also found by their meaning. */
const BY_MEANING = 'spotlight'

/** Statements of all frameworks that have these words, or else some of them, and those of Spotlight that are near in meaning. */
export async function openThesaurus(ctx: Context, words: string): Promise<ThesaurusView> {
  const asked = words.trim()
  const targets = await ctx.read((db) => targetsFor(ctx, db))
  if (asked === '') return { words, groups: [], near: [], targets }
  const all = await ctx.read((db) => searchStatements(db, asked))
  const single = singleWords(asked)
  const some = groupsFound(all.hits).length === 0 && single.length > 1
  const found = some ? await ctx.read((db) => searchStatements(db, single.join(' or '))) : all
  const groups = groupsFound(found.hits)
  const ids = new Set(groups.flatMap(({ terms }) => terms.map(({ id }) => id)))
  const meant = hasWord(asked) ? await nearInMeaning(ctx, asked, ids) : []
  const near = groups.length + meant.length > 0 ? [] : found.near
  return { words, groups: some ? [...meant, ...groups] : [...groups, ...meant], near, targets }
}

/** By competency, so that the nearest of each are found, whatever it has to say of the others. */
async function nearInMeaning(ctx: Context, text: string, found: ReadonlySet<string>): Promise<TermGroup[]> {
  const framework = await ctx.read((db) => findFramework(db, BY_MEANING))
  if (!framework) return []
  const engine = await engineNow(ctx)
  const translator = await translatorFor(ctx, framework, [])
  const { scored } = engine.prepare(text)
  const [vector = null] = await engine.vectors([scored])
  const { slug, title, scale, competencies } = framework
  const near = competencies.flatMap(({ key }) => {
    const told = translator.told.filter(
      ({ known }) => known.kind === 'statement' && known.competencies.includes(key),
    )
    return nearestTo({ ...translator, told }, scored, vector)
  })
  return groupsNear(near, { slug, title, levels: scale.levels, competencies }, found)
}

async function targetsFor(ctx: Context, db: Db): Promise<Target[]> {
  if (!isAllowed(ctx.viewer, roleAccess.edit) || !ctx.viewer.mayWrite) return []
  const targets: Target[] = []
  for (const { id, roleId, role, roleMadeBy, kind } of await listDraftTexts(db))
    if (await mayEditRole(ctx, db, { id: roleId, madeBy: roleMadeBy }))
      targets.push({ value: `text:${id}`, label: `${TEXT_WORDS[kind].label} of ${role}` })
  for (const { id, roleId, role, madeBy } of await listDraftProfiles(db))
    if (await mayEditRole(ctx, db, { id: roleId, madeBy }))
      targets.push({ value: `profile:${roleId}:${id}`, label: `Profile of ${role}` })
  return targets
}

/**
 * Takes statements into a draft: as lines of a text, or their competencies at their highest level among them into a profile,
 * where a competency that is there already stays as it is. Returns how many were added and where they are now. Throws
 * Invalid, NotFound, Forbidden and Conflict.
 */
export async function takeTerms(
  ctx: Context,
  { target, ids }: { target: string; ids: readonly string[] },
): Promise<{ kind: 'text' | 'profile'; roleId: string; id: string; added: number }> {
  if (ids.length === 0) throw new Invalid({ take: 'Tick the statements that you want to take.' })
  const [kind, first = '', second = ''] = target.split(':')
  const homes = await ctx.read((db) => homesOf(db, ids))
  if (kind === 'text' && first !== '')
    return { kind, roleId: '', id: first, added: await takeIntoText(ctx, first, homes) }
  if (kind === 'profile' && second !== '')
    return {
      kind,
      roleId: first,
      id: second,
      added: await takeIntoProfile(ctx, { roleId: first, profileId: second }, homes),
    }
  throw new Invalid({ target: 'Choose the draft that they are to go into.' })
}

interface Home {
  framework: Framework
  ids: Set<string>
}

async function homesOf(db: Db, ids: readonly string[]): Promise<Home[]> {
  const byFramework = Map.groupBy(await findStatementHomes(db, ids), ({ framework }) => framework)
  const homes: Home[] = []
  for (const [id, found] of byFramework) {
    const slug = await frameworkSlug(db, id)
    const framework = slug === undefined ? undefined : await findFramework(db, slug)
    if (framework) homes.push({ framework, ids: new Set(found.map((one) => one.id)) })
  }
  return homes
}

async function takeIntoProfile(
  ctx: Context,
  { roleId, profileId }: { roleId: string; profileId: string },
  homes: readonly Home[],
): Promise<number> {
  let added = 0
  for (const { framework, ids } of homes)
    for (const competency of framework.competencies) {
      const levels = new Set(competency.statements.filter(({ id }) => ids.has(id)).map(({ level }) => level))
      const level = framework.scale.levels.findLast(({ key }) => levels.has(key))
      if (!level) continue
      const draft = (await ctx.read(listDraftProfiles)).find(({ id }) => id === profileId)
      if (draft?.has.includes(`${framework.id}/${competency.key}`)) continue
      await putRequirement(ctx, {
        ...{
          roleId,
          profileId,
          seen: draft?.version ?? 0,
          framework: framework.id,
          competency: competency.key,
        },
        input: { level: level.key, entryLevel: null, months: null, importance: 2, must: false, why: null },
      })
      added += 1
    }
  return added
}
