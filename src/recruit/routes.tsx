import { Hono } from 'hono'
import type { Env } from '#web/site.ts'
import { applyRoutes } from './routes/apply.tsx'
import { bankRoutes } from './routes/bank.tsx'
import { candidateRoutes } from './routes/candidate.tsx'
import { cardRoutes } from './routes/card.tsx'
import { decisionRoutes } from './routes/decision.tsx'
import { fairnessRoutes } from './routes/fairness.tsx'
import { feedbackRoutes } from './routes/feedback.tsx'
import { hireRoutes } from './routes/hire.tsx'
import { interviewRoutes } from './routes/interview.tsx'
import { kitRoutes } from './routes/kit.tsx'
import { ledgerRoutes } from './routes/ledger.tsx'
import { outcomeRoutes } from './routes/outcome.tsx'
import { packRoutes } from './routes/pack.tsx'
import { panelRoutes } from './routes/panel.tsx'
import { refusalRoutes } from './routes/refusal.tsx'
import { togetherRoutes } from './routes/together.tsx'
import { vacancyRoutes } from './routes/vacancy.tsx'

/** The pages of hiring: vacancies, kits, candidates, interviews, decisions. */
export function recruitPages(): Hono<Env> {
  // Before everything that has an id where these have a word.
  return new Hono<Env>()
    .route('/', applyRoutes())
    .route('/recruit', bankRoutes())
    .route('/recruit', fairnessRoutes())
    .route('/recruit', packRoutes())
    .route('/recruit', ledgerRoutes())
    .route('/recruit', outcomeRoutes())
    .route('/recruit', feedbackRoutes())
    .route('/recruit', hireRoutes())
    .route('/recruit', refusalRoutes())
    .route('/recruit', candidateRoutes())
    .route('/recruit', interviewRoutes())
    .route('/recruit', panelRoutes())
    .route('/recruit', kitRoutes())
    .route('/recruit', cardRoutes())
    .route('/recruit', togetherRoutes())
    .route('/recruit', decisionRoutes())
    .route('/recruit', vacancyRoutes())
}
