/** Comments in raters' own words: they give more away than numbers, so they need one rater more. */
import { Invalid } from '#errors.ts'
import { leastRaters, type Rules, type View } from './blocks.ts'

/**
 * The comments of a view in an order that says nothing of who wrote when: only of blocks with at least k + 1 raters (named raters'
 * own always), without name, group or time. Call it for each question on its own, so that one author's comments do not line up.
 * @param comments by rater; blank ones are left out.
 * @param random uniform numbers, such as `seededRandom(seed)` with a seed kept with the release: the order must not change from
 * one look to the next, or comparing would show which are new.
 * @throws Invalid when k is below 3.
 */
export function publishComments(
  view: View,
  comments: ReadonlyMap<string, string>,
  rules: Rules & { random: () => number },
): string[] {
  const least = leastRaters(rules) + 1
  if (typeof rules.random !== 'function')
    throw new Invalid('Give a source of random numbers to shuffle the comments with.')
  const isNamed = (groups: readonly string[]) => groups.some((group) => rules.named?.includes(group))
  const shown = view.blocks
    .filter((block) => block.raters.length >= least || isNamed(block.groups))
    .flatMap((block) => block.raters.flatMap((rater) => comments.get(rater)?.trim() || []))
  return shuffled(shown.toSorted(), rules.random)
}

/** Fisher and Yates, from a sorted list, so that the order in which raters are kept plays no part. */
function shuffled(list: string[], random: () => number): string[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const [a = '', b = ''] = [list[i], list[j]]
    list[i] = b
    list[j] = a
  }
  return list
}
