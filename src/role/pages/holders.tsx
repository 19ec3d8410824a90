import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { type Messages, Problems } from '#web/field.tsx'
import { type RolePost, sameTitle } from '../holder.ts'
import type { Role } from '../model.ts'
import { monthsIn } from '../tenure.ts'
import { RoleFrame } from './frame.tsx'
import { inTheJob } from './words.ts'

interface HoldersProps {
  role: Role
  /** Those that the viewer may tie. */
  posts: RolePost[]
  /** Whether these are only the people of the viewer's own line. */
  isOwnLine: boolean
  today: string
  errors?: Messages
}

/** Which posts belong to the role. */
export function HoldersPage({ role, posts, isOwnLine, today, errors = {} }: HoldersProps) {
  const tied = posts.filter((post) => post.role?.id === role.id)
  const proposed = posts.filter((post) => post.role === null && sameTitle(post.title, role.title))
  const others = posts.filter((post) => !tied.includes(post) && !proposed.includes(post))
  const byTitle = [...Map.groupBy(others, ({ title }) => title)]
  return (
    <RoleFrame
      title={`Who holds the role ${role.title}`}
      role={role}
      lead="People are asked about a job, and measured by it, because their post is tied to its role."
    >
      {isOwnLine && (
        <p class="soft block">You see the posts of people who report to you. HR ties all others.</p>
      )}
      <form method="post" action={links.roleHolders(role.id)} class="holders-form">
        <Problems errors={errors} />
        {tied.length > 0 && <Posts title="They hold it" posts={tied} today={today} checked role={role} />}
        {proposed.length > 0 && (
          <Posts
            title="Proposed: posts of the same title"
            posts={proposed}
            today={today}
            checked
            role={role}
          />
        )}
        {others.length > 0 && (
          <details class="block" open={tied.length + proposed.length === 0}>
            <summary>Posts of other titles</summary>
            {byTitle.map(([title, some]) => (
              <Posts key={title} title={title} posts={some} today={today} role={role} />
            ))}
          </details>
        )}
        {posts.length === 0 && <p>There is no post that you could tie to it.</p>}
        <div class="block">
          <Button kind="primary">Save who holds it</Button>
        </div>
      </form>
    </RoleFrame>
  )
}

interface PostsProps {
  title: string
  posts: RolePost[]
  today: string
  checked?: boolean
  role: Role
}

function Posts({ title, posts, today, checked = false, role }: PostsProps) {
  return (
    <fieldset class="ticks posts">
      <legend>{title}</legend>
      {posts.map((post) => (
        <label key={post.postId} class="tick">
          <input type="checkbox" name="post" value={post.postId} checked={checked} />
          <span>
            {post.name}
            <span class="hint">
              {[
                [title, role.title].some((one) => sameTitle(post.title, one)) ? null : post.title,
                post.team,
                inTheJob(monthsIn(post.startsOn, today)),
                post.role && post.role.id !== role.id ? `holds the role ${post.role.title} now` : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
