import { counted } from '#framework/pages/words.ts'
import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Choice, type Messages, Problems } from '#web/field.tsx'
import { Ticks } from '#web/ticks.tsx'
import type { Holder } from '../holder.ts'
import type { Role } from '../model.ts'
import { FEWEST, MOST, monthsIn } from '../tenure.ts'
import { RoleFrame } from './frame.tsx'
import { inTheJob } from './words.ts'

interface AnalysisNewProps {
  role: Role
  /** With the number of behaviours that each asks about. */
  frameworks: { slug: string; title: string; asks: number }[]
  framework: string
  holders: Holder[]
  /** Proposed at first; what was ticked after an error. */
  chosen: string[]
  today: string
  errors?: Messages
}

/** Whom to ask what a job needs, and in which words. */
export function AnalysisNewPage({
  role,
  frameworks,
  framework,
  holders,
  chosen,
  today,
  errors = {},
}: AnalysisNewProps) {
  return (
    <RoleFrame
      title={`What does ${role.title} need?`}
      role={role}
      lead="Ask those who do the job. Each answers alone; then you look together at where they differ."
    >
      <form class="stack" method="post" action={links.roleAnalyses(role.id)} noValidate>
        <Problems errors={errors} />
        <Choice
          label="In the words of"
          name="framework"
          value={framework}
          error={errors.framework}
          hint="They are asked about every behaviour that it describes."
          options={frameworks.map(({ slug, title, asks }) => ({
            value: slug,
            label: `${title} (${counted(asks, 'statement')})`,
          }))}
        />
        <Ticks
          legend={`Whom to ask: ${FEWEST} to ${MOST}, some new and some long in the job`}
          name="people"
          chosen={chosen}
          error={errors.people}
          options={holders.map(({ personId, name, startsOn, team }) => ({
            value: personId,
            label: name,
            hint: [inTheJob(monthsIn(startsOn, today)), team].filter(Boolean).join(' · '),
          }))}
        />
        <p class="soft">
          Those who began lately still know what they had to bring and what they had to learn. Those with long
          experience know what the job uses at most. Ticked is a spread of both; change it as you know people.
        </p>
        <p class="soft">
          They see now: you asked, and in which words. While they answer you see who has, not what. Once all
          have answered or you have closed it, you see who said what; when it is closed, those who answered
          see it too.
        </p>
        <Button kind="primary">Ask them</Button>
      </form>
    </RoleFrame>
  )
}
