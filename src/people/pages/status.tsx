import type { Status } from '../day.ts'

const LABELS: Record<Status, string> = {
  here: 'Here',
  'on leave': 'On leave',
  'to come': 'To come',
  left: 'Left',
}

/** Where somebody's employment stands, in words; what is usual stays plain. */
export function StatusTag({ status }: { status: Status }) {
  if (status === 'here') return <span>{LABELS.here}</span>
  return <span class={`status-tag ${status.replace(' ', '-')}`}>{LABELS[status]}</span>
}
