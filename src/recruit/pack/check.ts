/**
 * Whether a pack is what it says, without trusting whatever made it: its seal, its chain, every word and choice of the chapters
 * against the chain, and every number worked out again. docs/methods/defensibility.md says what that proves and what it does not.
 */
import { isOpenLink } from '../chain.ts'
import { chapterFaults, linksOf } from './chain.ts'
import { comparedOf } from './fairness.ts'
import { readPack } from './file.ts'
import { basisFaults, isEndless, resultsIn, structureIn } from './numbers.ts'
import type { Pack, PackFault } from './pack.ts'

export interface PackVerdict {
  /** Null: it could not be read as a pack. */
  pack: Pack | null
  /** None: it holds. */
  faults: PackFault[]
  /** What a reader must know though nothing is wrong. */
  remarks: string[]
}

/** `text`: the file. Never throws. */
export function checkPack(text: string): PackVerdict {
  const read = readPack(text)
  if ('fault' in read) return { pack: null, faults: [read.fault], remarks: [] }
  const { pack, seal } = read
  const sealFault = seal === pack.seal ? [] : [{ where: 'The file', says: UNSEALED }]
  const found = [...sealFault, ...chapterFaults(pack)]
  if (found.length > HOPELESS) return { pack, faults: found, remarks: [] }
  if (isEndless(pack)) return { pack, faults: [...found, fault('The file', ENDLESS)], remarks: [] }
  const more = [...orderFaults(pack), ...referenceFaults(pack), ...numberFaults(pack)]
  return { pack, faults: [...found, ...more], remarks: remarksOn(pack) }
}

/** What a pack that holds shows, and what it does not. */
export const PROVES =
  'What the chapters say of the kit, scorecards, agreements, decisions and signatures is what was sealed, in this order, and every number follows from it. Names, notices, the job analysis, counts by group, and where each candidate stands are not in the chain; the seal of the file keeps them. Somebody who makes a whole file anew is found out by comparing the end of its chain and its seal with what the history of the organisation notes.'

/** The verdict for programs. */
export function verdictJson({ pack, faults, remarks }: PackVerdict) {
  const vacancy = pack && { id: pack.vacancy.id, title: pack.vacancy.title }
  return { holds: faults.length === 0, faults, remarks, vacancy, seal: pack?.seal ?? null }
}

/** With so much that does not fit, nothing further can be learnt, and working it out would only take long. */
const HOPELESS = 1000

const ENDLESS =
  'It has more scorecards and decisions than any vacancy comes to, so its numbers are not worked out here.'

const UNSEALED = 'The seal at its end does not fit the file: something was changed after it was made.'

/** Alone first: every card about a candidate before the panel agreed on them, and everything before it was decided. */
function orderFaults({ cards, agreed, decisions, signatures }: Pack): PackFault[] {
  const late = cards.filter((card) =>
    agreed.some((one) => one.candidate === card.candidate && one.number < card.number),
  )
  const first = Math.min(...decisions.map(({ number }) => number))
  const after = [...cards, ...agreed].filter(({ number }) => number > first)
  const decided = new Set(decisions.map(({ number }) => number))
  return [
    ...late.map(({ number }) =>
      fault(
        `The scorecard ${number}`,
        'It was sealed after the panel had agreed on the candidate, so it was not given alone.',
      ),
    ),
    ...after.map(({ number }) => fault(`Link ${number}`, 'It was sealed after it was decided.')),
    ...signatures
      .filter(({ upTo, number }) => !decided.has(upTo) || upTo > number)
      .map(({ number }) =>
        fault(`The signature ${number}`, 'It stands below a decision that is not in the file.'),
      ),
  ]
}

const fault = (where: string, says: string): PackFault => ({ where, says })

/** Every id leads to something in the file. */
function referenceFaults(pack: Pack): PackFault[] {
  const ids = (all: readonly { id: string }[]) => new Set(all.map(({ id }) => id))
  const candidates = ids(pack.candidates)
  const people = ids(pack.people)
  const questions = ids(pack.questions)
  const acts = [...pack.cards, ...pack.agreed, ...pack.decisions, ...pack.signatures]
  const leftOut = ids(pack.candidates.filter((one) => one.leftOut))
  const about = [...pack.cards, ...pack.agreed, ...pack.decisions]
  const asked = [...pack.agreed, ...pack.cards.flatMap(({ entries }) => entries)]
  return [
    ...acts
      .filter(({ person }) => !people.has(person))
      .map(({ number }) => fault(`Link ${number}`, 'Nobody in the file is the person whose act it was.')),
    ...about
      .filter(({ candidate }) => !candidates.has(candidate))
      .map(({ number }) => fault(`Link ${number}`, 'It is about a candidate who is not in the file.')),
    ...about
      .filter(({ candidate }) => leftOut.has(candidate))
      .map(({ number }) => fault(`Link ${number}`, 'It is about a candidate who is said to be left out.')),
    ...asked
      .filter(({ question }) => !questions.has(question))
      .map(() => fault('The kit', 'A rating is about a question that is not in it.')),
    ...namedFaults(pack, people, candidates),
    ...(leftOut.size === 0 && pack.chain.some((link) => !('kind' in link))
      ? [fault('The chain', 'It has closed links, and no candidate is said to be left out.')]
      : []),
  ]
}

