import { isAPIError } from 'better-auth/api'

/** What a browser sends that better-auth may know: its cookies, and what it calls itself. */
export function browserOf(headers: Headers): Headers {
  const known = new Headers()
  for (const name of ['cookie', 'user-agent']) {
    const value = headers.get(name)
    if (value) known.set(name, value.slice(0, 8000))
  }
  return known
}

/** The answer of a better-auth call, or the code it refuses with, such as INVALID_PASSWORD. Faults of ours are thrown. */
export async function outcomeOf<T>(
  call: Promise<{ response: T; headers: Headers | null }>,
): Promise<{ answer: T; cookies: string[] } | { refused: string }> {
  try {
    const { response, headers } = await call
    return { answer: response, cookies: headers?.getSetCookie() ?? [] }
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500)
      return { refused: error.body?.code ?? String(error.status) }
    throw error
  }
}
