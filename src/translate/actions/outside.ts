import type { Context } from '#context.ts'
import type { Framework } from '#framework/model.ts'
import { fingerprint } from '#lib/fingerprint.ts'
import { choose } from '../backends/endpoint.ts'
import { type Choice, type Message, messagesFor, withChoice } from '../choice.ts'
import type { QuestionForm } from '../endpoint.ts'
import type { Reading } from '../model.ts'
import { engineNow, examplesFor, translatorFor } from './desk.ts'
import { openEndpoint } from './endpoint.ts'
import { frameworkFor } from './judgement.ts'

/** What would be asked of the language model elsewhere; or, once it was asked, what it chose. */
export interface Outside {
  framework: Framework
  text: string
  host: string
  model: string
  /** The exact text that leaves this machine. */
  messages: Message[]
  /** Of those messages; what is sent must be what was shown. */
  seal: string
  reading: Reading
  /** Null: nothing has been sent. */
  choice: Choice | null
}

/**
 * Asks, if what would be sent is what the person was shown (`form.shown`); else it only says what would be sent. Nothing is
 * kept. Throws NotFound where the organisation has not agreed, Invalid at the field, and Unavailable without an answer.
 */
export async function askOutside(ctx: Context, form: QuestionForm): Promise<Outside> {
  const endpoint = await openEndpoint(ctx)
  const framework = await frameworkFor(ctx, form.framework)
  const engine = await engineNow(ctx)
  const prepared = engine.prepare(form.text)
  const translator = await translatorFor(ctx, framework, await examplesFor(ctx, framework))
  const [vector = null] = await engine.vectors([prepared.scored])
  const reading = translator.read(prepared.scored, vector)
  const messages = messagesFor(prepared.plain, reading, framework)
  const seal = fingerprint(JSON.stringify([endpoint.baseUrl, endpoint.model, messages]))
  const about = {
    framework,
    text: prepared.plain,
    host: endpoint.host,
    model: endpoint.model,
    messages,
    seal,
  }
  if (form.shown !== seal) return { ...about, reading, choice: null }
  const { baseUrl, model, key } = endpoint
  const choice = await choose({ baseUrl, model, key }, messages, reading)
  return { ...about, reading: withChoice(reading, choice), choice }
}
