import type { ComponentChildren } from 'preact'

interface BalanceProps {
  tooLittle: ComponentChildren[]
  right: ComponentChildren[]
  tooMuch: ComponentChildren[]
}

/** The same strength in three measures, side by side: too little, right, too much. Empty measures say so. */
export function Balance({ tooLittle, right, tooMuch }: BalanceProps) {
  return (
    <div class="balance">
      <Measure kind="under" title="Too little" items={tooLittle} />
      <Measure kind="right" title="Right" items={right} />
      <Measure kind="over" title="Too much" items={tooMuch} />
    </div>
  )
}

function Measure({ kind, title, items }: { kind: string; title: string; items: ComponentChildren[] }) {
  return (
    <section class={`measure-of ${kind}`}>
      <h3>{title}</h3>
      {items.length === 0 ? (
        <p class="soft">Not described.</p>
      ) : (
        <ul class="statements">
          {items.map((item, i) => (
            <li key={i}>{item}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
