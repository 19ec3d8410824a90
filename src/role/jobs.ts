import { queueMail } from '#account/actions/mail.ts'
import type { Context } from '#context.ts'
import { dayOf } from '#people/day.ts'
import { longDay } from '#people/words.ts'
import { listTextKeepers, takeReminders } from './store/texts.ts'
import { type ListedText, textName } from './text.ts'

/** What roles have done later: once a day, those who keep the texts are told which are due to be looked at again. */
export const roleJobs = {
  'role.reviews': (ctx: Context) => remindOfReviews(ctx),
}

/** One mail to each keeper for all that has become due; for the same day of review none goes out twice. */
async function remindOfReviews(ctx: Context): Promise<void> {
  await ctx.keep(async (tx) => {
    const due = await takeReminders(tx, dayOf(ctx.now()))
    if (due.length === 0) return
    for (const { personId, name, email } of await listTextKeepers(tx))
      await queueMail(ctx, tx, { to: email, personId, ...reviewLetter(name, due) })
  })
}

function reviewLetter(name: string, due: readonly ListedText[]): { subject: string; text: string } {
  const lines = due.map(
    ({ kind, role, reviewOn, publishedAt }) =>
      `- ${textName(kind, role)}: published on ${longDay(dayOf(publishedAt ?? new Date(0)))}, due on ${longDay(reviewOn ?? '')}`,
  )
  const [only] = due
  const subject =
    due.length === 1 && only
      ? `Look at the ${textName(only.kind, only.role)} again`
      : `Look at ${due.length} texts about jobs again`
  return {
    subject,
    text: `Hello ${name}

Is this still what the job is? Open Sightline, choose Roles and then Descriptions and adverts. Keep what still holds, or begin a new version:

${lines.join('\n')}

Sightline
`,
  }
}
