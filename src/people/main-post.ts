import { isCurrent } from './day.ts'
import type { Post } from './model.ts'

/** The posts that hold on the day, the main one first: the largest share, then the oldest. As the store orders them. */
export function postsOn<T extends Post>(posts: T[], day: string): T[] {
  return posts
    .filter((post) => isCurrent(post, day))
    .toSorted(
      (a, b) =>
        (b.share ?? -1) - (a.share ?? -1) ||
        compare(a.startsOn ?? '', b.startsOn ?? '') ||
        compare(a.id, b.id),
    )
}

/** The first of `postsOn`. */
export function mainPost<T extends Post>(posts: T[], day: string): T | undefined {
  return postsOn(posts, day)[0]
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))

/** As pages and files list them: those without an end first, then the latest. */
export function inReadingOrder<T extends Post>(posts: T[]): T[] {
  return posts.toSorted(
    (a, b) =>
      compare(b.endsOn ?? '9999', a.endsOn ?? '9999') ||
      compare(b.startsOn ?? '', a.startsOn ?? '') ||
      (b.share ?? -1) - (a.share ?? -1) ||
      compare(a.id, b.id),
  )
}
