import { Invalid } from '#errors.ts'

/** A mail that somebody has looked over. */
export interface LookedOver {
  subject: string
  text: string
}

/** The mail as it goes: the subject on one line, nothing around the words. Throws Invalid for a mail without words. */
export function lookedOver(mail: LookedOver): LookedOver {
  const [subject, text] = [mail.subject.replaceAll(/\s+/g, ' ').trim(), mail.text.trim()]
  if (subject === '') throw new Invalid({ subject: 'Give the mail a subject.' })
  if (text === '') throw new Invalid({ text: 'Write the mail, or choose to move them without one.' })
  return { subject, text: `${text}\n` }
}
