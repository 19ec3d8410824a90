/**
 * What the fairness report may tell. Every vacancy is counted once, when it is over, and its counts never change again. It belongs to
 * exactly one block: alone when it is large enough, else with others of its role, else with others of its year; a block that
 * is closed stays as it is for ever. Whatever is chosen, whole blocks are added up, so that two reports, of two choices or of two
 * days, differ by whole blocks and never by a few people.
 */

/** How a candidate fared: not invited; invited and not taken; offered the job. Who withdrew before is in none of them. */
export interface Outcome {
  notInvited: number
  notOffered: number
  offered: number
}

/** The counts of one dimension in one vacancy, by answer; `unknown` is an answer like any other. */
export interface VacancyCounts {
  vacancyId: string
  title: string
  roleId: string
  role: string
  /** The day on which it was counted, after which nothing of it changes. */
  on: string
  groups: ReadonlyMap<string, Outcome>
}

/** What a block may tell: every step, the first, the whole way, or nothing. */
export type Level = 'full' | 'first' | 'whole'

export interface Block {
  /** What it counts together, in the order in which they were counted. */
  vacancies: { id: string; title: string; roleId: string; role: string; on: string }[]
  /** Null: too few to tell anything. */
  level: Level | null
  /** By group as it may be told; where the level is not full, the counts that it does not tell apart are put together. */
  groups: ReadonlyMap<string, Outcome>
}

/** Fewest people in a group, and fewest with an outcome, that are told. */
export const FEWEST = 5
/** Where all with an outcome are of one group, they are told of only when they are so many. */
const FEWEST_ALIKE = 10
/** Small groups of a block, put together. */
export const TOGETHER = 'small groups together'

const NOBODY: Outcome = { notInvited: 0, notOffered: 0, offered: 0 }

function plus(a: Outcome, b: Outcome): Outcome {
  return {
    notInvited: a.notInvited + b.notInvited,
    notOffered: a.notOffered + b.notOffered,
    offered: a.offered + b.offered,
  }
}

const yearOf = (day: string) => day.slice(0, 4)

/**
 * The blocks that are closed, and the vacancies that wait for others. In the order in which they were counted: one that can be
 * told alone is a block; the others gather by role until every step of them can be told; what has gathered when a year is over is
 * put together. What is counted later only ever adds blocks. `today`: a day.
 */
export function blocksOf(
  vacancies: readonly VacancyCounts[],
  today: string,
): { blocks: Block[]; waiting: Block } {
  const inOrder = vacancies.toSorted((a, b) => (`${a.on} ${a.vacancyId}` < `${b.on} ${b.vacancyId}` ? -1 : 1))
  const blocks: Block[] = []
  let left: VacancyCounts[] = []
  for (const [year, those] of Map.groupBy(inOrder, ({ on }) => yearOf(on))) {
    const gathered = byRole(those)
    blocks.push(...gathered.closed)
    left = [...left, ...gathered.left]
    const together = blockOf(left)
    if (year >= yearOf(today) || together.level === null) continue
    blocks.push(together)
    left = []
  }
  return { blocks: blocks.toReversed(), waiting: { ...blockOf(left), level: null, groups: new Map() } }
}

/** One year's vacancies, as each comes: alone, or with the others of its role that wait. */
function byRole(those: readonly VacancyCounts[]): { closed: Block[]; left: VacancyCounts[] } {
  const closed: Block[] = []
  const waiting = new Map<string, VacancyCounts[]>()
  for (const one of those) {
    const alone = blockOf([one])
    const gathered = [...(waiting.get(one.roleId) ?? []), one]
    const together = blockOf(gathered)
    if (alone.level === 'full') closed.push(alone)
    else if (together.level === 'full') {
      closed.push(together)
      waiting.delete(one.roleId)
    } else waiting.set(one.roleId, gathered)
  }
  const left = [...waiting.values()].flat()
  return { closed, left: those.filter((one) => left.includes(one)) }
}

function blockOf(those: readonly VacancyCounts[]): Block {
  return {
    vacancies: those.map(({ vacancyId, title, roleId, role, on }) => ({
      id: vacancyId,
      title,
      roleId,
      role,
      on,
    })),
    ...toldOf(sumGroups(those.map(({ groups }) => groups))),
  }
}

