import { Hono } from 'hono'
import type { Env } from '#web/site.ts'
import { competencyRoutes } from './routes/competency.tsx'
import { countedRoutes } from './routes/counted.tsx'
import { evidenceRoutes } from './routes/evidence.tsx'
import { listRoutes } from './routes/lists.tsx'
import { overviewRoutes } from './routes/overview.tsx'
import { pictureRoutes } from './routes/picture.tsx'
import { placingRoutes } from './routes/placing.tsx'
import { shareRoutes } from './routes/shares.tsx'
import { storyRoutes } from './routes/stories.tsx'
import { workbookRoutes } from './routes/workbook.tsx'
import { workbookActivityRoutes } from './routes/workbook-activities.tsx'

/** The pages of a person's own profile, and of what others share. */
export function profilePages(): Hono<Env> {
  return new Hono<Env>()
    .route('/', overviewRoutes())
    .route('/', pictureRoutes())
    .route('/', listRoutes())
    .route('/', shareRoutes())
    .route('/', countedRoutes())
    .route('/profile/workbook', workbookRoutes())
    .route('/profile/workbook', workbookActivityRoutes())
    .route('/profile/story', storyRoutes())
    .route('/profile/story', placingRoutes())
    .route('/profile/evidence', evidenceRoutes())
    .route('/profile', competencyRoutes())
}
