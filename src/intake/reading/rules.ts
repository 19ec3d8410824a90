/** The reader's knowledge of documents: data, so that it can grow without a change of code. */
import type { Section } from '../model.ts'
import confidence from '../rules/confidence.json' with { type: 'json' }
import furniture from '../rules/furniture.json' with { type: 'json' }
import levels from '../rules/levels.json' with { type: 'json' }
import sections from '../rules/sections.json' with { type: 'json' }
import wording from '../rules/wording.json' with { type: 'json' }

/** What a section heading announces: a section of the draft, or one of the structural words. */
export type SectionKind = Section | 'definition' | 'container' | 'name' | 'group' | 'code'

export interface Rules {
  /** For each kind, regular expressions (without anchors) that a whole heading in lower case must match. */
  sections: Record<SectionKind, string[]>
  levels: {
    keywords: string[]
    before: string[]
    numbers: Record<string, number>
    codes: string[]
    strong: string[]
    /** Names of posts: levels as well, but never the head of a column by one word. */
    roles: string[]
    weak: string[]
    filler: string[]
    none: string[]
  }
  furniture: { lines: FurnitureRule[] }
  wording: {
    functionWords: string[]
    questionOpeners: string[]
    definitionOpeners: string[]
    /** Headings above guidance or greetings: never the title of the framework. */
    guidanceTitles: string[]
    /** Halves of words that keep their hyphen, such as "long-term" and "problem-solving". */
    compounds: string[]
    /** How a letter opens: no heading. */
    salutations: string[]
    definitionVerbs: string[]
    scaleCues: { name: string; rank: number; pattern: string }[]
    scaleLinks: string[]
    titleStarts: string[]
    titleEnds: string[]
    documentWords: string[]
    /** Words before the number of a heading, such as "Dimension 2:"; no part of its name. */
    namePrefixes: string[]
    acronyms: string[]
  }
  /** How sure a rule is, from 0 to 1, before any doubt about the document as a whole. */
  confidence: Record<string, number>
}

export interface FurnitureRule {
  rule: string
  pattern: string
  unless?: string
  needs?: string
}

export const defaultRules: Rules = { sections, levels, furniture, wording, confidence }
