import { links } from '#routes.ts'
import type { Role } from '../model.ts'
import type { RoleUse } from '../use.ts'

interface RoleUsesProps {
  role: Role
  isPerson: boolean
  /** Whether the viewer may see the map. */
  maps: boolean
  /** Of later parts of the product. */
  uses: readonly RoleUse[]
}

/** What comes of an agreed profile. */
export function RoleUses({ role, isPerson, maps, uses }: RoleUsesProps) {
  return (
    <section class="block" aria-labelledby="uses">
      <h2 id="uses">What to do with it</h2>
      <ul class="uses">
        <li>
          <a href={links.roleTextsOf(role.id)}>Description and adverts</a>
          <span class="soft small">What the job does, said in these words, to print or to publish</span>
        </li>
        <li>
          <a href={links.roleGap(role.id)}>
            {isPerson ? 'You beside this role' : 'A person beside this role'}
          </a>
          <span class="soft small">What is there, what is missing, and what is not known yet</span>
        </li>
        {maps && (
          <li>
            <a href={links.roleMap({ role: role.id })}>Those who hold it, on the map</a>
            <span class="soft small">
              What they can and use beside what it needs, as far as they share it
            </span>
          </li>
        )}
        <li>
          <a href={links.rolePreparation(role.id)}>Prepare for an interview</a>
          <span class="soft small">Likely questions, your stories, and what the next level would add</span>
        </li>
        {uses.map(({ label, href, says }) => (
          <li key={href}>
            <a href={href}>{label}</a>
            <span class="soft small">{says}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
