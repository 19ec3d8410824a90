import { Hono, type Context as HonoContext } from 'hono'
import type { Context } from '#context.ts'
import { NotFound } from '#errors.ts'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { attempt, formOf, idIn } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { peopleAccess as may, mayEdit } from '../access.ts'
import { lookAt, openPerson } from '../actions/look.ts'
import { addPerson, changePerson } from '../actions/person.ts'
import { addPost, changePost, removePost } from '../actions/post.ts'
import type { PersonCard, PostCard } from '../card.ts'
import { checked } from '../checked.ts'
import { dayOf } from '../day.ts'
import { PersonInput } from '../model.ts'
import { PersonPage } from '../pages/person.tsx'
import { PersonFormPage } from '../pages/person-form.tsx'
import { PostFormPage } from '../pages/post-form.tsx'
import { labelOf, postChoices } from '../store/choices.ts'
import { differing, personTyped, postTyped, type Typed, typedFrom } from '../typed.ts'
import { newPersonFrom, postFrom } from './inputs.ts'

const NOTHING = { teams: [], places: [], managers: [] }

/** One person: seen, added, changed; and their posts. */
export function personRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/new', allow(may.edit), async (c) =>
      page(c, <PersonFormPage person={null} values={{}} choices={await choicesFor(c.var.ctx)} />),
    )
    .post('/', allow(may.edit), async (c) => {
      const { ctx } = c.var
      const typed = typedFrom(await formOf(c))
      const result = await attempt(async () => {
        const { person, post } = await newPersonFrom(ctx, typed)
        return addPerson(ctx, person, post)
      })
      if ('done' in result) return c.redirect(links.person(result.done), 303)
      const { errors, status } = result.refused
      const choices = await choicesFor(ctx)
      return page(
        c,
        <PersonFormPage person={null} values={typed} errors={errors} choices={choices} />,
        status,
      )
    })
    .get('/:id', allow(may.read), async (c) => {
      const { ctx } = c.var
      const view = await openPerson(ctx, idIn(c.req.param('id')))
      return page(c, <PersonPage {...view} today={dayOf(ctx.now())} edits={mayEdit(ctx.viewer)} />)
    })
    .get('/:id/form', allow(may.edit), async (c) => {
      const person = await personIn(c)
      return page(c, <PersonFormPage person={person} values={personTyped(person)} choices={NOTHING} />)
    })
    .post('/:id', allow(may.edit), async (c) => {
      const before = await personIn(c)
      const typed = typedFrom(await formOf(c))
      const change = { id: before.id, seen: Number(typed.seen) }
      const result = await attempt(async () =>
        changePerson(c.var.ctx, { ...change, input: checked(PersonInput, typed) }),
      )
      if ('done' in result) return c.redirect(links.person(before.id), 303)
      const { errors, status } = result.refused
      const shared = { person: before, errors, choices: NOTHING }
      if (status === 422) return page(c, <PersonFormPage {...shared} values={typed} />, 422)
      const now = personTyped(await personIn(c))
      const values = { ...typed, seen: now.seen ?? '' }
      return page(c, <PersonFormPage {...shared} values={values} stored={differing(typed, now)} />, 409)
    })
    .route('/:id/post', postRoutes())
}

function choicesFor(ctx: Context) {
  return ctx.read((db) => postChoices(db, dayOf(ctx.now())))
}

/** The person whom the address names, before anything else is looked at. Throws NotFound. */
async function personIn(c: HonoContext<Env>): Promise<PersonCard> {
  const { ctx } = c.var
  return (await ctx.read((db) => lookAt(ctx, db, idIn(c.req.param('id'))))).person
}

async function postIn(c: HonoContext<Env>): Promise<{ person: PersonCard; post: PostCard }> {
  const person = await personIn(c)
  const post = person.posts.find(({ id }) => id === c.req.param('post')?.toLowerCase())
  if (!post) throw new NotFound('There is no such post. It may have been removed.')
  return { person, post }
}

function postRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/', allow(may.edit), async (c) => {
      const choices = await choicesFor(c.var.ctx)
      return page(c, <PostFormPage person={await personIn(c)} post={null} values={{}} choices={choices} />)
    })
    .post('/', allow(may.edit), async (c) => {
      const { ctx } = c.var
      const person = await personIn(c)
      const typed = typedFrom(await formOf(c))
      const result = await attempt(async () => addPost(ctx, person.id, await postFrom(ctx, typed)))
      if ('done' in result) return c.redirect(links.person(person.id), 303)
      const { errors, status } = result.refused
      const choices = await choicesFor(ctx)
      return page(
        c,
        <PostFormPage person={person} post={null} values={typed} errors={errors} choices={choices} />,
        status,
      )
    })
    .get('/:post', allow(may.edit), async (c) => {
      const { ctx } = c.var
      const { person, post } = await postIn(c)
      const values = await typedOf(ctx, post)
      return page(
        c,
        <PostFormPage person={person} post={post} values={values} choices={await choicesFor(ctx)} />,
      )
    })
    .post('/:post', allow(may.edit), async (c) => {
      const { ctx } = c.var
      const { person, post } = await postIn(c)
      const typed = typedFrom(await formOf(c))
      const change = { personId: person.id, id: post.id, seen: Number(typed.seen) }
      const result = await attempt(async () =>
        changePost(ctx, { ...change, input: await postFrom(ctx, typed) }),
      )
      if ('done' in result) return c.redirect(links.person(person.id), 303)
      const { errors, status } = result.refused
      const shared = { person, post, errors, choices: await choicesFor(ctx) }
      if (status === 422) return page(c, <PostFormPage {...shared} values={typed} />, 422)
      const now = (await postIn(c)).post
      const stored = await typedOf(ctx, now)
      const values = { ...typed, seen: stored.seen ?? '' }
      const words = { teamId: now.team?.name ?? '', placeId: now.place?.name ?? '' }
      return page(
        c,
        <PostFormPage {...shared} values={values} stored={differing(typed, stored, words)} />,
        409,
      )
    })
    .post('/:post/removal', allow(may.edit), async (c) => {
      const { person, post } = await postIn(c)
      await removePost(c.var.ctx, person.id, post.id)
      return c.redirect(links.person(person.id), 303)
    })
}

async function typedOf(ctx: Context, post: PostCard): Promise<Typed> {
  const { manager } = post
  return postTyped(post, manager ? await ctx.read((db) => labelOf(db, manager)) : undefined)
}
