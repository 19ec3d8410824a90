/**
 * Anonymity of raters by blocks. The raters of one person are put into blocks of at least k; everything that is ever shown is a
 * function of whole blocks. Blocks do not overlap and never change, so no difference, sum or other combination of published
 * numbers can come down to fewer than k raters. A plain threshold ("show nothing under 3") does not give that: what two allowed
 * tables differ by may be one person (Denning, Denning and Schwartz 1979, ACM Transactions on Database Systems 4:76).
 */
import { Invalid } from '#errors.ts'

/** Somebody who has answered, and in which role: peer, report, customer. */
export interface Rater {
  readonly rater: string
  readonly group: string
}

/** Shown as a whole or not at all. With several groups it is shown under all their names together. */
export interface Block {
  readonly groups: readonly string[]
  readonly raters: readonly string[]
}

export interface Rules {
  /** The fewest raters that a block may have: 4 unless told, never below 3. With 3, two who compare notes know the third. */
  readonly k?: number
  /** Groups whose raters answer under their own names, such as self and manager: each rater is a block. */
  readonly named?: readonly string[]
}

export interface Partition {
  /** Blocks from before, unchanged, then new ones. */
  readonly blocks: readonly Block[]
  /** Have answered, and are in no block: shown in nothing yet, and after the last call in nothing at all. */
  readonly waiting: readonly Rater[]
}

const DEFAULT_K = 4

/** @throws Invalid when k is not a whole number from 3 up. */
export function leastRaters({ k = DEFAULT_K }: Rules): number {
  if (!Number.isInteger(k) || k < 3)
    throw new Invalid(
      `Anonymity needs at least 3 raters in a block, better ${DEFAULT_K}; ${k} would give names away.`,
    )
  return k
}

/**
 * New blocks for those who have answered since the last call. A group with at least k who wait becomes a block. The others go on
 * waiting; at the `last` call the rests of groups are joined to blocks of several groups, or to a new block of this same call,
 * which is then never shown under one name; what still falls short of k is not used at all. Only numbers decide, never what
 * was answered. An answer that is corrected or withdrawn after its block was shown must not change the block: keep
 * the answers as they were.
 * @param before the blocks of earlier calls for the same person; every one of them may have been shown.
 * @param answered all who have answered until now; those already in a block are passed over.
 * @throws Invalid when k is below 3, or a rater is named twice.
 */
export function formBlocks(
  before: readonly Block[],
  answered: readonly Rater[],
  rules: Rules & { last?: boolean } = {},
): Partition {
  const k = leastRaters(rules)
  const pending = pendingByGroup(before, answered)
  const named = new Set(rules.named)
  const ownNames = [...pending].filter(([group]) => named.has(group))
  const groups = [...pending].filter(([group]) => !named.has(group))
  const whole = groups
    .filter(([, raters]) => raters.length >= k)
    .map(([group, raters]) => ({ groups: [group], raters }))
  const rests = groups
    .filter(([, raters]) => raters.length < k)
    .map(([group, raters]) => ({ groups: [group], raters }))
  const { joined, left } = rules.last ? join(whole, rests, k) : { joined: whole, left: rests }
  const single = ownNames.flatMap(([group, raters]) =>
    raters.map((rater) => ({ groups: [group], raters: [rater] })),
  )
  return {
    blocks: [...before, ...single, ...joined],
    waiting: left.flatMap(({ groups: [group = ''], raters }) => raters.map((rater) => ({ rater, group }))),
  }
}

function pendingByGroup(before: readonly Block[], answered: readonly Rater[]): Map<string, string[]> {
  const placed = new Set(before.flatMap((block) => block.raters))
  const seen = new Set<string>()
  const pending = new Map<string, string[]>()
  for (const { rater, group } of answered) {
    if (seen.has(rater))
      throw new Invalid(`Rater ${rater} is named twice. Give everybody once, in one group.`)
    seen.add(rater)
    if (!placed.has(rater)) pending.set(group, [...(pending.get(group) ?? []), rater])
  }
  return pending
}

/** Rests fill blocks of their own, the largest first; what remains joins the last of those, or the smallest whole block. */
function join(
  whole: readonly Block[],
  rests: readonly Block[],
  k: number,
): { joined: Block[]; left: readonly Block[] } {
  const filled: Block[] = []
  let open: Block[] = []
  for (const rest of rests.toSorted((a, b) => b.raters.length - a.raters.length)) {
    open.push(rest)
    const together = merged(open)
    if (together.raters.length < k) continue
    filled.push(together)
    open = []
  }
  if (open.length === 0) return { joined: [...whole, ...filled], left: [] }
  const host = filled.pop() ?? smallest(whole)
  if (!host) return { joined: [], left: open }
  return {
    joined: [...whole.filter((block) => block !== host), ...filled, merged([host, ...open])],
    left: [],
  }
}

const smallest = (blocks: readonly Block[]) => blocks.toSorted((a, b) => a.raters.length - b.raters.length)[0]

const merged = (blocks: readonly Block[]): Block => ({
  groups: [...new Set(blocks.flatMap((block) => block.groups))],
  raters: blocks.flatMap((block) => block.raters),
})

/** What may be shown side by side: each set of groups with all its blocks, and everybody who is not named. */
export interface View {
  /** The groups that a page names together; empty for everybody. */
  readonly groups: readonly string[]
  readonly blocks: readonly Block[]
}

/**
 * The views of a person's results: one for each group or set of groups that has blocks, then one of all blocks without
 * those of raters who answer under their names.
 */
export function viewsOf(blocks: readonly Block[], { named = [] }: Rules = {}): View[] {
  const views = new Map<string, View>()
  for (const block of blocks) {
    const key = JSON.stringify(block.groups.toSorted())
    const view = views.get(key) ?? { groups: block.groups, blocks: [] }
    views.set(key, { ...view, blocks: [...view.blocks, block] })
  }
  const everybody = blocks.filter((block) => !block.groups.some((group) => named.includes(group)))
  return [...views.values(), { groups: [], blocks: everybody }]
}

/**
 * Whether a set of raters is made of whole blocks, so that a number about it may be shown: for a chart over several people, ask
 * for each of them.
 */
export function isWholeBlocks(blocks: readonly Block[], raters: readonly string[]): boolean {
  const asked = new Set(raters)
  const covered = blocks.filter((block) => block.raters.every((rater) => asked.has(rater)))
  return covered.reduce((n, block) => n + block.raters.length, 0) === asked.size
}
