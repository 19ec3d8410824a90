/**
 * Lists at once: lines for a CV, a career plan and an appraisal, made from the answers of the latest round of each
 * framework. The words stay those of the framework or the person's own; the person edits, moves, leaves out and adds.
 */
import { z } from 'zod'
import { fingerprint } from '#lib/fingerprint.ts'
import type { Activity, Answer, StatementAnswer } from './model.ts'

export const LIST_KINDS = ['cv', 'career', 'appraisal'] as const
export type ListKind = (typeof LIST_KINDS)[number]

export type SectionKey = 'can' | 'want' | 'use' | 'develop' | 'seldom'

interface SectionRule {
  key: SectionKey
  title: string
  /** Which answers bring a line here; an earlier one comes first where the level is the same. */
  answers: readonly Answer[]
  /** `strongest`: the highest level first. `nearest`: the level nearest to what the person can first. */
  first: 'strongest' | 'nearest'
}

export interface ListRule {
  title: string
  /** What it is for, in a sentence. */
  says: string
  sections: readonly SectionRule[]
}

/** What goes on which list; docs/methods/profile-lists.md has the reasons. */
export const LISTS: Record<ListKind, ListRule> = {
  cv: {
    title: 'For your CV',
    says: 'What you can: what you use now, and what you have but seldom use here.',
    sections: [{ key: 'can', title: 'What I can', answers: ['now', 'seldom'], first: 'strongest' }],
  },
  career: {
    title: 'For your career plan',
    says: 'What you want for a later job, the next steps first.',
    sections: [{ key: 'want', title: 'What I want for a later job', answers: ['later'], first: 'nearest' }],
  },
  appraisal: {
    title: 'For your appraisal',
    says: 'What you use, what you want to develop for this job, and what you have but seldom use.',
    sections: [
      { key: 'use', title: 'What I use now', answers: ['now'], first: 'strongest' },
      {
        key: 'develop',
        title: 'What I want to develop for this job',
        answers: ['develop'],
        first: 'nearest',
      },
      { key: 'seldom', title: 'What I have but seldom use here', answers: ['seldom'], first: 'strongest' },
    ],
  },
}

/** A round's answers with what a list needs of its framework. */
export interface Round {
  /** Levels from the lowest, by key, with the label that people read. */
  levels: readonly { key: string; label: string }[]
  /** Competencies in the framework's order. */
  competencies: readonly { key: string; label: string }[]
  /** Place of the level that the person can, by competency; null or absent: not known. */
  can: ReadonlyMap<string, number | null>
  answers: readonly StatementAnswer[]
  activities: readonly Activity[]
}

/** A line as the answers give it. */
interface Given {
  source: string
  words: string
  /** "A1 Sensing contexts, 3 Solving problems"; null for lines written by hand. */
  place: string | null
  /** In the person's own words from the start. */
  own: boolean
}

/** A line as the person sees it. */
export interface ListLine extends Given {
  /** What stands on the list. */
  text: string
  isEdited: boolean
  /** An edited line whose answer no longer brings it here. It stays, since somebody wrote it. */
  isLeft: boolean
}

export interface ListSection {
  key: SectionKey
  title: string
  lines: ListLine[]
  /** Left out by the person, or not among the first by the rule. */
  out: ListLine[]
}

/** What somebody did with a line; see migrations/0010-profile-lists.sql. */
export interface TouchedLine {
  section: SectionKey
  source: string
  words: string
  edited: string | null
  included: boolean
  position: number | null
}

/** So many lines of a competency begin on a list, and so many in all of a section. */
const OF_ONE = 2
const IN_ALL = 12

interface Ranked extends Given {
  competency: string
  /** Less comes first, part by part. */
  rank: readonly number[]
}

/** The list as it stands: what the answers give, with everything that the person did with it. */
export function listOf(
  kind: ListKind,
  rounds: readonly Round[],
  touched: readonly TouchedLine[],
): ListSection[] {
  return LISTS[kind].sections.map((rule) =>
    sectionOf(
      rule,
      rounds.flatMap((round) => ranked(rule, round)).toSorted(byRank),
      touched.filter(({ section }) => section === rule.key),
    ),
  )
}

const byRank = (a: Ranked, b: Ranked) => {
  const at = a.rank.findIndex((part, i) => part !== b.rank[i])
  return at < 0 ? (a.source < b.source ? -1 : 1) : (a.rank[at] ?? 0) - (b.rank[at] ?? 0)
}

function ranked(rule: SectionRule, round: Round): Ranked[] {
  const statements = round.answers.map((one) => ({
    ...{ source: `statement:${one.statementId}`, words: one.text, own: false },
    ...{ answer: one.answer, competency: one.competency, level: one.level },
  }))
  const activities = round.activities.map((one) => ({
    ...{ source: activitySource(one.text), words: one.text, own: true },
    ...{ answer: one.answer, competency: one.competency, level: one.level },
  }))
  return [...activities, ...statements]
    .filter(({ answer }) => rule.answers.includes(answer))
    .map((one) => ({ ...one, place: placeOf(one, round), rank: rankOf(one, rule, round) }))
}

