import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Page } from '#web/page.tsx'
import type { CastMember } from '../cast.ts'

interface CastProps {
  organization: string
  cast: readonly CastMember[]
  /** The person one is now; null: a visitor. */
  current: string | null
}

/** The example organisation's offer to be anybody in it. */
export function CastPage({ organization, cast, current }: CastProps) {
  return (
    <Page title="Be somebody" current={links.cast()} styles={['home']}>
      <header class="page-head">
        <h1>Be somebody at {organization}</h1>
        <p class="lead">
          Everyone sees another side of Sightline. Choose whom you want to be; you can change at any time,
          from the bar on top of every page.
        </p>
        <p class="small soft">
          This is possible in the example organisation only, where everybody is invented. In your own, people
          sign in, and nobody can be somebody else.
        </p>
      </header>
      <ul class="cast">
        {cast.map((member) => (
          <li key={member.personId} class={member.personId === current ? 'panel chosen' : 'panel'}>
            <p class="eyebrow">{member.part}</p>
            <h2>{member.name}</h2>
            <p>{member.comesFor}</p>
            {member.personId === current ? (
              <p class="soft">
                That is you now. <a href={links.home()}>To your first page</a>
              </p>
            ) : (
              <form method="post" action={links.cast()}>
                <Button name="person" value={member.personId} label={`Be ${member.name}, ${member.part}`}>
                  Be {member.name.split(' ')[0]}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {current !== null && (
        <form method="post" action={links.cast()}>
          <Button kind="quiet" name="person" value="visitor">
            Be a visitor again
          </Button>
        </form>
      )}
    </Page>
  )
}
