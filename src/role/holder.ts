/** Who holds a role: the posts that are tied to it, and those that look as if they belonged to it. */

export interface Holder {
  personId: string
  name: string
  /** Their post today. */
  postId: string
  title: string
  team: string | null
  /** Of the first of their posts in this role; null: not known. */
  startsOn: string | null
}

/** A post of today or to come that may be tied to a role. */
export interface RolePost {
  postId: string
  personId: string
  name: string
  title: string
  team: string | null
  startsOn: string | null
  /** The role that it is tied to already. */
  role: { id: string; title: string } | null
}

/** Titles are the same whatever their case and marks between words: "Team Leader, Calls" is "Team leader – calls". */
export function sameTitle(a: string, b: string): boolean {
  return titleKey(a) === titleKey(b)
}

const titleKey = (title: string) =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Posts of the role's own title that are tied to no role yet. */
export function proposedPosts(title: string, posts: readonly RolePost[]): RolePost[] {
  return posts.filter((post) => post.role === null && sameTitle(post.title, title))
}

/** Titles that several people have and no role bears, those of the most people first. */
export function titlesWithoutRole(
  posts: readonly RolePost[],
  roles: readonly string[],
): { title: string; posts: number }[] {
  const free = posts.filter(({ role, title }) => role === null && !roles.some((one) => sameTitle(one, title)))
  const groups = Map.groupBy(free, ({ title }) => titleKey(title))
  return [...groups.values()]
    .map((group) => ({ title: group[0]?.title ?? '', posts: group.length }))
    .toSorted((a, b) => b.posts - a.posts || (a.title < b.title ? -1 : 1))
}
