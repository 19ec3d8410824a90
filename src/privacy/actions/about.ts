import { accountAccess } from '#account/access.ts'
import { aboutAccount, aboutSignIn } from '#account/actions/about.ts'
import { isAboutSignIn } from '#account/private-acts.ts'
import type { Context } from '#context.ts'
import { NotFound } from '#errors.ts'
import { historyAccess } from '#history/access.ts'
import { record } from '#history/actions.ts'
import type { Happening } from '#history/happening.ts'
import { type ChangeWords, changeWords, plainSentence } from '#history/sentence.ts'
import { listEventsOf } from '#history/store/events.ts'
import { peopleAccess } from '#people/access.ts'
import { aboutPerson } from '#people/store/about.ts'
import { namesOf } from '#people/store.ts'
import type { Db } from '#schema.ts'
import { translateAccess } from '#translate/access.ts'
import { aboutTranslate } from '#translate/store/about.ts'
import { isAllowed } from '#viewer.ts'
import { type About, type AboutPart, whoMay } from '../about.ts'
import { privacyAccess } from '../access.ts'
import { listWishesOf } from '../store.ts'
import { recruitPart } from './about-recruit.ts'
import { countedPart, rolePart } from './about-roles.ts'
import { sharingPart } from './about-sharing.ts'
import { evidencePart, storyPart } from './about-stories.ts'
import { textsPart } from './about-texts.ts'
import { workbookPart } from './about-workbooks.ts'

/** As many events as one file holds; the newest. */
const MOST_EVENTS = 5000

/**
 * What is kept about a person, from every slice: everything for the person themselves, and for others as much as its
 * `seenBy` says. Throws NotFound.
 */
export async function aboutEverything(ctx: Context, personId: string): Promise<About> {
  return ctx.read(async (db) => {
    const name = (await namesOf(db, [personId])).get(personId)
    if (name === undefined) throw new NotFound('There is no such person.')
    const you = ctx.viewer.person?.id === personId
    const parts = [
      await peoplePart(db, personId, you),
      await accountPart(ctx, db, personId, you),
      await historyPart(ctx, db, personId, you),
      await translatePart(db, personId, you),
      await workbookPart(db, personId, you),
      await storyPart(db, personId, you),
      await evidencePart(db, personId, you),
      await sharingPart(db, personId, you),
      await rolePart(db, personId, you),
      await countedPart(db, personId, you),
      await textsPart(db, personId, you),
      await recruitPart(db, personId, you),
      await privacyPart(db, personId, you),
    ]
    const { organization } = ctx.viewer
    return { person: { id: personId, name }, organization: organization.name, at: ctx.now(), parts }
  })
}

/** Those who see as much of somebody as HR does. */
const nearest = (you: boolean) => (you ? 'you, your managers' : 'the person, their managers')

/** The person's own managers see what HR sees; the directory shows the rest to everybody. */
async function peoplePart(db: Db, personId: string, you: boolean): Promise<AboutPart> {
  return {
    key: 'people',
    title: you ? 'You at work' : 'At work',
    says: 'Name and address, present and past posts, and who reports to whom.',
    seenBy: [
      { what: 'Name, posts, team, place and manager as they are today', who: whoMay(peopleAccess.read) },
      { what: 'All of it', who: `${nearest(you)}, ${whoMay(peopleAccess.edit)}` },
    ],
    holds: await aboutPerson(db, personId),
  }
}

async function accountPart(ctx: Context, db: Db, personId: string, you: boolean): Promise<AboutPart> {
  return {
    key: 'account',
    title: you ? 'Your account' : 'The account',
    says: 'Ways of signing in, sessions, roles, invitations, tokens and mails. Passwords and secrets are kept only as fingerprints.',
    seenBy: [
      { what: 'Sessions, tokens and second factor', who: you ? 'you' : 'the person' },
      { what: 'Roles, invitations, and which mails were sent', who: whoMay(accountAccess.manage) },
      { what: 'Whether there is an invitation', who: whoMay(accountAccess.invite) },
    ],
    holds: await accountSeen(ctx, db, personId, you),
  }
}

