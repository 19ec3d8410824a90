/**
 * A framework: the words in which an organisation says what good work looks like. It has competencies; each
 * competency is described, level by level, by statements of what people can be seen to do.
 * This file owns the nouns that every other part of Sightline speaks of.
 */

/** What kind of ladder the levels are: how well somebody does it, a career stage, or broad bands. */
export const SCALE_KINDS = ['proficiency', 'stage', 'bands'] as const
export type ScaleKind = (typeof SCALE_KINDS)[number]

/** What a statement is for. `indicator` belongs to a level; all the others belong to the competency as a whole. */
export const STATEMENT_KINDS = [
  'indicator',
  'underused',
  'skilled',
  'overused',
  'activity',
  'course',
  'resource',
  'question',
  'key',
  'note',
] as const
export type StatementKind = (typeof STATEMENT_KINDS)[number]

/** How an item of one framework relates to an item of another. */
export const ALIGNMENT_TYPES = ['exact', 'close', 'broader', 'narrower', 'related'] as const
export type AlignmentType = (typeof ALIGNMENT_TYPES)[number]

export interface Level {
  id: string
  /** How files and links name it: its number if it has one, else its name in lower case with hyphens. */
  key: string
  number: number | null
  name: string | null
  description: string | null
  /** Words and phrases that betray this level in plain speech; the translator's knowledge of the level. */
  cues: string[]
}

export interface Scale {
  kind: ScaleKind
  /** From the lowest to the highest, whatever order the source prints them in. */
  levels: Level[]
}

export interface Group {
  id: string
  key: string
  code: string | null
  name: string
  definition: string | null
}

/** A book, article or site. */
export interface Publication {
  title: string
  authors: string | null
  publisher: string | null
  year: number | null
  url: string | null
}

export interface Statement {
  id: string
  kind: StatementKind
  /** The level's key, for indicators only. */
  level: string | null
  text: string
  /** Written by Sightline where the source had nothing. */
  ours: boolean
  /** Keys of further competencies of the same framework that the source gives this statement to as well. */
  also: string[]
  /** For resources that are publications; `text` then says what it is good for. */
  publication: Publication | null
}

export interface Competency {
  id: string
  /** How files and links name it: its code in lower case, else its name in lower case with hyphens. */
  key: string
  code: string | null
  name: string
  /** The group's key. */
  group: string | null
  definition: string | null
  /** Why it matters. */
  why: string | null
  /** Other names and everyday words for it; the translator's knowledge of the competency. */
  aliases: string[]
  /** In the order in which they are read: indicators from the lowest level up, then kind by kind. */
  statements: Statement[]
}

/** "This competency here is `type` that competency there." */
export interface Alignment {
  id: string
  /** Key of a competency of this framework. */
  from: string
  /** Slug of another framework, and the key of a competency in it. */
  to: { framework: string; competency: string }
  type: AlignmentType
  note: string | null
}

export interface Licence {
  /** The licence of the words as they stand here, such as "CC BY 4.0". */
  name: string
  url: string | null
  /** Whose work is restated, and on what terms. */
  attribution: string | null
}

export interface SourceOfFramework {
  title: string
  url: string | null
  note: string | null
}

export interface Framework {
  id: string
  /** The framework's name in links and on the command line: lower case, digits and hyphens. */
  slug: string
  title: string
  summary: string | null
  publisher: string | null
  source: SourceOfFramework | null
  licence: Licence
  /** BCP 47 tag, such as en-GB. */
  language: string
  version: string
  scale: Scale
  groups: Group[]
  competencies: Competency[]
  alignments: Alignment[]
}

/** What people read for a level: "3 Proficient problem-solving", "Level 3" or "Foundation". */
export function levelLabel(level: Pick<Level, 'number' | 'name'>): string {
  if (level.name === null) return `Level ${level.number ?? '?'}`
  return level.number === null ? level.name : `${level.number} ${level.name}`
}

/** What people read for a competency: "A2 Monitoring and guiding reactions". */
export function competencyLabel({ code, name }: { code?: string | null | undefined; name: string }): string {
  return code ? `${code} ${name}` : name
}

/** The indicators of one level, in reading order. */
export function indicatorsAt(competency: Competency, level: string): Statement[] {
  return competency.statements.filter((s) => s.kind === 'indicator' && s.level === level)
}

/** The statements of one kind, in reading order. */
export function statementsOf(competency: Competency, kind: StatementKind): Statement[] {
  return competency.statements.filter((s) => s.kind === kind)
}

/** A name for links: lower case, hyphens for everything that is not a letter or digit; never empty. */
export function slugify(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'untitled'
}
