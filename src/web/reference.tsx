import {
  type ApiDocument,
  type Area,
  type Content,
  callsOf,
  type Operation,
  type Parameter,
  schemasOf,
} from './api-document.ts'
import { Page } from './page.tsx'
import { Fields, Schemas, TypeOf } from './reference-schema.tsx'
import type { Link } from './site.ts'
import { Table } from './table.tsx'

interface ReferenceProps {
  api: ApiDocument
  document: Link
  /** Where the page of an area stands. */
  areaHref: (area: string) => string
}

/** The API for people: every call on one line, by area. The document itself is one click away. */
export function ReferencePage({ api, document, areaHref }: ReferenceProps) {
  return (
    <Page title={api.info.title}>
      <header class="page-head">
        <h1>{api.info.title}</h1>
        {api.info.description && <p class="lead">{api.info.description}</p>}
        <p>
          The whole description, for tools: <a href={document.href}>{document.label}</a> (OpenAPI 3.1).
        </p>
      </header>
      {callsOf(api).map(({ area, title, calls }) => (
        <section key={area} class="block">
          <h2>
            <a href={areaHref(area)}>{title}</a>
          </h2>
          <Table
            caption={`Calls of ${title}`}
            heads={['What', 'Call']}
            rows={calls.map(({ id, name, operation }) => ({
              key: id,
              cells: [
                <a key="what" href={`${areaHref(area)}#${id}`}>
                  {operation.summary}
                </a>,
                <code key="call">{name}</code>,
              ],
            }))}
          />
        </section>
      ))}
    </Page>
  )
}

/** One area of the API: each call with what it takes and gives. */
export function ReferenceAreaPage({ api, area, top }: { api: ApiDocument; area: Area; top: Link }) {
  return (
    <Page title={`${area.title} for programs`} crumbs={[top]}>
      <header class="page-head">
        <h1>{area.title} for programs</h1>
      </header>
      {area.calls.map(({ id, path, method, operation }) => (
        <Call key={id} id={id} path={path} method={method} operation={operation} />
      ))}
      <Schemas
        schemas={schemasOf(
          api,
          area.calls.map(({ operation }) => operation),
        )}
      />
    </Page>
  )
}

interface CallProps {
  id: string
  path: string
  method: string
  operation: Operation
}

function Call({ id, path, method, operation }: CallProps) {
  const { summary, description, parameters = [], requestBody, responses = {} } = operation
  const name = `${method.toUpperCase()} ${path}`
  return (
    <section class="block" id={id}>
      <h2>{summary}</h2>
      <p>
        <Address method={method} path={path} parameters={parameters} />
      </p>
      {description && <p>{description}</p>}
      {Object.entries(requestBody?.content ?? {}).map(([type, { schema = {} }]) => (
        <Fields key={type} caption={`What ${name} takes, as ${type}`} schema={schema} optional />
      ))}
      {parameters.length > 0 && (
        <Table
          caption={`What ${name} takes`}
          heads={['Name', 'Where', 'What']}
          rows={parameters.map((one) => ({ key: one.name, cells: [one.name, one.in, sayParameter(one)] }))}
        />
      )}
      <Table
        caption={`What ${name} answers`}
        heads={['Status', 'When', 'With']}
        rows={Object.entries(responses).map(([status, answer]) => ({
          key: status,
          cells: [status, answer.description, <Contents key="with" content={answer.content} />],
        }))}
      />
    </section>
  )
}

/** What can be tried is a link: a GET whose required parameters all have examples. */
function Address({ method, path, parameters }: { method: string; path: string; parameters: Parameter[] }) {
  const shown = <code>{`${method.toUpperCase()} ${path}`}</code>
  const needed = parameters.filter((one) => one.required)
  if (method !== 'get' || needed.some((one) => one.schema?.example === undefined)) return shown
  const value = (one: Parameter) => encodeURIComponent(String(one.schema?.example))
  const filled = path.replace(/\{(\w+)\}/g, (whole, name) => {
    const parameter = needed.find((one) => one.in === 'path' && one.name === name)
    return parameter ? value(parameter) : whole
  })
  const query = needed.filter((one) => one.in === 'query').map((one) => `${one.name}=${value(one)}`)
  return (
    <>
      {shown} <a href={query.length > 0 ? `${filled}?${query.join('&')}` : filled}>Try it</a>
    </>
  )
}

function sayParameter({ required, description, schema }: Parameter): string {
  const { type, example } = schema ?? {}
  return [
    [type].flat().join(' or '),
    required ? 'required' : 'optional',
    description ?? schema?.description,
    example === undefined ? undefined : `such as ${example}`,
  ]
    .filter(Boolean)
    .join(', ')
}

function Contents({ content = {} }: { content: Content | undefined }) {
  return (
    <>
      {Object.entries(content).map(([type, { schema }]) => (
        <span key={type}>
          {type}
          {schema && ': '}
          {schema && <TypeOf schema={schema} />}
        </span>
      ))}
    </>
  )
}
