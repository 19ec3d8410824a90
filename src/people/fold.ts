/** Letters that Unicode does not take apart into a plain letter and a mark. */
const PLAIN: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ŋ: 'ng' },
  ...{ '’': "'", ʼ: "'", '‘': "'", '–': '-', '‐': '-', '‑': '-' },
}
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu')

/**
 * A name as it is searched and sorted: small letters without marks, so that "Søren Łukasz" is found by "soren lukasz".
 * Folding twice changes nothing more.
 */
export function fold(text: string): string {
  const plain = text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
  return plain
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim()
}

/** At most eight words to look for, folded; more would only make the answer slower, not better. */
export function searchWords(query: string): string[] {
  return fold(query.slice(0, 300))
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 8)
}
