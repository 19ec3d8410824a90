/** The decision sheet as a paper: what was heard of each, at which level, what was decided and why, and who signs. */
import type { Sheet, SheetBlock } from '#lib/sheet.ts'
import { longDay } from '#people/words.ts'
import type { Decision, Signature } from './decision.ts'
import { OUTCOME_WORDS } from './decision.ts'
import { apartWords, type EvidenceRow, GATE_WORDS, monthsWords } from './evidence.ts'

/** Lines to write on where nothing is decided yet. */
const ROOM = 4

export interface PaperCandidate {
  name: string
  /** "Withdrawn", where nothing is asked about them; null: they are on the sheet. */
  standing: string | null
  /** None: the viewer may not see them yet, or there is nothing. */
  rows: EvidenceRow[]
  /** From the first to what holds now. */
  decisions: Decision[]
  open: string[]
}

interface Paper {
  title: string
  places: number
  candidates: readonly PaperCandidate[]
  /** Those that hold for the decision as it stands. */
  signatures: readonly Signature[]
  nameOf(personId: string): string
  dayOf(at: Date): string
  /** Whose words the levels are. */
  source: string
}

export function decisionSheet(paper: Paper): Sheet {
  const { title, places, candidates, signatures, nameOf, dayOf, source } = paper
  const isDecided = candidates.some(({ decisions }) => decisions.length > 0)
  return {
    title: `Decision sheet: ${title}`,
    subtitle: `${places === 1 ? 'One place' : `${places} places`}, ${candidates.length} ${candidates.length === 1 ? 'candidate' : 'candidates'}. Scores go from 0 to 100 of the rating scale.`,
    blocks: [
      ...candidates.flatMap((one) => candidateBlocks(one, paper, isDecided)),
      { kind: 'heading', rank: 1, text: 'Signatures' },
      ...(signatures.length === 0
        ? [{ kind: 'lines', label: 'Names, days, and where somebody thinks otherwise', count: 5 } as const]
        : [signatureTable(signatures, { nameOf, dayOf })]),
    ],
    footer: source,
  }
}

function candidateBlocks(
  { name, standing, rows, decisions, open }: PaperCandidate,
  { nameOf, dayOf }: Paper,
  isDecided: boolean,
): SheetBlock[] {
  const latest = decisions.at(-1)
  const outcome = latest ? outcomeWords(latest) : standing
  return [
    { kind: 'heading', rank: 1, text: outcome ? `${name}: ${outcome.toLowerCase()}` : name },
    ...(latest ? saidBlocks(decisions, { nameOf, dayOf }) : []),
    ...(open.length > 0 ? [{ kind: 'list', items: open } as const] : []),
    ...(rows.length > 0 ? [evidenceTable(name, rows, nameOf)] : []),
    ...(isDecided || standing !== null
      ? []
      : [{ kind: 'lines', label: 'Decision, and what speaks for it', count: ROOM } as const]),
  ]
}

type Words = Pick<Paper, 'nameOf' | 'dayOf'>

function saidBlocks(decisions: readonly Decision[], words: Words): SheetBlock[] {
  const [latest, ...earlier] = decisions.toReversed()
  if (!latest) return []
  return [
    { kind: 'paragraph', text: latest.reason || 'The words were erased at the candidate’s wish.' },
    ...(latest.despite
      ? [{ kind: 'paragraph', text: `In spite of what was open: ${latest.despite}` } as const]
      : []),
    ...(latest.changes ? [{ kind: 'paragraph', text: `Changed because: ${latest.changes}` } as const] : []),
    { kind: 'paragraph', text: madeWords(latest, words), soft: true },
    ...earlier.map((one) => ({
      kind: 'paragraph' as const,
      text: `Before that: ${outcomeWords(one).toLowerCase()}. ${one.reason} ${madeWords(one, words)}`,
      soft: true,
    })),
  ]
}

export function outcomeWords({ outcome, place }: Pick<Decision, 'outcome' | 'place'>): string {
  return outcome === 'reserve' && place !== null ? `In reserve, number ${place}` : OUTCOME_WORDS[outcome]
}

function madeWords({ madeBy, madeAt, sealNumber }: Decision, { nameOf, dayOf }: Words): string {
  return `Decided by ${nameOf(madeBy)} on ${longDay(dayOf(madeAt))}, number ${sealNumber} in the chain.`
}

function evidenceTable(name: string, rows: readonly EvidenceRow[], nameOf: Words['nameOf']): SheetBlock {
  return {
    kind: 'table',
    caption: `What was heard of ${name}`,
    head: ['Competency', 'Examples heard', 'Level, time and ratings'],
    rows: rows.map((row) => [
      row.name + (row.must && row.basis.gate ? ` (must-have: ${GATE_WORDS[row.basis.gate]})` : ''),
      row.heard.map((one) => heardWords(one, nameOf)).join(' ') || 'none written down',
      levelWords(row),
    ]),
  }
}

const heardWords = ({ text, personId, isQuote }: EvidenceRow['heard'][number], nameOf: Words['nameOf']) =>
  isQuote ? `“${text}” (${nameOf(personId)})` : `${text} (${nameOf(personId)}, note)`

function levelWords({ now, range, full, basis }: EvidenceRow): string {
  const { alone, together, spread, months } = basis
  const shown = `Now ${now ?? 'not said'}${range ? ` (members: ${range})` : ''}.`
  const rated =
    alone === null
      ? 'Not rated.'
      : `Alone ${[Math.round(alone), apartWords(spread)].filter((one) => one !== null).join(', ')}.`
  const agreed = together === null ? '' : `Agreed ${Math.round(together)}.`
  return [shown, `Full level ${full}: ${monthsWords(months)}.`, rated, agreed].filter(Boolean).join(' ')
}

function signatureTable(signatures: readonly Signature[], { nameOf, dayOf }: Words): SheetBlock {
  return {
    kind: 'table',
    caption: 'Who has signed this decision',
    head: ['Name', 'Day', 'Another opinion'],
    rows: signatures.map(({ personId, signedAt, dissent }) => [
      nameOf(personId),
      longDay(dayOf(signedAt)),
      dissent ?? 'none',
    ]),
  }
}
