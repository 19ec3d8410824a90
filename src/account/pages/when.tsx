const MOMENT = new Intl.DateTimeFormat('en-GB', {
  ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
})
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** A moment as people read it. `day`: without the time. */
export function When({ at, day = false }: { at: Date; day?: boolean }) {
  return <time dateTime={at.toISOString()}>{(day ? DAY : MOMENT).format(at)}</time>
}
