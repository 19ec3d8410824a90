import { momentWords } from '#history/time.ts'
import { holdsAnything, keyWords } from '../about.ts'

/** Any stored value, to read: lists of alike things one below the other, fields with their names. */
export function Held({ value }: { value: unknown }) {
  if (!holdsAnything(value)) return <p class="soft">Nothing is kept.</p>
  return <Value value={value} />
}

function Value({ value }: { value: unknown }) {
  if (Array.isArray(value)) return <List values={value.filter(holdsAnything)} />
  if (isFields(value)) return <Fields fields={value} />
  return <>{plain(value)}</>
}

/** A list this long begins folded. */
const LONG = 12

function List({ values }: { values: unknown[] }) {
  const items = (
    <ol class="held-list">
      {values.map((value, i) => (
        <li key={i}>
          <Value value={value} />
        </li>
      ))}
    </ol>
  )
  if (values.length <= LONG) return items
  return (
    <details>
      <summary>All {values.length.toLocaleString('en-GB')}</summary>
      {items}
    </details>
  )
}

function Fields({ fields }: { fields: Record<string, unknown> }) {
  return (
    <dl class="held">
      {Object.entries(fields)
        .filter(([, value]) => holdsAnything(value))
        .map(([key, value]) => (
          <div key={key}>
            <dt>{keyWords(key)}</dt>
            <dd>
              <Value value={value} />
            </dd>
          </div>
        ))}
    </dl>
  )
}

const isFields = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !(value instanceof Date)

function plain(value: unknown): string {
  if (value instanceof Date) return `${momentWords(value)} UTC`
  if (value === true) return 'yes'
  if (value === false) return 'no'
  return String(value)
}
