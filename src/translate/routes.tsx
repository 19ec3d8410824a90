import { Hono } from 'hono'
import type { Env } from '#web/site.ts'
import { endpointRoutes } from './routes/endpoint.tsx'
import { goodnessRoutes } from './routes/goodness.tsx'
import { judgementRoutes } from './routes/judgement.tsx'
import { reviewRoutes } from './routes/review.tsx'
import { translateRoutes } from './routes/translate.tsx'

/** The pages of Translate. */
export function translatePages(): Hono<Env> {
  return new Hono<Env>()
    .route('/translate', translateRoutes())
    .route('/translate/judgement', judgementRoutes())
    .route('/translate/proposal', reviewRoutes())
    .route('/translate/goodness', goodnessRoutes())
    .route('/translate/endpoint', endpointRoutes())
}
