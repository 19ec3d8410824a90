import { ButtonLink } from './button.tsx'

interface PagerProps {
  /** What the pages are of, for those who hear the page: "Pages of people". */
  label: string
  /** From 1. */
  page: number
  pages: number
  href: (page: number) => string
}

/** The way through a long list. Nothing where one page holds all of it. */
export function Pager({ label, page, pages, href }: PagerProps) {
  if (pages <= 1) return null
  return (
    <nav class="row pager" aria-label={label}>
      {page > 1 && <ButtonLink href={href(page - 1)}>Previous</ButtonLink>}
      <span class="soft">
        Page {page.toLocaleString('en-GB')} of {pages.toLocaleString('en-GB')}
      </span>
      {page < pages && <ButtonLink href={href(page + 1)}>Next</ButtonLink>}
    </nav>
  )
}
