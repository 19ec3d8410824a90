import type { Context } from '#context.ts'
import { Invalid } from '#errors.ts'
import type { Db } from '#schema.ts'
import type { RoleProfile } from '../model.ts'
import type { Lens } from '../wording/behaviour.ts'
import { checkWording } from '../wording/check.ts'
import { type Part, reportOn, type WordingReport } from '../wording/report.ts'
import { lensFor } from './text-material.ts'

/** More characters than any advert or description has. */
const MOST_CHARACTERS = 30_000

const NO_LENS: Lens = { frameworks: [], others: [], required: new Map() }

/** Marks a text that somebody pasted. Nothing of it is kept. Throws Invalid at the field. */
export function checkPasted(ctx: Context, text: string): Promise<WordingReport> {
  if (text.trim() === '')
    throw new Invalid({ text: 'Paste a description or an advert here, or write a sentence.' })
  if (text.length > MOST_CHARACTERS)
    throw new Invalid({
      text: `These are ${text.length.toLocaleString('en-GB')} characters; at most 30,000 are looked through at once. Paste it in parts.`,
    })
  return ctx.read((db) => reportFor(db, [{ at: 'text', text }], {}))
}

/** The frameworks are read only where a quality is marked, since only then are their words needed. */
export async function reportFor(
  db: Db,
  parts: readonly Part[],
  { profile, requirements }: { profile?: RoleProfile | undefined; requirements?: number },
): Promise<WordingReport> {
  const needsWords = parts.some(({ text }) =>
    checkWording(text).marks.some(({ quality }) => quality !== null),
  )
  const lens = needsWords ? await lensFor(db, profile) : NO_LENS
  return reportOn(parts, { lens, ...(requirements !== undefined && { requirements }) })
}
