import { foreignLanguage, hasWords } from './language.ts'
import type { Prepared } from './prepare.ts'
import { wordsOf } from './words.ts'

/** The sentence model reads about so many words of a statement and no further. */
const READ_WORDS = 180

/** What somebody should know about the text that was read, in sentences; most texts have none. */
export function noticesAbout({ plain, text }: Prepared): string[] {
  if (!hasWords(plain) && foreignLanguage(plain) === null)
    return [
      text.trim() === ''
        ? 'There is nothing to translate.'
        : 'There are no words here. Write what you do in a sentence.',
    ]
  const words = wordsOf(plain).length
  const language = foreignLanguage(plain)
  return [
    ...(language === null
      ? []
      : [`This looks like ${nameOf(language)}. Translate reads English, so take the answer as a guess.`]),
    ...(language === null && words < 3
      ? [`${words === 1 ? 'One word says' : 'Two words say'} little. Tell in a sentence what you do.`]
      : []),
    ...(words > READ_WORDS
      ? [`Only about the first ${READ_WORDS} words count. Say one thing at a time.`]
      : []),
  ]
}

function nameOf(language: string): string {
  return language === 'another script' ? 'a language in another script' : language
}
