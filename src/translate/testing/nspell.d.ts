declare module 'nspell' {
  interface Speller {
    correct(word: string): boolean
  }
  const nspell: (dictionary: { aff: Uint8Array; dic: Uint8Array }) => Speller
  export = nspell
}
