import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'

/** The fields of a form that was sent; a field sent several times is a list. What is no form is a bad request. */
export async function formOf(c: Context): Promise<Record<string, unknown>> {
  try {
    return await c.req.parseBody({ all: true })
  } catch {
    throw new HTTPException(400)
  }
}
