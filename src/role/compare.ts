/** Two versions of a role profile, in words. */
import { IMPORTANCE_WORDS, type Requirement, type RoleProfile } from './model.ts'
import { sameThing } from './requirement.ts'

export interface Difference {
  kind: 'added' | 'dropped' | 'changed'
  /** With its framework. */
  competency: string
  /** What is different, a sentence each. */
  says: string[]
}

/** What became of `before`: what came, what went, what is asked for otherwise. Nothing: they ask for the same. */
export function compareProfiles(
  before: Pick<RoleProfile, 'requirements'>,
  after: Pick<RoleProfile, 'requirements'>,
): Difference[] {
  const changes = after.requirements.flatMap((now): Difference[] => {
    const then = before.requirements.find((one) => sameThing(one, now))
    const competency = labelOf(now)
    if (!then) return [{ kind: 'added', competency, says: [`Now needed at ${now.words.level}.`] }]
    const says = changesOf(then, now)
    return says.length > 0 ? [{ kind: 'changed', competency, says }] : []
  })
  const dropped = before.requirements
    .filter((then) => !after.requirements.some((now) => sameThing(then, now)))
    .map(
      (then): Difference => ({
        kind: 'dropped',
        competency: labelOf(then),
        says: [`No longer asked for; it was needed at ${then.words.level}.`],
      }),
    )
  return [...changes, ...dropped]
}

const labelOf = ({ words }: Requirement) => `${words.competency} (${words.framework})`

function changesOf(then: Requirement, now: Requirement): string[] {
  return [
    then.level !== now.level && `The job uses ${now.words.level} at most; it was ${then.words.level}.`,
    then.entryLevel !== now.entryLevel && entryChange(then, now),
    then.months !== now.months && `Time to the full level: ${monthsOf(now)}; it was ${monthsOf(then)}.`,
    then.must !== now.must && (now.must ? 'It is now a must-have.' : 'It is no longer a must-have.'),
    then.importance !== now.importance &&
      `It is now ${IMPORTANCE_WORDS[now.importance].toLowerCase()}; it was ${IMPORTANCE_WORDS[then.importance].toLowerCase()}.`,
    then.why !== now.why &&
      (now.why === null ? 'The reason was taken away.' : `The reason is now: ${now.why}`),
  ].filter((one) => one !== false)
}

function entryChange(then: Requirement, now: Requirement): string {
  const was = then.words.entryLevel ?? 'nothing, it was all learned in the job'
  if (now.words.entryLevel === null) return `Nothing is needed on the first day any more; it was ${was}.`
  return `On the first day one needs ${now.words.entryLevel}; it was ${was}.`
}

const monthsOf = ({ months }: Requirement) => (months === null ? 'not said' : `${months} months`)
