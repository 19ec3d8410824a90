import type { ComponentChildren } from 'preact'
import type { Link } from '#web/site.ts'
import type { PartProgress } from '../progress.ts'
import { ProfileFrame } from './frame.tsx'

interface WorkbookFrameProps {
  title: string
  crumbs?: Link[]
  lead?: ComponentChildren
  scripts?: string[]
  children: ComponentChildren
}

/** The frame of all pages of the workbook. */
export function WorkbookFrame(props: WorkbookFrameProps) {
  return <ProfileFrame tab="workbook" styles={['workbook', 'translate']} {...props} />
}

/** How much is answered, as a thin bar; the numbers stand beside it. */
export function ProgressBar({ answered, all }: PartProgress) {
  return <progress class="progress" value={answered} max={all} aria-hidden="true" />
}
