import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import type { PersonCard, PostCard } from '../card.ts'
import { isCurrent } from '../day.ts'
import { inReadingOrder } from '../main-post.ts'
import { spanInWords } from '../words.ts'

interface PostsProps {
  person: PersonCard
  day: string
  edits: boolean
  isWhole: boolean
}

/** Posts as a line through time, the newest on top; those of the day stand out. */
export function Posts({ person, day, edits, isWhole }: PostsProps) {
  const posts = inReadingOrder(person.posts)
  return (
    <section class="posts" aria-labelledby="posts">
      <h2 id="posts">{isWhole ? 'Posts' : 'At present'}</h2>
      {posts.length === 0 ? (
        <NoPosts person={person} edits={edits} />
      ) : (
        <ol class="timeline">
          {posts.map((post) => (
            <li key={post.id} class={isCurrent(post, day) ? 'now' : undefined}>
              <OnePost post={post} edits={edits} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function NoPosts({ person, edits }: { person: PersonCard; edits: boolean }) {
  return (
    <Empty
      title="No post yet"
      action={edits && <ButtonLink href={links.posts(person.id)}>Add a post</ButtonLink>}
    >
      <p>A post says what somebody works as, in which team, where, and to whom they report.</p>
    </Empty>
  )
}

function OnePost({ post, edits }: { post: PostCard; edits: boolean }) {
  const { title, team, place, manager, share } = post
  const span = spanInWords(post)
  return (
    <>
      <h3>{title}</h3>
      <p class="facts">
        {team && (
          <span>
            <a href={links.team(team.id)}>{team.name}</a>
          </span>
        )}
        {place && <span>{place.name}</span>}
        {manager && (
          <span>
            reports to <a href={links.person(manager.id)}>{manager.name}</a>
          </span>
        )}
        {share !== null && <span>{share} % of full time</span>}
      </p>
      {(span || edits) && (
        <p class="row small">
          {span && <span>{span}</span>}
          {edits && (
            <a href={links.post(post.personId, post.id)}>
              Change or end<span class="unseen"> the post {title}</span>
            </a>
          )}
        </p>
      )}
    </>
  )
}
