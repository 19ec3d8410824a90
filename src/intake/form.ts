import type { z } from 'zod'
import { Invalid } from '#errors.ts'
import { Operation } from './review.ts'

type Sent = Record<string, unknown>

/** The first message for each field. */
export function fieldMessages(error: z.ZodError): Record<string, string> {
  const messages: Record<string, string> = {}
  for (const { path, message } of error.issues) messages[String(path[0] ?? '')] ??= message
  return messages
}

/** The operation that a form asks for. One ticked box arrives as a word, several as a list. Throws Invalid. */
export function operationFrom(sent: Sent): Operation {
  const items = [sent.items ?? []].flat()
  const found = Operation.safeParse({ ...sent, items })
  if (!found.success) throw new Invalid(fieldMessages(found.error))
  return found.data
}

const LEVELS = ['name-level', 'add-level', 'flip-levels']

/**
 * Where the page should come back to after the operation, as the end of its address: what was changed, with the names
 * of a competency still open while its levels are being put right.
 */
export function afterwards(operation: Operation): string {
  if ('items' in operation) return `#i-${operation.items[0]}`
  if ('item' in operation) return `#i-${operation.item}`
  if (!('competency' in operation)) return '#review'
  const open = LEVELS.includes(operation.do)
    ? `?open=names&id=${encodeURIComponent(operation.competency)}`
    : ''
  return `${open}#c-${operation.competency}`
}

const OPEN = ['nothing', 'title', 'item', 'names'] as const

/** What the address (or the form that came back with an error) says should stand open. */
export function openFrom(sent: Record<string, unknown>): {
  what: (typeof OPEN)[number]
  id: string
  all: boolean
  typed?: string
} {
  const text = (name: string) => (typeof sent[name] === 'string' ? (sent[name] as string) : '')
  const all = sent.all === 'yes'
  if (sent.do === 'rewrite') return { what: 'item', id: text('item'), all, typed: text('text') }
  if (sent.do === 'name-framework') return { what: 'title', id: '', all }
  if (sent.do !== undefined && text('competency')) return { what: 'names', id: text('competency'), all }
  return { what: OPEN.find((what) => what === sent.open) ?? 'nothing', id: text('id'), all }
}
