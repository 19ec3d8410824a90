import { Hono, type Context as HonoContext } from 'hono'
import { Invalid } from '#errors.ts'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { attempt, formOf, idIn } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { peopleAccess as may } from '../access.ts'
import { confirmImport, dropImport, openImport, startImport } from '../actions/import.ts'
import { decodeTable } from '../csv/decode.ts'
import { DATE_ORDERS } from '../csv/import.ts'
import { ImportPage } from '../pages/import.tsx'
import { ImportsPage } from '../pages/imports.tsx'
import { listImports, type StoredImport } from '../store/imports.ts'
import { typedFrom } from '../typed.ts'

const SHOWN = 20

/** Files of people: sent, checked, confirmed, thrown away. */
export function importRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/', allow(may.edit), async (c) => page(c, <ImportsPage imports={await viewsFor(c)} />))
    .post('/', allow(may.edit), async (c) => {
      const sent = await formOf(c)
      const result = await attempt(async () => {
        const { field, ...file } = await fileFrom(sent)
        return toldAt(field, () => startImport(c.var.ctx, file))
      })
      if ('done' in result) return c.redirect(links.peopleImport(result.done), 303)
      const { errors, status } = result.refused
      return page(
        c,
        <ImportsPage imports={await viewsFor(c)} values={typedFrom(sent)} errors={errors} />,
        status,
      )
    })
    .get('/:id', allow(may.edit), async (c) => {
      const found = await openImport(c.var.ctx, idIn(c.req.param('id')))
      // So that the page keeps up without a script; a browser that is told so in the page itself would be at odds with axe.
      if (found.state === 'waiting' || found.state === 'running') c.header('refresh', '2')
      const number = Math.max(Math.trunc(Number(c.req.query('page'))) || 1, 1)
      return page(c, <ImportPage one={viewOf(found)} page={number} />)
    })
    .post('/:id/confirmation', allow(may.edit), async (c) => {
      const id = idIn(c.req.param('id'))
      await confirmImport(c.var.ctx, id)
      return c.redirect(links.peopleImport(id), 303)
    })
    .post('/:id/removal', allow(may.edit), async (c) => {
      await dropImport(c.var.ctx, idIn(c.req.param('id')))
      return c.redirect(links.peopleImports(), 303)
    })
}

async function viewsFor(c: HonoContext<Env>) {
  return (await c.var.ctx.read((db) => listImports(db, SHOWN))).map(viewOf)
}

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

const viewOf = (one: StoredImport) => ({ ...one, madeAt: moment.format(one.madeAt) })

/** The file, or what was pasted, as text. Throws Invalid at the field it came by. */
async function fileFrom(sent: Record<string, unknown>) {
  const { text = '', dateOrder: wanted } = typedFrom(sent)
  const dateOrder = DATE_ORDERS.find((one) => one === wanted) ?? 'day first'
  const [file] = [sent.file].flat()
  if (!(file instanceof File) || file.size === 0) {
    if (text.trim()) return { field: 'text', text, fileName: null, dateOrder }
    throw new Invalid({ file: 'Choose a file, or paste its rows below.' })
  }
  if (text.trim())
    throw new Invalid({ text: 'There is a file and there are pasted rows. Send one of the two.' })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = await toldAt('file', async () => decodeTable(bytes))
  return { field: 'file', text: read, fileName: file.name.slice(0, 200), dateOrder }
}

async function toldAt<T>(field: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof Invalid ? new Invalid({ [field]: error.message }) : error
  }
}
