import type { ComponentChildren } from 'preact'

interface BalanceProps {
  tooLittle: ComponentChildren[]
  right: ComponentChildren[]
  tooMuch: ComponentChildren[]
}

/** The same strength in three measures, side by side: too little, right, too much. Measures that are not described are named below. */
export function Balance({ tooLittle, right, tooMuch }: BalanceProps) {
  const measures = [
    { kind: 'under', title: 'Too little', items: tooLittle },
    { kind: 'right', title: 'Right', items: right },
    { kind: 'over', title: 'Too much', items: tooMuch },
  ]
  const missing = measures.filter(({ items }) => items.length === 0).map(({ title }) => title.toLowerCase())
  return (
    <>
      <div class="balance">
        {measures
          .filter(({ items }) => items.length > 0)
          .map((measure) => (
            <Measure key={measure.kind} {...measure} />
          ))}
      </div>
      {missing.length > 0 && missing.length < measures.length && (
        <p class="soft small balance-missing">Not described: {missing.join(', ')}.</p>
      )}
    </>
  )
}

function Measure({ kind, title, items }: { kind: string; title: string; items: ComponentChildren[] }) {
  return (
    <section class={`measure-of ${kind}`}>
      <h3>{title}</h3>
      <ul class="statements">
        {items.map((item, i) => (
          <li key={i}>{item}</li>
        ))}
      </ul>
    </section>
  )
}
