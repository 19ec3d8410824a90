import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { type Messages, Problems } from '#web/field.tsx'
import type { Typed } from '../typed.ts'
import { PeopleFrame } from './frame.tsx'
import { type PostChoices, PostFields } from './post-fields.tsx'

interface PostFormProps {
  person: { id: string; name: string }
  /** Which post the form changes; null: it adds one. */
  post: { id: string; title: string } | null
  values: Typed
  errors?: Messages
  /** What is stored now, where it differs from what was typed, after somebody else was first. */
  stored?: Typed
  choices: PostChoices
}

/** Adding a post to a person, changing it, or ending it. */
export function PostFormPage({ person, post, values, errors = {}, stored = {}, choices }: PostFormProps) {
  return (
    <PeopleFrame
      title={post ? `Change the post ${post.title}` : `Add a post for ${person.name}`}
      crumbs={[{ label: person.name, href: links.person(person.id) }]}
      edits
      lead={
        post
          ? 'To end it, give the last day under “Until”; it stays in the person’s past. To move on, end it and add another.'
          : 'A person can have several posts, one after another or at once.'
      }
    >
      <Problems errors={errors} />
      <form
        class="stack"
        method="post"
        action={post ? links.post(person.id, post.id) : links.posts(person.id)}
        noValidate
      >
        <input type="hidden" name="seen" value={values.seen ?? ''} />
        <PostFields values={values} errors={errors} stored={stored} choices={choices} withDays />
        <p class="row">
          <Button kind="primary">{post ? 'Save' : 'Add the post'}</Button>
          <a href={links.person(person.id)}>Cancel</a>
        </p>
      </form>
      {post && <Removal person={person} post={post} />}
    </PeopleFrame>
  )
}

function Removal({
  person,
  post,
}: {
  person: { id: string; name: string }
  post: { id: string; title: string }
}) {
  return (
    <details class="fold block">
      <summary>It was added by mistake</summary>
      <form class="flow" method="post" action={links.postRemoval(person.id, post.id)}>
        <p class="measure">
          The post “{post.title}” goes away as if {person.name} had never had it. The history keeps that it
          was there. A post that is over should be ended instead, above.
        </p>
        <Button kind="danger">Remove the post</Button>
      </form>
    </details>
  )
}
