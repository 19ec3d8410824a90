/** The mail that asks a manager how somebody does in the job. It says nothing of any rating. */
import { longDay } from '#people/words.ts'
import type { AfterMonths } from '../ledger/outcome.ts'

export function askLetter({
  to,
  name,
  after,
  closesOn,
}: {
  to: string
  name: string
  after: AfterMonths
  closesOn: string
}): { subject: string; text: string } {
  return {
    subject: `How does ${name} do after ${after} months?`,
    text: `Hello ${to}

${name} has been in the job for ${after} months. At which level do they use what the job asks for? The words of each level stand beside the question, and it takes about five minutes. ${name} can read what you say.

Open Sightline: it stands on your first page until ${longDay(closesOn)}. What was rated at the interview is not shown, so that you say what you have seen.

Sightline
`,
  }
}
