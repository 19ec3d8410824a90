import { type Track, Tracks } from '#web/tracks.tsx'
import type { Combined } from '../rating/combine.ts'
import type { CandidateResult } from '../rating/results.ts'

interface ResultsPictureProps {
  results: readonly CandidateResult[]
  nameOf: (id: string) => string
}

/** Where each candidate stands and how sure that is; the table below holds the same numbers. */
export function ResultsPicture({ results, nameOf }: ResultsPictureProps) {
  const tracks = results.map((result) => trackOf(result, nameOf(result.candidateId)))
  const isAgreed = results.some(({ together }) => together !== null)
  return (
    <figure class="results-picture">
      <Tracks label="Combined ratings from 0 to 100" tracks={tracks} />
      <figcaption class="soft small">
        The dot is the combination, the line how sure it is (95 %).
        {isAgreed && ' The ring is what the members gave alone, before they talked.'}
      </figcaption>
    </figure>
  )
}

function trackOf({ candidateId, alone, together }: CandidateResult, name: string): Track {
  const shown = together ?? alone
  const [now, before] = [shown.score.value, together ? alone.score.value : null]
  return {
    key: candidateId,
    label: (
      <>
        {name}
        <Gate combined={shown} />
      </>
    ),
    says: `${name}: ${inWords(shown)}${before === null ? '' : `; alone ${Math.round(before)}`}`,
    interval: now === null ? null : shown.interval.value,
    bounds: now === null ? shown.bounds : null,
    dots: [
      ...(before === null ? [] : [{ at: before, kind: 'before' as const }]),
      ...(now === null ? [] : [{ at: now, kind: 'now' as const }]),
    ],
    value: now === null ? <span class="soft">not known</span> : <b>{Math.round(now)}</b>,
  }
}

function Gate({ combined: { notYet, unknown } }: { combined: Combined }) {
  if (notYet.length > 0) return <span class="track-note warn">a must is not reached</span>
  return unknown.length > 0 ? <span class="track-note soft">a must is not known</span> : null
}

function inWords({ score, interval, bounds, notYet, unknown }: Combined): string {
  const gate =
    notYet.length > 0 ? ', a must is not reached' : unknown.length > 0 ? ', a must is not known' : ''
  if (score.value === null)
    return `no number, between ${Math.round(bounds.lower)} and ${Math.round(bounds.upper)}${gate}`
  const sure = interval.value
    ? `, from ${Math.floor(interval.value.lower)} to ${Math.ceil(interval.value.upper)}`
    : ''
  return `${Math.round(score.value)}${sure}${gate}`
}
