/** The API by areas, as the reference tells it: every area's calls, and the named schemas that they speak of. */
import type { Schema } from './reference-schema.tsx'

/** As much of an OpenAPI 3.1 document as the reference page shows. */
export interface ApiDocument {
  info: { title: string; version: string; description?: string }
  paths?: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, Schema> }
}

export interface Operation {
  summary?: string
  description?: string
  tags?: string[]
  parameters?: Parameter[]
  requestBody?: { content?: Content }
  responses?: Record<string, Answer>
}

export interface Parameter {
  name: string
  in: string
  required?: boolean
  description?: string
  schema?: { type?: string | string[]; example?: unknown; description?: string }
}

interface Answer {
  description: string
  content?: Content
}

export type Content = Record<string, { schema?: Schema }>

interface Call {
  /** Its place on the page of the area, such as `get-api-people-id`. */
  id: string
  /** Such as `GET /api/people/{id}`. */
  name: string
  path: string
  method: string
  operation: Operation
}

export interface Area {
  /** As in addresses, such as `people`. */
  area: string
  title: string
  calls: Call[]
}

/** The calls by their first tag, in the order of the description. */
export function callsOf({ paths = {} }: ApiDocument): Area[] {
  const areas = new Map<string, Area>()
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const title = operation.tags?.[0] ?? 'Other'
      const area = slug(title)
      const found = areas.get(area) ?? { area, title, calls: [] }
      const name = `${method.toUpperCase()} ${path}`
      found.calls.push({ id: slug(name), name, path, method, operation })
      areas.set(area, found)
    }
  }
  return [...areas.values()]
}

const slug = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** The named schemas that these operations lead to, those within them too, by name. */
export function schemasOf(api: ApiDocument, operations: readonly Operation[]): Record<string, Schema> {
  const all = api.components?.schemas ?? {}
  const reached = new Set<string>()
  const waiting = namesIn(operations)
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue
    reached.add(name)
    waiting.push(...namesIn(all[name]))
  }
  return Object.fromEntries(Object.entries(all).filter(([name]) => reached.has(name)))
}

const REFERENCE = '#/components/schemas/'

function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith(REFERENCE) ? [value.slice(REFERENCE.length)] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namesIn) : []
}
