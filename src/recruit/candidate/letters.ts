/** The mails that candidates get, as drafts: a person looks each over before it is sent, but for the confirmation. */
import type { Stage } from '../model.ts'

interface Draft {
  subject: string
  text: string
}

interface About {
  name: string
  title: string
  organization: string
  /** The address of the candidate's own page. */
  link: string
}

/** To who has applied, or was entered by hand. */
export function arrivalLetter({ name, title, organization, link }: About): Draft {
  return {
    subject: `Your application: ${title}`,
    text: `Hello ${name}

Your application for “${title}” at ${organization} has arrived. This is your own page:

${link}

There you see where your application stands, what is assessed and how long it is kept. You can say what you need for an interview, withdraw, or have everything erased at once. Keep the link to yourself: whoever has it can open the page.

${organization}
`,
  }
}

const WORDS: Partial<Record<Stage, { subject: string; says: string }>> = {
  invited: {
    subject: 'An invitation to an interview',
    says: 'We would like to meet you. When and where stands on your page as soon as it is arranged. If there is anything that you need so that the interview is fair to you, say so there; it has no bearing on the decision.',
  },
  interviewed: {
    subject: 'Thank you for the interview',
    says: 'Thank you for your time and for your answers. The panel now makes up its mind. You will hear from us either way.',
  },
  offered: {
    subject: 'We would like to offer you the job',
    says: 'We would be glad if you came to work with us, and offer you the job. We will be in touch about the particulars.',
  },
  hired: {
    subject: 'Welcome',
    says: 'We are glad that you have accepted. We will write to you about your first day.',
  },
  refused: {
    subject: 'Our decision about your application',
    says: 'Thank you for your application and for the time that you have given to it. We have decided not to go on with it. If you would like to know more about why, ask whoever you have been in touch with.',
  },
  declined: {
    subject: 'Thank you for letting us know',
    says: 'We are sorry that you have declined, and wish you well.',
  },
}

/**
 * Stands in a draft where the mail has the link to the candidate's own page. Whoever looks the draft over may not open that page:
 * on it stands what candidates say of themselves for fairness alone.
 */
const OWN_PAGE = '[the link to their own page]'

/** The words of a draft as they are sent. */
export function withOwnPage(text: string, address: string): string {
  return text.replaceAll(OWN_PAGE, () => address)
}

/** Stands in a draft to many where the mail has the name of each. */
export const THEIR_NAME = '[their name]'

/** The words of a draft to many as one of them gets it. */
export function withName(text: string, name: string): string {
  return text.replaceAll(THEIR_NAME, () => name)
}

/** What to write when somebody goes to this stage; null: nothing need be said. The link is put in when it is sent. */
export function stageLetter(stage: Stage, { name, title, organization }: Omit<About, 'link'>): Draft | null {
  const words = WORDS[stage]
  if (!words) return null
  return {
    subject: `${words.subject}: ${title}`,
    text: `Hello ${name}

${words.says}

Your own page: ${OWN_PAGE}

${organization}
`,
  }
}

interface AboutInterview {
  name: string
  title: string
  organization: string
  when: string
  place: string
  isCancelled: boolean
}

/** To the candidate, when an interview is arranged, moved or cancelled. */
export function interviewLetter({ link, ...about }: AboutInterview & { link: string }): Draft {
  const { name, title, organization, when, place, isCancelled } = about
  const says = isCancelled
    ? `The interview on ${when} does not take place. We will be in touch.`
    : `Your interview is on ${when}.\n\nWhere: ${place}\n\nOn your own page you find it as a calendar file, and you can say there what you need so that it is fair to you.`
  return {
    subject: `${isCancelled ? 'Your interview is cancelled' : 'Your interview'}: ${title}`,
    text: `Hello ${name}\n\n${says}\n\nYour own page: ${link}\n\n${organization}\n`,
  }
}

/** To each member of the panel. It names no candidate. */
export function panelLetter({ name, title, when, place, isCancelled }: AboutInterview): Draft {
  const says = isCancelled
    ? `The interview for “${title}” on ${when} does not take place.`
    : `There is an interview for “${title}” on ${when}.\n\nWhere: ${place}\n\nWho it is, and the calendar file, stand in Sightline under Recruit, “${title}”, Interviews.`
  return {
    subject: `${isCancelled ? 'Interview cancelled' : 'Interview'}: ${title}`,
    text: `Hello ${name}\n\n${says}\n\nSightline\n`,
  }
}
