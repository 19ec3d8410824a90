import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import type { KitFault } from '../kit/kit.ts'
import type { Opened } from '../opened.ts'

interface NextStepProps {
  opened: Opened
  faults: KitFault[]
  /** The viewer, among the people; null: they are none of them. */
  me: string | null
}

/** The one thing that comes next in a vacancy for this viewer. */
export function NextStep(props: NextStepProps) {
  const { vacancy, part } = props.opened
  const { state, fixedAt, id } = vacancy
  if (state === 'decided' || state === 'closed')
    return <Step href={links.decision(id)} says="Read the decision" />
  if (part.oversees && fixedAt === null)
    return (
      <Step
        href={links.kit(id)}
        says={
          props.faults.some(({ stops }) => stops) ? 'Go on with the kit' : 'Look through the kit, then fix it'
        }
      />
    )
  if (hasToPrepare(props))
    return <Step href={links.vacancyPreparation(id)} says="Prepare for the interviews" />
  if (state === 'interviews') return <Step href={links.results(id)} says="See how far the interviews are" />
  return part.oversees ? (
    <Step href={links.candidates(id)} says="Look at the candidates" />
  ) : (
    <Step href={links.kit(id)} says="Read the kit" />
  )
}

const Step = ({ href, says }: { href: string; says: string }) => (
  <ButtonLink kind="primary" href={href}>
    {says}
  </ButtonLink>
)

const hasToPrepare = ({ opened, me }: NextStepProps) =>
  opened.panel.some(
    ({ personId, leftAt, preparedAt }) => personId === me && leftAt === null && preparedAt === null,
  )
