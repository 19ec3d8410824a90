/** What an erasure takes away and what it leaves, before anybody decides. */
export interface ErasurePreview {
  person: { id: string; name: string }
  /** What names the person in plain text, and is looked for everywhere. */
  words: string[]
  /** Whether somebody else has the same name. */
  hasNamesake: boolean
  hasAccount: boolean
  /** Past and present. */
  posts: number
  /** Events of the history whose words would change. */
  events: number
  /** Why it cannot be done; null: it can. */
  obstacle: string | null
  wish: { reason: string | null; madeAt: Date } | null
}

/** What goes. */
export function goes({ hasAccount, posts, events }: ErasurePreview): string[] {
  return [
    'Name, e-mail address, number and leave',
    ...(hasAccount ? ['The account with its password, second factor, sessions, roles and tokens'] : []),
    'Invitations and mails to this person',
    'What files of people said about them',
    'Their own words in Translate, with every example made of them',
    'Their whole profile: workbooks, levels, lists, stories, evidence about them, and whatever they shared',
    ...(posts > 0 ? ['Posts still to come; those of today end today'] : []),
    ...(events > 0
      ? [
          `The name in ${events === 1 ? 'one event' : `${events} events`} of the history, and every value that was changed about this person`,
        ]
      : []),
    'The words of the wish to be erased, if there was one',
  ]
}

/** What stays under the pseudonym, each with the reason. */
export function stays({ posts }: ErasurePreview): { what: string; why: string }[] {
  return [
    ...(posts > 0
      ? [
          {
            what: `${posts === 1 ? 'The post' : `The ${posts} posts`}, with title, team, place and days`,
            why: 'The organisation must still be able to say how many people worked where and when, and who reported to whom.',
          },
        ]
      : []),
    {
      what: 'That something was done, when, and to what',
      why: 'Others must be able to rely on decisions, such as a published framework, and on the history being whole.',
    },
    { what: 'That this person was erased, when and by whom', why: 'It shows that the wish was answered.' },
  ]
}

/** What Sightline cannot find by itself. */
export const MAY_REMAIN = [
  'First names, nicknames and misspelt names in free text: only the full name, earlier names, addresses and the account are looked for.',
  'A name that stands inside the name of a team, a role, a token or a framework, or in a document.',
  'What others have downloaded, printed or received by mail.',
  'Backups, until they are replaced. After a backup is put back, erase the person again.',
]
