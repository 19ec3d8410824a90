/** Slips of the pen at random places, the same ones every time: a letter dropped, doubled, changed or swapped with the next. */
export function withTypos(text: string, count: number, seed: number): string {
  const chance = chanceFrom(seed * 7919 + 17)
  let typed = text
  for (let i = 0; i < count; i++) typed = slip(typed, chance)
  return typed
}

function slip(text: string, chance: () => number): string {
  const words = [...text.matchAll(/[A-Za-z]{4,}/g)]
  const word = words[Math.floor(chance() * words.length)]
  if (!word) return text
  const at = word.index + 1 + Math.floor(chance() * (word[0].length - 2))
  const letter = 'abcdefghijklmnopqrstuvwxyz'[Math.floor(chance() * 26)] ?? 'e'
  const [before, here, after] = [text.slice(0, at), text.slice(at, at + 1), text.slice(at + 1)]
  const ways = [
    before + after,
    before + here + here + after,
    before + letter + after,
    swapped(before, here, after),
  ]
  return ways[Math.floor(chance() * ways.length)] ?? text
}

function swapped(before: string, here: string, after: string): string {
  return before + after.slice(0, 1) + here + after.slice(1)
}

/** Numbers from 0 to 1 by the generator of Park and Miller (1988). */
function chanceFrom(seed: number): () => number {
  let state = (seed % 2147483646) + 1
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
