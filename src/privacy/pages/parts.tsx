import type { AboutPart } from '../about.ts'
import { Held } from './held.tsx'

/** Everything that is kept about somebody, part by part, each with who can see it. */
export function Parts({ parts }: { parts: AboutPart[] }) {
  return (
    <>
      {parts.map(({ key, title, says, seenBy, holds }) => (
        <section key={key} class="block" aria-labelledby={`part-${key}`}>
          <h2 id={`part-${key}`}>{title}</h2>
          <p class="measure">{says}</p>
          <div class="seen-by">
            <h3>Who can see it</h3>
            <ul>
              {seenBy.map(({ what, who }) => (
                <li key={what}>
                  {what}: <strong>{who}</strong>
                </li>
              ))}
            </ul>
          </div>
          <Held value={holds} />
        </section>
      ))}
    </>
  )
}
