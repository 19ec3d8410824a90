/** What a file may not claim: the chain does not seal it, and yet it cannot be so. */
import type { Pack, PackFault } from './pack.ts'

/** Whatever would let somebody take words or links out of a pack and call it somebody's right. */
export function claimFaults(pack: Pack): PackFault[] {
  return [...erasedFaults(pack), ...dissentFaults(pack), ...closedFaults(pack)]
}

/** What was written about a candidate is erased together with the candidate: all of it, or nothing. */
function erasedFaults({ candidates, cards, agreed, decisions }: Pack): PackFault[] {
  const gone = new Set(candidates.flatMap(({ id, erasedAt }) => (erasedAt === null ? [] : [id])))
  return [...cards, ...agreed, ...decisions].flatMap(({ number, candidate, erased }) => {
    if (erased === gone.has(candidate)) return []
    const says = erased
      ? 'It is said to be erased, and its candidate is not.'
      : 'Its candidate is said to be erased, and its words are not.'
    return [{ where: `Link ${number}`, says }]
  })
}

/** Whoever signs names no candidate, so nothing of it goes with one. */
function dissentFaults({ signatures }: Pack): PackFault[] {
  return signatures
    .filter(({ erased }) => erased)
    .map(({ number }) => ({
      where: `The signature ${number}`,
      says: 'It is said to be erased, which a signature never is.',
    }))
}

/** Candidates are left out while scorecards are awaited; once it is decided, none is awaited any more. */
function closedFaults({ chain, decisions, signatures }: Pack): PackFault[] {
  if (decisions.length + signatures.length === 0 || chain.every((link) => 'kind' in link)) return []
  const says =
    'It has closed links beside a decision, when nothing is awaited any more. Something was taken out.'
  return [{ where: 'The chain', says }]
}
