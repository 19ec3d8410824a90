import { Hono } from 'hono'
import { PAGE } from '#framework/found.ts'
import { SearchPage } from '#framework/pages/search.tsx'
import { searchStatements } from '#framework/store/search.ts'
import { allow } from '#guard.ts'
import { dayOf } from '#people/day.ts'
import { searchWords } from '#people/fold.ts'
import { findPeople } from '#people/store/list.ts'
import { findTeamsAndPlaces } from '#people/store/teams.ts'
import { profileAccess } from '#profile/access.ts'
import { listStories } from '#profile/store/stories.ts'
import { storiesWith } from '#profile/story.ts'
import type { Db } from '#schema.ts'
import { isAllowed, type Viewer } from '#viewer.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { homeAccess as may } from '../access.ts'
import { placesNamed } from '../model.ts'
import { NamedThings, type Things } from '../pages/named-things.tsx'
import { PLACES } from './places.ts'

/** How many names of each kind are shown; their own list shows the rest. */
const MOST = 8

/** One search over everything that the viewer may see: names first, then the words of the frameworks. */
export function searchRoutes(): Hono<Env> {
  return new Hono<Env>().get('/search', allow(may.search), async (c) => {
    const { viewer, read, now } = c.var.ctx
    const { words, number } = searchFrom(c.req.query())
    if (!words) return page(c, <SearchPage words="" page={1} pages={0} found={null} />)
    const { found, things } = await read(async (db) => ({
      things: await thingsNamed(db, viewer, { words, on: dayOf(now()) }),
      found: await searchStatements(db, words, number),
    }))
    const pages = Math.ceil(found.competencies / PAGE)
    const hasBefore = Object.values(things).some(({ length }) => length > 0)
    const before = <NamedThings things={things} words={words} />
    return page(
      c,
      <SearchPage
        words={words}
        page={number}
        pages={pages}
        found={found}
        before={before}
        hasBefore={hasBefore}
      />,
    )
  })
}

async function thingsNamed(
  db: Db,
  viewer: Viewer,
  { words, on }: { words: string; on: string },
): Promise<Things> {
  const pages = placesNamed(
    PLACES.filter(({ allowed }) => isAllowed(viewer, allowed)),
    words,
  )
  const folded = searchWords(words)
  const stories = await storiesOf(db, viewer, folded)
  if (folded.length === 0 || !isAllowed(viewer, may.people)) return { people: [], teams: [], stories, pages }
  return {
    people: await findPeople(db, folded, { on, most: MOST }),
    teams: await findTeamsAndPlaces(db, folded, MOST),
    stories,
    pages,
  }
}

/** The viewer's own stories; nobody finds anybody else's. */
async function storiesOf(db: Db, viewer: Viewer, words: string[]): Promise<Things['stories']> {
  if (words.length === 0 || viewer.person === null || !isAllowed(viewer, profileAccess.own)) return []
  return storiesWith(await listStories(db, viewer.person.id), words).slice(0, MOST)
}

/** At most 300 characters are looked for, and pages count from 1, whatever the address says. */
function searchFrom(query: Record<string, string>): { words: string; number: number } {
  const number = Math.min(Math.max(Math.trunc(Number(query.page ?? 1)) || 1, 1), 1000)
  return {
    words: (query.q ?? '')
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, 300),
    number,
  }
}