/** The block that is this vacancy and no other; none while it is counted together with others. */
export function blockAlone(blocks: readonly Block[], vacancyId: string): Block[] {
  return blocks.filter(({ vacancies: [first, ...others] }) => first?.id === vacancyId && others.length === 0)
}

/** What somebody wants to see; '' or null: all. Days are those on which vacancies were counted, both included. */
export interface Choice {
  role: string
  vacancy: string
  from: string | null
  to: string | null
}

/**
 * The blocks all of whose vacancies are chosen, and how many chosen vacancies are left out, since they are counted together with
 * others that are not, or are too few to tell anything.
 */
export function chosenBlocks(
  blocks: readonly Block[],
  waiting: Block,
  choice: Choice,
): { chosen: Block[]; leftOut: number } {
  const isChosen = ({ id, roleId, on }: Block['vacancies'][number]) =>
    (choice.role === '' || roleId === choice.role) &&
    (choice.vacancy === '' || id === choice.vacancy) &&
    (choice.from === null || on >= choice.from) &&
    (choice.to === null || on <= choice.to)
  const chosen = blocks.filter(({ vacancies }) => vacancies.every(isChosen))
  const all = [...blocks, waiting].flatMap(({ vacancies }) => vacancies.filter(isChosen))
  return { chosen, leftOut: all.length - chosen.reduce((sum, { vacancies }) => sum + vacancies.length, 0) }
}

export function sumGroups(all: readonly ReadonlyMap<string, Outcome>[]): Map<string, Outcome> {
  const sum = new Map<string, Outcome>()
  for (const groups of all)
    for (const [group, outcome] of groups) sum.set(group, plus(sum.get(group) ?? NOBODY, outcome))
  return sum
}

/** The finest level at which a block can be told, with its groups. */
function toldOf(groups: ReadonlyMap<string, Outcome>): Pick<Block, 'level' | 'groups'> {
  for (const level of ['full', 'first', 'whole'] as const) {
    const told = joinSmall(new Map([...groups].map(([group, one]) => [group, atLevel(one, level)])), level)
    if (told.size > 1 && isSafe([...told.values()], level)) return { level, groups: told }
  }
  return { level: null, groups: new Map() }
}

/** What a level does not tell apart is put together: `first` knows no offers, `whole` no invitations. */
function atLevel({ notInvited, notOffered, offered }: Outcome, level: Level): Outcome {
  if (level === 'first') return { notInvited, notOffered: notOffered + offered, offered: 0 }
  if (level === 'whole') return { notInvited: 0, notOffered: notInvited + notOffered, offered }
  return { notInvited, notOffered, offered }
}

const sizeOf = ({ notInvited, notOffered, offered }: Outcome, level: Level) =>
  level === 'full' ? notOffered + offered : notInvited + notOffered + offered

/** Groups with too few are joined with each other; if they are too few even so, with the next smallest. */
function joinSmall(groups: ReadonlyMap<string, Outcome>, level: Level): Map<string, Outcome> {
  const sorted = [...groups].toSorted(([, a], [, b]) => sizeOf(b, level) - sizeOf(a, level))
  const kept = sorted.filter(([, one]) => sizeOf(one, level) >= FEWEST)
  const small = sorted.filter(([, one]) => sizeOf(one, level) < FEWEST)
  let joined = small.reduce((sum, [, one]) => plus(sum, one), NOBODY)
  const isAnybody = joined.notInvited + joined.notOffered + joined.offered > 0
  while (isAnybody && sizeOf(joined, level) < FEWEST) {
    const next = kept.pop()
    if (!next) return new Map()
    joined = plus(joined, next[1])
  }
  return new Map(isAnybody ? [...kept, [TOGETHER, joined]] : kept)
}

/** Every outcome that is told has enough people, and not all of them from one group where they are few. */
function isSafe(groups: readonly Outcome[], level: Level): boolean {
  const keys = {
    full: ['notInvited', 'notOffered', 'offered'],
    first: ['notInvited', 'notOffered'],
    whole: ['notOffered', 'offered'],
  } as const
  return keys[level].every((key) => {
    const total = groups.reduce((sum, one) => sum + one[key], 0)
    const isAlike = groups.some((one) => one[key] === total)
    return total >= (isAlike ? FEWEST_ALIKE : FEWEST)
  })
}
