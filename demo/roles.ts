/** What six jobs at Marlbrook Water need: the roles, who holds them, and their profiles, one version after another. */
import { type Context, nothingHappened } from '../src/context.ts'
import type { Framework } from '../src/framework/model.ts'
import { findFramework } from '../src/framework/store.ts'
import { record } from '../src/history/actions.ts'
import { IMPORTANCES, type Requirement } from '../src/role/model.ts'
import { proposalsOf, withJudgement } from '../src/role/proposal.ts'
import { inOrder, wordsOf } from '../src/role/requirement.ts'
import { listAnswers, listSettlements } from '../src/role/store/analysis.ts'
import { tiePosts } from '../src/role/store/holders.ts'
import { agreeDraft, insertDraft, insertRole } from '../src/role/store/write.ts'
import { replaceRequirements } from '../src/role/store.ts'
import type { Tx } from '../src/schema.ts'
import { PEOPLE } from './people.ts'
import { ANALYSES, loadAnalysis } from './role-analyses.ts'
import { DEMO_ROLES, type DemoRole, type DemoVersion, REQUIRED } from './role-facts.ts'
import { demoId } from './rows.ts'

/** The world so many days ago, as somebody of the cast. */
type At = (daysAgo: number, key: string) => Context

/** All roles with their profiles and analyses, once. */
export async function loadRoles(ctx: Context, at: At): Promise<void> {
  await ctx.write(async (tx) => {
    const there = await tx
      .selectFrom('role')
      .select('id')
      .where('organization_id', '=', tx.organizationId)
      .limit(1)
      .execute()
    if (there.length > 0) return nothingHappened(tx)
    const frameworks = await frameworksIn(tx)
    for (const act of actsOf(frameworks).toSorted((a, b) => b.daysAgo - a.daysAgo)) await act.done(tx, at)
  })
}

export interface DemoAct {
  daysAgo: number
  done(tx: Tx, at: At): Promise<void>
}

const SLUGS = ['spotlight', 'at-the-door', 'pub-service', 'recruiter-bands', 'wyoming-customer-focus']

async function frameworksIn(tx: Tx): Promise<Map<string, Framework>> {
  const found = new Map<string, Framework>()
  for (const slug of SLUGS) {
    const framework = await findFramework(tx, slug)
    if (framework) found.set(slug, framework)
  }
  return found
}

function actsOf(frameworks: ReadonlyMap<string, Framework>): DemoAct[] {
  return [
    ...DEMO_ROLES.flatMap((role) => [
      makes(role),
      ties(role),
      ...role.versions.flatMap((v) => versionActs(role, v, frameworks)),
    ]),
    ...ANALYSES.flatMap((analysis) => {
      const framework = frameworks.get(analysis.framework)
      return framework ? loadAnalysis(analysis, framework) : []
    }),
  ]
}

const subject = ({ key, title }: DemoRole) => ({ kind: 'role', id: demoId('role', key), name: title })

function makes(role: DemoRole): DemoAct {
  const { key, title, purpose, team, by, daysAgo } = role
  return {
    daysAgo,
    done: async (tx, at) => {
      const ctx = at(daysAgo, by)
      const id = demoId('role', key)
      const teamId = demoId('team', team)
      await insertRole(tx, { id, title, purpose, teamId, madeAt: ctx.now(), madeBy: demoId('person', by) })
      await record(ctx, tx, { act: 'role: made', on: subject(role) })
    },
  }
}

function ties(role: DemoRole): DemoAct {
  const daysAgo = role.tiedDaysAgo ?? role.daysAgo
  return {
    daysAgo,
    done: async (tx, at) => {
      const posts = PEOPLE.flatMap((person) =>
        person.posts.flatMap((post, i) =>
          role.held.includes(post.title) && !role.without.includes(person.key)
            ? [{ id: demoId('post', `${person.key}/${i}`), name: person.name }]
            : [],
        ),
      )
      await tiePosts(
        tx,
        demoId('role', role.key),
        posts.map((post) => post.id),
      )
      const note = { added: [...new Set(posts.map(({ name }) => name))] }
      await record(at(daysAgo, role.by), tx, { act: 'role: holders changed', on: subject(role), note })
    },
  }
}

