import type { Sheet } from '#lib/sheet.ts'
import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { SheetView } from '#web/sheet.tsx'
import type { Link } from '#web/site.ts'
import { RecruitFrame } from './frame.tsx'

interface PaperProps {
  vacancy: { id: string; title: string }
  oversees: boolean
  title: string
  sheet: Sheet
  /** The same as a word-processor file. */
  file: string
  /** The part of the vacancy that it belongs to; left out: the kit. */
  crumb?: Link
}

/** A paper as it will be printed. */
export function PaperPage({ vacancy, oversees, title, sheet, file, crumb }: PaperProps) {
  return (
    <RecruitFrame
      title={title}
      vacancy={vacancy}
      oversees={oversees}
      crumbs={[crumb ?? { label: 'Kit', href: links.kit(vacancy.id) }]}
      lead="Print this page, or take it along as a file."
      actions={<ButtonLink href={file}>Download as DOCX</ButtonLink>}
      styles={['sheet']}
      scripts={['print']}
    >
      <SheetView sheet={sheet} />
    </RecruitFrame>
  )
}
