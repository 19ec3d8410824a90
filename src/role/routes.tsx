import { Hono } from 'hono'
import type { Env } from '#web/site.ts'
import { analysisRoutes } from './routes/analysis.tsx'
import { answerRoutes } from './routes/answer.tsx'
import { gapRoutes } from './routes/gap.tsx'
import { hiddenRoutes } from './routes/hidden.tsx'
import { mapRoutes } from './routes/map.tsx'
import { preparationRoutes } from './routes/preparation.tsx'
import { profileRoutes } from './routes/profile.tsx'
import { roleRoutes } from './routes/role.tsx'
import { templateRoutes } from './routes/template.tsx'
import { textRoutes } from './routes/text.tsx'
import { thesaurusRoutes } from './routes/thesaurus.tsx'
import type { RoleUses } from './routes/uses.ts'
import { wordingRoutes } from './routes/wording.tsx'

/** The pages of roles: what jobs need, how it was found out, and how it is said. `uses`: what later slices do with them. */
export function rolePages(uses: RoleUses): Hono<Env> {
  // Before everything that has an id where these have a word.
  return new Hono<Env>()
    .route('/role', mapRoutes())
    .route('/role', hiddenRoutes())
    .route('/role', wordingRoutes())
    .route('/role', thesaurusRoutes())
    .route('/role', templateRoutes())
    .route('/role', textRoutes())
    .route('/role', gapRoutes())
    .route('/role', preparationRoutes())
    .route('/role', roleRoutes(uses))
    .route('/role', analysisRoutes())
    .route('/role', answerRoutes())
    .route('/role', profileRoutes(uses))
}
