/** The gap on paper: one page to take into a talk about the job. */
import type { Framework } from '#framework/model.ts'
import type { Sheet, SheetBlock } from '#lib/sheet.ts'
import type { Gap, Summary } from './gap.ts'
import {
  competencyLabel,
  entryLabel,
  firstDayInWords,
  headlineOf,
  levelAt,
  monthsInWords,
  nextStep,
  requiredLabel,
  standingInWords,
  surenessInWords,
  tallyInWords,
} from './gap-words.ts'
import type { Role } from './model.ts'

export interface GapPaper {
  role: Role
  /** Whose levels they are; null: nobody's, so that only what the role needs is told. */
  name: string | null
  /** The version of the role's profile. */
  number: number
  gaps: readonly Gap[]
  summary: Summary
  frameworks: ReadonlyMap<string, Framework>
  now: Date
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A sheet of the whole gap: the must-haves first, then what would close it, then whose words they are. */
export function gapSheet({ role, name, number, gaps, summary, frameworks, now }: GapPaper): Sheet {
  const must = gaps.filter(({ requirement }) => requirement.must)
  const other = gaps.filter(({ requirement }) => !requirement.must)
  return {
    title: name === null ? `What ${role.title} needs` : `Between ${name} and ${role.title}`,
    subtitle: `Version ${number} of what the role needs, on ${DAY.format(now)}`,
    blocks: [
      ...(name === null ? [] : summaryBlocks(summary)),
      ...part('Must-haves', must, now),
      ...part('Also needed', other, now),
      ...closing(gaps, frameworks),
    ],
    footer: sourcesOf([...frameworks.values()]),
  }
}

function summaryBlocks({ must, other }: Summary): SheetBlock[] {
  const lines = [
    must.firstDay.total > 0 && `Must-haves on the first day: ${tallyInWords(must.firstDay)}.`,
    must.full.total > 0 && `Must-haves at the full level: ${tallyInWords(must.full)}.`,
    other.full.total > 0 && `Everything else at the full level: ${tallyInWords(other.full)}.`,
  ].filter((line) => line !== false)
  return [
    { kind: 'paragraph', text: headlineOf({ must, other }) },
    { kind: 'list', items: lines },
  ]
}

function part(title: string, gaps: readonly Gap[], now: Date): SheetBlock[] {
  if (gaps.length === 0) return []
  const head = ['Competency', 'First day', 'Full level', 'Can', 'Uses now', 'Where it stands', 'How sure']
  return [
    { kind: 'heading', rank: 1, text: title },
    { kind: 'table', caption: title, head, rows: gaps.map((gap) => rowOf(gap, now)) },
  ]
}

/** The cells of one competency, for the sheet and for the table behind the picture. */
export function rowOf(gap: Gap, now: Date): string[] {
  const nothing = gap.standing === 'not shared' ? 'not shared' : 'not known'
  return [
    competencyLabel(gap),
    entryLabel(gap) ?? 'none',
    requiredLabel(gap),
    levelAt(gap, gap.can) ?? nothing,
    levelAt(gap, gap.uses) ?? nothing,
    `${standingInWords(gap)}; first day: ${firstDayInWords(gap).toLowerCase()}`,
    surenessInWords(gap, now) ?? '–',
  ]
}

function closing(gaps: readonly Gap[], frameworks: ReadonlyMap<string, Framework>): SheetBlock[] {
  const open = gaps.filter(({ standing }) => standing === 'below')
  const parts = open.flatMap((gap): SheetBlock[] => {
    const step = nextStep(frameworks.get(gap.requirement.framework), gap)
    if (!step) return []
    const time = monthsInWords(gap.requirement.months)
    return [
      { kind: 'heading', rank: 2, text: `${competencyLabel(gap)}: ${levelAt(gap, step.place)}` },
      ...(time
        ? [{ kind: 'paragraph', text: `Full level within ${time} in the job.`, soft: true } as const]
        : []),
      { kind: 'list', items: step.statements },
    ]
  })
  return parts.length > 0 ? [{ kind: 'heading', rank: 1, text: 'What would close it' }, ...parts] : []
}

/** Whose words a sheet is made of, and on what terms. */
export function sourcesOf(frameworks: readonly Framework[]): string {
  const sources = frameworks.map(({ title, version, licence }) => {
    const terms = [licence.name, licence.attribution].filter(Boolean).join(': ')
    return `${title} ${version}${terms ? ` (${terms})` : ''}`
  })
  return `Words: ${sources.join('; ')}.`
}