/** How they sign in is for themselves, roles and mails for owners too, and invitations also for HR. */
async function accountSeen(ctx: Context, db: Db, personId: string, you: boolean) {
  const { tokens, invitations, ...managed } = await aboutAccount(db, personId)
  if (you) return { ...managed, invitations, tokens, signIn: await aboutSignIn(ctx, personId) }
  return isAllowed(ctx.viewer, accountAccess.manage) ? { ...managed, invitations } : { invitations }
}

async function historyPart(ctx: Context, db: Db, personId: string, you: boolean): Promise<AboutPart> {
  const found = await listEventsOf(db, personId, {
    limit: MOST_EVENTS,
    viewer: ctx.viewer.person?.id ?? null,
  })
  const isAll = you || isAllowed(ctx.viewer, historyAccess.readAll)
  const events = isAll ? found : found.filter((event) => isOn(event, personId) && !isAboutSignIn(event.act))
  return {
    key: 'history',
    title: you ? 'What you did, and what was done to you' : 'What the person did, and what was done to them',
    says: `From the history, newest first${found.length === MOST_EVENTS ? `; the newest ${MOST_EVENTS}` : ''}.`,
    seenBy: [
      {
        what: 'What they did in their own profile',
        who: `${you ? 'you' : 'the person'}, and whom it concerns`,
      },
      { what: 'All the rest', who: whoMay(historyAccess.readAll) },
      {
        what: 'What was done to the person, but not how and when they signed in, nor what they did in their profile',
        who: `${nearest(you)}, ${whoMay(peopleAccess.edit)}`,
      },
      { what: 'What was done to a thing, such as a framework', who: 'whoever may see that thing' },
    ],
    holds: events.map((event) => ({
      at: event.at,
      says: plainSentence(event),
      ...Object.fromEntries(changeWords(event.changes).map(changed)),
      ...(Object.keys(event.note).length > 0 && { note: event.note }),
    })),
  }
}

const isOn = ({ on, also }: Happening, personId: string) =>
  [on, ...also].some(({ kind, id }) => kind === 'person' && id === personId)

const changed = ({ field, before, after }: ChangeWords) => [
  field,
  `${before || 'nothing'} → ${after || 'nothing'}`,
]

async function translatePart(db: Db, personId: string, you: boolean): Promise<AboutPart> {
  const self = you ? 'you' : 'the person'
  return {
    key: 'translate',
    title: you ? 'What you said of translations' : 'What was said of translations',
    says: 'Translations that were accepted or corrected, the words of those that were to be kept, and examples proposed for everybody. What was only translated is not kept.',
    seenBy: [
      {
        what: 'Judgements, and words kept for oneself',
        who: `${self}; on this page also ${whoMay(privacyAccess.erase)}`,
      },
      { what: 'Examples that were proposed', who: `${self}, ${whoMay(translateAccess.review)}` },
      { what: 'Accepted examples, without a name', who: whoMay(translateAccess.read) },
    ],
    holds: await aboutTranslate(db, personId),
  }
}

async function privacyPart(db: Db, personId: string, you: boolean): Promise<AboutPart> {
  const wishes = await listWishesOf(db, personId)
  return {
    key: 'privacy',
    title: 'Wishes to be erased',
    says: 'What was wished and what was answered.',
    seenBy: [{ what: 'All of it', who: `${you ? 'you' : 'the person'}, ${whoMay(privacyAccess.erase)}` }],
    holds: wishes.map(({ state, madeAt, reason, settledAt, settledBy, answer }) => ({
      ...{ state, madeAt, reason, settledAt, settledBy, answer },
    })),
  }
}

/** `aboutEverything`, to be taken out of Sightline by somebody else than the person: that leaves a row in the history. */
export async function takeAwayAbout(ctx: Context, personId: string): Promise<About> {
  const about = await aboutEverything(ctx, personId)
  await ctx.write((tx) =>
    record(ctx, tx, {
      act: 'privacy: taken out',
      on: { kind: 'person', id: personId, name: about.person.name },
    }),
  )
  return about
}