/** Whoever is named outside of the chain is in the lists of people and candidates, too. */
function namedFaults(
  { panel, questions, candidates, notices }: Pack,
  people: ReadonlySet<string>,
  applied: ReadonlySet<string>,
): PackFault[] {
  const named = [
    ...panel.map(({ person }) => person),
    ...questions.flatMap(({ askedBy }) => (askedBy === null ? [] : [askedBy])),
    ...candidates.flatMap(({ missing }) => missing),
  ]
  return [
    ...(named.every((id) => people.has(id))
      ? []
      : [fault('The panel', 'Somebody of it has no name in the file.')]),
    ...(notices.every((one) => one.candidates.every((id) => applied.has(id)))
      ? []
      : [fault('The notices', 'One was shown to somebody who is not among the candidates.')]),
  ]
}

/** Every number of the chapters, worked out again from what was sealed. */
function numberFaults(pack: Pack): PackFault[] {
  const [results, again] = [pack.results, resultsIn(pack)]
  const inOrder =
    results.map(({ candidate }) => candidate).join() === again.map(({ candidate }) => candidate).join()
  return [
    ...(inOrder
      ? []
      : [fault('The results', 'They leave somebody out, or stand in another order than the numbers give.')]),
    ...again.flatMap((one) => {
      const told = results.find(({ candidate }) => candidate === one.candidate)
      if (told === undefined || alike(told, one)) return []
      return [
        fault(
          'The results',
          `What stands there of ${nameIn(pack, one.candidate)} does not follow from the sealed ratings and the fixed weights.`,
        ),
      ]
    }),
    ...(alike(pack.structure, structureIn(pack))
      ? []
      : [fault('How alike the interviews were', 'It does not follow from the scorecards.')]),
    ...pack.decisions.flatMap((one) =>
      basisFaults(pack, one).map((says) => fault(`The decision ${one.number}`, says)),
    ),
    ...fairnessFaults(pack),
  ]
}

function fairnessFaults({ fairness }: Pack): PackFault[] {
  const steps = (fairness ?? []).flatMap((one) => one.steps)
  const odd = steps.filter(({ counts, highest, compared }) => !follows(counts, { highest, compared }))
  return odd.map(() => fault('Whether groups were chosen alike', 'The ratios do not follow from the counts.'))
}

type Step = NonNullable<Pack['fairness']>[number]['steps'][number]

/** Counts that cannot be are a fault too. */
function follows(counts: Step['counts'], told: Pick<Step, 'highest' | 'compared'>): boolean {
  if (counts.some(({ selected, applicants }) => selected < 0 || applicants < 1 || selected > applicants))
    return false
  if (new Set(counts.map(({ group }) => group)).size < counts.length) return false
  return alike(told, comparedOf(counts))
}

/** The same but for what rounding may do to the last digit. */
function alike(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 1.1e-6
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => alike(a[key as keyof typeof a], b[key as keyof typeof b]))
}

const nameIn = ({ candidates }: Pack, id: string) =>
  candidates.find((one) => one.id === id)?.name ?? 'somebody'

function remarksOn(pack: Pack): string[] {
  const links = linksOf(pack.chain)
  const open = links.filter(isOpenLink)
  const closed = links.length - open.length
  const erased = open.filter(({ salt }) => salt === null)
  const back = open.filter((link, i) => link.at < (open[i - 1]?.at ?? link.at))
  return [
    endRemark(pack),
    ...(closed > 0
      ? [
          `${closed} of ${links.length} links are closed, since candidates are left out. They keep their place; what they say, and whether it is about those candidates alone, cannot be checked here.`,
        ]
      : []),
    ...erased.map(
      ({ number, kind }) =>
        `Link ${number} (${kind}): what was written has been erased, as is somebody’s right. Its ratings and choices stand and are checked; of the words nothing can be said any more.`,
    ),
    ...back.map(
      ({ number }) =>
        `Link ${number} bears an earlier time than the one before it: a clock was wrong. The order is that of the numbers.`,
    ),
    ...(pack.job.newer === null
      ? []
      : [
          `The vacancy stands on version ${pack.job.profile.number} of what the role needs. A newer one, version ${pack.job.newer}, was agreed since and changes nothing here.`,
        ]),
  ]
}

function endRemark({ chain }: Pack): string {
  const last = chain.at(-1)
  if (!last) return 'The chain is empty: nothing has been sealed yet.'
  return `The chain ends with number ${last.number}, seal ${last.seal}. A file cannot show whether more was sealed afterwards and cut off: compare this number with the last one that the history of the vacancy notes.`
}
