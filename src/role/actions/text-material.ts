import type { Framework } from '#framework/model.ts'
import { findFramework, listFrameworks } from '#framework/store.ts'
import { listTeams } from '#people/store/teams.ts'
import type { Db } from '#schema.ts'
import { mergeStatements } from '../merge.ts'
import type { Role, RoleProfile } from '../model.ts'
import type { Agreed, OfferFrom } from '../offer.ts'
import { listAnswers, listSettlements } from '../store/analysis.ts'
import { frameworksById } from '../store/frameworks.ts'
import { findTemplate } from '../store/texts.ts'
import { TEMPLATES, type Template } from '../templates.ts'
import type { TextKind } from '../text.ts'
import type { Lens } from '../wording/behaviour.ts'

/** The organisation's template, or ours. `version` 0: it is ours. */
export async function templateOf(db: Db, kind: TextKind): Promise<{ template: Template; version: number }> {
  const own = await findTemplate(db, kind)
  return own ? { template: own.content, version: own.version } : { template: TEMPLATES[kind], version: 0 }
}

/** What a text about a role is made from, and what is known of the facts in it, by our labels for them. */
export async function materialOf(
  db: Db,
  role: Role,
  profile: RoleProfile,
): Promise<{ from: OfferFrom; known: Record<string, string> }> {
  const ids = [...new Set(profile.requirements.map(({ framework }) => framework))]
  const frameworks = await frameworksById(db, ids)
  const team = (await listTeams(db)).find(({ id }) => id === role.teamId)?.name ?? ''
  return { from: { profile, frameworks, agreed: await agreedIn(db, profile) }, known: { Team: team } }
}

/** One person's answer is not an agreement. */
const LEAST = 2

async function agreedIn(db: Db, { requirements }: RoleProfile): Promise<Agreed> {
  const needed = new Map<string, number>()
  const atEntry = new Map<string, number>()
  for (const id of new Set(requirements.flatMap(({ analysis }) => analysis ?? []))) {
    const merged = mergeStatements(await listAnswers(db, id), await listSettlements(db, id))
    for (const { statementId, counts, answered } of merged) {
      if (answered < LEAST) continue
      if (counts.not === 0) needed.set(statementId, answered)
      if (counts.entry === answered) atEntry.set(statementId, answered)
    }
  }
  return { needed, atEntry }
}

/** In whose words the checker offers behaviours: the role's frameworks at their levels, else Spotlight's. */
export async function lensFor(db: Db, profile: RoleProfile | undefined): Promise<Lens> {
  const cards = await listFrameworks(db)
  const all: Framework[] = []
  for (const { slug } of cards) {
    const framework = await findFramework(db, slug)
    if (framework) all.push(framework)
  }
  const required = new Map(
    (profile?.requirements ?? []).map(({ framework, competency, level }) => [
      `${framework}/${competency}`,
      level,
    ]),
  )
  const own = new Set(profile?.requirements.map(({ framework }) => framework) ?? [])
  const first = all.filter(({ id }) => own.has(id))
  const rest = all.filter(({ id, slug }) => !own.has(id) && slug === 'spotlight')
  return { frameworks: [...first, ...rest], others: all, required }
}
