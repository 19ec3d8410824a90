import { Invalid, Unavailable } from '../errors.ts'

export interface Letter {
  to: string
  subject: string
  text: string
}

/** Takes mails to where they go. */
export interface MailTransport {
  /**
   * `sent`: a mail server has taken it. `kept`: there is none. Throws `Unavailable` when trying again may help, `Invalid`
   * when it does not.
   */
  send(letter: Letter): Promise<'sent' | 'kept'>
}

export interface MailOptions {
  /** smtp://user:password@host:port; null: there is no mail server. */
  smtp: string | null
  from: string
  log: (message: string) => void
}

/** A mail reads no files and no addresses of the network, and a silent server does not hold us up. */
const LIMITS = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  disableFileAccess: true,
  disableUrlAccess: true,
}

/** The mail server is first spoken to when there is a mail. */
export function openMail({ smtp, from, log }: MailOptions): MailTransport {
  if (smtp === null) return { send: async (letter) => keep(letter, log) }
  return {
    send: async (letter) => {
      // Loaded late: most starts send no mail.
      const { createTransport } = await import('nodemailer')
      const transport = createTransport({ url: smtp, ...LIMITS }, { from })
      try {
        await transport.sendMail(plain(letter))
        return 'sent'
      } catch (error) {
        throw mailTrouble(error)
      } finally {
        transport.close()
      }
    },
  }
}

/** The words stay out of the log: they may hold a link that opens an account. */
function keep({ subject }: Letter, log: MailOptions['log']): 'kept' {
  log(`There is no mail server, so the mail “${subject}” waits under Mail for an owner to pass on.`)
  return 'kept'
}

/** As a mail of a machine, which holiday notices do not answer (RFC 3834). */
function plain({ to, subject, text }: Letter) {
  return { to: { name: '', address: to }, subject, text, headers: { 'auto-submitted': 'auto-generated' } }
}

interface SmtpError {
  code?: string
  responseCode?: number
  response?: string
  message: string
}

function mailTrouble(cause: unknown): Error {
  const { code, responseCode = 0, response, message } = cause as SmtpError
  const said = response ?? message
  if (code === 'EAUTH')
    return new Unavailable(`The mail server refuses the user or password of SMTP_URL: ${said}`, { cause })
  if (responseCode >= 500) return new Invalid(`The mail server refuses this mail for good: ${said}`)
  if (responseCode >= 400) return new Unavailable(`The mail server does not take it now: ${said}`, { cause })
  return new Unavailable(`The mail server of SMTP_URL does not answer: ${said}`, { cause })
}
