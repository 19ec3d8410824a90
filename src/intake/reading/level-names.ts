/** Names of levels: which words they are made of, and what is no part of them. */
import type { Vocabulary } from './vocabulary.ts'

/** "Beginner definition" is "Beginner"; "Entry level" stays. */
export function shortName(name: string): string {
  const short = name.replace(
    /(?:\s+(?:competenc[ey]|definition|description|descriptors?|behaviou?rs?|indicators?|statements?|criteria))+$/i,
    '',
  )
  return short === '' ? name : short
}

/** Whether a text is a name of levels, and whether it is one by itself. */
export function kindOfName(vocabulary: Vocabulary, name: string): 'strong' | 'weak' | null {
  const tokens = name.toLowerCase().match(/[\p{L}\d-]+/gu) ?? []
  if (tokens.length === 0 || tokens.length > 7) return null
  let kind: 'strong' | 'weak' | null = null
  for (const token of tokens) {
    if (vocabulary.strong.has(token)) kind = 'strong'
    else if (vocabulary.weak.has(token)) kind ??= 'weak'
    else if (!vocabulary.filler.has(token) && !token.split('-').every((t) => isLevelWord(vocabulary, t)))
      return null
  }
  return kind
}

function isLevelWord(vocabulary: Vocabulary, token: string): boolean {
  return vocabulary.strong.has(token) || vocabulary.weak.has(token) || vocabulary.filler.has(token)
}
