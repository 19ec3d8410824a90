import type { Mention } from '#people/card.ts'
import { type Story, storyName } from '#profile/story.ts'
import { links } from '#routes.ts'
import type { Link } from '#web/site.ts'

/** What was found by its name. */
export interface Things {
  people: Mention[]
  teams: { kind: 'team' | 'place'; id: string; name: string }[]
  /** The viewer's own. */
  stories: Story[]
  pages: Link[]
}

/** People, teams, places and pages with these words in their names; nothing where there are none. */
export function NamedThings({
  things: { people, teams, stories, pages },
  words,
}: {
  things: Things
  words: string
}) {
  return (
    <>
      {people.length > 0 && (
        <section class="block">
          <h2>People</h2>
          <ul class="entries">
            {people.map(({ id, name, title }) => (
              <li key={id}>
                <a href={links.person(id)}>{name}</a> {title && <span class="soft">{title}</span>}
              </li>
            ))}
          </ul>
          <p class="small">
            <a href={links.peopleWith({ q: words })}>All people with these words</a>
          </p>
        </section>
      )}
      <Names title="Teams and places" names={teams.map(linkTo)} />
      <Names
        title="Your own stories"
        names={stories.map((story) => ({ label: storyName(story), href: links.story(story.id) }))}
      />
      <Names title="Pages" names={pages} />
    </>
  )
}

const linkTo = ({ kind, id, name }: Things['teams'][number]): Link => ({
  label: name,
  href: links.peopleWith(kind === 'team' ? { team: id } : { place: id }),
})

function Names({ title, names }: { title: string; names: Link[] }) {
  if (names.length === 0) return null
  return (
    <section class="block">
      <h2>{title}</h2>
      <ul class="entries">
        {names.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
