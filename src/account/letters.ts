/** The mails that Sightline writes, as plain text. Each says who it is from, what to do, and until when. */
import { INVITATION_DAYS } from './model.ts'

interface Letter {
  subject: string
  text: string
}

const SIGN_OFF = '\n\nSightline\n'

/** `link` is good once. */
export function invitationLetter(invitation: {
  name: string
  organization: string
  by: string
  link: string
}): Letter {
  const { name, organization, by, link } = invitation
  return {
    subject: `${by} invites you to ${organization} on Sightline`,
    text: `Hello ${name}

${by} invites you to ${organization} on Sightline, where you and your colleagues work with your competency frameworks. To accept, open this address:

${link}

It works once, and for ${INVITATION_DAYS} days. If you did not expect this, leave it: nothing happens without you.${SIGN_OFF}`,
  }
}

export function resetLetter({ name, link }: { name: string; link: string }): Letter {
  return {
    subject: 'Choose a new password for Sightline',
    text: `Hello ${name}

Somebody, probably you, asked for a new password for Sightline. To choose one, open this address within the hour:

${link}

If it was not you, leave this mail: your password stays as it is.${SIGN_OFF}`,
  }
}

export function confirmationLetter({ name, link }: { name: string; link: string }): Letter {
  return {
    subject: 'Confirm your e-mail address for Sightline',
    text: `Hello ${name}

To confirm that this address is yours, open this within three days:

${link}

If you have nothing to do with it, leave this mail.${SIGN_OFF}`,
  }
}

/** Tells the owner of the account about a change that could have been somebody else's. */
export function changeLetter({
  name,
  change,
  address,
}: {
  name: string
  change: string
  address: string
}): Letter {
  return {
    subject: `Your Sightline account: ${change}`,
    text: `Hello ${name}

This has changed on your Sightline account: ${change}.

If it was you, there is nothing to do. If not, choose a new password now, which signs everybody else out:

${address}${SIGN_OFF}`,
  }
}
