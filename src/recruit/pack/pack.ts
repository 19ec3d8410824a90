/**
 * The defensibility pack: one file that leads from what a job needs to a decision. Its chapters can be read by anybody; its chain
 * has the seals of all that the chapters say of cards, agreements, decisions and signatures, with the salts. This file owns its
 * form; docs/methods/defensibility.md says how to check one without Sightline.
 */
import { z } from 'zod'
import { fingerprint } from '#lib/fingerprint.ts'
import { longDay } from '#people/words.ts'
import { canonical } from '../chain.ts'
import { POINTS, QUESTION_KINDS, STAGES, VACANCY_STATES } from '../model.ts'
import { CombinedTold } from '../rating/combined-told.ts'
import { FairnessTold } from './fairness.ts'

export const PACK_FORMAT = 'sightline-pack/1'

const id = z.uuid()
/** In UTC, to the millisecond: the form that is sealed. */
const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'Moments stand as 2026-03-02T09:00:00.000Z.')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'There is no such moment.')
const seal = z.string().regex(/^[0-9a-f]{64}$/)
const words = z.string().nullable()
const whole = z.int().nullable()
const textsAt = z.object({ key: z.string(), label: z.string(), texts: z.array(z.string()) })

const Vacancy = z.strictObject({
  ...{ id, title: z.string(), purpose: z.string(), places: z.int(), state: z.enum(VACANCY_STATES) },
  ...{ keepMonths: z.int(), jurisdiction: z.string(), madeAt: moment, fixedAt: moment.nullable() },
})

const Analysis = z.strictObject({
  ...{ id, framework: z.string(), openedAt: moment, closedAt: moment.nullable() },
  asked: z.int(),
  answered: z.int(),
  statements: z.int().nullable().describe('That at least two people answered'),
  alpha: z.number().nullable().describe('Krippendorff’s alpha, ordinal'),
  says: z.string(),
})

const Job = z.strictObject({
  role: z.strictObject({ id, title: z.string(), purpose: words }),
  profile: z.strictObject({
    ...{ id, number: z.int(), agreedAt: moment.nullable(), agreedBy: words, note: words },
  }),
  newer: z
    .int()
    .nullable()
    .describe('The number of a version that was agreed since; the vacancy keeps its own'),
  frameworks: z.array(z.strictObject({ id, title: z.string(), version: z.string(), terms: z.string() })),
  analyses: z.array(Analysis),
})

const Criterion = z.strictObject({
  ...{ id, framework: id, competency: z.string(), name: z.string() },
  ...{ entryLevel: words, level: z.string(), months: whole, must: z.boolean(), weight: whole },
  why: words.describe('As the profile says it'),
  analysis: id.nullable().describe('The job analysis that it comes from; null: it was set by hand'),
  levels: z.array(textsAt).describe('From the lowest; what people do there, in the framework’s words'),
})

const Question = z.strictObject({
  ...{ id, criterion: id, kind: z.enum(QUESTION_KINDS), text: z.string(), probes: z.array(z.string()) },
  askedBy: id.nullable(),
  points: z.union(POINTS.map((points) => z.literal(points))),
  source: z.enum(['framework', 'bank', 'own']),
  anchors: z.array(
    z.strictObject({
      ...{ from: z.int(), to: z.int(), label: z.string(), texts: z.array(z.string()), level: words },
    }),
  ),
})

const Candidate = z.strictObject({
  ...{ id, name: z.string(), stage: z.enum(STAGES), appliedAt: moment },
  withdrawnAt: moment.nullable(),
  erasedAt: moment.nullable(),
  leftOut: z.boolean().describe('Their scorecards could not be seen yet when the pack was made'),
  missing: z.array(id).describe('Members of the panel without a submitted scorecard'),
})

/** Words that were erased are null; one that is '' says that a question was not asked, and that the reason was erased. */
const Entry = z.strictObject({
  ...{ question: id, rating: whole, noResponse: z.boolean(), level: words, months: whole },
  ...{ skipped: words, extraProbe: words, notes: words },
  quotes: z.array(z.string()).describe('What the candidate said, with the time in front where it was noted'),
})

const place = { number: z.int().describe('In the chain'), erased: z.boolean() }

const Card = z.strictObject({
  id,
  candidate: id,
  person: id,
  at: moment,
  ...place,
  entries: z.array(Entry).max(60),
})

const Agreed = z.strictObject({
  ...{ id, candidate: id, question: id, person: id, at: moment, ...place },
  ...{ rating: whole, level: words, months: whole, reason: words },
})

const Result = z.strictObject({
  candidate: id,
  members: z.int(),
  alone: CombinedTold,
  together: CombinedTold.nullable().describe('With what the panel agreed; null: nothing was'),
})

const Structure = z.strictObject({
  same: z.int(),
  of: z.int(),
  deviations: z.array(
    z.strictObject({ candidate: id, person: id, question: id, kind: z.string(), says: words }),
  ),
  fewerMembers: z.array(id),
})

