import { z } from 'zod'
import { Invalid } from '#errors.ts'
import {
  itemKey,
  levelKey,
  type NewCompetency,
  type NewFramework,
  type NewLevel,
  type NewStatement,
} from '#framework/identify.ts'
import { SCALE_KINDS, type StatementKind, slugify } from '#framework/model.ts'
import {
  type Draft,
  type DraftCompetency,
  type DraftLevel,
  type Item,
  SECTIONS,
  type Section,
} from './model.ts'
import { publicationFrom } from './publication.ts'

/** The answers to "may your organisation use this text?", and what they mean for the published words. */
export const PERMISSIONS = {
  own: 'Our own words: all rights with us',
  permitted: 'Used with the permission of the publisher',
  open: 'Open: public domain or an open licence',
  unsure: 'Permission not settled: for our own reading only',
} as const

const short = z.string().trim().max(200, 'Keep it under 200 characters.')

/** What a draft still needs to become a framework. */
export const PublicationForm = z.object({
  title: short.min(1, 'Give the framework a title.'),
  summary: z.string().trim().max(500, 'Keep it under 500 characters.').default(''),
  publisher: short.default(''),
  url: z
    .union([
      z.literal(''),
      z.url({ protocol: /^https?$/, error: 'Write the whole address, starting with https://' }),
    ])
    .default(''),
  permission: z.enum(['own', 'permitted', 'open', 'unsure'], { error: 'Say whether you may use this text.' }),
  kind: z.enum(SCALE_KINDS).default('proficiency'),
})
export type PublicationForm = z.output<typeof PublicationForm>

/** Everything that keeps a draft from being published, as sentences that say what to do. Empty when nothing does. */
export function hindrances(draft: Draft): string[] {
  const left = draft.unplaced.length
  const nameless = draft.competencies.filter((c) => !c.name?.trim()).length
  const blank = draft.competencies.some((c) => c.levels.some((l) => l.number === null && l.name === null))
  return [
    ...(left
      ? [
          `${left === 1 ? '1 item is' : `${left} items are`} still unplaced. Move them, or keep them as notes.`,
        ]
      : []),
    ...(draft.competencies.length === 0
      ? ['There is no competency yet. Add one and move its statements into it.']
      : []),
    ...(nameless
      ? [`${nameless === 1 ? 'A competency has' : `${nameless} competencies have`} no name. Give it one.`]
      : []),
    ...(blank ? ['A level has neither number nor name. Give it one of them.'] : []),
  ]
}

const KIND_OF: Record<Section, StatementKind> = {
  underused: 'underused',
  skilled: 'skilled',
  overused: 'overused',
  activities: 'activity',
  courses: 'course',
  resources: 'resource',
  books: 'resource',
  questions: 'question',
  keyBehaviours: 'key',
  notes: 'note',
}

/** The framework that the draft describes. Throws Invalid with all hindrances. */
export function toFramework(draft: Draft, form: PublicationForm): NewFramework {
  const open = hindrances(draft)
  if (open.length) throw new Invalid(open.join(' '))
  const levels = scaleOf(draft.competencies)
  const groups = groupsOf(draft.competencies)
  return {
    slug: slugify(form.title),
    title: form.title,
    summary: form.summary || null,
    publisher: form.publisher || null,
    source: { title: form.title, url: form.url || null, note: null },
    licence: { name: PERMISSIONS[form.permission], url: null, attribution: form.publisher || null },
    language: 'en',
    version: '1.0.0',
    scale: { kind: form.kind, levels: levels.map(({ level }) => level) },
    groups,
    competencies: withUniqueKeys(draft.competencies.map((c) => competencyOf(c, levels, groups))),
    alignments: [],
  }
}

