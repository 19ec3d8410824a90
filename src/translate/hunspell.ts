/**
 * Reads dictionaries in Hunspell's format (hunspell(5)): an affix file that says what endings and beginnings a flag stands for, and
 * stems with their flags. Every form is written out once, so that looking one up costs next to nothing. Compounds and
 * possessives are left out; who looks words up strips “'s”.
 */

/** A rule of an affix flag: take `strip` off, put `add` on, where the stem ends (or begins) as `fits` says. */
interface Rule {
  strip: string
  add: string
  fits: RegExp
}

interface Affix {
  isPrefix: boolean
  /** May stand with one of the other kind. */
  crosses: boolean
  rules: Rule[]
}

interface Affixes {
  byFlag: Map<string, Affix>
  /** Stems that are no words by themselves. */
  onlyInCompound: string
  /** Stems that are right, and that nobody wants to have offered. */
  noSuggest: string
}

/** The forms of one stem. */
export interface Forms {
  words: string[]
  /** Rude ones are known and never offered. */
  isRude: boolean
}

const POSSESSIVE = "'s"

/** Every form of every stem, each once, those of one stem together. Flags are single letters. */
export function* formsFrom(affixes: string, stems: string): Generator<Forms, void> {
  const { byFlag, onlyInCompound, noSuggest } = readAffixes(affixes)
  for (const line of stems.split('\n').slice(1)) {
    const slash = line.indexOf('/')
    const stem = slash < 0 ? line.trim() : line.slice(0, slash)
    const flags = slash < 0 ? '' : line.slice(slash + 1).trim()
    const isWord = stem !== '' && !/^\d/.test(stem)
    if (isWord && (onlyInCompound === '' || !flags.includes(onlyInCompound)))
      yield { words: formsOf(stem, flags, byFlag), isRude: noSuggest !== '' && flags.includes(noSuggest) }
  }
}

function formsOf(stem: string, flags: string, byFlag: ReadonlyMap<string, Affix>): string[] {
  const forms = [stem]
  const crossing: string[] = []
  for (const flag of flags) {
    const affix = byFlag.get(flag)
    if (affix === undefined || affix.isPrefix) continue
    const ended = applied(affix, stem)
    forms.push(...ended)
    if (affix.crosses) crossing.push(...ended)
  }
  for (const flag of flags) {
    const affix = byFlag.get(flag)
    if (affix === undefined || !affix.isPrefix) continue
    forms.push(...applied(affix, stem))
    if (affix.crosses) for (const form of crossing) forms.push(...applied(affix, form))
  }
  return forms
}

function applied({ rules, isPrefix }: Affix, stem: string): string[] {
  const forms: string[] = []
  for (const { strip, add, fits } of rules) {
    if (!fits.test(stem)) continue
    forms.push(isPrefix ? add + stem.slice(strip.length) : stem.slice(0, stem.length - strip.length) + add)
  }
  return forms
}

function readAffixes(text: string): Affixes {
  const byFlag = new Map<string, Affix>()
  const single = { ONLYINCOMPOUND: '', NOSUGGEST: '' }
  for (const line of text.split('\n')) {
    const [kind = '', flag = '', strip = '', add = '', condition] = line.trim().split(/\s+/)
    if (kind === 'ONLYINCOMPOUND' || kind === 'NOSUGGEST') single[kind] = flag
    if (kind !== 'PFX' && kind !== 'SFX') continue
    const isPrefix = kind === 'PFX'
    // The first line of a flag says whether it crosses, and how many rules follow.
    if (condition === undefined) byFlag.set(flag, { isPrefix, crosses: strip === 'Y', rules: [] })
    else if (add !== POSSESSIVE) byFlag.get(flag)?.rules.push(ruleFrom(strip, add, condition, isPrefix))
  }
  return { byFlag, onlyInCompound: single.ONLYINCOMPOUND, noSuggest: single.NOSUGGEST }
}

function ruleFrom(strip: string, add: string, condition: string, isPrefix: boolean): Rule {
  return {
    strip: strip === '0' ? '' : strip,
    add: add === '0' ? '' : add,
    fits: new RegExp(isPrefix ? `^${condition}` : `${condition}$`),
  }
}
