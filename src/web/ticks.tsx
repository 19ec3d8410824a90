interface TicksProps {
  legend: string
  name: string
  options: { value: string; label: string; hint?: string }[]
  chosen: readonly string[]
  error?: string | undefined
}

/** Any number of several, each with a box to tick. */
export function Ticks({ legend, name, options, chosen, error }: TicksProps) {
  const id = `field-${name}`
  return (
    <fieldset class={error ? 'ticks wrong' : 'ticks'} id={id} aria-describedby={error && `${id}-error`}>
      <legend>{legend}</legend>
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {options.map(({ value, label, hint }) => (
        <label key={value} class="tick">
          <input type="checkbox" name={name} value={value} checked={chosen.includes(value)} />
          <span>
            {label}
            {hint && <span class="hint">{hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
