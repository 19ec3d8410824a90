import { Hono, type Context as HonoContext } from 'hono'
import { Unavailable } from '#errors.ts'
import { listFrameworks } from '#framework/store.ts'
import { allow } from '#guard.ts'
import { attempt } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { streamedPage } from '#web/stream.tsx'
import { translateAccess as may } from '../access.ts'
import { isWarm, warmUp } from '../actions/desk.ts'
import { showEndpoint } from '../actions/endpoint.ts'
import { type Opened, openTranslation, translateAll } from '../actions/translate.ts'
import type { Answer } from '../answer.ts'
import { AnswerSection } from '../pages/answer.tsx'
import { TRIALS, type Trial } from '../pages/box.tsx'
import { reachOf } from '../pages/frame.tsx'
import { TogetherSection } from '../pages/together.tsx'
import { BrokenOff, TranslatePage } from '../pages/translate.tsx'
import { WordsSection } from '../pages/words.tsx'
import { TranslateForm } from '../request.ts'
import { together } from '../together.ts'
import { checked, typedIn } from './forms.ts'

type C = HonoContext<Env>

/** Of more activities each gets a line, and the page ends with where they all lie. */
const MOST_IN_FULL = 3

/** The page with the box, and the answers to what was put into it. */
export function translateRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/', allow(may.read), async (c) => {
      const { ctx } = c.var
      warmUp(ctx)
      const frameworks = await choices(c)
      const text = TRIALS[c.req.query('try') as Trial] ?? ''
      const values = { text, framework: frameworks[0]?.slug ?? '' }
      return page(c, <TranslatePage frameworks={frameworks} values={values} reach={reachOf(ctx.viewer)} />)
    })
    .post('/', allow(may.read), async (c) => {
      const { ctx } = c.var
      const typed = await typedIn(c)
      const result = await attempt(async () => {
        const form = checked(TranslateForm, typed)
        return { form, opened: await openTranslation(ctx, form) }
      })
      if ('done' in result) return stream(c, result.done)
      const { errors, status } = result.refused
      const shown = { frameworks: await choices(c), values: typed, errors, reach: reachOf(ctx.viewer) }
      return page(c, <TranslatePage {...shown} />, status)
    })
}

async function stream(c: C, { form, opened }: { form: TranslateForm; opened: Opened }): Promise<Response> {
  const { ctx } = c.var
  const reach = reachOf(ctx.viewer)
  const shown = { frameworks: await choices(c), values: form, reach }
  const { activities, left } = opened
  const counts = { activities: activities.length, left, waits: !isWarm() }
  return streamedPage(c, {
    frame: (place) => <TranslatePage {...shown} answers={{ place, ...counts }} />,
    parts: sections(c, { form, opened }),
    broken: (error) => {
      const isKnown = error instanceof Unavailable
      // Of a fault of ours the place is logged, never what somebody typed.
      if (!isKnown) ctx.log(`${c.var.requestId} Translate broke off: ${placeOf(error)}`)
      return (
        <BrokenOff
          says={
            isKnown ? error.message : `Something went wrong on our side (${c.var.requestId}). Send it again.`
          }
        />
      )
    },
  })
}

async function* sections(c: C, { form, opened }: { form: TranslateForm; opened: Opened }) {
  const { ctx } = c.var
  const { judges } = reachOf(ctx.viewer)
  const outside = judges ? ((await showEndpoint(ctx))?.host ?? null) : null
  const chosen = { framework: form.framework, beside: form.beside }
  const isShort = opened.activities.length > MOST_IN_FULL
  const answers: Answer[] = []
  for await (const part of translateAll(ctx, opened, form)) {
    if (part.kind === 'words') yield <WordsSection words={part.words} />
    else {
      answers.push(part.answer)
      const { answer } = part
      yield <AnswerSection {...{ answer, number: answers.length, isShort, chosen, judges, outside }} />
    }
  }
  const all = isShort ? together(answers) : null
  if (all !== null) yield <TogetherSection all={all} />
}

/** The frames of the stack without the message, which might hold the text. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no error'
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [error.name, ...frames].join('\n')
}

/** Spotlight first, since Translate knows it best; then the organisation's own, then the library's. */
async function choices(c: C) {
  const all = await c.var.ctx.read(listFrameworks)
  const rank = ({ slug, origin }: (typeof all)[number]) =>
    slug === 'spotlight' ? 0 : origin === 'library' ? 2 : 1
  return all
    .filter(({ competencies }) => competencies > 0)
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ slug, title }) => ({ slug, title }))
}
