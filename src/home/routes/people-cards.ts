import { daysAfter } from '#account/model.ts'
import type { PostCard } from '#people/card.ts'
import { dayOf, statusOn } from '#people/day.ts'
import { postsOn } from '#people/main-post.ts'
import { listReports } from '#people/store/lines.ts'
import { type Change, listArrivals, listEndingPosts, listWithoutPost } from '#people/store/pending.ts'
import { listPlaceCards } from '#people/store/teams.ts'
import { findPerson } from '#people/store.ts'
import { countedPeople, longDay } from '#people/words.ts'
import { links } from '#routes.ts'
import type { CardSource } from './card-source.ts'

const SHOWN = 6
/** How far ahead the cards look. */
const AHEAD_DAYS = 90

const later = (now: Date, days: number) => dayOf(daysAfter(now, days))

/** For everybody who is one of the people: where they stand in the organisation. */
export const ownCard: CardSource = async (db, { person }, now) => {
  const found = person && (await findPerson(db, person.id))
  if (!found) return null
  const posts = postsOn(found.posts, dayOf(now))
  return {
    key: 'own',
    title: 'You',
    says: posts.length === 0 ? 'You have no post today.' : `You are ${posts.map(saysOfPost).join(', and ')}.`,
    items: [{ label: 'Your page', href: links.person(found.id) }],
    waits: false,
  }
}

function saysOfPost({ title, team, manager }: PostCard): string {
  const where = team ? ` in ${team.name}` : ''
  return `${title}${where}${manager ? `, reporting to ${manager.name}` : ''}`
}

/** For managers: who reports to them, and who of those is away or about to come. */
export const teamCard: CardSource = async (db, { person, roles }, now) => {
  if (!person || !roles.has('manager')) return null
  const on = dayOf(now)
  const direct = (await listReports(db, person.id, on)).filter(({ depth }) => depth === 1)
  const cards = await Promise.all(direct.map(({ id }) => findPerson(db, id)))
  const away = cards.filter((one) => one && statusOn(one, on) === 'on leave').length
  return {
    key: 'team',
    title: 'Your team',
    says: `${countedPeople(direct.length)} report to you${away > 0 ? `; ${away} on leave` : ''}.`,
    items: direct.slice(0, SHOWN).map(({ id, name, title }, i) => ({
      label: name,
      href: links.person(id),
      note: noteOf(title, cards[i] ? statusOn(cards[i], on) : 'here'),
    })),
    action: { label: 'See your team', href: links.person(person.id) },
    waits: false,
  }
}

const noteOf = (title: string | null, status: string) =>
  [title, status === 'here' ? null : status].filter(Boolean).join(', ')

const CHANGES: Record<Change, string> = {
  'first day': 'starts',
  'last day': 'has their last day',
  'end of leave': 'comes back from leave',
}

/** For HR: who comes, goes and comes back within three months. */
export const arrivalsCard: CardSource = async (db, { roles }, now) => {
  if (!roles.has('hr')) return null
  const all = await listArrivals(db, dayOf(now), later(now, AHEAD_DAYS))
  return {
    key: 'arrivals',
    title: 'Coming and going',
    says:
      all.length === 0
        ? 'Nobody starts, leaves or comes back within three months.'
        : 'Within the next three months:',
    items: all.slice(0, SHOWN).map(({ id, name, day, what }) => ({
      label: name,
      href: links.person(id),
      note: `${CHANGES[what]} on ${longDay(day)}`,
    })),
    waits: false,
  }
}

/** For HR: people whom no list by team or manager would show. */
export const withoutPostCard: CardSource = async (db, { roles }, now) => {
  if (!roles.has('hr')) return null
  const all = await listWithoutPost(db, dayOf(now))
  if (all.length === 0) return null
  return {
    key: 'without-post',
    title: 'People without a post',
    says: `${countedPeople(all.length)} ${all.length === 1 ? 'has' : 'have'} no post, so no team or manager shows them.`,
    items: all.slice(0, SHOWN).map(({ id, name }) => ({ label: name, href: links.person(id) })),
    action: { label: 'See all people', href: links.people() },
    waits: true,
  }
}

/** For recruiters and planners: posts that run out. */
export const endingPostsCard: CardSource = async (db, { roles }, now) => {
  if (!roles.has('recruiter') && !roles.has('planner')) return null
  const all = await listEndingPosts(db, dayOf(now), later(now, AHEAD_DAYS))
  return {
    key: 'ending-posts',
    title: 'Posts that end soon',
    says: all.length === 0 ? 'No post ends within three months.' : 'Within the next three months:',
    items: all.slice(0, SHOWN).map(({ id, name, title, day }) => ({
      label: title,
      href: links.person(id),
      note: `${name}, until ${longDay(day)}`,
    })),
    waits: all.length > 0,
  }
}

/** For planners and HR: how many people are where. */
export const placesCard: CardSource = async (db, { roles }, now) => {
  if (!roles.has('planner') && !roles.has('hr')) return null
  const places = await listPlaceCards(db, dayOf(now))
  return {
    key: 'places',
    title: 'People by place',
    says: places.length === 0 ? 'No place has been entered yet.' : 'Posts held today:',
    items: places.map(({ id, name, people }) => ({
      label: name,
      href: links.peopleWith({ place: id }),
      note: countedPeople(people),
    })),
    waits: false,
  }
}
