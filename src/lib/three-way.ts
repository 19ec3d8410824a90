/** Two copies of a form's texts that were changed apart, brought together: nothing that was typed is lost. */

export type Texts = Readonly<Record<string, string>>

export interface Merged {
  texts: Record<string, string>
  /** Choices that were made differently on both sides; what stood on the other side stays. */
  clashes: string[]
}

/**
 * What becomes of `mine` and `theirs`, both made from `base`. Where one side changed, its text holds. Where both did, of a
 * `prose` field theirs is followed by those lines of mine that it does not have; of any other field theirs stays, and it is
 * named among the clashes.
 */
export function mergeTexts(
  { base, mine, theirs }: { base: Texts; mine: Texts; theirs: Texts },
  prose: ReadonlySet<string>,
): Merged {
  const texts: Record<string, string> = { ...theirs }
  const clashes: string[] = []
  for (const [name, own] of Object.entries(mine)) {
    const other = theirs[name] ?? ''
    const before = base[name] ?? ''
    if (own === before || own === other) continue
    if (other === before) texts[name] = own
    else if (prose.has(name)) texts[name] = joined(other, own)
    else clashes.push(name)
  }
  return { texts, clashes }
}

/** Typing on is the most usual change: whichever text begins with the other holds the whole. */
function joined(theirs: string, mine: string): string {
  if (mine.startsWith(theirs)) return mine
  if (theirs.startsWith(mine)) return theirs
  const there = new Set(theirs.split('\n'))
  return [theirs, ...mine.split('\n').filter((line) => !there.has(line))].join('\n')
}
