import type { Framework } from '#framework/model.ts'
import type { Sheet } from '#lib/sheet.ts'
import { LISTS, type ListKind, type ListSection } from './lists.ts'

interface Printed {
  kind: ListKind
  sections: readonly ListSection[]
  frameworks: readonly Pick<Framework, 'title' | 'publisher' | 'licence'>[]
}

/** The list as a sheet for paper and word processors. `day` as people read it. */
export function listSheet({ kind, sections, frameworks }: Printed, person: string, day: string): Sheet {
  const filled = sections.filter(({ lines }) => lines.length > 0)
  const isFrameworks = filled.some(({ lines }) => lines.some(({ own, isEdited }) => !own && !isEdited))
  return {
    title: LISTS[kind].title,
    subtitle: `${person}, ${day}`,
    blocks: filled.flatMap(({ title, lines }) => [
      { kind: 'heading' as const, rank: 1 as const, text: title },
      { kind: 'list' as const, items: lines.map(({ text }) => text) },
    ]),
    ...(isFrameworks && frameworks.length > 0 && { footer: sourcesOf(frameworks) }),
  }
}

/** "Behaviours as described by Spotlight (New Zealand Department of Labour), CC BY 4.0." */
function sourcesOf(frameworks: Printed['frameworks']): string {
  const each = frameworks.map(
    ({ title, publisher, licence }) => `${title}${publisher ? ` (${publisher})` : ''}, ${licence.name}`,
  )
  return `Behaviours as described by ${each.join('; ')}.`
}

/** For pasting anywhere: a line for each, headings only where there are several. */
export function listText({ sections }: Pick<Printed, 'sections'>): string {
  const filled = sections.filter(({ lines }) => lines.length > 0)
  const parts = filled.map(({ title, lines }) => {
    const items = lines.map(({ text }) => `• ${text}`).join('\n')
    return filled.length > 1 ? `${title}\n${items}` : items
  })
  return parts.join('\n\n')
}
