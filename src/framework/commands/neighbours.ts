import { wrap } from '#cli/wrap.ts'
import type { AlignmentType, Competency, Framework } from '../model.ts'
import type { Paper } from './paper.ts'

/** How an alignment reads from the side of this competency, and from the side that it leads to. */
const WORDS: Record<AlignmentType, { out: string; back: string }> = {
  exact: { out: 'the same as', back: 'the same as' },
  close: { out: 'close to', back: 'close to' },
  broader: { out: 'broader than', back: 'narrower than' },
  narrower: { out: 'narrower than', back: 'broader than' },
  related: { out: 'related to', back: 'related to' },
}

/** What a competency is aligned to, whichever of the two frameworks says so. `shelf` holds the others. */
export function neighbourLines(
  { key }: Competency,
  framework: Framework,
  { width, style }: Paper,
  shelf: readonly Framework[],
): string[] {
  const out = framework.alignments
    .filter((alignment) => alignment.from === key)
    .map(({ to, type, note }) => ({ ...to, note, words: WORDS[type].out }))
  const back = shelf
    .filter((other) => other.slug !== framework.slug)
    .flatMap((other) =>
      other.alignments
        .filter(({ to }) => to.framework === framework.slug && to.competency === key)
        .map(({ from, type, note }) => ({
          framework: other.slug,
          competency: from,
          note,
          words: WORDS[type].back,
        })),
    )
  const lines = [...out, ...back].flatMap((there) => {
    const name = shelf
      .find((other) => other.slug === there.framework)
      ?.competencies.find((c) => c.key === there.competency)?.name
    const where = `${there.words} ${there.framework}/${there.competency}${name === undefined ? '' : `, ${name}`}`
    return wrap(there.note === null ? where : `${where}. ${there.note}`, width, '    • ')
  })
  return lines.length === 0 ? [] : ['', `  ${style.accent('Beside other frameworks')}`, ...lines]
}
