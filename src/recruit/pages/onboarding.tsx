import { longDay } from '#people/words.ts'
import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Page } from '#web/page.tsx'
import { monthsWords } from '../decision/evidence.ts'
import type { Onboarding, OnboardingGoal } from '../decision/onboarding.ts'
import { dayWords } from './words.ts'

interface OnboardingPageProps {
  onboarding: Onboarding
  name: string
  isOwn: boolean
  role: { id: string; title: string }
  vacancy: { id: string; title: string } | null
  isInDirectory: boolean
}

/** What somebody who was hired learns in their first months: for them, their manager and those who hired them. */
export function OnboardingPage(props: OnboardingPageProps) {
  const { onboarding, name, isOwn, role, vacancy, isInDirectory } = props
  const { goals, startsOn, madeAt, personId } = onboarding
  return (
    <Page
      title={isOwn ? 'Your first months' : `The first months of ${name}`}
      crumbs={[{ label: 'Recruit', href: links.recruit() }]}
      current={links.recruit()}
      styles={['role', 'decision']}
      scripts={['print']}
    >
      <header class="page-head">
        <p class="eyebrow">
          {role.title}, from {longDay(startsOn)}
        </p>
        <h1>{isOwn ? 'Your first months' : `The first months of ${name}`}</h1>
        <p class="lead">{leadOf(goals.length, isOwn)}</p>
        <div class="row">
          <ButtonLink href={links.role(role.id)}>What the job needs</ButtonLink>
          {isInDirectory && !isOwn && <ButtonLink href={links.person(personId)}>{name}</ButtonLink>}
          {vacancy && <ButtonLink href={links.decision(vacancy.id)}>The decision</ButtonLink>}
        </div>
      </header>
      {goals.length === 0 ? (
        <Empty title="Nothing is left to hand over">
          <p>
            The interviews found every competency of this job at its full level. Talk in the first weeks about
            what {isOwn ? 'you would' : 'they would'} like to do more of.
          </p>
        </Empty>
      ) : (
        <ol class="onboarding-goals">
          {goals.map((goal) => (
            <Goal key={`${goal.framework} ${goal.competency}`} goal={goal} isOwn={isOwn} />
          ))}
        </ol>
      )}
      <p class="soft small measure">
        Handed over on {dayWords(madeAt)}, as the role’s profile and the panel’s decision stood.{' '}
        {WHO_SEES(isOwn)}
      </p>
    </Page>
  )
}

function leadOf(count: number, isOwn: boolean): string {
  if (count === 0) return 'Everything that the job asks for was there in the interviews.'
  const things = count === 1 ? 'One thing' : `${count} things`
  return `${things} to learn on the way to the full job, with the next step of each in the framework’s own words. ${
    isOwn
      ? 'Nobody expects the full level on the first day.'
      : 'It is where to begin, and no judgement of how they will do.'
  }`
}

const WHO_SEES = (isOwn: boolean) =>
  isOwn
    ? 'You see this page, and so do your managers, HR and those who recruit.'
    : 'The person themselves sees this page too, and so do their managers, HR and those who recruit.'

function Goal({ goal, isOwn }: { goal: OnboardingGoal; isOwn: boolean }) {
  const { name, must, now, target, next } = goal
  return (
    <li>
      <h2>
        {name}
        {must && <span class="soft small"> must-have</span>}
      </h2>
      <p class="onboarding-way">
        <span>{now?.label ?? fromWords(goal, isOwn)}</span>
        <span aria-hidden="true"> → </span>
        <span class="unseen"> to </span>
        <b>{target.label}</b>
        <span class="soft"> {timeWords(goal)}</span>
      </p>
      <h3>
        {next.key === target.key ? `What people do at “${target.label}”` : `The next step: “${next.label}”`}
      </h3>
      {next.statements.length > 0 ? (
        <ul>
          {next.statements.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : (
        <p class="soft">The framework says nothing of its own at this level.</p>
      )}
    </li>
  )
}

/** Where nobody wrote down a level: what was rated was looked at all the same. */
function fromWords({ kind }: OnboardingGoal, isOwn: boolean): string {
  const interviews = isOwn ? 'your interviews' : 'the interviews'
  return kind === 'gap' ? `No level was written down in ${interviews}` : `Not looked at in ${interviews}`
}

function timeWords({ estimated, expected }: OnboardingGoal): string {
  const job = expected === null ? '' : `the job gives ${expected === 1 ? 'a month' : `${expected} months`}`
  const panel = estimated === null ? '' : `the panel reckons with ${monthsWords(estimated)}`
  const said = [panel, job].filter(Boolean).join('; ')
  return said ? `(${said})` : '(nobody has said how long)'
}
