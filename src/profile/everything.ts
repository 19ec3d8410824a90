/** All of a profile, to be taken along: as data that other programs can read, and as a sheet that people can. */
import type { Sheet, SheetBlock } from '#lib/sheet.ts'
import { LISTS, type ListKind } from './lists.ts'
import { ANSWER_WORDS, type Answer } from './model.ts'

interface Named {
  key: string
  name: string
}

interface InFramework {
  framework: { slug: string; title: string }
  competency: Named
}

interface AtLevel extends InFramework {
  level: Named
}

interface Said extends AtLevel {
  text: string
  answer: Answer
  at: Date
}

/** Levels are null where nothing is known; 'none' where every level was answered and none is reached. */
export interface Everything {
  person: { id: string; name: string }
  organization: string
  madeAt: Date
  levels: (InFramework & {
    uses: Named | 'none' | null
    can: Named | 'none' | null
    stretch: Named | 'none' | null
    firm: boolean
    asOf: Date
  })[]
  workbooks: {
    framework: { slug: string; title: string }
    startedAt: Date
    finishedAt: Date | null
    answers: Said[]
    activities: Said[]
  }[]
  lists: Record<ListKind, { section: string; lines: string[] }[]>
  stories: {
    title: string | null
    situation: string | null
    action: string | null
    result: string | null
    change: string | null
    setting: string
    happened: string | null
    madeAt: Date
    changedAt: Date
    shows: AtLevel[]
  }[]
  evidence: EvidenceTaken[]
  /** What the person wrote into the profiles of others. */
  evidenceAboutOthers: EvidenceTaken[]
  shares: {
    rows: string[]
    with: string[]
    byLink: boolean
    note: string | null
    madeAt: Date
    endsAt: Date | null
    takenBackAt: Date | null
    looks: { at: Date; by: string | null }[]
  }[]
  /** At what others shared. */
  looksAtOthers: { at: Date; profileOf: string }[]
}

export interface EvidenceTaken extends AtLevel {
  about: string
  text: string
  speaks: 'for' | 'against'
  seenOn: string
  seenBy: string
  writtenBy: string
  writtenAt: Date
  link: string | null
  answers: { text: string; at: Date }[]
  withdrawn: { at: Date; reason: string } | null
}

/** The file for programs. `format` and `version` say how to read it. */
export function everythingJson(all: Everything): string {
  return `${JSON.stringify({ format: 'sightline-profile', version: 1, ...all }, null, 2)}\n`
}

const day = (at: Date) =>
  at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const heading = (text: string, rank: 1 | 2 = 1): SheetBlock => ({ kind: 'heading', rank, text })
const soft = (text: string): SheetBlock => ({ kind: 'paragraph', text, soft: true })
const place = (level: Named | 'none' | null) =>
  level === null ? 'not known' : level === 'none' ? 'no level yet' : level.name

/** The same for people, part by part. Parts with nothing in them are left out. */
export function everythingSheet(all: Everything): Sheet {
  const blocks = [
    ...levelBlocks(all),
    ...listBlocks(all),
    ...storyBlocks(all),
    ...evidenceBlocks('Evidence about me', all.evidence),
    ...evidenceBlocks('Evidence that I wrote about others', all.evidenceAboutOthers),
    ...workbookBlocks(all),
    ...shareBlocks(all),
  ]
  return {
    title: 'My profile',
    subtitle: `${all.person.name}, ${all.organization}, ${day(all.madeAt)}`,
    blocks: blocks.length > 0 ? blocks : [soft('There is nothing in this profile yet.')],
  }
}

function levelBlocks({ levels }: Everything): SheetBlock[] {
  const groups = Map.groupBy(levels, ({ framework }) => framework.title)
  return [...groups].flatMap(([title, own]): SheetBlock[] => [
    heading(`Levels: ${title}`),
    {
      kind: 'table',
      caption: 'What is not known is not nothing: it was not answered.',
      head: ['Competency', 'Uses now', 'Can', 'Wants for this job', 'How sure', 'Answered on'],
      rows: own.map(({ competency, uses, can, stretch, firm, asOf }) => [
        competency.name,
        ...[uses, can, stretch].map(place),
        firm ? 'firm' : 'a first guess',
        day(asOf),
      ]),
    },
  ])
}

