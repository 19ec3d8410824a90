import { z } from 'zod'
import type { Cell } from './story.ts'

/** A cell as a form sends it: "a2|3". Keys hold no bar. */
export function cellText({ competency, level }: Cell): string {
  return `${competency}|${level}`
}

/** Null for what is no cell. */
export function cellFrom(text: string | undefined): Cell | null {
  const [competency = '', level = ''] = (text ?? '').split('|')
  return competency === '' || level === '' ? null : { competency, level }
}

/** Where somebody places an activity of a story: a cell that was offered, or a competency and a level chosen by hand. */
export const PlacingForm = z
  .object({
    framework: z.string('Choose a framework.').min(1, 'Choose a framework.').max(200),
    /** The words of the story that show it; none: the whole. */
    activity: z.string().max(6000).optional(),
    proposed: z.string().max(500).optional(),
    cell: z.string().max(500).optional(),
    competency: z.string().max(200).optional(),
    level: z.string().max(200).optional(),
  })
  .transform(({ framework, activity, proposed, cell, competency = '', level = '' }) => ({
    framework,
    activity: activity?.trim() || null,
    proposed: cellFrom(proposed),
    ...(cellFrom(cell) ?? { competency, level }),
  }))
  .refine(({ competency, level }) => competency !== '' && level !== '', {
    path: ['cell'],
    message: 'Choose what the story shows, or leave it.',
  })
