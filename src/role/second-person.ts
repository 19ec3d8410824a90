/**
 * Statements say what somebody does ("Notices when people grow uneasy"); a description and an advert speak to the reader
 * ("You will: notice when people grow uneasy"). This turns one into the other as far as spelling tells, and abstains where
 * it does not: whoever edits the text reads every line.
 */

/** Forms that are never nouns: after a comma or "and" they are further verbs of the statement. */
const VERB =
  /^(?:listens|passes|adjusts|understands|explains|speaks|knows|notices|tells|says|asks|sees|keeps|makes|takes|gives|gets|goes|puts|sets|brings|finds|learns|tries|chooses|decides|settles|agrees|suggests|coaches|teaches|writes|reads|joins|builds|lets|leaves|loses|alters|greets|serves|adds|waits|has|sends|meets|carries|removes|follows|begins|earns|introduces|improvises|negotiates|advises|invents|devises|rehearses|gathers|grasps|repeats|refuses|declines|protects|represents|prepares|prevents|reaches|responds|restores|solves|thinks|treats|trusts|warns|admits|breaks|chases|clears|weighs|fits|seats|fulfils|compares|measures|photographs|apologises|confirms|corrects|describes|discovers|ensures|escalates|identifies|includes|informs|inspects|keeps|leads|maintains|manages|receives|recommends|replaces|resolves|shares|supplies|tidies|verifies)$/
/** Forms that are nouns as well; these words after them say that they are verbs. */
const VERB_OR_NOUN =
  /^(?:helps|shows|looks|watches|checks|acts|talks|works|plans|uses|changes|offers|answers|names|turns|stays|stands|steps|moves|calms|repairs|records|ends|raises|wins|designs|practises|returns|respects|supports|reviews|sorts|spots|swaps|trains|updates|visits|draws|holds)$/
const AFTER_VERB =
  /^\s+(?:the|a|an|to|them|it|what|how|when|where|who|whom|which|whether|people|others|colleagues|customers|clients|on|out|up|down|their|from|with|in|into|for|at|that|until|so|by|off|over|about|each|every|through|back|away|together|as|after|before|both|all|any)\b/

/** Only a verb stands before these, whatever word it is: "draws the pipe run and marks what was tested". */
const SURELY_VERB = /^\s+(?:it|them|the|a|an|what|how|why|whether|their|your)\b/
const NO_VERB =
  /^(?:is|was|has|does|as|this|its|less|always|across|sometimes|perhaps|besides|unless|others|yes|plus)$/

const LATER = /(?:,|;|\band|\bor|\bbut)\s+(?:then\s+|also\s+|so\s+)?([a-z]+s)(?![\p{L}’'-])/gu
/** What comes after these up to the next comma is said of something else: "a picture that fits and stays in the mind". */
const RELATIVE = /\b(?:that|which|who|whoever|what|whose|where)\b[^,;]*$/

/** Another word in the statement that a "they" could mean: a plural, or people. */
const OTHERS =
  /\b(?:people|staff|everybody|everyone|somebody|someone|anybody|nobody|team|whoever|who|children|audience|other|community|customer|client|(?!(?:as|is|was|this|its|has|less|always|across|process|us)\b)[a-z]+s)\b/i

const THEY = /\b(?:they|their|theirs|them|themselves)\b/gi
const YOU: Record<string, string> = {
  they: 'you',
  their: 'your',
  theirs: 'yours',
  them: 'you',
  themselves: 'yourself',
}

/** "Notices …" becomes "Notice …", for a list under "You will:". What does not begin with such a verb stays as it is. */
export function toReader(statement: string): string {
  const [first = ''] = /^[A-Z][a-z]+(?=[\s,])/.exec(statement) ?? []
  const base = baseOf(first.toLowerCase())
  if (base === null) return statement
  const rest = laterVerbs(statement.slice(first.length))
  const told = OTHERS.test(rest) ? rest : rest.replace(THEY, (word) => YOU[word.toLowerCase()] ?? word)
  return `${base.charAt(0).toUpperCase()}${base.slice(1)}${told}`
}

function laterVerbs(rest: string): string {
  return rest.replace(LATER, (whole, verb: string, at: number) => {
    const after = rest.slice(at + whole.length)
    const isVerb =
      VERB.test(verb) ||
      (VERB_OR_NOUN.test(verb) && AFTER_VERB.test(after)) ||
      (!NO_VERB.test(verb) && SURELY_VERB.test(after))
    if (!isVerb || RELATIVE.test(rest.slice(0, at))) return whole
    return `${whole.slice(0, -verb.length)}${baseOf(verb) ?? verb}`
  })
}

/**
 * Words of such a line to look at: a "they" that could mean the reader or somebody else, and a verb that was left as it was
 * because it may belong to something else. Empty: none.
 */
export function doubtfulIn(line: string): string[] {
  const they = line.match(THEY) ?? []
  const verbs = [...line.matchAll(LATER)].map(([, verb = '']) => verb).filter((verb) => VERB.test(verb))
  return [...new Set([...they, ...verbs].map((word) => word.toLowerCase()))]
}

const ODD: Record<string, string> = { has: 'have', is: 'be', does: 'do', goes: 'go' }

/** The verb without the ending of "she does"; null: it is no such verb. */
function baseOf(verb: string): string | null {
  const odd = ODD[verb]
  if (odd) return odd
  if (!/[a-z]{2,}s$/.test(verb) || /(?:ss|us|ous)$/.test(verb)) return null
  if (/[^aeiou]ies$/.test(verb) && verb.length > 4) return `${verb.slice(0, -3)}y`
  if (/(?:ch|sh|ss|x|zz)es$/.test(verb)) return verb.slice(0, -2)
  return verb.slice(0, -1)
}