function listBlocks({ lists }: Everything): SheetBlock[] {
  return (Object.entries(lists) as [ListKind, Everything['lists'][ListKind]][]).flatMap(
    ([kind, sections]) => {
      const filled = sections.filter(({ lines }) => lines.length > 0)
      if (filled.length === 0) return []
      return [
        heading(LISTS[kind].title),
        ...filled.flatMap(({ section, lines }): SheetBlock[] => [
          heading(section, 2),
          { kind: 'list', items: lines },
        ]),
      ]
    },
  )
}

const cell = ({ competency, level }: Pick<AtLevel, 'competency' | 'level'>) =>
  `${competency.name}, ${level.name}`

function storyBlocks({ stories }: Everything): SheetBlock[] {
  if (stories.length === 0) return []
  return [
    heading('Stories'),
    ...stories.flatMap(({ title, situation, action, result, change, happened, shows }) => {
      const parts: [string, string | null][] = [
        ['Situation', situation],
        ['What I did', action],
        ['What came of it', result],
        ['What changed for others', change],
      ]
      return [
        heading(title ?? 'Without a title', 2),
        ...(happened ? [soft(happened)] : []),
        ...parts.flatMap(([name, text]): SheetBlock[] =>
          text === null ? [] : [{ kind: 'paragraph', text: `${name}: ${text}` }],
        ),
        ...(shows.length > 0 ? [soft(`Shows ${shows.map(cell).join('; ')}`)] : []),
      ]
    }),
  ]
}

function evidenceBlocks(title: string, evidence: readonly EvidenceTaken[]): SheetBlock[] {
  if (evidence.length === 0) return []
  const items = evidence.map(({ about, text, speaks, seenOn, seenBy, link, answers, withdrawn, ...at }) => {
    const further = [
      `speaks ${speaks} ${cell(at)}`,
      `seen on ${seenOn} by ${seenBy}, about ${about}`,
      ...(link ? [link] : []),
      ...answers.map((answer) => `answered: ${answer.text}`),
      ...(withdrawn ? [`withdrawn on ${day(withdrawn.at)}: ${withdrawn.reason}`] : []),
    ]
    return `${text} (${further.join('; ')})`
  })
  return [heading(title), { kind: 'list', items }]
}

function workbookBlocks({ workbooks }: Everything): SheetBlock[] {
  return workbooks.flatMap(({ framework, startedAt, finishedAt, answers, activities }): SheetBlock[] => [
    heading(`Workbook: ${framework.title}`),
    soft(`Begun on ${day(startedAt)}, ${finishedAt ? `finished on ${day(finishedAt)}` : 'not finished'}`),
    {
      kind: 'table',
      caption: 'What was answered',
      head: ['Statement', 'Where it stands', 'Answer', 'On'],
      rows: [...activities, ...answers].map(({ text, answer, at, ...where }) => [
        text,
        cell(where),
        ANSWER_WORDS[answer].short,
        day(at),
      ]),
    },
  ])
}

function shareBlocks({ shares, looksAtOthers }: Everything): SheetBlock[] {
  const items = shares.map(({ rows, with: people, byLink, note, madeAt, endsAt, takenBackAt, looks }) => {
    const whom = [...people, ...(byLink ? ['a link'] : [])].join(', ')
    const end = takenBackAt
      ? `taken back on ${day(takenBackAt)}`
      : endsAt
        ? `until ${day(endsAt)}`
        : 'until taken back'
    const looked = looks.map(({ at, by }) => `${by ?? 'by the link'} on ${day(at)}`).join('; ')
    return `${rows.join('; ')}: with ${whom}, from ${day(madeAt)}, ${end}${note ? `. “${note}”` : ''}. Looked: ${looked || 'nobody'}.`
  })
  return [
    ...(items.length > 0 ? [heading('What I shared'), { kind: 'list' as const, items }] : []),
    ...(looksAtOthers.length > 0
      ? [
          heading('What I looked at'),
          {
            kind: 'list' as const,
            items: looksAtOthers.map(({ at, profileOf }) => `${profileOf}, ${day(at)}`),
          },
        ]
      : []),
  ]
}
