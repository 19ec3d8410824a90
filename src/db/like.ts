/** For `like` and `ilike`: whatever holds these words, of which no sign is a wildcard. */
export function containing(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
}
