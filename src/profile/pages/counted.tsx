import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { ProfileFrame } from './frame.tsx'

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** The switch that lets a workbook be counted without a name, with all that follows from it. */
export function CountedPage({ since }: { since: Date | null }) {
  return (
    <ProfileFrame
      title="Counted without your name"
      tab="sharing"
      crumbs={[{ label: 'Sharing', href: links.profileShares() }]}
      lead={
        since === null
          ? 'Your workbook is counted in nothing. That is how it stays unless you decide otherwise here.'
          : `Since ${DAY.format(since)} your workbook may be counted without your name.`
      }
    >
      <form method="post" action={links.profileCounted()}>
        <Button
          kind={since === null ? 'primary' : 'plain'}
          name="counted"
          value={since === null ? 'yes' : 'no'}
        >
          {since === null ? 'Let my workbook be counted' : 'No longer count my workbook'}
        </Button>
      </form>
      <section class="block" aria-labelledby="what-for">
        <h2 id="what-for">What it is for</h2>
        <p>
          Much good work is in nobody's job description. If enough people who do the same job say that they
          often do something, and the description asks for nothing of the kind, that shows here as a hidden
          skill, and it can be named, paid and taught.
        </p>
      </section>
      <section class="block" aria-labelledby="what-shown">
        <h2 id="what-shown">What is shown, and what is not</h2>
        <ul class="statements">
          <li>Only statements of a finished workbook that you answered with “I use it often now”.</li>
          <li>
            Only for groups of at least five people who hold the same role, or roles of the same team. A group
            is counted once, as a whole, and never again, so nothing can be found out by comparing yesterday
            with today.
          </li>
          <li>
            Only what at least three of the group do, and not how many: “some”, “half or more”, “most or all”.
          </li>
          <li>
            Not your name, not your levels, not your own words, and not who is counted. A role that fewer than
            three people hold is left out. Where only a few more hold yours, colleagues may guess that you are
            among them.
          </li>
          <li>Owners, HR, planners and managers see it.</li>
        </ul>
      </section>
      <section class="block" aria-labelledby="what-ends">
        <h2 id="what-ends">If you change your mind</h2>
        <p>
          From then on nothing more of yours is counted, and within a day Sightline forgets in which group you
          were. What the group showed until then stays, since it says nothing about you alone.
        </p>
      </section>
    </ProfileFrame>
  )
}
