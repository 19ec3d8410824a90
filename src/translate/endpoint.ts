import { z } from 'zod'

/** A language model elsewhere that people of the organisation may ask, as its owner is shown it. The key is never shown. */
export interface EndpointCard {
  baseUrl: string
  /** The name of the machine that would be sent text. */
  host: string
  model: string
  hasKey: boolean
  consent: string
  agreedBy: string | null
  agreedAt: Date
}

/** What an owner agrees to, in these words; they are kept with the decision. */
export function consentWords(organization: string, host: string): string {
  return `${organization} lets its people send a statement that they have typed to ${host}, one at a time and only when they press the button that says so. Whoever runs ${host} can read it. Each of them sees the exact text before it leaves.`
}

const isLocal = (host: string) => ['localhost', '127.0.0.1', '[::1]'].includes(host)

const address = z
  .string('Give the address.')
  .transform((typed) => typed.trim().replace(/\/+$/, ''))
  .pipe(
    z
      .string()
      .min(1, 'Give the address, such as https://llm.example.org/v1')
      .max(500, 'Give an address of at most 500 characters.')
      .refine(
        isSafe,
        'Give an https address without a name or password in it: what is sent could be read on the way.',
      ),
  )

function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  return (protocol === 'https:' || (protocol === 'http:' && isLocal(hostname))) && !username && !password
}

/** The form by which an owner lets people ask a language model elsewhere. */
export const EndpointForm = z.object({
  baseUrl: address,
  model: z
    .string('Give the name of the model.')
    .transform((typed) => typed.trim())
    .pipe(
      z
        .string()
        .min(1, 'Give the name of the model, as the provider writes it.')
        .max(200, 'Use at most 200 characters.'),
    ),
  /** Empty: the key that is kept stays. */
  key: z
    .string()
    .optional()
    .default('')
    .transform((typed) => typed.trim())
    .pipe(z.string().max(500, 'Use at most 500 characters.')),
  agrees: z.literal('yes', 'Tick the box to agree: without it nothing may be sent.'),
})
export type EndpointForm = z.infer<typeof EndpointForm>

export function hostOf(baseUrl: string): string {
  return new URL(baseUrl).host
}

/** The form by which somebody asks; `shown` is the seal of what they were shown, empty before. */
export const QuestionForm = z.object({
  text: z
    .string('Write what somebody does.')
    .transform((typed) => typed.trim())
    .pipe(
      z.string().min(1, 'Write what somebody does.').max(2000, 'Ask about at most 2000 characters at once.'),
    ),
  framework: z.string('Choose a framework.').max(200),
  shown: z.string().max(100).optional().default(''),
})
export type QuestionForm = z.infer<typeof QuestionForm>
