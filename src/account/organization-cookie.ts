/**
 * The cookie that says in which of their organisations a member is. It is worth nothing by itself: whoever asks must belong
 * there. It saves each request the search for where its account belongs.
 */

const NAME = 'sightline_organization'
const YEAR_SECONDS = 365 * 86_400

/** As the header `set-cookie` has it. */
export function organizationCookie(id: string, isSecure: boolean): string {
  const attributes = [
    `Max-Age=${YEAR_SECONDS}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure ? ['Secure'] : []),
  ]
  return [`${NAME}=${id}`, ...attributes].join('; ')
}

/** The id in the cookie; null when there is none that could be one. */
export function organizationIn(headers: Headers): string | null {
  const found = /(?:^|; )sightline_organization=([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:;|$)/.exec(
    headers.get('cookie') ?? '',
  )
  return found?.[1] ?? null
}
