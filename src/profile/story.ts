/**
 * A story: something that somebody did once, told as the situation, what they did, what came of it, and what changed for
 * others. A draft may lack any part. Competency and level are read from the action alone.
 */

import { z } from 'zod'
import { fold } from '#people/fold.ts'

/** Where it happened. */
export const SETTINGS = ['work', 'student-job', 'volunteering', 'sport', 'study', 'home', 'other'] as const
export type Setting = (typeof SETTINGS)[number]

export const SETTING_WORDS: Record<Setting, string> = {
  work: 'At work',
  'student-job': 'In a student or holiday job',
  volunteering: 'Volunteering',
  sport: 'In a sports team or club',
  study: 'In studies or school',
  home: 'At home, in the family or the neighbourhood',
  other: 'Somewhere else',
}

export interface Story {
  id: string
  personId: string
  /** Each part is null until it is written. */
  title: string | null
  situation: string | null
  action: string | null
  result: string | null
  /** What changed for others. */
  change: string | null
  setting: Setting
  /** When, as the person says it: a year, a month, a summer. */
  happened: string | null
  madeAt: Date
  changedAt: Date
  /** Counts the changes, so that two windows do not undo each other. */
  version: number
}

/** The cell of a framework that a story shows. */
export interface Cell {
  competency: string
  level: string
}

/** "This story shows that competency at that level": confirmed, moved or set by the person. */
export interface Placement extends Cell {
  id: string
  storyId: string
  frameworkId: string
  /** The words of the action that show it, as they stood when it was placed; null: the whole. */
  activity: string | null
  placedBy: 'translate' | 'person'
  placedAt: Date
}

const MOST = { title: 120, situation: 2000, action: 6000, result: 2000, change: 2000, happened: 60 }

function text(name: keyof typeof MOST, isLine: boolean) {
  return z
    .string(`Write the ${name} as text.`)
    .nullish()
    .transform((typed) => {
      const plain = (typed ?? '').normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\u0000', '')
      return (isLine ? plain.replace(/\s+/gu, ' ') : plain).trim()
    })
    .pipe(z.string().max(MOST[name], `Use at most ${MOST[name].toLocaleString('en-GB')} characters.`))
    .transform((typed) => typed || null)
}

/** What somebody types of a story. Any part may be empty, but not all of them. */
export const StoryForm = z
  .object({
    title: text('title', true),
    situation: text('situation', false),
    action: text('action', false),
    result: text('result', false),
    change: text('change', false),
    setting: z.enum(SETTINGS, 'Choose where it happened.').default('work'),
    happened: text('happened', true),
  })
  .refine(
    ({ title, situation, action, result, change }) => title ?? situation ?? action ?? result ?? change,
    { path: ['title'], message: 'Write a few words of any part first; the rest can follow another day.' },
  )
export type StoryForm = z.infer<typeof StoryForm>

const LONGEST_NAME = 60

/** What a story is called in lists: its title, else how it begins. */
export function storyName(
  story: Pick<StoryForm, 'title' | 'situation' | 'action' | 'result' | 'change'>,
): string {
  const { title, situation, action, result, change } = story
  if (title) return title
  const first = (action ?? situation ?? result ?? change ?? '').replace(/\s+/gu, ' ')
  const letters = [...first]
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME).join('').trimEnd()}…` : first
}

/** Those of the stories that have all the folded words in any of their parts. */
export function storiesWith(stories: readonly Story[], words: readonly string[]): Story[] {
  return stories.filter(({ title, situation, action, result, change, happened }) => {
    const told = fold([title, situation, action, result, change, happened].join(' '))
    return words.every((word) => told.includes(word))
  })
}
