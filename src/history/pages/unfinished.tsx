import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Page } from '#web/page.tsx'
import { fieldWords } from '../sentence.ts'
import { momentWords } from '../time.ts'
import type { UnfinishedJob } from '../unfinished.ts'

/** Jobs that were given up, each with the reason and what can be done about it. */
export function UnfinishedPage({ jobs }: { jobs: UnfinishedJob[] }) {
  return (
    <Page
      title="Jobs that could not be done"
      crumbs={[{ label: 'History', href: links.history() }]}
      current={links.history()}
      styles={['history']}
    >
      <header class="page-head">
        <h1>Jobs that could not be done</h1>
        <p class="lead">
          Long work and mails are done behind the scenes and tried again when they fail. What still failed at
          the last try waits here for you.
        </p>
      </header>
      {jobs.length === 0 ? (
        <Empty title="Everything has been done">
          <p>
            When something cannot be done, such as a mail while the mail server is down for hours, it stands
            here.
          </p>
        </Empty>
      ) : (
        <ul class="unfinished">
          {jobs.map((job) => (
            <Job key={job.id} job={job} />
          ))}
        </ul>
      )}
    </Page>
  )
}

function Job({ job: { id, job, reason, tries, givenUpAt } }: { job: UnfinishedJob }) {
  const name = fieldWords(job.replace('.', ': '))
  return (
    <li class="panel">
      <h2>{name}</h2>
      <p>{reason}</p>
      <p class="soft">
        Given up on {momentWords(givenUpAt)} UTC after {tries === 1 ? 'one try' : `${tries} tries`}
      </p>
      <form method="post" class="row">
        <Button action={links.unfinishedAgain(id)} label={`Try again: ${name}`}>
          Try again
        </Button>
        <Button kind="quiet" action={links.unfinishedRemoval(id)} label={`Put aside: ${name}`}>
          Put aside
        </Button>
      </form>
    </li>
  )
}
