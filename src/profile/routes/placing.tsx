import { Hono, type Context as HonoContext } from 'hono'
import { Invalid, NotFound } from '#errors.ts'
import { findFramework, frameworkSlug } from '#framework/store.ts'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { frameworkFor } from '#translate/actions/judgement.ts'
import { checked, typedIn } from '#translate/routes/forms.ts'
import { attempt, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { profileAccess as may } from '../access.ts'
import { readStory } from '../actions/reading.ts'
import { moveStory, openStory, placeStory, unplaceStory } from '../actions/story.ts'
import { StoryReadingPage } from '../pages/story-reading.tsx'
import { PlacingForm } from '../placing.ts'
import { chosenFramework, listFrameworkChoices } from '../store/story-frameworks.ts'
import { showStory } from './stories.tsx'

type C = HonoContext<Env>

/** What a story shows: proposed, and placed, moved and taken out by the person. */
export function placingRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/:id/reading', allow(may.own), (c) => reading(c, idIn(c.req.param('id')), c.req.query('framework')))
    .post('/:id/placement', allow(may.own), async (c) => {
      const id = idIn(c.req.param('id'))
      await c.var.ctx.read((db) => openStory(c.var.ctx, db, id))
      const typed = await typedIn(c)
      const result = await attempt(async () => {
        const placing = checked(PlacingForm, typed)
        const framework = await frameworkFor(c.var.ctx, placing.framework)
        await placeStory(c.var.ctx, { id, framework }, placing)
        return framework
      })
      if ('done' in result) return c.redirect(links.storyReading(id, result.done.slug), 303)
      return reading(c, id, typed.framework, result.refused)
    })
    .post('/:id/placement/:placement', allow(may.own), async (c) => {
      const [id, placement] = [idIn(c.req.param('id')), idIn(c.req.param('placement'))]
      const typed = await typedIn(c)
      const framework = await frameworkOf(c, id, placement)
      const { competency = '', level = '' } = typed
      const result = await attempt(() =>
        moveStory(c.var.ctx, { id, placement, framework }, { competency, level }),
      )
      if ('done' in result) return c.redirect(links.story(id), 303)
      return showStory(c, id, result.refused)
    })
    .post('/:id/placement/:placement/removal', allow(may.own), async (c) => {
      const [id, placement] = [idIn(c.req.param('id')), idIn(c.req.param('placement'))]
      await unplaceStory(c.var.ctx, id, placement)
      return c.redirect(links.story(id), 303)
    })
}

/** Of a placement of the viewer's own story. Throws NotFound. */
async function frameworkOf(c: C, id: string, placement: string) {
  const { ctx } = c.var
  return ctx.read(async (db) => {
    const { placements } = await openStory(ctx, db, id)
    const one = placements.find((other) => other.id === placement)
    const slug = one && (await frameworkSlug(db, one.frameworkId))
    const framework = slug === undefined ? undefined : await findFramework(db, slug)
    if (!framework) throw new NotFound('The story is not placed there any more.')
    return framework
  })
}

async function reading(c: C, id: string, slug: string | undefined, refusal?: Refusal): Promise<Response> {
  const { ctx } = c.var
  const about = await ctx.read(async (db) => {
    const { story, placements } = await openStory(ctx, db, id)
    const choices = await listFrameworkChoices(db, story.personId)
    const framework =
      (await chosenFramework(db, choices, slug)) ?? (await chosenFramework(db, choices, undefined))
    if (!framework) throw new Invalid('There is no framework with levels yet to read a story through.')
    const here = placements.filter(({ frameworkId }) => frameworkId === framework.id)
    return { story, choices, framework, placements: here }
  })
  const read = await readStory(ctx, about.framework, about.story.action ?? '')
  const problem = refusal && Object.values(refusal.errors).join(' ')
  return page(c, <StoryReadingPage {...about} {...read} problem={problem} />, refusal?.status ?? 200)
}
