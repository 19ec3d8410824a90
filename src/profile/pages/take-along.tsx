import { ButtonLink } from '#web/button.tsx'
import type { Link } from '#web/site.ts'

/** Ways to take a page's content along. */
export function TakeAlong({ links }: { links: Link[] }) {
  return (
    <p class="row take-along screen-only">
      {links.map(({ label, href }) => (
        <ButtonLink key={href} href={href}>
          {label}
        </ButtonLink>
      ))}
    </p>
  )
}
