/** Posts lie within the days of the person who holds them; this decides what follows when either changes. */
import { Invalid } from '#errors.ts'
import { type Employment, earlier } from './day.ts'
import type { Post, PostInput } from './model.ts'
import { longDay } from './words.ts'

/**
 * The post as it is kept: without days of its own it has the person's. Throws Invalid, at the field, where it begins
 * before the person's first day or goes on after the last.
 */
export function fitPost(post: PostInput, person: Employment): PostInput {
  if (post.startsOn && person.startsOn && post.startsOn < person.startsOn)
    throw new Invalid({
      startsOn: `The post begins before the person’s first day, ${longDay(person.startsOn)}. Change one of the two.`,
    })
  const last = person.endsOn
  if (last && ((post.endsOn && post.endsOn > last) || (post.startsOn && post.startsOn > last)))
    throw new Invalid({
      endsOn: `The person’s last day is ${longDay(last)}. The post cannot go on, or begin, after it.`,
    })
  return { ...post, startsOn: post.startsOn ?? person.startsOn, endsOn: post.endsOn ?? last }
}

/**
 * The posts that change with the days of their person: they end with the last day, and those that began with the old first
 * day begin with the new. Throws Invalid where a post would lie outside.
 */
export function fitPosts(posts: Post[], before: Employment, after: Employment): Post[] {
  return posts.flatMap((post) => {
    const startsOn = post.startsOn === before.startsOn ? after.startsOn : post.startsOn
    if (startsOn && after.endsOn && startsOn > after.endsOn)
      throw new Invalid({
        endsOn: `The post “${post.title}” begins on ${longDay(startsOn)}, after this last day. Change or remove it first.`,
      })
    if (startsOn && after.startsOn && startsOn < after.startsOn)
      throw new Invalid({
        startsOn: `The post “${post.title}” begins on ${longDay(startsOn)}, before this first day. Change or remove it first.`,
      })
    const endsOn = earlier(post.endsOn, after.endsOn)
    if (startsOn && endsOn && endsOn < startsOn)
      throw new Invalid({
        startsOn: `The post “${post.title}” ended on ${longDay(endsOn)}, before this first day. Change or remove it first.`,
      })
    return startsOn === post.startsOn && endsOn === post.endsOn ? [] : [{ ...post, startsOn, endsOn }]
  })
}
