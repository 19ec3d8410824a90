/** The uncased WordPiece of BERT (Wu et al. 2016; Devlin et al. 2019): words cut into the longest pieces known. */
export type Vocabulary = ReadonlyMap<string, number>

const LONGEST_WORD = 100
/** Each is a word of its own. */
const IDEOGRAPH =
  /[\u4E00-\u9FFF\u3400-\u4DBF\uF900-\uFAFF\u{20000}-\u{2A6DF}\u{2A700}-\u{2CEAF}\u{2F800}-\u{2FA1F}]/gu
const WORD_OR_MARK = /[^\s\p{P}$+<=>^`|~]+|[\p{P}$+<=>^`|~]/gu

/** Numbers of the pieces of a text, between the marks of its beginning and end, at most `most` in all. */
export function pieces(text: string, vocabulary: Vocabulary, most: number): number[] {
  const plain = text
    .replace(/[^\P{C}\s]|\uFFFD/gu, '')
    .replace(IDEOGRAPH, ' $& ')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
  const inner = (plain.match(WORD_OR_MARK) ?? []).flatMap((word) => piecesOf(word, vocabulary))
  return [number('[CLS]', vocabulary), ...inner.slice(0, most - 2), number('[SEP]', vocabulary)]
}

function piecesOf(word: string, vocabulary: Vocabulary): number[] {
  if (word.length > LONGEST_WORD) return [number('[UNK]', vocabulary)]
  const found: number[] = []
  for (let from = 0; from < word.length; ) {
    const piece = longest(word, from, vocabulary)
    if (piece === null) return [number('[UNK]', vocabulary)]
    found.push(piece.number)
    from = piece.end
  }
  return found
}

function longest(word: string, from: number, vocabulary: Vocabulary) {
  for (let end = word.length; end > from; end--) {
    const found = vocabulary.get((from === 0 ? '' : '##') + word.slice(from, end))
    if (found !== undefined) return { number: found, end }
  }
  return null
}

function number(mark: string, vocabulary: Vocabulary): number {
  return vocabulary.get(mark) ?? 0
}
