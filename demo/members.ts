/** Who of the example signs in to Sightline, and who is still invited. Nobody has an account there: nobody can sign in. */

import { insertInvitation } from '../src/account/store/invitations.ts'
import { insertMembership } from '../src/account/store.ts'
import type { Context } from '../src/context.ts'
import { record } from '../src/history/actions.ts'
import { fingerprint } from '../src/lib/fingerprint.ts'
import type { GivenRole } from '../src/viewer.ts'
import { CAST } from './cast.ts'
import { nameOf } from './cast-members.ts'
import type { DemoClock } from './clock.ts'
import { PEOPLE } from './people.ts'
import { addressOf, demoId } from './rows.ts'

/** Beside the cast. */
const OTHERS = [
  'marcus',
  'beatriz',
  'daniel',
  'stella',
  'karin',
  'dawit',
  'kofi',
  'nadia',
  'ashok',
  'patrick',
  'priya',
]
/** Invited four days ago, and not here yet. */
const INVITED = ['olive', 'wei']

/** Everybody at once: who is a member, with which roles, and whose invitations are open. */
export async function loadMembers(
  ctx: Context,
  clock: DemoClock,
  by: (daysAgo: number) => Context,
): Promise<void> {
  const cast = CAST.map(({ key, roles }) => ({ key, roles }))
  const members = [...cast, ...OTHERS.map((key) => ({ key, roles: [] as GivenRole[] }))]
  await ctx.write(async (tx) => {
    for (const { key, roles } of members) {
      const id = demoId('membership', key)
      const accountId = demoId('account', key)
      await insertMembership(tx, { id, accountId, personId: demoId('person', key), roles }, clock.moment(700))
    }
    for (const key of INVITED) await insertOpen(key)
    async function insertOpen(key: string) {
      const person = PEOPLE.find((one) => one.key === key)
      if (!person) return
      const personId = demoId('person', key)
      await insertInvitation(tx, {
        ...{ id: demoId('invitation', key), personId, email: addressOf(person), roles: [] },
        ...{ madeBy: demoId('person', 'ngaio'), madeAt: clock.moment(4), endsAt: clock.moment(-3) },
        seal: fingerprint(`the example has no link for ${key}`),
      })
      const on = { kind: 'person', id: personId, name: nameOf(key) }
      await record(by(4), tx, { act: 'invitation: sent', on, note: { to: addressOf(person), roles: [] } })
    }
  })
}
