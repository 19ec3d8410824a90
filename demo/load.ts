/** Fills the example organisation. Every part is done once: a load that was cut short is finished by the next. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listMembers } from '../src/account/store.ts'
import { type Context, nothingHappened } from '../src/context.ts'
import { loadLibrary, type NamedFile } from '../src/framework/actions.ts'
import { listFrameworks } from '../src/framework/store.ts'
import { recordAll } from '../src/history/actions.ts'
import { changeDraft, openDraft, publishDraft, startDraft } from '../src/intake/actions.ts'
import { sourceFrom } from '../src/intake/decode.ts'
import { listDrafts } from '../src/intake/store.ts'
import { EXAMPLE } from '../src/organization.ts'
import { NOBODY } from '../src/viewer.ts'
import { loadBank } from './bank.ts'
import { nameOf } from './cast-members.ts'
import { type DemoClock, demoClock } from './clock.ts'
import { loadCounted } from './gap.ts'
import { loadHiring } from './hiring.ts'
import { loadHiringCounts } from './hiring-counts.ts'
import { MONTHS, peopleActs } from './history.ts'
import { loadLists } from './lists.ts'
import { loadMembers } from './members.ts'
import { loadRoleTexts } from './role-texts.ts'
import { loadRoles } from './roles.ts'
import { demoId, personRows, placeRows, postRows, teamRows } from './rows.ts'
import { loadShares } from './shares.ts'
import { loadStories } from './stories.ts'
import { loadTranslations } from './translations.ts'
import { loadVacancies } from './vacancies.ts'
import { loadWorkbooks } from './workbooks.ts'

/** `ctx`: an insider of the example organisation, which must be there. `library`: the frameworks that ship. */
export async function loadDemo(ctx: Context, library: NamedFile[]): Promise<void> {
  const clock = demoClock(ctx.now())
  await loadLibrary(at(ctx, clock.moment(MONTHS * 30 + 9)), library)
  await loadPeople(ctx, clock)
  await loadDocuments(ctx, clock)
  await loadTranslations(ctx, (daysAgo, key) => at(ctx, clock.moment(daysAgo, 10 + (daysAgo % 6)), key))
  await loadWorkbooks(ctx, (daysAgo, key) => at(ctx, clock.moment(daysAgo, 9 + (daysAgo % 7)), key))
  await loadStories(ctx, (daysAgo, key) => at(ctx, clock.moment(daysAgo, 9 + (daysAgo % 8)), key))
  await loadShares(ctx, (daysAgo, key) => at(ctx, clock.moment(daysAgo, 9 + (daysAgo % 8)), key))
  await loadLists(ctx)
  await loadRoles(ctx, (daysAgo, key) => at(ctx, clock.moment(daysAgo, 9 + (daysAgo % 7)), key))
  await loadCounted(ctx, (daysAgo, key) => at(ctx, clock.moment(daysAgo, 9 + (daysAgo % 8)), key))
  await loadRoleTexts(ctx, (daysAgo, key) => at(ctx, clock.moment(daysAgo, 9 + (daysAgo % 7)), key))
  await loadBank(ctx, (daysAgo, key) => at(ctx, clock.moment(daysAgo, 9 + (daysAgo % 6)), key))
  await loadVacancies(ctx, (daysAgo, key) => at(ctx, clock.moment(daysAgo, 9 + (daysAgo % 6)), key))
  await loadHiring(ctx, clock, (moment, key) => at(ctx, moment, key))
  await loadHiringCounts((daysAgo) => at(ctx, clock.moment(daysAgo, 3)))
  if ((await ctx.read(listMembers)).length === 0)
    await loadMembers(ctx, clock, (daysAgo) => at(ctx, clock.moment(daysAgo, 16), 'ngaio'))
}

/** The same world at another time, and as somebody of the cast. */
function at(ctx: Context, moment: Date, key?: string): Context {
  if (key === undefined) return { ...ctx, now: () => moment }
  const person = { id: demoId('person', key), name: nameOf(key) }
  return {
    ...ctx,
    viewer: { ...NOBODY, organization: EXAMPLE, person, roles: ctx.viewer.roles },
    now: () => moment,
  }
}

async function loadPeople(ctx: Context, clock: DemoClock): Promise<void> {
  await ctx.write(async (tx) => {
    const there = await tx
      .selectFrom('person')
      .select('id')
      .where('organization_id', '=', tx.organizationId)
      .limit(1)
      .execute()
    if (there.length > 0) return nothingHappened(tx)
    await tx.insertInto('place').values(placeRows()).execute()
    await tx.insertInto('team').values(teamRows()).execute()
    await tx.insertInto('person').values(personRows(clock)).execute()
    await tx.insertInto('post').values(postRows(clock)).execute()
    const acts = peopleActs(clock).map(({ daysAgo, by, act }) => ({
      ctx: at(ctx, clock.moment(daysAgo, 9 + (daysAgo % 8)), by),
      act,
    }))
    await recordAll(tx, acts)
  })
}

async function loadDocuments(ctx: Context, clock: DemoClock): Promise<void> {
  const { drafts, frameworks } = await ctx.read(async (db) => ({
    drafts: await listDrafts(db),
    frameworks: await listFrameworks(db),
  }))
  if (!frameworks.some(({ slug }) => slug === 'at-the-door')) await publishVisits(ctx, clock)
  if (!drafts.some(({ name }) => name === COMPLAINTS)) await startComplaints(ctx, clock)
}

const VISITS = 'at-the-door.txt'
const COMPLAINTS = 'complaint-handling.txt'
const document = (name: string) =>
  sourceFrom(readFileSync(join(import.meta.dirname, 'documents', name), 'utf8'), name)

async function publishVisits(ctx: Context, clock: DemoClock): Promise<void> {
  const id = await startDraft(at(ctx, clock.moment(401, 9), 'tomasz'), document(VISITS))
  await confirmAll(at(ctx, clock.moment(400, 15), 'tomasz'), id)
  await publishDraft(at(ctx, clock.moment(396, 11), 'tomasz'), id, {
    title: 'At the Door',
    summary: 'How our technicians visit customers: arriving, finding out, explaining, closing.',
    publisher: EXAMPLE.name,
    url: '',
    permission: 'own',
    kind: 'proficiency',
  })
}

/** What the reader was unsure of, the steward has looked at. */
async function confirmAll(ctx: Context, draftId: string): Promise<void> {
  const { now, position } = await openDraft(ctx, draftId)
  const unsure = now.competencies.flatMap(({ definition }) => definition.map((item) => item.id))
  if (unsure.length > 0)
    await changeDraft(ctx, { draftId, seen: position, operation: { do: 'confirm', items: unsure } })
}

async function startComplaints(ctx: Context, clock: DemoClock): Promise<void> {
  const draftId = await startDraft(at(ctx, clock.moment(12, 14), 'tomasz'), document(COMPLAINTS))
  const operation = { do: 'name-framework', title: 'Handling Complaints' } as const
  await changeDraft(at(ctx, clock.moment(12, 15), 'tomasz'), { draftId, seen: 0, operation })
}
