import { wordsOf } from './words.ts'

/** Small words that every page of a language is full of, and that English has not. */
const TELLTALE: Record<string, string> = {
  French:
    'le la les des une est et dans pour avec qui que je nous vous sur pas au aux du mes leurs ses être avoir',
  German:
    'der die das und ist nicht ein eine mit für auf den dem ich wir sie zu von bei wenn auch werden meine',
  Spanish: 'el la los las y es en con para que por un una yo nosotros su sus del al cuando mi más como',
  Portuguese: 'o os as e é em com para que por um uma eu nós seu suas do da dos das quando meu mais como não',
  Italian: 'il lo gli le e è in con per che un una io noi sono della del dei nel quando mio più come non',
  Dutch: 'de het een en is niet van voor met ik wij zij op te dat die mijn als ook aan bij worden',
  Polish: 'i w na z do się nie jest że ja my oraz dla przez jak po ich od gdy',
  'te reo Māori': 'te ngā he ki kei i o a au tātou mātou rātou mō hei ana nei kia ka',
  Welsh: 'yr yn y mae ac gan ar i o fi ni eu wedi bod gyda',
  Swedish: 'och är att det en ett jag vi på med för som inte av till när mina',
}

const ENGLISH = new Set(
  (
    'the and to of in a i is it that for with my they on when we be them so their at not who before what their by from ' +
    'or how an have do if are was this you all as their own people'
  ).split(' '),
)

const OTHER_SCRIPT =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Tamil}\p{Script=Bengali}]/gu

/**
 * The language of a text that is not English, as far as its small words and letters tell: "French", or "another script". Null for
 * English and for texts too short to say.
 */
export function foreignLanguage(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return null
  if ((text.match(OTHER_SCRIPT)?.length ?? 0) > letters / 3) return 'another script'
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < 4) return null
  const english = words.filter((word) => ENGLISH.has(word)).length
  const counts = Object.entries(TELLTALE).map(([language, list]) => {
    const small = new Set(list.split(' '))
    return { language, count: words.filter((word) => small.has(word) && !ENGLISH.has(word)).length }
  })
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a))
  return best.count >= 2 && best.count > english && best.count / words.length >= 0.15 ? best.language : null
}

/** A text without any word in Latin letters says nothing to the English model. */
export function hasWords(text: string): boolean {
  return wordsOf(text).length > 0
}
