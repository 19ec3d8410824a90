/**
 * A statement may say what somebody does not do: "I never deal with customers". What is near it in meaning is then what they do
 * not do either. A negation alone says little: "I never leave a visitor waiting" tells of something done. So only
 * sayings are taken that put a whole activity away, and only where nothing else is told beside them.
 */

const WHO = String.raw`(?:(?:i|we|he|she|they|one|people here|my job|the job|it)\s+)?`
const HOW = String.raw`(?:(?:really|personally|currently|actually|generally|usually|normally|honestly|just|ever|myself)\s+)*`
const NOT = String.raw`(?:never|hardly ever|(?:do|does|did|have|has|had|am|are|is|was|were|can|could|would|will)\s*(?:n['’]?t|not|never)|dont|doesnt|didnt|cant|cannot|wont|(?:i|we|they|you)['’](?:m|ve|re)\s+(?:not|never)|no longer)`
/** What people do not do when they do not do it at all. */
const DEAL = String.raw`(?:deal(?:t|ing)? with|handled?|have (?:to|any|much|contact|dealings)|had (?:to|any|much|contact)|need(?:ed|s)? to|ha(?:ve|s|d) got to|got to|do (?:any|that|this|much|it\b|\w+ing\b)|did any|done (?:any|that|this|much)|work(?:ed)? with|see (?:any|customers|clients|patients|people|the public)|me?et (?:any|customers|clients|patients|people|the public|with)|spe(?:ak|oke|oken) (?:to|with)|talk(?:ed)? (?:to|with)|serve[ds]?|supervised?|manage[ds]?|train(?:ed)?|teach|taught|lead|led|organi[sz]ed?|answer(?:ed)? (?:the|any|phones|calls)|take (?:any|calls|part)|calm(?:ed)?|get (?:to|any|asked|involved|complaints)|come across|involve[ds]?|(?:been )?involved (?:in|with)|(?:been )?responsible for|in charge of|allowed to|able to|expected to|required to|concern(?:ed)? (?:me|with)|help(?:ed)? (?:anybody|anyone|any|customers|people)|explain|care (?:about|what|how)|bother)`
/** Sayings that need no verb. */
const SAYINGS = String.raw`(?:there(?:['’]s| is| was)\s+)?no(?:t any)?\s+(?:need|call|reason|cause)\s+(?:for|to)\b|no\s+(?:\w+\s+)?(?:contact|dealings|responsibility|involvement|experience)\b|not\s+(?:my|our)\s+(?:job|department|place|responsibility)\b|nobody (?:ever )?(?:asks|needs) (?:me|us)\b|it(?:['’]s| is) not (?:my|our) (?:job|place)\b`

const NOT_DONE = new RegExp(
  `^(?:in my (?:job|role|work),?\\s+)?(?:${WHO}${HOW}${NOT}\\s+${HOW}${DEAL}|${SAYINGS})`,
  'i',
)
/** Something else follows, so that what is done may stand there. */
const ELSE =
  /[;:–—]|[.!?]\s+\S|,\s*(?:i|we|he|she|they|you|so|but|just|only|then|and)\b|\b(?:but|so|until|till|unless|without|except|instead|yet|because|before|rather)\b/i
const MOST_WORDS = 22

/** The text, when it says only what is not done; else null. `plain` is without HTML. */
export function notDone(plain: string): string | null {
  const text = plain.trim().replace(/^[-*•"“]\s*/, '')
  if (text.split(/\s+/).length > MOST_WORDS || !NOT_DONE.test(text)) return null
  return ELSE.test(text.replace(/[.!?”"]+$/, '')) ? null : text
}
