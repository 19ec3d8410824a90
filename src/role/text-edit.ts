import type { Framework } from '#framework/model.ts'
import { firstLines, inReadersWords, lineOf, type Offer, type OfferFrom, offersFor } from './offer.ts'
import type { Template, TemplateSection } from './templates.ts'
import {
  type Line,
  MOST_LINES,
  type Section,
  type TextContent,
  type TextKind,
  type TypedSection,
  type TypedText,
} from './text.ts'

export interface NewText {
  kind: TextKind
  title: string
  purpose: string | null
  /** What is known of a fact, by its label. */
  known: Readonly<Record<string, string>>
  template: Template
  from: OfferFrom
}

/** A text as it begins: the template's sections, filled from the profile. */
export function newContent({ kind, title, purpose, known, template, from }: NewText): TextContent {
  const taken = new Set<string>()
  const sections = template.sections.map((section) => {
    const lines = firstLines(kind, section.source, offersFor(section.source, from), taken)
    for (const { id } of lines) taken.add(id)
    return sectionFrom(section, { purpose, known, lines })
  })
  return { title, sections }
}

function sectionFrom(
  { key, kind, source, heading, text, facts }: TemplateSection,
  { purpose, known, lines }: { purpose: string | null; known: NewText['known']; lines: Line[] },
): Section {
  const told = source === 'purpose' ? [purpose, text].filter(Boolean).join('\n\n') : text
  return {
    key,
    kind,
    heading,
    text: told,
    lines,
    facts: facts.map((label) => ({ label, text: known[label] ?? '' })),
  }
}

/** What each section of a text can still take, by the section's key. */
export function offersBySection(
  content: TextContent,
  template: Template,
  from: OfferFrom,
): Map<string, Offer[]> {
  const sources = new Map(template.sections.map(({ key, source }) => [key, source]))
  return new Map(
    content.sections.map(({ key, lines }) => {
      const taken = new Set(lines.map(({ id }) => id))
      const offers = offersFor(sources.get(key) ?? 'none', from)
      const left = offers.map((offer) => ({
        ...offer,
        lines: offer.lines.filter(({ id }) => !taken.has(id)),
      }))
      return [key, left.filter(({ lines }) => lines.length > 0)]
    }),
  )
}

/**
 * The text with what was typed. A line keeps where it comes from by its id; one that is empty is taken out; one whose id is
 * neither in the text nor offered is somebody's own.
 */
export function withTyped(
  content: TextContent,
  typed: TypedText,
  offers: ReadonlyMap<string, readonly Offer[]>,
): TextContent {
  const sections = content.sections.map((section) => {
    const given = typed.sections.find(({ key }) => key === section.key)
    return given ? sectionWith(section, given, offers.get(section.key) ?? []) : section
  })
  return { title: typed.title, sections }
}

function sectionWith(section: Section, typed: TypedSection, offers: readonly Offer[]): Section {
  const known = new Map(
    [...offers.flatMap(({ lines }) => lines), ...section.lines].map((line) => [line.id, line]),
  )
  const kept = typed.lines.flatMap(({ id, text }, i) => {
    if (text === '') return []
    const line = known.get(id)
    if (line) return [{ ...line, text }]
    const under = known.get(typed.lines[i - 1]?.id ?? '')?.under ?? null
    return [{ id, text, under, origin: { from: 'own' } } satisfies Line]
  })
  const there = new Set(kept.map(({ id }) => id))
  const taken = typed.take.flatMap((id) => known.get(id) ?? []).filter(({ id }) => !there.has(id))
  const added = ownLines(typed.add, [...there, ...taken.map(({ id }) => id)])
  return {
    ...section,
    heading: typed.heading || section.heading,
    text: typed.text,
    lines: grouped([...kept, ...taken, ...added]).slice(0, MOST_LINES),
    facts: section.facts.map((fact, i) => ({ ...fact, text: typed.facts[i] ?? fact.text })),
  }
}

/** Each line of what was typed as a line of one's own. */
function ownLines(typed: string, taken: readonly string[]): Line[] {
  const numbers = taken.map((id) => Number(/^own-(\d+)$/.exec(id)?.[1] ?? 0))
  const from = Math.max(0, ...numbers)
  const texts = typed.split('\n').map((text) => text.replace(/^\s*[-*•–]\s+/, '').trim())
  return texts
    .filter(Boolean)
    .map((text, i) => ({ id: `own-${from + 1 + i}`, text, under: null, origin: { from: 'own' } }))
}

/** Lines with the same heading stand together, in the order in which the headings first come. */
function grouped(lines: readonly Line[]): Line[] {
  return [...Map.groupBy(lines, ({ under }) => under).values()].flat()
}

/** Moves a line up or down among those under the same heading, or takes it out. What cannot be done leaves all as it is. */
export function withStep(
  content: TextContent,
  step: { do: string; section: string; line: string },
): TextContent {
  const sections = content.sections.map((section) =>
    section.key === step.section ? { ...section, lines: stepped(section.lines, step) } : section,
  )
  return { ...content, sections }
}

function stepped(lines: Line[], { do: what, line }: { do: string; line: string }): Line[] {
  const at = lines.findIndex(({ id }) => id === line)
  const [here, other] = [lines[at], lines[at + (what === 'up' ? -1 : 1)]]
  if (!here) return lines
  if (what === 'remove') return lines.toSpliced(at, 1)
  if (!other || other.under !== here.under) return lines
  const to = what === 'up' ? at - 1 : at
  return lines.toSpliced(to, 2, ...(what === 'up' ? [here, other] : [other, here]))
}

/** Statements of frameworks, by their ids, added to the end of a section; those that are there already stay once. */
export function withStatements(
  content: TextContent,
  section: string,
  found: readonly { framework: Framework; ids: ReadonlySet<string> }[],
): TextContent {
  const lines = found.flatMap(({ framework, ids }) => linesOf(framework, ids))
  const sections = content.sections.map((one) => {
    if (one.key !== section) return one
    const there = new Set(one.lines.map(({ id }) => id))
    return { ...one, lines: [...one.lines, ...lines.filter(({ id }) => !there.has(id))].slice(0, MOST_LINES) }
  })
  return { ...content, sections }
}

function linesOf(framework: Framework, ids: ReadonlySet<string>): Line[] {
  return framework.competencies.flatMap((competency) =>
    competency.statements
      .filter(({ id }) => ids.has(id))
      .map((statement) => {
        const place = { framework, competency, level: statement.level ?? '', agreed: null, under: null }
        return inReadersWords(lineOf(statement, place), framework)
      }),
  )
}

/** A text brought to a newer version of the profile: what people wrote stays, lines that the new version has are added. */
export function renewed(content: TextContent, fresh: TextContent): TextContent {
  const sections = content.sections.map((section) => {
    const newer = fresh.sections.find(({ key }) => key === section.key)
    const there = new Set(content.sections.flatMap(({ lines }) => lines.map(({ id }) => id)))
    const added = newer?.lines.filter(({ id }) => !there.has(id)) ?? []
    return { ...section, lines: grouped([...section.lines, ...added]).slice(0, MOST_LINES) }
  })
  return { ...content, sections }
}
