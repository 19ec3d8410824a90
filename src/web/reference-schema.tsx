import type { ComponentChildren } from 'preact'
import { Table } from './table.tsx'

/** As much of a JSON schema as the reference page tells. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  description?: string
  example?: unknown
  anyOf?: Schema[]
  allOf?: Schema[]
  oneOf?: Schema[]
}

interface FieldRow {
  /** From the outermost field inwards: `levels[].name`. */
  path: string
  schema: Schema
  required: boolean
}

/** Every field of a schema; those of an object or a list inside follow it. Named schemas are not entered: they are linked. */
function fieldsOf(schema: Schema, before = ''): FieldRow[] {
  const { properties = {}, required = [] } = schema
  return Object.entries(properties).flatMap(([name, field]) => {
    const path = before + name
    const inner = field.items ? fieldsOf(field.items, `${path}[].`) : fieldsOf(field, `${path}.`)
    return [{ path, schema: field, required: required.includes(name) }, ...inner]
  })
}

/** The fields of a schema as a table; a line of text where it has none. `optional`: says which may be left out. */
export function Fields({
  caption,
  schema,
  optional,
}: {
  caption: string
  schema: Schema
  optional?: boolean
}) {
  const rows = fieldsOf(schema)
  if (rows.length === 0)
    return (
      <p>
        {caption}: <TypeOf schema={schema} />
      </p>
    )
  return (
    <Table
      caption={caption}
      heads={['Field', 'Type', 'What']}
      rows={rows.map(({ path, schema: field, required }) => ({
        key: path,
        cells: [
          <code key="name">{path}</code>,
          <TypeOf key="type" schema={field} />,
          sayField(field, optional && !required),
        ],
      }))}
    />
  )
}

function sayField({ description, example, items }: Schema, optional = false): string {
  const such = typeof example === 'string' ? `such as “${example.replaceAll(/\s*\n\s*/g, ' ↵ ')}”` : undefined
  return [optional ? 'may be left out' : undefined, description ?? items?.description, such]
    .filter(Boolean)
    .join('; ')
}

const nameOf = (ref: string) => ref.split('/').at(-1) ?? ref

/** Where a named schema stands on the page. */
const schemaId = (name: string) => `schema-${name}`

/** A type in words; named schemas are links to where they are told. */
export function TypeOf({ schema }: { schema: Schema }): ComponentChildren {
  const { $ref, items, enum: values, anyOf, oneOf, allOf } = schema
  if ($ref) return <a href={`#${schemaId(nameOf($ref))}`}>{nameOf($ref)}</a>
  if (items)
    return (
      <>
        list of <TypeOf schema={items} />
      </>
    )
  if (values) return values.map((value) => JSON.stringify(value)).join(' or ')
  const several = anyOf ?? oneOf ?? allOf
  if (several)
    return several.map((one, i) => (
      <span key={i}>
        {i > 0 && ' or '}
        <TypeOf schema={one} />
      </span>
    ))
  return [schema.type ?? 'anything'].flat().join(' or ')
}

/** What the calls answer with, each named schema with its fields. */
export function Schemas({ schemas }: { schemas: Record<string, Schema> }) {
  const all = Object.entries(schemas)
  if (all.length === 0) return null
  return (
    <section class="block">
      <h2>What the answers hold</h2>
      {all.map(([name, schema]) => (
        <section key={name} id={schemaId(name)} class="schema">
          <h3>{name}</h3>
          {schema.description && <p>{schema.description}</p>}
          <Fields caption={`Fields of ${name}`} schema={schema} />
        </section>
      ))}
    </section>
  )
}
