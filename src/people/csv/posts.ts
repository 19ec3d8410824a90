/** Rows to posts: which post of the person a row means, and what it is afterwards. */

import { Invalid } from '#errors.ts'
import { isUuid } from '#lib/uuid.ts'
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
}

/** What the rows name, by what stands in their cells. */
export interface Named extends Groups {
  managers: Map<Row, string>
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

/** The posts of the file, and those that change with their person's days or end for a new one. */
export function planPosts(owned: Owned[], named: Named, planning: Planning, faults: Faults): PostRow[] {
  const byPerson = Map.groupBy(planning.standing.posts, ({ personId }) => personId)
  const byOwner = Map.groupBy(withoutForeign(owned, planning, faults), ({ owner }) => owner)
  return [...byOwner].flatMap(([owner, rows]) => {
    const posts = byPerson.get(owner.after.id) ?? []
    return postsOf({ owner, rows: rows.map(({ row }) => row), posts, named, planning, faults })
  })
}

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
    if (isUuid(id) && !isForeign && taken === undefined) return true
    const why = taken ? `Line ${taken} has the same.` : 'This is no post of this person.'
    faults.note(row, 'postId', `${why} Leave the cell empty.`)
    return false
  })
}

interface Work {
  owner: PersonRow
  rows: Row[]
  posts: Post[]
  named: Named
  planning: Planning
  faults: Faults
}

function postsOf({ owner, rows, posts, named, planning, faults }: Work): PostRow[] {
  const { row: first, before, after } = owner
  const now = new Map<string, PostRow>()
  const fitted = before ? (noting({ faults, row: first }, () => fitPosts(posts, before, after)) ?? []) : []
  const moved = new Map(fitted.map((post) => [post.id, post]))
  const standing = posts.map((post) => moved.get(post.id) ?? post)
  for (const after of fitted) now.set(after.id, { row: first, before: stored(posts, after.id), after })
  for (const row of rows) {
    if (!POST_COLUMNS.some((column) => row.cells[column] !== undefined)) continue
    const planned = noting({ faults, row, fields: FIELDS }, () =>
      postOf(row, { owner, standing, named, planning }),
    )
    for (const after of planned ?? []) now.set(after.id, { row, before: stored(posts, after.id), after })
  }
  return [...now.values()]
}

const stored = (posts: Post[], id: string) => posts.find((post) => post.id === id) ?? null

interface Around {
  owner: PersonRow
  standing: Post[]
  named: Named
  planning: Planning
}

/** The post that the row means, and the one that ends because of it, if any. Throws Invalid with every fault of the row. */
function postOf(row: Row, around: Around): NewPost[] {
  const { owner, named } = around
  const { wrong, startsOn, endsOn, share } = readPost(row, around.planning)
  const { old, id, ends } = targetOf(row, startsOn, around)
  const { title = old?.title, team, place } = row.cells
  if (title === undefined) wrong.title = NO_TITLE
  const parsed = PostInput.safeParse({
    title: title ?? '?',
    teamId: (team && named.teams.get(team)) ?? old?.teamId,
    placeId: (place && named.places.get(place)) ?? old?.placeId,
    reportsTo: named.managers.get(row) ?? old?.reportsTo,
    startsOn: startsOn ?? old?.startsOn,
    endsOn: endsOn ?? old?.endsOn,
    share: share ?? old?.share,
  })
  for (const { path, message } of parsed.error?.issues ?? []) wrong[String(path[0])] ??= message
  if (!parsed.success || Object.keys(wrong).length > 0) throw new Invalid(wrong)
  const post = { ...fitPost(parsed.data, owner.after), id, personId: owner.after.id }
  return [post, ...endedBy(post, ends)]
}

function endedBy({ startsOn }: NewPost, old: Post | null): NewPost[] {
  return old && startsOn ? [{ ...old, endsOn: dayBefore(startsOn) }] : []
}

const NO_TITLE = 'The row tells of a post, but not which. Give the role, such as “Customer adviser”.'

/** The days and the share of the row, and what cannot be read of them. */
function readPost({ cells }: Row, { dateOrder }: Planning) {
  const startsOn = readCell(cells.postFrom, (cell) => readDay(cell, dateOrder))
  const endsOn = readCell(cells.postUntil, (cell) => readDay(cell, dateOrder))
  const share = readCell(cells.share, readShare)
  const wrong: Record<string, string> = {
    ...(startsOn === null && { startsOn: NO_DAY }),
    ...(endsOn === null && { endsOn: NO_DAY }),
    ...(share === null && { share: 'Write the share of full time as 80 % or 0.8.' }),
  }
  return { wrong, startsOn: startsOn ?? undefined, endsOn, share }
}

/** Undefined for an empty cell, null for one that cannot be read. */
function readCell<T>(cell: string | undefined, read: (cell: string) => T | undefined): T | null | undefined {
  return cell === undefined ? undefined : (read(cell) ?? null)
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
