import { Invalid } from '#errors.ts'
import type { Tx } from '#schema.ts'
import type { Employment } from '../day.ts'
import { fitPost } from '../fit.ts'
import { circles } from '../line.ts'
import type { Post, PostInput } from '../model.ts'
import { listLinesAbove } from '../store/lines.ts'
import { findPerson, namesOf } from '../store.ts'
import { longDay } from '../words.ts'

type Holder = Employment & { id: string; name: string }

/**
 * The post as it will be kept. Call `holdOrganization` first, so that two posts at once cannot close a circle together.
 * Throws Invalid, at the field: days outside the person's, a manager who is not there, a circle.
 */
export async function preparePost(
  tx: Tx,
  input: PostInput & { id: string },
  person: Holder,
): Promise<Omit<Post, 'version'>> {
  const post = { ...fitPost(input, person), id: input.id, personId: person.id }
  if (post.reportsTo !== null) await refuseManager(tx, post, post.reportsTo)
  return post
}

async function refuseManager(tx: Tx, post: Omit<Post, 'version'>, managerId: string): Promise<void> {
  if (managerId === post.personId) throw told('Nobody reports to themselves. Name somebody else, or nobody.')
  const manager = await findPerson(tx, managerId)
  if (!manager) throw told('This person is not there any more. Name somebody else.')
  if (manager.endsOn !== null && post.startsOn !== null && manager.endsOn < post.startsOn)
    throw told(
      `${manager.name} left on ${longDay(manager.endsOn)}, before this post begins. Name somebody else.`,
    )
  const lines = await listLinesAbove(tx, managerId)
  const others = lines.filter((line) => line.postId !== post.id)
  const { personId, startsOn, endsOn } = post
  const circle = circles([...others, { personId, managerId, startsOn, endsOn }]).find((ids) =>
    ids.includes(personId),
  )
  if (circle) throw told(await circleInWords(tx, [...from(circle, personId), personId]))
}

const told = (message: string) => new Invalid({ reportsTo: message })

/** The circle as it begins with this person. */
function from(circle: string[], id: string): string[] {
  const first = circle.indexOf(id)
  return [...circle.slice(first), ...circle.slice(0, first)]
}

async function circleInWords(tx: Tx, ids: string[]): Promise<string> {
  const names = await namesOf(tx, ids)
  const [first, ...others] = ids.map((id) => names.get(id) ?? 'somebody')
  return `That would close a circle: ${first} would report to ${others.join(', who reports to ')}. Name somebody else.`
}
