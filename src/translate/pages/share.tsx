import { Fragment } from 'preact'

/** 0.634 is "63 %"; what is not quite nothing or all says so. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return 'under 1 %'
  if (share < 1 && share > 0.99) return 'over 99 %'
  return `${Math.round(share * 100)} %`
}

/** A probability as a thin bar; the number stands beside it, so those who hear the page miss nothing. */
export function Bar({ share, kind = 'plain' }: { share: number; kind?: 'plain' | 'strong' }) {
  return (
    <svg class={`share-bar ${kind}`} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width="100" height="6" />
      <rect class="filled" width={Math.max(0.5, share * 100).toFixed(1)} height="6" />
    </svg>
  )
}

/** A text with some of its words marked; `ranges` do not overlap and come in the order of the text. */
export function Marked({ text, ranges }: { text: string; ranges: readonly [from: number, to: number][] }) {
  const pieces = ranges.map(([from, to], i) => {
    const before = text.slice(ranges[i - 1]?.[1] ?? 0, from)
    return (
      <Fragment key={from}>
        {before}
        <mark>{text.slice(from, to)}</mark>
      </Fragment>
    )
  })
  return (
    <>
      {pieces}
      {text.slice(ranges.at(-1)?.[1] ?? 0)}
    </>
  )
}

const days = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

export function Day({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{days.format(at)}</time>
}
