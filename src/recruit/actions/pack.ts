import { type Context, nothingHappened } from '#context.ts'
import { Conflict, NotFound } from '#errors.ts'
import { record } from '#history/actions.ts'
import { NO_FILTER } from '#history/happening.ts'
import { listEvents } from '#history/store/events.ts'
import { dayOf } from '#people/day.ts'
import { namesOf } from '#people/store.ts'
import { agreementOf, agreementWords } from '#role/agreement.ts'
import { isOpenToLook } from '#role/analysis.ts'
import type { RoleProfile } from '#role/model.ts'
import { findAnalysis, listAnswers } from '#role/store/analysis.ts'
import { findProfile, findRole, listProfiles } from '#role/store.ts'
import type { Db } from '#schema.ts'
import { isAllowed } from '#viewer.ts'
import { recruitAccess as may } from '../access.ts'
import { DIMENSIONS } from '../candidate/voluntary.ts'
import type { Link } from '../chain.ts'
import { blockAlone, blocksOf } from '../fairness/blocks.ts'
import { checkPack, type PackVerdict } from '../pack/check.ts'
import { fairnessTold } from '../pack/fairness.ts'
import { type PackMaterial, packOf } from '../pack/make.ts'
import type { Pack } from '../pack/pack.ts'
import { listLinks } from '../store/chain.ts'
import { lastSeal, listDecisions, listSignatures } from '../store/decisions.ts'
import { countOutcomes } from '../store/fairness.ts'
import { findVacancy } from '../store/vacancies.ts'
import { type Seen, seeCards } from './sight.ts'
import { vacancySubject } from './vacancy.ts'
import { frameworksOf } from './view.ts'

const MADE = 'vacancy: pack made'

/** A pack that was made: who, when, how far the chain went, and the seal at its end. */
export interface PackMade {
  at: Date
  by: string | null
  number: string
  seal: string
}

/** Who may make packs of a vacancy, and which were made, the newest first. Throws NotFound. */
export async function openPacks(ctx: Context, vacancyId: string): Promise<{ seen: Seen; made: PackMade[] }> {
  const seen = await seeAll(ctx, vacancyId)
  return { seen, made: await ctx.read((db) => listMade(db, vacancyId)) }
}

async function listMade(db: Db, vacancyId: string): Promise<PackMade[]> {
  const filter = { ...NO_FILTER, thing: { kind: 'vacancy', id: vacancyId }, act: MADE }
  const events = await listEvents(db, filter, { before: null, limit: 50 })
  const made = events.filter(({ act }) => act === MADE)
  return made.map(({ at, actor, note }) => ({
    ...{ at, by: actor.name, number: String(note.number ?? ''), seal: String(note.seal ?? '') },
  }))
}

async function seeAll(ctx: Context, vacancyId: string): Promise<Seen> {
  const seen = await seeCards(ctx, vacancyId)
  if (!seen.part.oversees) throw new NotFound('There is no such vacancy, or you have no part in it.')
  return seen
}

/** Its time is over: counts alone are left of it. */
export const isEmptied = ({ vacancy, questions }: Pick<Seen, 'vacancy' | 'questions'>) =>
  vacancy.fixedAt !== null && questions.length === 0

const EMPTIED =
  'What was kept of this vacancy has been emptied, as its time is over. A pack that was made before can still be checked.'

/** Something may be sealed or erased between two looks; then, and only then, all is read again. */
const TRIES = 3

/**
 * Makes a pack of all that the viewer may see of a vacancy, checks it as any stranger would, and notes its seal in the history.
 * Throws NotFound, and Conflict when others keep sealing meanwhile or nothing is left of the vacancy.
 */
export async function makePack(
  ctx: Context,
  vacancyId: string,
  candidatesBy: Pack['candidatesBy'],
): Promise<{ pack: Pack; verdict: PackVerdict }> {
  for (let tried = 1; ; tried++) {
    const { material, head } = await materialFor(ctx, vacancyId, candidatesBy)
    if (isEmptied(material.seen)) throw new Conflict(EMPTIED)
    const pack = packOf(material)
    const verdict = checkPack(JSON.stringify(pack))
    if (verdict.faults.length > 0 && tried < TRIES && (await hasMoved(ctx, vacancyId, material.links)))
      continue
    const isNoted = await note(ctx, { material, pack, head })
    if (isNoted) return { pack, verdict }
    if (tried >= TRIES)
      throw new Conflict('Others are sealing at this moment. Make the pack again in a minute.')
  }
}

/** Whether the chain has grown, or words of it were erased, since `before` was read. A large pack with faults is not made again for nothing. */
async function hasMoved(ctx: Context, vacancyId: string, before: readonly Link[]): Promise<boolean> {
  const now = await ctx.read((db) => listLinks(db, vacancyId))
  return (
    now.length !== before.length ||
    now.some(({ seal, salt }, i) => seal !== before[i]?.seal || salt !== before[i]?.salt)
  )
}

function note(
  ctx: Context,
  { material, pack, head }: { material: PackMaterial; pack: Pack; head: number },
): Promise<boolean> {
  const { vacancy } = material.seen
  return ctx.write(async (tx) => {
    const isLatest = (await lastSeal(tx, vacancy.id, true)) === head
    if (!isLatest) {
      nothingHappened(tx)
      return false
    }
    await record(ctx, tx, {
      act: MADE,
      on: vacancySubject(vacancy),
      note: { number: head, seal: pack.seal, candidates: `by ${pack.candidatesBy}` },
    })
    return true
  })
}

