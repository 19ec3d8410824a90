import type { Framework } from '#framework/model.ts'
import { links } from '#routes.ts'
import { LevelBar } from '#web/level-bar.tsx'
import type { Gap } from '../gap.ts'
import {
  competencyLabel,
  entryLabel,
  firstDayInWords,
  type LevelText,
  levelAt,
  monthsInWords,
  nextStep,
  requiredLabel,
  standingInWords,
  surenessInWords,
  textAt,
} from '../gap-words.ts'
import { IMPORTANCE_WORDS, type Role } from '../model.ts'

export interface RowProps {
  gap: Gap
  person: { id: string; name: string } | null
  isShared: boolean
  frameworks: ReadonlyMap<string, Framework>
  rooms: ReadonlyMap<string, { role: Role; place: number }[]>
  now: Date
}

/** One competency: the picture, where it stands, and the words behind it. */
export function GapRow(props: RowProps) {
  const { gap, person } = props
  return (
    <article class="gap-row" lang={gap.yardstick?.language}>
      <div class="gap-name">
        <h3>
          <Name gap={gap} />
        </h3>
        <p class="soft small">
          {IMPORTANCE_WORDS[gap.requirement.importance]}
          {gap.yardstick && `, ${gap.yardstick.title}`}
        </p>
      </div>
      <div class="gap-picture">
        {gap.of > 0 && <Picture {...props} />}
        <p class="gap-standing" data-standing={gap.standing}>
          {person && <b>{standingInWords(gap)}</b>} <Days {...props} />
        </p>
        <Sure {...props} />
        <Room {...props} />
        <Words {...props} />
      </div>
    </article>
  )
}

function Name({ gap }: { gap: Gap }) {
  const label = competencyLabel(gap)
  const { yardstick, requirement } = gap
  const isThere = yardstick?.competencies.some(({ key }) => key === requirement.competency)
  if (!yardstick || !isThere) return label
  return <a href={links.competency(yardstick.slug, requirement.competency)}>{label}</a>
}

function Picture({ gap, person, isShared }: RowProps) {
  const { can, uses, required, entry, of, requirement } = gap
  const own = isShared ? 'can' : 'you can'
  const use = isShared ? 'uses' : 'you use'
  const together = can !== null && can === uses
  const mine = [
    can !== null && { place: can, word: together ? `${own} and use` : own, kind: 'own' as const },
    uses !== null && !together && { place: uses, word: use, kind: 'own' as const },
  ]
  const asked = [
    entry !== null && entry !== required && { place: entry, word: 'first day', kind: 'asked' as const },
    required !== null && {
      place: required,
      word: entry === required && requirement.entryLevel !== null ? 'needed from day one' : 'full level',
      kind: 'asked' as const,
    },
  ]
  return (
    <LevelBar
      label={sentenceOf(gap, person === null ? null : isShared ? 'They' : 'You')}
      of={of}
      reached={can}
      asked={required}
      marks={[...mine, ...asked].filter((mark) => mark !== false)}
    />
  )
}

function sentenceOf(gap: Gap, who: string | null): string {
  const asked = `The role needs ${requiredLabel(gap)}${entryLabel(gap) ? `, on the first day ${entryLabel(gap)}` : ''}, of ${gap.of} levels.`
  if (who === null || gap.standing === 'not shared') return asked
  const can = levelAt(gap, gap.can)
  const uses = levelAt(gap, gap.uses)
  return `${who} can: ${can ?? 'not known'}. ${who} use now: ${uses ?? 'not known'}. ${asked}`
}

/** The first day, and the time to the full level where it may still be to come. */
function Days({ gap, person }: RowProps) {
  const time = monthsInWords(gap.requirement.months)
  const isThere = person !== null && (gap.standing === 'at' || gap.standing === 'above')
  const full = gap.entry !== gap.required && time && !isThere ? `full level usually in ${time}` : null
  const first = person
    ? `first day: ${firstDayInWords(gap).toLowerCase()}`
    : entryLabel(gap)
      ? null
      : 'all learned in the job'
  const said = [first, full].filter(Boolean).join('; ')
  return said ? <span class="soft">{said}</span> : null
}

function Sure({ gap, now }: RowProps) {
  const words = surenessInWords(gap, now)
  return words ? <p class="soft small">{words}.</p> : null
}

/** The job caps the level: more is not more here, and may be wanted elsewhere. */
function Room({ gap, rooms, isShared }: RowProps) {
  if (gap.standing !== 'above') return null
  const elsewhere = rooms.get(gap.requirement.id) ?? []
  return (
    <p class="small">
      The job gives no room for more than level {gap.required}
      {isShared ? '' : ', so nothing is asked of you beyond it'}.{' '}
      {elsewhere.length > 0 ? (
        <>
          More is used by{' '}
          {elsewhere.map(({ role, place }, i) => (
            <>
              {i > 0 && ', '}
              <a href={links.roleGap(role.id)}>{role.title}</a> (level {place})
            </>
          ))}
          .
        </>
      ) : (
        <span class="soft">No other role here asks for more of it yet.</span>
      )}
    </p>
  )
}

function Words({ gap, frameworks, isShared, person }: RowProps) {
  const framework = frameworks.get(gap.requirement.framework)
  const asked = textAt(framework, gap, gap.required)
  const step = gap.standing === 'below' ? nextStep(framework, gap) : undefined
  const own = !isShared && person !== null
  return (
    <>
      {step && (
        <LevelWords
          title={own ? 'What would close it' : 'The next level'}
          text={step}
          isOpen={gap.requirement.must}
          gap={gap}
        />
      )}
      {asked && asked.place !== step?.place && (
        <LevelWords title="What the role asks for" text={asked} isOpen={false} gap={gap} />
      )}
      {!asked && (
        <p class="soft small">
          Agreed were these words: {gap.requirement.words.statements.join(' ') || gap.requirement.words.level}
        </p>
      )}
      {gap.requirement.why && <p class="soft small">Why the role needs it: {gap.requirement.why}</p>}
    </>
  )
}

function LevelWords({
  title,
  text,
  isOpen,
  gap,
}: {
  title: string
  text: LevelText
  isOpen: boolean
  gap: Gap
}) {
  return (
    <details class="gap-words" open={isOpen}>
      <summary>
        {title}: {levelAt(gap, text.place)}
      </summary>
      <ul class="statements">
        {text.statements.map((statement) => (
          <li key={statement}>{statement}</li>
        ))}
      </ul>
    </details>
  )
}
