import type { Foreign } from './language.ts'
import { hasWords } from './language.ts'
import { notDone } from './not-done.ts'
import type { Prepared } from './prepare.ts'
import { wordsOf } from './words.ts'

/** The sentence model reads about so many words of a statement and no further. */
const READ_WORDS = 180

/** For a text that is far from everything. */
export const UNLIKE =
  'This is unlike everything that Sightline knows, so take the answer as a guess. Say what you do, with whom and what comes of it.'

/** What somebody should know about the text that was read, in sentences; most texts have none. With one, nothing is sure. */
export function noticesAbout({ plain, text, foreign }: Prepared): string[] {
  if (text.trim() === '') return ['There is nothing to translate.']
  if (!hasWords(plain) && foreign === null)
    return ['There are no words here. Write what you do in a sentence.']
  if (foreign !== null) return [aboutLanguage(foreign)]
  const words = wordsOf(plain).length
  const missing = notDone(plain)
  return [
    ...(missing === null
      ? []
      : [`You say what you do not do: “${missing}”. Say what you do instead; only that shows a level.`]),
    ...(words < 3
      ? [`${words === 1 ? 'One word says' : 'Two words say'} little. Tell in a sentence what you do.`]
      : []),
    ...(words > READ_WORDS
      ? [`Only about the first ${READ_WORDS} words count. Say one thing at a time.`]
      : []),
  ]
}

function aboutLanguage(foreign: Foreign): string {
  if (foreign.kind === 'unknown')
    return 'Most of these words are not English, as far as Sightline can tell. Translate reads English, so take the answer as a guess.'
  const language = foreign.kind === 'script' ? 'a language in another script' : foreign.name
  return `This is not English: it looks like ${language}. Translate reads English, so take the answer as a guess.`
}