const CombinedBasis = z
  .strictObject({
    score: z.number().nullable(),
    interval: z.strictObject({ lower: z.number(), upper: z.number() }).nullable(),
  })
  .nullable()

const Basis = z.strictObject({
  ...{ members: z.array(id), missing: z.array(id), alone: CombinedBasis, together: CombinedBasis },
  criteria: z.array(
    z.strictObject({
      ...{ criterion: id, alone: z.number().nullable(), together: z.number().nullable(), spread: whole },
      ...{ level: words, gate: z.enum(['yes', 'not yet', 'unknown']).nullable() },
      levels: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
      months: z.strictObject({ from: z.int(), to: z.int() }).nullable(),
    }),
  ),
})

const Decision = z.strictObject({
  ...{ id, candidate: id, person: id, at: moment, ...place },
  ...{
    outcome: z.enum(['offer', 'reserve', 'no']),
    place: whole,
    reason: words,
    despite: words,
    changes: words,
    basis: Basis,
  },
})

const Signature = z.strictObject({
  ...{ id, person: id, at: moment, ...place },
  upTo: z.int().describe('The seal of the last decision that stood when it was signed'),
  dissent: words,
})

const OpenLink = z.strictObject({
  number: z.int(),
  kind: z.enum(['kit', 'card', 'consensus', 'decision', 'signature']),
  ...{ thing: id, person: id.nullable(), at: moment },
  body: z.record(z.string(), z.unknown()),
  textSeals: z.record(z.string(), seal),
  salt: z
    .union([id, z.literal('')])
    .nullable()
    .describe('Null: what was written has been erased; empty: nothing was written'),
  previousSeal: seal,
  seal,
})
const ClosedLink = z.strictObject({ number: z.int(), previousSeal: seal, seal })

/** Far above what a vacancy comes to; a file that somebody made up to keep a server busy stops here. */
const MOST = { questions: 60, people: 500, candidates: 5000, cards: 5000, links: 20_000 }

/** A pack as it is handed on. */
export const PackFile = z.strictObject({
  format: z.literal(PACK_FORMAT),
  madeAt: moment,
  madeBy: words,
  organization: z.string(),
  candidatesBy: z.enum(['name', 'number']),
  vacancy: Vacancy,
  people: z.array(z.strictObject({ id, name: z.string() })).max(MOST.people),
  panel: z.array(
    z.strictObject({
      person: id,
      chairs: z.boolean(),
      preparedAt: moment.nullable(),
      leftAt: moment.nullable(),
    }),
  ),
  job: Job,
  criteria: z.array(Criterion).max(MOST.questions),
  questions: z.array(Question).max(MOST.questions),
  candidates: z.array(Candidate).max(MOST.candidates).describe('In the order in which they applied'),
  notices: z.array(z.strictObject({ text: z.string(), candidates: z.array(id) })),
  cards: z.array(Card).max(MOST.cards),
  agreed: z.array(Agreed).max(MOST.cards),
  results: z.array(Result).max(MOST.candidates).describe('In the order in which they are shown'),
  structure: Structure,
  decisions: z.array(Decision).max(MOST.cards),
  signatures: z.array(Signature).max(MOST.people),
  fairness: FairnessTold.nullable().describe('Null: whoever made the pack may not see it'),
  chain: z.array(z.union([OpenLink, ClosedLink])).max(MOST.links),
  seal: seal.describe('Over all that stands above'),
})
export type Pack = z.infer<typeof PackFile>
export type PackCard = Pack['cards'][number]
export type PackLink = Pack['chain'][number]

/** What is wrong, and where in the file. */
export interface PackFault {
  where: string
  says: string
}

/** SHA-256 over the canonical JSON of all but the seal. The history keeps it when a pack is made. */
export function packSealOf(pack: object): string {
  const { seal: _, ...rest } = pack as Record<string, unknown>
  return fingerprint(canonical(rest))
}

/** In bytes: far above what a vacancy comes to. */
export const PACK_LIMIT = 8_000_000

/** What is in it and until when, in a sentence or two. */
export function packFacts({ organization, madeAt, madeBy, candidates, cards, chain }: Pack): string {
  const left = candidates.filter(({ leftOut }) => leftOut).length
  const by = madeBy === null ? '' : ` by ${madeBy}`
  return [
    `Made${by} at ${organization}, ${longDay(madeAt.slice(0, 10))}.`,
    `${counted(candidates.length, 'candidate')}${left > 0 ? ` (${left} left out)` : ''}, ${counted(cards.length, 'scorecard')}, ${counted(chain.length, 'link')} in the chain.`,
  ].join(' ')
}

const counted = (count: number, what: string) => `${count} ${count === 1 ? what : `${what}s`}`

/** What the file is called. */
export function packFileName({ vacancy, madeAt }: Pick<Pack, 'vacancy' | 'madeAt'>): string {
  const title = vacancy.title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  return `pack-${title.replaceAll(/^-+|-+$/g, '') || 'vacancy'}-${madeAt.slice(0, 10)}.json`
}
