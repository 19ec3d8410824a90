import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Page } from '#web/page.tsx'

/** What stands at the very beginning: two ways in, and nothing else to decide. */
export function WelcomePage({ people }: { people: number }) {
  return (
    <Page title="Welcome" styles={['home']} ownSearch>
      <header class="page-head">
        <h1>Welcome to Sightline</h1>
        <p class="lead">
          A competency framework says what good work looks like, level by level. Sightline makes its words
          work: for describing what you do, for saying what a job needs, for hiring, assessing, growing and
          planning.
        </p>
      </header>
      <div class="two-ways">
        <section class="panel" aria-labelledby="way-example">
          <h2 id="way-example">Look around first</h2>
          <p>
            Marlbrook Water is an invented water company: the {people} people of its customer service, their
            teams, frameworks and two years of history. Be its HR lead, a manager, a customer adviser, and see
            what each of them sees.
          </p>
          <form method="post" action={links.example()}>
            <Button kind="primary">Look around with the example</Button>
          </form>
          <p class="small soft">Nothing to fill in. What you change there stays on this machine.</p>
        </section>
        <section class="panel" aria-labelledby="way-own">
          <h2 id="way-own">Start your own organisation</h2>
          <p>
            Give it a name and yourself a password. Six frameworks are ready to use; your own documents,
            people and colleagues come next.
          </p>
          <p>
            <ButtonLink href={links.newOrganization()}>Start your own organisation</ButtonLink>
          </p>
          <p class="small soft">
            Takes a minute. To look around with the example later, start Sightline with --demo.
          </p>
        </section>
      </div>
    </Page>
  )
}
