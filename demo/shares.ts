/** What colleagues share of their profiles, with whom, and who looked. */
import { daysAfter } from '../src/account/model.ts'
import { type Context, nothingHappened } from '../src/context.ts'
import type { Framework } from '../src/framework/model.ts'
import { findFramework } from '../src/framework/store.ts'
import { record } from '../src/history/actions.ts'
import type { Subject } from '../src/history/model.ts'
import { fingerprint } from '../src/lib/fingerprint.ts'
import type { RowRef } from '../src/profile/share.ts'
import { insertLook, insertShare, revokeShare } from '../src/profile/store/shares.ts'
import type { Tx } from '../src/schema.ts'
import { nameOf } from './cast-members.ts'
import { demoId } from './rows.ts'

interface DemoShare {
  by: string
  daysAgo: number
  /** Keys of competencies of Spotlight. */
  levels: string
  stories?: string[]
  activities?: string[]
  with?: string[]
  /** By a link, which nobody has: its secret was never made. */
  link?: boolean
  days?: number
  takenBack?: number
  note?: string
  /** Days ago, and who; a dash is the link. */
  looks?: [daysAgo: number, by: string][]
}

const ALL = 'a1 a2 a3 b1 b2 b3 c1 c2 c3'

/** The oldest first. */
const SHARES: DemoShare[] = [
  { by: 'bilal', daysAgo: 118, levels: 'a2 c1', with: ['hamish'], takenBack: 97, looks: [[117, 'hamish']] },
  {
    by: 'aroha',
    daysAgo: 92,
    levels: ALL,
    with: ['marcus'],
    looks: [
      [91, 'marcus'],
      [34, 'marcus'],
    ],
  },
  {
    by: 'kofi',
    daysAgo: 84,
    levels: ALL,
    with: ['farid', 'marcus'],
    looks: [
      [83, 'farid'],
      [33, 'marcus'],
    ],
  },
  {
    ...{ by: 'bilal', daysAgo: 71, levels: 'a2 b2 c3', link: true, days: 30 },
    ...{
      note: 'For the evening class in mediation',
      looks: [
        [70, '-'],
        [64, '-'],
      ],
    },
  },
  { by: 'stella', daysAgo: 66, levels: ALL, with: ['helen'], looks: [[65, 'helen']] },
  {
    by: 'dawit',
    daysAgo: 58,
    levels: ALL,
    with: ['aroha', 'marcus'],
    looks: [
      [57, 'aroha'],
      [33, 'marcus'],
      [20, 'aroha'],
    ],
  },
  { by: 'nadia', daysAgo: 52, levels: 'a1 a2 a3 b1 b2 c3', with: ['beatriz'], looks: [[51, 'beatriz']] },
  { by: 'shirin', daysAgo: 45, levels: ALL, with: ['ngaio'], looks: [[44, 'ngaio']] },
  { by: 'lucy', daysAgo: 38, levels: ALL, with: ['aroha'], looks: [[37, 'aroha']] },
  { by: 'owen', daysAgo: 36, levels: 'a1 a2 a3 b1 b2 b3', with: ['ngaio', 'hamish'], looks: [[35, 'ngaio']] },
  { by: 'mei', daysAgo: 25, levels: 'a1 a2 b1 b2 b3 c1', with: ['aroha'], looks: [[24, 'aroha']] },
  { by: 'beatriz', daysAgo: 22, levels: ALL, with: ['marcus'], looks: [[21, 'marcus']] },
  {
    ...{ by: 'bilal', daysAgo: 14, levels: 'a2 b1 b2 c1 c3', with: ['aroha'] },
    ...{ stories: ['queue-by-ear'], activities: ['bilal/2/1'], note: 'For our talk about the senior post' },
    looks: [
      [13, 'aroha'],
      [6, 'aroha'],
      [1, 'aroha'],
    ],
  },
  {
    ...{
      by: 'bilal',
      daysAgo: 5,
      levels: 'a2 b2 c3',
      stories: ['swimming-club', 'saturday-bar'],
      link: true,
      days: 30,
    },
    ...{
      note: 'With my application to the swimming club’s board',
      looks: [
        [4, '-'],
        [2, '-'],
      ],
    },
  },
  { by: 'sean', daysAgo: 2, levels: 'a1 a2 a3 b1', with: ['aroha'] },
]

type At = (daysAgo: number, key: string) => Context

/** Once: a second load changes nothing. `at`: the example at another day, as somebody of the cast. */
export async function loadShares(ctx: Context, at: At): Promise<void> {
  await ctx.write(async (tx) => {
    const framework = await findFramework(tx, 'spotlight')
    const there = await tx
      .selectFrom('profile_share')
      .select('id')
      .where('organization_id', '=', tx.organizationId)
      .limit(1)
      .execute()
    if (!framework || there.length > 0) return nothingHappened(tx)
    for (const act of SHARES.flatMap((share, i) => actsOf(share, String(i + 1), framework)).toSorted(
      (a, b) => b.daysAgo - a.daysAgo,
    ))
      await act.done(tx, at(act.daysAgo, act.by))
  })
}

interface DemoAct {
  daysAgo: number
  by: string
  done(tx: Tx, as: Context): Promise<void>
}

const person = (key: string): Subject => ({ kind: 'person', id: demoId('person', key), name: nameOf(key) })

function actsOf(share: DemoShare, key: string, framework: Framework): DemoAct[] {
  const { by, daysAgo, takenBack, looks = [] } = share
  const id = demoId('share', key)
  const told = { on: person(by), also: (share.with ?? []).map(person) }
  const made: DemoAct = {
    ...{ daysAgo, by },
    done: async (tx, as) => {
      const madeAt = as.now()
      await insertShare(tx, {
        ...{ id, personId: demoId('person', by), note: share.note ?? null, madeAt },
        linkHash: share.link ? fingerprint(`link of ${id}`) : null,
        expiresAt: share.days === undefined ? null : daysAfter(madeAt, share.days),
        people: (share.with ?? []).map((one) => demoId('person', one)),
        rows: rowsOf(share, framework).map((row, i) => ({ ...row, id: demoId('share', `${key}/row/${i}`) })),
      })
      await record(as, tx, { act: 'profile: shared', ...told })
    },
  }
  const ended: DemoAct[] =
    takenBack === undefined
      ? []
      : [
          {
            ...{ daysAgo: takenBack, by },
            done: async (tx, as) => {
              await revokeShare(tx, id, as.now())
              await record(as, tx, { act: 'profile: sharing ended', ...told })
            },
          },
        ]
  const looked = looks.map(([day, who], i): DemoAct => {
    const personId = who === '-' ? null : demoId('person', who)
    const look = { id: demoId('share', `${key}/look/${i}`), shareId: id, personId }
    return {
      ...{ daysAgo: day, by: who === '-' ? by : who },
      done: (tx, as) => insertLook(tx, { ...look, at: as.now(), since: as.now() }),
    }
  })
  return [made, ...ended, ...looked]
}

function rowsOf({ levels, stories = [], activities = [] }: DemoShare, framework: Framework): RowRef[] {
  return [
    ...levels
      .split(' ')
      .map((competency): RowRef => ({ kind: 'level', framework: framework.id, competency })),
    ...stories.map((key): RowRef => ({ kind: 'story', thing: demoId('story', key) })),
    ...activities.map((key): RowRef => ({ kind: 'activity', thing: demoId('activity', key) })),
  ]
}
