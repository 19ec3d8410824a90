/** Somebody with a browser, for tests of routes: keeps cookies, sends forms, follows nothing by itself. */
import type { Hono } from 'hono'
import type { Env } from '../src/web/site.ts'

export interface Answer {
  status: number
  location: string | null
  html: string
  headers: Headers
}

export interface Visitor {
  cookies: Map<string, string>
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  post(path: string, fields: Record<string, string | string[]>): Promise<Answer>
}

const ORIGIN = 'http://localhost'

/** A browser that has never been here. */
export function newVisitor(
  app: Hono<Env>,
  userAgent = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0',
): Visitor {
  const cookies = new Map<string, string>()
  const send = async (
    path: string,
    init: RequestInit & { headers: Record<string, string> },
  ): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { 'user-agent': userAgent, ...(cookie && { cookie }), ...init.headers }
    const response = await app.request(ORIGIN + path, { ...init, headers })
    for (const line of response.headers.getSetCookie()) keep(cookies, line)
    const location = response.headers.get('location')
    return { status: response.status, location, html: await response.text(), headers: response.headers }
  }
  return {
    cookies,
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, fields) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(fields))
        for (const one of [value].flat()) body.append(name, one)
      return send(path, { method: 'POST', body, headers: { origin: ORIGIN } })
    },
  }
}

function keep(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  if (/max-age=0/i.test(line)) cookies.delete(name)
  else cookies.set(name, value)
}