async function materialFor(
  ctx: Context,
  vacancyId: string,
  candidatesBy: Pack['candidatesBy'],
): Promise<{ material: PackMaterial; head: number }> {
  // Read first: whatever is sealed or erased after it makes this look a late one.
  const head = await ctx.read((db) => lastSeal(db, vacancyId))
  const links = await ctx.read((db) => listLinks(db, vacancyId))
  const seen = await seeAll(ctx, vacancyId)
  const { viewer } = ctx
  const made = {
    ...{
      at: ctx.now(),
      by: viewer.person?.name ?? null,
      organization: viewer.organization.name,
      candidatesBy,
    },
  }
  const material = await ctx.read(async (db) => ({
    ...{ seen, made, links, ...(await jobFor(db, seen)) },
    decisions: await listDecisions(db, vacancyId),
    signatures: await listSignatures(db, vacancyId),
    frameworks: await frameworksOf(db, seen),
    fairness: isAllowed(viewer, may.fairness) ? await fairnessFor(db, vacancyId, dayOf(ctx.now())) : null,
  }))
  const names = await ctx.read((db) => namesOf(db, actorsIn(material)))
  return { material: { ...material, names }, head }
}

function actorsIn({ seen, links }: Pick<PackMaterial, 'seen' | 'links'>): string[] {
  const ids = [
    ...seen.panel.map(({ personId }) => personId),
    ...links.map(({ person }) => person),
    ...seen.questions.map(({ askedBy }) => askedBy),
  ]
  return [...new Set(ids.filter((id) => id !== null))]
}

async function jobFor(db: Db, { vacancy }: Seen) {
  const role = await findRole(db, vacancy.roleId)
  const profile = await findProfile(db, vacancy.profileId)
  if (!role || !profile) throw new NotFound('The role of this vacancy is gone.')
  const newest = (await listProfiles(db, role.id)).find(({ agreedAt }) => agreedAt !== null)
  const by = profile.agreedBy
  return {
    ...{ role, profile },
    agreedBy: by === null ? null : ((await namesOf(db, [by])).get(by) ?? null),
    newer: newest && newest.number > profile.number ? newest.number : null,
    analyses: await analysesFor(db, profile),
  }
}

/** Fewer answers lead to those who gave them. */
const FEWEST = 3

/** The analyses behind a profile, told in counts. */
async function analysesFor(db: Db, { requirements }: RoleProfile): Promise<Pack['job']['analyses']> {
  const ids = [...new Set(requirements.flatMap(({ analysis }) => (analysis === null ? [] : [analysis])))]
  const told: Pack['job']['analyses'] = []
  for (const id of ids) {
    const analysis = await findAnalysis(db, id)
    if (!analysis || !isOpenToLook(analysis)) continue
    const answers = await listAnswers(db, id)
    const agreement = answers.length < FEWEST ? null : agreementOf(answers)
    told.push({
      ...{ id, framework: analysis.framework, openedAt: analysis.openedAt.toISOString() },
      ...{ closedAt: analysis.closedAt?.toISOString() ?? null, asked: analysis.incumbents.length },
      ...{ answered: answers.length, statements: agreement?.statements ?? null },
      alpha: agreement?.alpha.value ?? null,
      says: agreement
        ? agreementWords(agreement)
        : 'Fewer than three people answered, so how far they agree is not told.',
    })
  }
  return told
}

/** By each dimension; where the vacancy is too small to be told of by itself, without counts. */
async function fairnessFor(db: Db, vacancyId: string, today: string) {
  const told: NonNullable<Pack['fairness']> = []
  for (const { key } of DIMENSIONS) {
    const { blocks } = blocksOf(await countOutcomes(db, key), today)
    // Only where it stands alone: whole blocks are told, so that no difference comes down to a few people.
    told.push(fairnessTold(key, blockAlone(blocks, vacancyId)))
  }
  return told
}

/** What the organisation itself can say of a pack. */
export interface HouseSays {
  says: string
  /** It does not come from the chain that stands here. */
  differs: boolean
}

/** Null: the viewer makes no packs, or the vacancy is not here. */
export async function comparePack(ctx: Context, pack: Pack): Promise<HouseSays | null> {
  if (!isAllowed(ctx.viewer, may.recruit)) return null
  return ctx.read(async (db) => {
    if (!(await findVacancy(db, pack.vacancy.id))) return null
    const links = await listLinks(db, pack.vacancy.id)
    const made = (await listMade(db, pack.vacancy.id)).find(({ seal }) => seal === pack.seal)
    if (links.length === 0 && pack.chain.length > 0)
      return { differs: made === undefined, says: `${notedWords(made)} ${GONE}` }
    const last = pack.chain.at(-1)
    if (last && links.find(({ number }) => number === last.number)?.seal !== last.seal)
      return { differs: true, says: OTHER_CHAIN }
    return { differs: made === undefined, says: `${notedWords(made)} ${endWords(links.length, pack)}` }
  })
}

const GONE = 'The chain itself has been emptied here, as its time was over.'

const OTHER_CHAIN =
  'The chain of this vacancy that stands here has another seal at the number where the file ends. The file does not come from it, or one of the two was changed.'

function notedWords(made: PackMade | undefined): string {
  return made
    ? `The history notes that this very pack was made, with the chain up to number ${made.number}.`
    : 'The history of this vacancy notes no pack with this seal: names, notices and the job analysis, which the chain does not seal, may have been changed.'
}

function endWords(here: number, { chain }: Pack): string {
  if (here === chain.length) return 'The chain that stands here ends where the file’s does.'
  return `The chain that stands here has gone on since the file was made: it ends with number ${here}.`
}
