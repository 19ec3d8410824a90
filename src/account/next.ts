/** Where to go after signing in: a page of this site, or its start. An address that leads elsewhere is not followed. */
export function safeNext(given: unknown): string {
  const here = 'http://here.invalid'
  if (typeof given !== 'string' || !given.startsWith('/') || !URL.canParse(given, here)) return '/'
  const { origin, pathname, search } = new URL(given, here)
  if (origin !== here || pathname.startsWith('//') || /^\/sign-(in|out)/.test(pathname)) return '/'
  return pathname + search
}
