/** Rows to posts: which post of the person a row means, and what it is afterwards. */
import { Invalid } from '#errors.ts'
import { checked } from '../checked.ts'
import { dayBefore, dayToLookAt } from '../day.ts'
import { fitPost, fitPosts } from '../fit.ts'
import { mainPost } from '../main-post.ts'
import { type Post, PostInput } from '../model.ts'
import { isYes, readDay, readShare } from './cells.ts'
import type { Column, Row } from './columns.ts'
import { type Faults, noting } from './faults.ts'
import type { Groups } from './groups.ts'
import type { NewPost, Planning } from './import.ts'
import { NO_DAY, type PersonRow } from './people.ts'

/** A post after the import, with the row that speaks of it; `before` is null for a new one. */
export interface PostRow {
  row: Row
  before: Post | null
  after: NewPost
  /** The row speaks of this very post; false: it only changes with the person's days, or ends for another. */
  isTold: boolean
}

/** Whose post a row is about. */
export interface Owned {
  row: Row
  owner: PersonRow
}

const POST_COLUMNS = [
  'title',
  'team',
  'place',
  'manager',
  'share',
  'postFrom',
  'postUntil',
  'postId',
] as const
const FIELDS: Partial<Record<string, Column>> = { startsOn: 'postFrom', endsOn: 'postUntil' }

/** The posts of the file and those that change with their person's days; managers are set later, when all people are known. */
export function planPosts(owned: Owned[], groups: Groups, planning: Planning, faults: Faults): PostRow[] {
  const byPerson = Map.groupBy(planning.standing.posts, ({ personId }) => personId)
  const byOwner = Map.groupBy(withoutForeign(owned, planning, faults), ({ owner }) => owner)
  return [...byOwner].flatMap(([owner, rows]) => {
    const posts = byPerson.get(owner.after.id) ?? []
    return postsOf({ owner, rows: rows.map(({ row }) => row), posts, groups, planning, faults })
  })
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Without the rows whose id of a post is none, is somebody else's, or stands in two rows. */
function withoutForeign(owned: Owned[], { standing }: Planning, faults: Faults): Owned[] {
  const holders = new Map(standing.posts.map(({ id, personId }) => [id, personId]))
  const lines = new Map<string, number>()
  return owned.filter(({ row, owner }) => {
    const id = row.cells.postId?.toLowerCase()
    if (id === undefined) return true
    const isForeign = (holders.get(id) ?? owner.after.id) !== owner.after.id
    const taken = lines.get(id)
    lines.set(id, row.line)
    if (UUID.test(id) && !isForeign && taken === undefined) return true
    const why = taken ? `Line ${taken} has the same.` : 'This is no post of this person.'
    faults.note(row, 'postId', `${why} Leave the cell empty.`)
    return false
  })
}

interface Work {
  owner: PersonRow
  rows: Row[]
  posts: Post[]
  groups: Groups
  planning: Planning
  faults: Faults
}

function postsOf({ owner, rows, posts, groups, planning, faults }: Work): PostRow[] {
  const { row: first, before, after } = owner
  const now = new Map<string, PostRow>()
  const fitted = before ? (noting({ faults, row: first }, () => fitPosts(posts, before, after)) ?? []) : []
  const moved = new Map(fitted.map((post) => [post.id, post]))
  const standing = posts.map((post) => moved.get(post.id) ?? post)
  for (const after of fitted)
    now.set(after.id, { row: first, before: stored(posts, after.id), after, isTold: false })
  for (const row of rows) {
    if (!POST_COLUMNS.some((column) => row.cells[column] !== undefined)) continue
    const planned = noting({ faults, row, fields: FIELDS }, () =>
      postOf(row, { owner, standing, groups, planning }),
    )
    for (const [i, after] of (planned ?? []).entries())
      now.set(after.id, { row, before: stored(posts, after.id), after, isTold: i === 0 })
  }
  return [...now.values()]
}

const stored = (posts: Post[], id: string) => posts.find((post) => post.id === id) ?? null

interface Around {
  owner: PersonRow
  standing: Post[]
  groups: Groups
  planning: Planning
}

/** The post that the row means, then the one that ends because of it, if any. */
function postOf(row: Row, around: Around): NewPost[] {
  const { owner, groups, planning } = around
  const { cells } = row
  const startsOn = dayIn(cells.postFrom, 'startsOn', planning)
  const endsOn = dayIn(cells.postUntil, 'endsOn', planning)
  const { old, id, ends } = targetOf(row, startsOn, around)
  const input = checked(PostInput, {
    title: titleIn(cells.title, old),
    teamId: (cells.team && groups.teams.get(cells.team)) ?? old?.teamId,
    placeId: (cells.place && groups.places.get(cells.place)) ?? old?.placeId,
    reportsTo: old?.reportsTo,
    startsOn: startsOn ?? old?.startsOn,
    endsOn: endsOn ?? old?.endsOn,
    share: shareIn(cells.share) ?? old?.share,
  })
  const post = { ...fitPost(input, owner.after), id, personId: owner.after.id }
  return ends && post.startsOn ? [post, { ...ends, endsOn: dayBefore(post.startsOn) }] : [post]
}

function titleIn(cell: string | undefined, old: Post | null): string {
  const title = cell ?? old?.title
  if (title !== undefined) return title
  throw new Invalid({
    title: 'The row tells of a post, but not which. Give the role, such as “Customer adviser”.',
  })
}

function shareIn(cell: string | undefined): number | undefined {
  const share = cell === undefined ? undefined : readShare(cell)
  if (cell !== undefined && share === undefined)
    throw new Invalid({ share: 'Write the share of full time as 80 % or 0.8.' })
  return share
}

function dayIn(cell: string | undefined, field: string, { dateOrder }: Planning): string | undefined {
  if (cell === undefined) return
  const day = readDay(cell, dateOrder)
  if (day === undefined) throw new Invalid({ [field]: NO_DAY })
  return day
}

/** Which post the row gives its id to: the one that `old` is now, or a new one, which may end another. */
interface Target {
  old: Post | null
  id: string
  ends: Post | null
}

/**
 * By Sightline's own id; else by the first day; else the main post. A later first day than the main post's tells of a new
 * post, before which the old one ends; a further post ends none.
 */
function targetOf(
  { cells }: Row,
  startsOn: string | undefined,
  { owner, standing, planning }: Around,
): Target {
  const ownId = cells.postId?.toLowerCase()
  const change = (old: Post): Target => ({ old, id: old.id, ends: null })
  const add = (ends: Post | null): Target => ({ old: null, id: ownId ?? planning.newId(), ends })
  const isFurther = isYes(cells.further)
  if (ownId !== undefined) {
    const byId = standing.find(({ id }) => id === ownId)
    return byId ? change(byId) : add(null)
  }
  const same = standing.filter((post) => startsOn !== undefined && post.startsOn === startsOn)
  const byDay = same.find(({ title }) => title === cells.title) ?? (isFurther ? undefined : same[0])
  if (byDay) return change(byDay)
  const main = isFurther ? undefined : mainPost(standing, dayToLookAt(owner.after, planning.today))
  if (!main) return add(null)
  return startsOn !== undefined && main.startsOn !== null && startsOn > main.startsOn
    ? add(main)
    : change(main)
}
