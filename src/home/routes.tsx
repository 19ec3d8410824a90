import { Hono, type Context as HonoContext } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { Conflict, Invalid, NotFound } from '#errors.ts'
import { allow } from '#guard.ts'
import { signed } from '#lib/signature.ts'
import type { Organization } from '#organization.ts'
import { links } from '#routes.ts'
import { formOf } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { homeAccess as may } from './access.ts'
import { type CastMember, EXAMPLE_COOKIE, VISITOR } from './cast.ts'
import { inOrder } from './model.ts'
import { CastPage } from './pages/cast.tsx'
import { HomePage } from './pages/home.tsx'
import { SetUpPage } from './pages/set-up.tsx'
import { WelcomePage } from './pages/welcome.tsx'
import { cardsFor } from './routes/cards.ts'
import { searchRoutes } from './routes/search.tsx'
import { type SetUp, setUpFrom } from './set-up.ts'

/** What the front door needs from the house. */
export interface FrontDoor {
  organizations(): Promise<Organization[]>
  /** The cast of the example, and how many people it has. */
  cast: readonly CastMember[]
  castOf: number
  /** Makes the example organisation unless it is there. */
  makeExample(): Promise<Organization>
  /** Makes the organisation with its owner; gives the cookies of the owner's session. */
  makeOwn(form: SetUp, c: HonoContext): Promise<string[]>
  /** The code to set up with, where others can reach this machine; null where nobody else can. */
  setUpCode: string | null
  /** Signs the cookie of the example. */
  secret(): Promise<string>
}

/** The first page, the ways in, and the cast of the example. */
export function homeRoutes(door: FrontDoor): Hono<Env> {
  return new Hono<Env>()
    .get('/', allow(may.front), async (c) => {
      const { viewer, read, now } = c.var.ctx
      const { organization, person } = viewer
      if (viewer.roles.size === 0) return firstPage(c, door)
      const cards = inOrder(await read((db) => cardsFor(db, viewer, now())))
      const name = person?.name.split(' ')[0] ?? null
      return page(c, <HomePage name={name} organization={organization.name} cards={cards} />)
    })
    .post('/example', allow(may.front), async (c) => {
      const all = await door.organizations()
      // In an installation in earnest nobody who passes by makes one.
      if (all.length > 0 && !all.some(({ isExample }) => isExample))
        throw new NotFound('This Sightline has no example organisation. Its owner can start it with --demo.')
      await door.makeExample()
      setCookie(c, EXAMPLE_COOKIE, signed(await door.secret(), VISITOR), cookieFor(c))
      return c.redirect(links.cast(), 303)
    })
    .route('/', searchRoutes())
    .route('/', setUpRoutes(door))
    .route('/', castRoutes(door))
}

async function firstPage(c: HonoContext<Env>, door: FrontDoor): Promise<Response> {
  const all = await door.organizations()
  return all.length > 0 ? c.redirect(links.signIn(), 303) : page(c, <WelcomePage people={door.castOf} />)
}

function setUpRoutes(door: FrontDoor): Hono<Env> {
  const needsCode = door.setUpCode !== null
  const isTaken = async () => (await door.organizations()).some(({ isExample }) => !isExample)
  const whileFree = async () => {
    if (await isTaken())
      throw new NotFound('This Sightline has its organisation already. Ask its owner for an invitation.')
  }
  return new Hono<Env>()
    .get('/organization/new', allow(may.setUp), async (c) => {
      // The bar of the example leads here; where there is an organisation in earnest, its people sign in.
      if (await isTaken()) return c.redirect(links.signIn(), 303)
      return page(c, <SetUpPage needsCode={needsCode} />)
    })
    .post('/organization/new', allow(may.setUp), async (c) => {
      await whileFree()
      const { password, ...values } = (await formOf(c)) as Record<string, string>
      try {
        const cookies = await door.makeOwn(setUpFrom({ ...values, password }, door.setUpCode), c)
        for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
        deleteCookie(c, EXAMPLE_COOKIE, { path: '/' })
        return c.redirect(links.home(), 303)
      } catch (error) {
        if (!(error instanceof Invalid || error instanceof Conflict)) throw error
        const errors = error instanceof Invalid ? error.fields : { '': error.message }
        return page(c, <SetUpPage values={values} errors={errors} needsCode={needsCode} />, 422)
      }
    })
}

function castRoutes({ cast, secret }: FrontDoor): Hono<Env> {
  const inExample = (c: HonoContext<Env>) => {
    const { viewer } = c.var.ctx
    if (viewer.organization.isExample) return viewer
    throw new NotFound(
      'Only in the example organisation can you be somebody else. Here, everyone is who signed in.',
    )
  }
  return new Hono<Env>()
    .get('/cast', allow(may.cast), (c) => {
      const { organization, person } = inExample(c)
      return page(c, <CastPage organization={organization.name} cast={cast} current={person?.id ?? null} />)
    })
    .post('/cast', allow(may.cast), async (c) => {
      inExample(c)
      const { person } = await formOf(c)
      const member = cast.find(({ personId }) => personId === person)
      if (!member && person !== VISITOR) throw new NotFound('There is nobody of that name in the cast.')
      setCookie(c, EXAMPLE_COOKIE, signed(await secret(), member?.personId ?? VISITOR), cookieFor(c))
      return c.redirect(links.home(), 303)
    })
}

function cookieFor(c: HonoContext) {
  const secure = new URL(c.req.url).protocol === 'https:'
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: 30 * 86_400 } as const
}