/** Groups as the document names them; two names that read alike in links stay two groups. */
function groupsOf(competencies: readonly DraftCompetency[]) {
  const names = [...new Set(competencies.flatMap((c) => c.group ?? []))]
  const plain = names.map((name) => ({
    key: itemKey({ code: null, name }),
    code: null,
    name,
    definition: null,
  }))
  return withUniqueKeys(plain)
}

interface ScaleStep {
  level: NewLevel
  /** How a draft's level is told to be this one: by number, else by name. */
  is(other: DraftLevel): boolean
}

const sameName = (a: string | null, b: string | null) => a !== null && b !== null && sounds(a) === sounds(b)

/** A name without its punctuation; one of signs alone, such as ★★, is nothing but its signs. */
const sounds = (name: string) => (/[\p{L}\p{N}]/u.test(name) ? slugify(name) : name.trim())

/**
 * One scale from the levels of all competencies. Levels are the same when their numbers are, or, where one of them
 * has no number, when their names are. Numbers give the order; levels without a number follow in the order of the document.
 */
function scaleOf(competencies: readonly DraftCompetency[]): ScaleStep[] {
  const steps: { number: number | null; name: string | null }[] = []
  const all = competencies.flatMap((c) => c.levels)
  for (const level of [...all.filter((l) => l.number !== null), ...all.filter((l) => l.number === null)]) {
    const known = steps.find((s) => sameLevel(s, level))
    if (!known) steps.push({ number: level.number, name: level.name })
    else known.name ??= level.name
  }
  steps.sort((a, b) => (a.number ?? Number.POSITIVE_INFINITY) - (b.number ?? Number.POSITIVE_INFINITY) || 0)
  const keys = withUniqueKeys(steps.map((step) => ({ key: levelKey(step) })))
  return steps.map((step, i) => ({
    level: {
      key: keys[i]?.key ?? levelKey(step),
      number: step.number,
      name: step.name,
      description: null,
      cues: [],
    },
    is: (other) => sameLevel(step, other),
  }))
}

function sameLevel(a: Pick<DraftLevel, 'number' | 'name'>, b: Pick<DraftLevel, 'number' | 'name'>): boolean {
  return a.number !== null && b.number !== null ? a.number === b.number : sameName(a.name, b.name)
}

function competencyOf(
  draft: DraftCompetency,
  scale: readonly ScaleStep[],
  groups: readonly { key: string; name: string }[],
): NewCompetency {
  const name = draft.name ?? ''
  const indicators = draft.levels.flatMap((level) => {
    const key = scale.find((step) => step.is(level))?.level.key ?? null
    return level.indicators.map((item) => ({ ...statementOf(item, 'indicator'), level: key }))
  })
  const others = SECTIONS.flatMap((section) =>
    draft.sections[section].map((item) =>
      section === 'books' ? bookOf(item) : statementOf(item, KIND_OF[section]),
    ),
  )
  return {
    key: itemKey({ code: draft.code, name }),
    code: draft.code,
    name,
    group: groups.find(({ name }) => name === draft.group)?.key ?? null,
    definition: draft.definition.map((item) => item.text).join(' ') || null,
    why: null,
    aliases: [],
    statements: [...indicators, ...others],
  }
}

function statementOf(item: Item, kind: StatementKind): NewStatement {
  return { kind, level: null, text: item.text, ours: false, also: [], publication: null }
}

function bookOf(item: Item): NewStatement {
  const { publication, remark } = publicationFrom(item.text)
  return { ...statementOf(item, 'resource'), text: remark, publication }
}

/** Links need a key for each: of two with the same name the second gets the next free number. */
function withUniqueKeys<T extends { key: string }>(parts: T[]): T[] {
  const taken = new Set(parts.map((part) => part.key))
  const used = new Set<string>()
  return parts.map((part) => {
    let { key } = part
    for (let number = 2; used.has(key); number++) {
      const next = `${part.key}-${number}`
      if (!taken.has(next)) key = next
    }
    used.add(key)
    taken.add(key)
    return { ...part, key }
  })
}
