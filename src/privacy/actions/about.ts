import { accountAccess } from '#account/access.ts'
import { aboutAccount, aboutSignIn } from '#account/actions/about.ts'
import type { Context } from '#context.ts'
import { NotFound } from '#errors.ts'
import { historyAccess } from '#history/access.ts'
import { plainSentence } from '#history/sentence.ts'
import { listEventsOf } from '#history/store/events.ts'
import { peopleAccess } from '#people/access.ts'
import { aboutPerson } from '#people/store/about.ts'
import { namesOf } from '#people/store.ts'
import type { Db } from '#schema.ts'
import { type About, type AboutPart, whoMay } from '../about.ts'
import { privacyAccess } from '../access.ts'
import { listWishesOf } from '../store.ts'

/** As many events as one file holds; the newest. */
const MOST_EVENTS = 5000

/** Everything that is kept about a person, from every slice. Throws NotFound. */
export async function aboutEverything(ctx: Context, personId: string): Promise<About> {
  const signIn = await aboutSignIn(ctx, personId)
  return ctx.read(async (db) => {
    const name = (await namesOf(db, [personId])).get(personId)
    if (name === undefined) throw new NotFound('There is no such person.')
    const parts = [
      await peoplePart(db, personId),
      await accountPart(db, personId, signIn),
      await historyPart(db, personId),
      await privacyPart(db, personId),
    ]
    const { organization } = ctx.viewer
    return { person: { id: personId, name }, organization: organization.name, at: ctx.now(), parts }
  })
}

/** The person's own managers see what HR sees; the directory shows the rest to everybody. */
async function peoplePart(db: Db, personId: string): Promise<AboutPart> {
  return {
    key: 'people',
    title: 'You at work',
    says: 'Who you are in the organisation, which posts you have had, and to whom you report.',
    seenBy: [
      { what: 'Name, posts, team, place and manager as they are today', who: whoMay(peopleAccess.read) },
      { what: 'All of it', who: `you, your managers, ${whoMay(peopleAccess.edit)}` },
    ],
    holds: await aboutPerson(db, personId),
  }
}

async function accountPart(db: Db, personId: string, signIn: unknown): Promise<AboutPart> {
  return {
    key: 'account',
    title: 'Your account',
    says: 'How you sign in, from where you are signed in, your roles, invitations, tokens and mails. Passwords and secrets are kept only as fingerprints.',
    seenBy: [
      { what: 'Your sessions, tokens and second factor', who: 'you' },
      { what: 'Your roles, invitations and which mails were sent to you', who: whoMay(accountAccess.manage) },
      { what: 'Whether you are invited', who: whoMay(accountAccess.invite) },
    ],
    holds: { ...(await aboutAccount(db, personId)), signIn },
  }
}

async function historyPart(db: Db, personId: string): Promise<AboutPart> {
  const events = await listEventsOf(db, personId, MOST_EVENTS)
  return {
    key: 'history',
    title: 'What you did, and what was done that is about you',
    says: `From the history, newest first${events.length === MOST_EVENTS ? `; the newest ${MOST_EVENTS}` : ''}.`,
    seenBy: [
      { what: 'All of it', who: whoMay(historyAccess.readAll) },
      { what: 'What was done to you', who: `you, your managers, ${whoMay(peopleAccess.edit)}` },
      { what: 'What you did to a thing, such as a framework', who: 'whoever may see that thing' },
    ],
    holds: events.map((event) => ({
      at: event.at,
      says: plainSentence(event),
      ...(Object.keys(event.changes).length > 0 && { changes: event.changes }),
      ...(Object.keys(event.note).length > 0 && { note: event.note }),
    })),
  }
}

async function privacyPart(db: Db, personId: string): Promise<AboutPart> {
  const wishes = await listWishesOf(db, personId)
  return {
    key: 'privacy',
    title: 'Your wishes to be erased',
    says: 'What you wished and what was answered.',
    seenBy: [{ what: 'All of it', who: `you, ${whoMay(privacyAccess.erase)}` }],
    holds: wishes.map(({ state, madeAt, reason, settledAt, settledBy, answer }) => ({
      ...{ state, madeAt, reason, settledAt, settledBy, answer },
    })),
  }
}
