import type { JSX } from 'preact'

/** One message per field; the key `''` is for the whole form. */
export type Messages = Record<string, string>

interface FieldProps {
  label: string
  name: string
  /** What was typed; it comes back after an error. */
  value?: string | undefined
  type?: 'text' | 'search' | 'email' | 'url' | 'number' | 'file' | 'password' | 'date'
  /** More than one makes it a text area of that many lines. */
  rows?: number
  hint?: string
  error?: string | undefined
  required?: boolean
  autocomplete?: string
  /** The keyboard that a phone offers. */
  inputmode?: 'numeric'
  spellcheck?: boolean
  /** File endings and media types that a file field takes. */
  accept?: string
  /** The natural length of an answer in characters: the box is as wide as that. */
  length?: number
  /** What may well be meant, offered while one types. */
  suggestions?: string[] | undefined
}

const idOf = (name: string) => `field-${name}`

/** A label, a hint, the message of what is wrong, and the box, tied together for people who hear the page. */
export function Field(props: FieldProps) {
  return (
    <div class={props.error ? 'field wrong' : 'field'}>
      <Before {...props} />
      <Box {...props} described={describedBy(props)} />
      {props.suggestions && (
        <datalist id={`${idOf(props.name)}-list`}>
          {props.suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </div>
  )
}

type Told = Pick<FieldProps, 'label' | 'name' | 'hint' | 'error'>

function describedBy({ name, hint, error }: Told): string | undefined {
  const id = idOf(name)
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
}

/** What stands above the box. */
function Before({ label, name, hint, error }: Told) {
  const id = idOf(name)
  return (
    <>
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  )
}

function Box(props: FieldProps & { described: string | undefined }) {
  const { name, value = '', type = 'text', rows = 1, error, required, length } = props
  const shared = {
    id: idOf(name),
    name,
    required,
    spellcheck: props.spellcheck,
    'aria-describedby': props.described,
    'aria-invalid': error ? true : undefined,
  } as const
  if (rows > 1) return <textarea {...shared} rows={rows} value={value} />
  if (type === 'file') return <input {...shared} type="file" accept={props.accept} />
  // The type is a closed list, but Preact wants each input type as a shape of its own.
  const input = {
    ...shared,
    type,
    value,
    size: length,
    list: props.suggestions && `${idOf(name)}-list`,
    autocomplete: props.autocomplete,
    inputMode: props.inputmode,
  } as JSX.IntrinsicElements['input']
  return <input {...input} />
}

interface ChoiceProps {
  label: string
  name: string
  /** Where the same name stands in several forms of a page. */
  id?: string
  value?: string | undefined
  options: { value: string; label: string }[]
  hint?: string
  error?: string | undefined
}

/** One of several, as a list to pull down. */
export function Choice(props: ChoiceProps) {
  const { name, value, options, error, id = name } = props
  const told = { ...props, name: id }
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <Before {...told} />
      <select
        id={idOf(id)}
        name={name}
        aria-describedby={describedBy(told)}
        aria-invalid={error ? true : undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** All that is wrong with a form, on top of it, each message a link to its field. Nothing when nothing is wrong. */
export function Problems({ errors }: { errors: Messages }) {
  const all = Object.entries(errors)
  if (all.length === 0) return null
  return (
    <div class="notice problem" role="alert">
      <p class="notice-title">
        {all.length === 1 ? 'One thing needs your attention' : 'Some things need your attention'}
      </p>
      <ul>
        {all.map(([name, message]) => (
          <li key={name}>{name === '' ? message : <a href={`#${idOf(name)}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
