import type { Difference } from '../compare.ts'
import type { Role, RoleProfile } from '../model.ts'
import { RoleFrame } from './frame.tsx'
import { versionWords } from './words.ts'

interface ComparisonProps {
  role: Role
  before: RoleProfile
  after: RoleProfile
  differences: Difference[]
}

const TITLES: Record<Difference['kind'], string> = {
  added: 'Came in',
  changed: 'Changed',
  dropped: 'Went out',
}

/** What became of one version in a later one, in words. */
export function ComparisonPage({ role, before, after, differences }: ComparisonProps) {
  return (
    <RoleFrame
      title={`${role.title}: version ${before.number} and version ${after.number}`}
      role={role}
      lead={`${versionWords(before)}. ${versionWords(after)}.`}
    >
      {differences.length === 0 && <p>The two ask for the same.</p>}
      {(['added', 'changed', 'dropped'] as const).map((kind) => {
        const own = differences.filter((one) => one.kind === kind)
        if (own.length === 0) return null
        return (
          <section key={kind} class="block" aria-labelledby={kind}>
            <h2 id={kind}>{TITLES[kind]}</h2>
            <dl class="differences">
              {own.map(({ competency, says }) => (
                <div key={competency}>
                  <dt>{competency}</dt>
                  {says.map((sentence) => (
                    <dd key={sentence}>{sentence}</dd>
                  ))}
                </div>
              ))}
            </dl>
          </section>
        )
      })}
    </RoleFrame>
  )
}
