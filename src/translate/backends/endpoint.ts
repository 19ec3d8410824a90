import { z } from 'zod'
import { Unavailable } from '#errors.ts'
import { type Choice, type Message, readChoice } from '../choice.ts'
import { unit } from '../features.ts'
import type { EmbeddingBackend, Reading } from '../model.ts'

/** A server that speaks the usual interface of language models ("OpenAI-compatible"), as its owner set it up. */
export interface EndpointSettings {
  /** Such as https://llm.example.org/v1, without a slash at the end. */
  baseUrl: string
  model: string
  /** Null for a server that asks for none. */
  key: string | null
}

const PATIENCE_MS = 30_000
const AT_ONCE = 64
/** An answer that is longer is none. */
const LONGEST_ANSWER = 4_000_000

/** Vectors from an endpoint. Whatever is embedded leaves the machine: use it only where people have agreed. */
export function endpointVectors(settings: EndpointSettings): EmbeddingBackend {
  const { host } = new URL(settings.baseUrl)
  return {
    id: `endpoint ${host} ${settings.model}`,
    embed: async (texts) => {
      const vectors: Float32Array[] = []
      for (let from = 0; from < texts.length; from += AT_ONCE)
        vectors.push(...(await embedSome(settings, texts.slice(from, from + AT_ONCE))))
      return vectors.map((meaning) => ({ meaning, wording: new Float32Array() }))
    },
    close: async () => undefined,
  }
}

const Vectors = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()).min(1) })),
})

async function embedSome(settings: EndpointSettings, texts: readonly string[]): Promise<Float32Array[]> {
  const answer = await post(settings, '/embeddings', { model: settings.model, input: texts })
  const read = Vectors.safeParse(answer)
  if (!read.success || read.data.data.length !== texts.length) throw new Unavailable(unclear(settings))
  const inOrder = read.data.data.toSorted((a, b) => a.index - b.index)
  return inOrder.map(({ embedding }) => unit(Float32Array.from(embedding)))
}

const Chat = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) })

/**
 * Asks the endpoint to choose among the local candidates. `messages` is what leaves the machine, as it was shown.
 * Throws `Unavailable`, with what to do, whenever there is no usable answer.
 */
export async function choose(
  settings: EndpointSettings,
  messages: readonly Message[],
  reading: Reading,
): Promise<Choice> {
  const answer = await post(settings, '/chat/completions', {
    model: settings.model,
    messages,
    temperature: 0,
  })
  const read = Chat.safeParse(answer)
  if (!read.success) throw new Unavailable(unclear(settings))
  return readChoice(read.data.choices[0]?.message.content ?? '', reading)
}

async function post(settings: EndpointSettings, path: string, body: unknown): Promise<unknown> {
  const { host } = new URL(settings.baseUrl)
  const response = await fetch(`${settings.baseUrl}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(settings.key === null ? {} : { authorization: `Bearer ${settings.key}` }),
    },
    body: JSON.stringify(body),
    // A key goes only where it was meant to go.
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => {
    throw new Unavailable(`${host} does not answer. Try again later; nothing else depends on it.`)
  })
  if (!response.ok) throw new Unavailable(refusal(response.status, host))
  const text = await response.text()
  if (text.length > LONGEST_ANSWER) throw new Unavailable(unclear(settings))
  try {
    return JSON.parse(text)
  } catch {
    throw new Unavailable(unclear(settings))
  }
}

function refusal(status: number, host: string): string {
  if (status === 401 || status === 403)
    return `${host} refuses the key. An owner can give another in the settings.`
  if (status === 404)
    return `${host} knows no such address or model. An owner can change both in the settings.`
  if (status === 429) return `${host} is asked too much at the moment. Try again in a minute.`
  return `${host} could not answer (${status}). Try again later; nothing else depends on it.`
}

function unclear({ baseUrl }: EndpointSettings): string {
  return `${new URL(baseUrl).host} answered something else than was asked. Check its address and the model in the settings.`
}