/** The id of the version that holds today is the role's own key; others have their number behind it. */
const profileId = (role: DemoRole, { number, daysAgo, agreed }: DemoVersion) => {
  const later = role.versions.some((one) => one.agreed && one.number > number)
  const holds = agreed && !later && daysAgo >= 0
  return demoId('role-profile', holds ? role.key : `${role.key}/${number}`)
}

function versionActs(
  role: DemoRole,
  version: DemoVersion,
  frameworks: ReadonlyMap<string, Framework>,
): DemoAct[] {
  const { number, daysAgo, by, agreed, note } = version
  const id = profileId(role, version)
  const begun: DemoAct = {
    daysAgo,
    done: async (tx, at) => {
      const ctx = at(daysAgo, by)
      await insertDraft(tx, { id, roleId: demoId('role', role.key), number, note, madeAt: ctx.now() })
      await replaceRequirements(tx, id, await requirementsOf(tx, role, version, frameworks))
      await record(ctx, tx, { act: 'role profile: begun', on: subject(role) })
    },
  }
  if (!agreed) return [begun]
  const agreement: DemoAct = {
    daysAgo: agreed.daysAgo,
    done: async (tx, at) => {
      const ctx = at(agreed.daysAgo, agreed.by)
      await agreeDraft(tx, id, { by: demoId('person', agreed.by), at: ctx.now(), note })
      await record(ctx, tx, {
        act: 'role profile: agreed',
        on: subject(role),
        note: { version: number, ...(note && { reason: note }) },
      })
    },
  }
  return [begun, agreement]
}

async function requirementsOf(
  tx: Tx,
  role: DemoRole,
  version: DemoVersion,
  frameworks: ReadonlyMap<string, Framework>,
): Promise<Requirement[]> {
  const name = `${role.key}/${version.number}`
  const lines = (REQUIRED[name] ?? '').trim().split('\n').filter(Boolean)
  const byHand = lines.flatMap((line, i) =>
    requirementIn(line, frameworks, demoId('role-requirement', `${name}/${i}`)),
  )
  const analysis = version.from && ANALYSES.find(({ key }) => key === version.from)
  const framework = analysis && frameworks.get(analysis.framework)
  if (!analysis || !framework) return inOrder(byHand)
  const analysisId = demoId('role-analysis', analysis.key)
  const said = {
    analysisId,
    incumbents: await listAnswers(tx, analysisId),
    settled: await listSettlements(tx, analysisId),
  }
  const taken = proposalsOf(framework, said).map((one, i) =>
    withJudgement(one, { requirements: byHand }, demoId('role-requirement', `${name}/taken/${i}`)),
  )
  const rest = byHand.filter((one) => one.framework !== framework.id)
  return inOrder([...taken, ...rest])
}

/** "spotlight a2 3/2 9 3 must | why": framework, competency, full and entry level (- for none), months, importance. */
function requirementIn(line: string, frameworks: ReadonlyMap<string, Framework>, id: string): Requirement[] {
  const [facts = '', why = ''] = line.split('|').map((part) => part.trim())
  const [slug = '', key = '', levels = '', months = '', importance = '', must] = facts.split(' ')
  const framework = frameworks.get(slug)
  const competency = framework?.competencies.find((one) => one.key === key)
  if (!framework || !competency) return []
  const [level = '', entry = ''] = levels.split('/')
  const asked = { level, entryLevel: entry === '-' ? null : entry }
  return [
    {
      ...{ id, framework: framework.id, competency: key, ...asked },
      months: months === '-' ? null : Number(months),
      importance: IMPORTANCES.find((one) => one === Number(importance)) ?? 2,
      ...{ must: must === 'must', analysis: null, why: why || null },
      words: wordsOf(framework, competency, asked),
    },
  ]
}
