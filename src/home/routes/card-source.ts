import type { Db } from '#schema.ts'
import type { Viewer } from '#viewer.ts'
import type { Card } from '../model.ts'

/** One slice's contribution to the first page; null: it has nothing to say to this viewer. */
export type CardSource = (db: Db, viewer: Viewer, now: Date) => Promise<Card | null>
