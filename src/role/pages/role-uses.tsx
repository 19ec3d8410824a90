import { links } from '#routes.ts'
import type { Role } from '../model.ts'

/** What comes of an agreed profile. */
export function RoleUses({ role, isPerson }: { role: Role; isPerson: boolean }) {
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
        <li>
          <a href={links.rolePreparation(role.id)}>Prepare for an interview</a>
          <span class="soft small">Likely questions, your stories, and what the next level would add</span>
        </li>
      </ul>
    </section>
  )
}