/** The same words in a later round are the same line, though the row is another. */
export function activitySource(text: string): string {
  return `activity:${fingerprint(text.toLowerCase())}`
}

interface Placed {
  competency: string
  level: string
  answer: Answer
  own: boolean
}

/** By level, then own words before the framework's, then by answer, then in the framework's order. */
function rankOf({ competency, level, answer, own }: Placed, rule: SectionRule, round: Round): number[] {
  const place = round.levels.findIndex(({ key }) => key === level) + 1
  const share = place / Math.max(1, round.levels.length)
  const distance = Math.abs(place - ((round.can.get(competency) ?? 0) + 1))
  const byLevel = rule.first === 'strongest' ? -share : distance
  const order = round.competencies.findIndex(({ key }) => key === competency)
  return [byLevel, own ? 0 : 1, rule.answers.indexOf(answer), order]
}

function placeOf({ competency, level }: Placed, { levels, competencies }: Round): string | null {
  const label = (all: readonly { key: string; label: string }[], key: string) =>
    all.find((one) => one.key === key)?.label ?? key
  return `${label(competencies, competency)}, ${label(levels, level)}`
}

function sectionOf(rule: SectionRule, all: readonly Ranked[], touched: readonly TouchedLine[]): ListSection {
  const given = unique(all)
  const byRule = chosenByRule(given)
  const bySource = new Map(touched.map((one) => [one.source, one]))
  const follows = new Map(given.map((one) => [one.source, one]))
  const isIn = (source: string) => bySource.get(source)?.included ?? byRule.has(source)
  const kept = touched
    .filter(({ source }) => !follows.has(source))
    .filter(({ source, edited }) => source.startsWith('own:') || edited !== null)
    .map(leftOf)
  const lines = [...given.map((one) => lineOf(one, bySource.get(one.source))), ...kept]
  const position = ({ source }: ListLine) => bySource.get(source)?.position ?? Number.POSITIVE_INFINITY
  return {
    key: rule.key,
    title: rule.title,
    lines: lines.filter(({ source }) => isIn(source)).toSorted((a, b) => comparing(position(a), position(b))),
    out: lines.filter(({ source }) => !isIn(source)),
  }
}

/** Infinity less infinity is no number. */
const comparing = (a: number, b: number) => (a === b ? 0 : a - b)

/** A statement that two competencies share, or words typed twice, is one line: the first. */
function unique(all: readonly Ranked[]): Ranked[] {
  return all.filter(({ source }, i) => all.findIndex((one) => one.source === source) === i)
}

/** The first of each competency, then the second, until the list is long enough. */
function chosenByRule(given: readonly Ranked[]): Set<string> {
  const counts = new Map<string, number>()
  const rounds: Ranked[][] = Array.from({ length: OF_ONE }, () => [])
  for (const one of given) {
    const before = counts.get(one.competency) ?? 0
    rounds[before]?.push(one)
    counts.set(one.competency, before + 1)
  }
  return new Set(
    rounds
      .flat()
      .slice(0, IN_ALL)
      .map(({ source }) => source),
  )
}

function lineOf({ source, words, place, own }: Given, touched: TouchedLine | undefined): ListLine {
  const edited = touched?.edited ?? null
  return { source, words, place, own, text: edited ?? words, isEdited: edited !== null, isLeft: false }
}

function leftOf({ source, words, edited }: TouchedLine): ListLine {
  const own = source.startsWith('own:')
  const isLeft = !own
  return { source, words, place: null, own, text: edited ?? words, isEdited: edited !== null && !own, isLeft }
}

/** The words of a line, as a form or a program gives them. */
export const LineText = z
  .string('Write the line.')
  .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(z.string().min(3, 'Write the line, in a few words.').max(600, 'Use at most 600 characters.'))

/** What can be done with a line. */
export const LINE_STEPS = ['up', 'down', 'out', 'in', 'edit', 'restore', 'remove'] as const
export type LineStep = (typeof LINE_STEPS)[number]

/** The section of this key on a list; undefined: the list has none. */
export function sectionIn(kind: ListKind, key: string): SectionKey | undefined {
  return LISTS[kind].sections.find((section) => section.key === key)?.key
}

/** Every source of a section in its order after a step up or down; null: there is nowhere to go. */
export function moved(lines: readonly ListLine[], source: string, by: -1 | 1): string[] | null {
  const order = lines.map((line) => line.source)
  const from = order.indexOf(source)
  const to = from + by
  if (from < 0 || to < 0 || to >= order.length) return null
  return order.with(from, order[to] ?? '').with(to, source)
}
