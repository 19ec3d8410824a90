import { Hono } from 'hono'
import type { Env } from '#web/site.ts'
import { listRoutes } from './routes/lists.tsx'
import { pictureRoutes } from './routes/picture.tsx'
import { workbookRoutes } from './routes/workbook.tsx'
import { workbookActivityRoutes } from './routes/workbook-activities.tsx'

/** The pages of a person's own profile, and of what others share. */
export function profilePages(): Hono<Env> {
  return new Hono<Env>()
    .route('/', pictureRoutes())
    .route('/', listRoutes())
    .route('/profile/workbook', workbookRoutes())
    .route('/profile/workbook', workbookActivityRoutes())
}
