import type { AlignmentType, ScaleKind, StatementKind } from '../model.ts'

/** What the page calls each kind of statement. */
export const KIND_LABELS: Record<StatementKind, string> = {
  indicator: 'Behaviour',
  underused: 'Too little',
  skilled: 'Right',
  overused: 'Too much',
  activity: 'Activity',
  course: 'Course',
  resource: 'Reading',
  question: 'Question',
  key: 'Key behaviour',
  note: 'Note',
}

/** What a competency has beside its levels, in the order in which a page shows it. */
export const SECTIONS: [kind: StatementKind, title: string][] = [
  ['key', 'Key behaviours'],
  ['activity', 'Activities that build it'],
  ['course', 'Courses'],
  ['resource', 'To read'],
  ['question', 'Questions to ask'],
  ['note', 'Notes'],
]

/** "This competency … that one." */
const RELATIONS: Record<AlignmentType, string> = {
  exact: 'means the same as',
  close: 'is close to',
  broader: 'is broader than',
  narrower: 'is narrower than',
  related: 'is related to',
}

const INVERSE: Record<AlignmentType, AlignmentType> = {
  exact: 'exact',
  close: 'close',
  broader: 'narrower',
  narrower: 'broader',
  related: 'related',
}

/** How this competency stands to another, whichever of the two says so. */
export function relation(type: AlignmentType, direction: 'out' | 'in'): string {
  return RELATIONS[direction === 'out' ? type : INVERSE[type]]
}

/** What a rung of such a scale is called. */
const RUNGS: Record<ScaleKind, [one: string, many: string]> = {
  proficiency: ['level', 'levels'],
  stage: ['stage', 'stages'],
  bands: ['band', 'bands'],
}

const figures = new Intl.NumberFormat('en-GB')

/** "1 statement", "1,234 statements". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${figures.format(count)} ${count === 1 ? one : many}`
}

export function countedCompetencies(count: number): string {
  return counted(count, 'competency', 'competencies')
}

/** "5 levels", "4 stages", "no levels". */
export function countedRungs(kind: ScaleKind, count: number): string {
  return count === 0 ? 'no levels' : counted(count, ...RUNGS[kind])
}

/** The beginning of a text, cut between words, for a place where the whole does not fit. */
export function beginning(text: string, characters: number): string {
  if (text.length <= characters) return text
  const cut = text.slice(0, characters)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), characters / 2)).replace(/[\s,;:.–-]+$/, '')}…`
}
