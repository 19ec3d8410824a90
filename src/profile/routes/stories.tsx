import { Hono, type Context as HonoContext } from 'hono'
import { NotFound } from '#errors.ts'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { checked, type Typed, typedIn } from '#translate/routes/forms.ts'
import { frameworksOf } from '#translate/store/frameworks.ts'
import { attempt, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { profileAccess as may } from '../access.ts'
import { ownProfile } from '../actions/own.ts'
import { changeStory, openStory, removeStory, writeStory } from '../actions/story.ts'
import { coverageOf } from '../coverage.ts'
import { StoriesPage } from '../pages/stories.tsx'
import { StoryPage } from '../pages/story.tsx'
import { StoryFormPage } from '../pages/story-form.tsx'
import { StoryMapPage } from '../pages/story-map.tsx'
import { cellFrom } from '../placing.ts'
import { listStories, placementsOf } from '../store/stories.ts'
import { chosenFramework, listFrameworkChoices } from '../store/story-frameworks.ts'
import { type Story, StoryForm, storyName } from '../story.ts'

type C = HonoContext<Env>

/** One's own stories: the list, the map, and each of them. */
export function storyRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/', allow(may.own), (c) => list(c))
    .get('/new', allow(may.own), async (c) => {
      ownProfile(c.var.ctx)
      return page(
        c,
        <StoryFormPage story={null} values={{}} wanted={await wantedIn(c, c.req.query('for'))} />,
      )
    })
    .get('/map', allow(may.own), (c) => map(c))
    .post('/', allow(may.own), async (c) => {
      const typed = await typedIn(c)
      const result = await attempt(() => writeStory(c.var.ctx, checked(StoryForm, typed)))
      return 'done' in result ? onwards(c, result.done, typed) : form(c, null, typed, result.refused)
    })
    .get('/:id', allow(may.own), (c) => showStory(c, idIn(c.req.param('id'))))
    .get('/:id/form', allow(may.own), async (c) => {
      const { story } = await open(c, idIn(c.req.param('id')))
      return form(c, story, valuesOf(story))
    })
    .post('/:id', allow(may.own), async (c) => {
      const { story } = await open(c, idIn(c.req.param('id')))
      const typed = await typedIn(c)
      const seen = Number(typed.version)
      const result = await attempt(() =>
        changeStory(c.var.ctx, { id: story.id, seen }, checked(StoryForm, typed)),
      )
      return 'done' in result ? onwards(c, story.id, typed) : form(c, story, typed, result.refused)
    })
    .post('/:id/removal', allow(may.own), async (c) => {
      await removeStory(c.var.ctx, idIn(c.req.param('id')))
      return c.redirect(links.stories(), 303)
    })
}

const open = (c: C, id: string) => c.var.ctx.read((db) => openStory(c.var.ctx, db, id))

/** On to what it shows, or back to the story. */
function onwards(c: C, id: string, { next, action }: Typed): Response {
  const isRead = next === 'read' && (action ?? '').trim() !== ''
  return c.redirect(isRead ? links.storyReading(id) : links.story(id), 303)
}

async function list(c: C): Promise<Response> {
  const { ctx } = c.var
  const own = ownProfile(ctx)
  const shown = await ctx.read(async (db) => {
    const placements = await placementsOf(db, own.id)
    return {
      stories: await listStories(db, own.id),
      placements,
      frameworks: await frameworksOf(db, placements),
    }
  })
  return page(c, <StoriesPage {...shown} />)
}

async function map(c: C): Promise<Response> {
  const { ctx } = c.var
  const own = ownProfile(ctx)
  const { framework: slug, cell } = c.req.query()
  const shown = await ctx.read(async (db) => {
    const choices = await listFrameworkChoices(db, own.id)
    const framework = await chosenFramework(db, choices, slug)
    if (!framework) throw new NotFound('There is no such framework with levels.')
    const rows = coverageOf(framework, await listStories(db, own.id), await placementsOf(db, own.id))
    return { choices, framework, rows }
  })
  const wanted = cellFrom(cell)
  const found = shown.rows
    .flatMap(({ cells }) => cells)
    .find(({ competency, level }) => competency === wanted?.competency && level === wanted.level)
  return page(c, <StoryMapPage {...shown} cell={found ?? null} />)
}

/** The story with where it is placed, or again with why something could not be done. */
export async function showStory(c: C, id: string, refusal?: Refusal): Promise<Response> {
  const { ctx } = c.var
  const shown = await ctx.read(async (db) => {
    const { story, placements } = await openStory(ctx, db, id)
    const choices = await listFrameworkChoices(db, story.personId)
    return { story, placements, choices, frameworks: await frameworksOf(db, placements) }
  })
  const problem = refusal && Object.values(refusal.errors).join(' ')
  return page(c, <StoryPage {...shown} problem={problem} />, refusal?.status ?? 200)
}

/** The form with what was kept, or with what was just typed. */
async function form(c: C, story: Story | null, values: Typed, refusal?: Refusal): Promise<Response> {
  const about = story && { id: story.id, name: storyName(story), version: versionOf(story, values) }
  return page(
    c,
    <StoryFormPage story={about} values={values} errors={refusal?.errors ?? {}} />,
    refusal?.status ?? 200,
  )
}

/** What was typed belongs to the version that was seen, so that sending it again undoes nothing by surprise. */
const versionOf = (story: Story, { version }: Typed) =>
  version === undefined ? story.version : Number(version)

function valuesOf({ title, situation, action, result, change, setting, happened }: Story): Typed {
  const parts = { title, situation, action, result, change, happened }
  return {
    setting,
    ...Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, text ?? ''])),
  }
}

/** "spotlight|a2|3": the cell that a story is looked for; null for anything else. */
async function wantedIn(c: C, text: string | undefined) {
  const [slug = '', ...rest] = (text ?? '').split('|')
  const cell = cellFrom(rest.join('|'))
  const framework = await c.var.ctx.read((db) => chosenFramework(db, [], slug))
  const isThere =
    framework?.competencies.some(({ key }) => key === cell?.competency) &&
    framework.scale.levels.some(({ key }) => key === cell?.level)
  return framework && cell && isThere ? { framework, cell } : null
}
