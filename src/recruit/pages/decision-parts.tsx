import type { Decision, DecisionBasis, Signature } from '../decision/decision.ts'
import { evidenceOf } from '../decision/evidence.ts'
import type { Asked, Standing } from '../decision/sheet.ts'
import type { ResultsShown } from '../rating/results.ts'

/** What the pages of a decision show. */
export interface DecisionShown extends Omit<ResultsShown, 'part'> {
  part: { oversees: boolean; chairs: boolean; rates: boolean }
  frameworks: Parameters<typeof evidenceOf>[0]['frameworks']
  head: number
  decisions: Decision[]
  signatures: Signature[]
  standing: Standing
  obstacle: string | null
  signObstacle: string | null
  /** Who decided or signed, by id; who is on the panel stands there. */
  names: ReadonlyMap<string, string>
  /** What was handed over for those who are hired, by the candidate. */
  handedOver: ReadonlyMap<string, string>
}

/** Names by id, for who decided, rated or signed. */
export function memberNames({ panel, names }: Pick<DecisionShown, 'panel' | 'names'>) {
  return (id: string) => panel.find(({ personId }) => personId === id)?.name ?? names.get(id) ?? 'Somebody'
}

/** What stands about a candidate in the sheet, as the viewer may see it. */
export function rowsOf(shown: DecisionShown, candidateId: string, basis: DecisionBasis) {
  const sight = shown.sights.find(({ candidate }) => candidate.id === candidateId)
  return evidenceOf(shown, sight?.cards ?? [], basis)
}

const ASKED_WORDS: Record<Exclude<Asked, 'asked'>, string> = {
  hired: 'hired',
  declined: 'declined the offer',
  withdrawn: 'withdrew',
  erased: 'erased at their wish or when their time was over',
  'not interviewed': 'not interviewed',
}

export function NotAsked({ candidates }: Pick<Standing, 'candidates'>) {
  const others = candidates.flatMap(({ name, asked }) => (asked === 'asked' ? [] : [{ name, asked }]))
  if (others.length === 0) return null
  const unmet = others.filter(({ asked }) => asked === 'not interviewed')
  const named = unmet.length > MOST_NAMED ? others.filter((one) => !unmet.includes(one)) : others
  const said = named.map(({ name, asked }) => `${name} (${ASKED_WORDS[asked]})`)
  if (named.length < others.length)
    said.push(`${unmet.length.toLocaleString('en-GB')} people who were not interviewed`)
  return <p class="soft measure not-asked">Nothing is asked about: {said.join(', ')}.</p>
}

/** More than these who were not interviewed are a number: nobody reads a thousand names. */
const MOST_NAMED = 12
