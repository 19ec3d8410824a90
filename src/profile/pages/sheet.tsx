import type { Sheet } from '#lib/sheet.ts'
import { links } from '#routes.ts'
import { Page } from '#web/page.tsx'
import { SheetView } from '#web/sheet.tsx'
import type { Link } from '#web/site.ts'

/** Something of one's own profile as it will stand on paper. `back`: the page that it comes from. */
export function ProfileSheetPage({ sheet, back }: { sheet: Sheet; back: Link }) {
  return (
    <Page
      title={`${sheet.title}, on paper`}
      current={links.profile()}
      crumbs={[{ label: 'Profile', href: links.profile() }, back]}
      styles={['sheet', 'profile']}
      scripts={['print']}
    >
      <print-button class="screen-only">
        <p class="soft">Print this page with your browser: Ctrl and P, or ⌘ and P. It is laid out for A4.</p>
      </print-button>
      <h1 class="unseen">{sheet.title}</h1>
      <SheetView sheet={sheet} />
    </Page>
  )
}
