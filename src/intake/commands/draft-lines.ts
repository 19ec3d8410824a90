/** A draft as lines to read in the terminal. */
import type { Screen } from '#cli/screen.ts'
import { wrap } from '#cli/wrap.ts'
import { draftLevelLabel, SECTION_LABELS, sureness } from '../labels.ts'
import { type Draft, type DraftCompetency, type Item, SECTIONS } from '../model.ts'

export function draftLines(draft: Draft, screen: Screen): string[] {
  return [
    ...(draft.title ? [screen.style.strong(draft.title), ''] : []),
    ...draft.competencies.flatMap((competency) => competencyLines(competency, screen)),
    ...unplacedLines(draft, screen),
    ...closingLines(draft, screen),
  ]
}

function competencyLines(competency: DraftCompetency, screen: Screen): string[] {
  const { style, width } = screen
  const name = [competency.code, competency.name ?? 'Competency without a name'].filter(Boolean).join(' ')
  const group = competency.group ? [style.accent(competency.group)] : []
  return [
    ...group,
    style.strong(name),
    ...competency.definition.flatMap((item) => wrap(marked(item), width, '  ')),
    ...competency.levels.flatMap((level) => [
      `  ${style.accent(draftLevelLabel(level))} ${style.faint(`(${level.indicators.length})`)}`,
      ...itemLines(level.indicators, screen),
    ]),
    ...SECTIONS.flatMap((section) =>
      sectionLines(SECTION_LABELS[section], competency.sections[section], screen),
    ),
    ...competency.emptySections.map(
      (heading) => `  ${style.accent(heading)} ${style.faint('(nothing under it)')}`,
    ),
    '',
  ]
}

function sectionLines(title: string, items: readonly Item[], screen: Screen): string[] {
  if (items.length === 0) return []
  const { style } = screen
  return [`  ${style.accent(title)} ${style.faint(`(${items.length})`)}`, ...itemLines(items, screen)]
}

function itemLines(items: readonly Item[], { width }: Screen): string[] {
  return items.flatMap((item) => wrap(marked(item), width, '    • '))
}

function marked(item: Item): string {
  return sureness(item) === 'sure' ? item.text : `${item.text} (?)`
}

function unplacedLines({ unplaced }: Draft, screen: Screen): string[] {
  if (unplaced.length === 0) return []
  const { style, width } = screen
  return [
    style.warm(`Not placed yet (${unplaced.length})`),
    ...unplaced.flatMap((item) =>
      wrap(item.text, width, `  ${style.faint(`line ${item.lines[0]}:`)} `, '    '),
    ),
    '',
  ]
}

function closingLines({ furniture, edits, ledger }: Draft, { style, width }: Screen): string[] {
  const places = furniture.reduce((sum, item) => sum + item.spans.length, 0)
  const parts = [
    places > 0 ? `Set aside as page furniture: ${count(places, 'piece')}.` : '',
    edits.length > 0 ? `Broken lines put together or cut: ${count(edits.length, 'time')}.` : '',
  ].filter(Boolean)
  const doubt = ledger.lostWords + ledger.inventedWords
  const proof =
    doubt === 0
      ? `All ${ledger.sourceWords.toLocaleString('en-GB')} words accounted for.`
      : `${ledger.lostWords} words lost and ${ledger.inventedWords} invented: please report this document.`
  return [...wrap(parts.join(' '), width).filter(Boolean).map(style.faint), proof]
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-GB')} ${noun}${number === 1 ? '' : 's'}`
}
