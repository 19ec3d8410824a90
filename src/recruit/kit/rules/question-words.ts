/**
 * The words that give a fault of an opening question away. Made on questions of our own (`fixtures/questions.ts` and
 * `questions-voices.ts`); docs/methods/interview-kit.md says how well they do on those and on others. All of
 * them look at words in lower case: patterns that ignore case take milliseconds each to get ready.
 */

/** Nouns for those who do the work, not for those who are served: customers, callers and others are no yardstick. */
const WORKER =
  '(?!(?:customer|caller|user|visitor|stranger|other|paper|order|letter|number|answer|offer|matter|corner|counter|computer|error|motor)s?\\b)(?:\\p{L}+(?:er|or|ist|ian|ant|eer)s?|nurses?|staff|colleagues?|professionals?|adults?|experts?|teams?|people|clerks?|chefs?|cooks?|coaches?)'
const VIRTUE =
  '(?:patience|persistence|leadership|courage|honesty|tact|empathy|kindness|diligence|calm|skills?|thinking|determination|creativity|initiative|humour|charm|expertise|good ideas?|hard work|care|planning|listening)'
const WON =
  '(?:saved?|saves|turned?|won|wins|pa(?:id|ys?) off|made (?:all )?the difference|helped|calmed|prevented|rescued|convinced|carried|brought|got (?:you|them|everybody) through|solved)'

export const LEADING: RegExp[] = [
  /\b(?:do|does|did|would|is|are|was|were|have|has|can|could|should)n['’]t (?:you|it|they|we|that|there)\b/,
  /\b(?:surely|obviously|clearly|naturally|undoubtedly|no doubt|needless to say|of course|it goes without saying)\b/,
  /\bas (?:you|we all|everybody|everyone|they) (?:know|knows|say|says)\b/,
  /\b(?:we all|every \p{L}+|everybody|everyone) knows?\b/u,
  /,\s*(?:right|correct|yes|no)\?/,
  /\b(?:do|would|don['’]t) you (?:not )?agree\b/,
  /\bhow important (?:is|are|do you)\b/,
  /\b(?:we|our (?:team|company|customers|organisation)) (?:value|expect|want|need|look for|believe|insist)\b/,
  /\b(?:i|we) (?:(?:would |do |can )?(?:suppose|assume|presume|imagine|expect|trust|gather|guess|bet|believe)|take it|am (?:quite )?(?:sure|certain)|are (?:sure|certain)|have no doubt)\b/,
  /(?<!\b(?:did|do|would) )\b(?:you|you must|you will|you['’]d)(?: have)? (?:surely )?(?:enjoy|love|hate|like|know how)(?:e?d)?\b/,
  /\b(?:how|why) (?:well|good|great|skilled|patient|successful) (?:are|do|were|did)\b/,
  /\b(?:best|right|correct|proper) (?:way|thing) (?:is|was) to\b/,
  /\bwhen you (?:successfully|brilliantly|skilfully|patiently|calmly|proactively|went the extra mile|went above and beyond|exceeded|showed great)\b/,
  /\bthe (?:excellent|outstanding|great) (?:service|work|result)s? (?:you|that you)\b/,
  new RegExp(`\\byour (?:\\p{L}+ ){0,2}${VIRTUE} (?:\\p{L}+ )?${WON}\\b`, 'u'),
  /\b(?:saved the day|made all the difference|paid off)\b/,
  /\b(?:is|are) always right\b/,
  // A sentence that sets a yardstick before anything is asked.
  new RegExp(
    `^(?:a |an |the |any |every |all |most )?(?:good|great|best|real|true|strong|excellent|proper|decent|born) ${WORKER} [^.?]*\\.`,
    'u',
  ),
  /^(?:everybody|everyone|nobody|no one|no-one|anyone|anybody|we all|all of us|most people) (?!was\b|were\b|had\b|did\b|\p{L}+ed\b)[^.?]*\./u,
  /^(?:professionals|leaders|experts|grown-ups|adults|managers) (?!who\b|were\b|had\b|\p{L}+ed\b)[^.?]*\./u,
]

/** Where the past is asked for, a sentence about the candidate that comes before the question. */
export const ABOUT_CANDIDATE =
  /^(?:so,? |well,? |now,? )?you (?:are|seem|strike|sound|look|come across|appear|must be|have always|always)\b[^.?]*\./

/** Asks for something else than the situation, the action or the result of the first question. */
const FOLLOWS =
  /^(?:then |so |finally )?(?:what (?:happened|do(?:es)? (?:they|it|he|she)|was (?:going on|your part|the (?:situation|result|outcome)|it about)|were you (?:doing|trying)|did you (?:do|say|see|notice|try|decide|change|weigh|set in|make of (?:it|that)|learn)\b|would you (?:do|say|look at|try)\b(?!\s+if\b)|would make you|came of (?:it|that)|made you|changed|led)|how (?:far did|did (?:it|that|things|they|the \w+|you (?:respond|react|go about|find out|handle it|deal with it|know|notice|do (?:it|that)))|was it|would you (?:go about|know|do (?:it|that)))|who (?:was|else|did)|where (?:was|were)|when was)/
const INTERROGATIVE = /^(?:what|how|who|whom|where|when|why|which)\b/
const PAST = /\b(?:did|was|were|had|came|made|led|went|took|said|\p{L}{2,}ed)\b/u
const PRESENT = /\b(?:do|does|are|is|have|will|would|can) (?:you|your|the|it|they|we)\b/
const ANOTHER =
  /\b(?:last|ever|another|most|best|worst|first|favourite|a time|an occasion|this (?:job|post|trade|work)|your (?:last|next|best|worst))\b/

/** Still about what the first question was about: what happened then, in the past and in no other event. */
export function isFollowUp(part: string): boolean {
  if (FOLLOWS.test(part)) return true
  return INTERROGATIVE.test(part) && PAST.test(part) && !PRESENT.test(part) && !ANOTHER.test(part)
}

export const ASKS =
  /^(?:and |or |then |also )*(?:what|how|why|who|which|when|where|tell|describe|give|do|did|are|is|have|would|can|could)\b/

const EXTREME = '(?:best|worst|greatest|biggest|largest|hardest|easiest|proudest|strongest|finest|lowest)'

export const SECOND: RegExp[] = [
  /\b(?:and|or) (?:also |about )?(?:another|a different|a second|one|a) (?:time|occasion|situation|example) (?:when|where|in which|of)\b/,
  /\bas well as (?:how|what|why|a time|your|an)\b/,
  /\b(?:how|what) (?:do |did |would )?you [^?,.]{3,70} and (?:how|why) (?:do |did |would )?you (?!respond|react|go about|deal with it|handle it|do it|do that|know|find)/,
  /\byour (?:\w+ )?(?:strengths?|successes|achievements?) and (?:your )?(?:weaknesse?s?|failures?|mistakes?)\b/,
  new RegExp(
    `\\byour (?:\\p{L}+ )?${EXTREME} [^?.]{2,40},? (?:and|or) (?:about |of |with )?(?:your|the) (?:\\p{L}+ )?${EXTREME}\\b`,
    'u',
  ),
  /\b(?:an?|the|one) [^?.,]{2,50}? you [^?.,]{2,40},? and (?:about )?(?:an?|the|one|another) [^?.,]{2,50}? you\b/,
  /,? and (?:about |of )your (?:plans?|goals?|hopes?|future|career)\b/,
  /\ba time (?:when|that) you (?:had to )?[^?,.]{4,60} and (?:also |had to |then )?(?:train|coach|manag|organis|present|writ|plann|hir|budget|negotiat|motivat|led |lead |report|sold |sell )\w*/,
  /\b(?:how|what) (?:do|did|would) you (?:plan|manage|handle|organise|deal with|lead|motivate|train)[^?,.]{0,40} and (?:plan|manage|handle|organise|deal with|lead|motivate|train|report|control)\b/,
]

/** Begins with its verb, whatever it is about; or has no verb at all. */
export const CLOSED =
  /^(?:so |and |now |well |but |then )?,?\s*(?:(?:do|did|does|are|is|was|were|have|has|had|can|could|will|would|should|may|might)(?:n['’]t)? (?!tell\b|describe\b|give\b|take\b|a (?:think|look)\b)\p{L}|(?:any|ever|never) \p{L})/u
/** A statement that is asked. */
export const STATEMENT_ASKED =
  /^(?:so,? |and,? |then,? |well,? )?(?:you|your \p{L}+|it|that|this|there|they) (?:\p{L}+['’]?\p{L}*)\b[^?.]*\?$/u
/** A statement with a question hung on its end. */
export const TAG =
  /,\s*(?:right|correct|yes|no|(?:would|do|are|have) you(?: not)?(?: agree)?|is(?:n['’]t)? it)\?$/
export const INVITES =
  /^(?:so |and |now )?,?\s*(?:can|could|would|will|may|might)(?: you| we| i)?(?: please)?(?: ask you to)? (?:please )?(?:tell|describe|give|share|think|walk|talk|take|explain|recall|hear|show)/
export const OPENS =
  /\b(?:what|how|why|which|who|whom|when|where|tell (?:us|me)|describe|walk (?:us|me)|talk (?:us|me)|think of|give (?:us|me)|explain)\b/

/** What "how you …" may go on with when it tells of the past. */
const DONE =
  '(?:\\p{L}+ed|came|went|did|had|were|was|met|got|made|dealt|took|told|found|gave|kept|left|felt|held|led|learnt|heard|knew|thought|built|brought|put|set|said|saw|sent|spoke|stood|taught|understood|won|wrote|chose|became|began|ran|grew|broke|cut|let|read|lost|paid|rang|fell|first|once|then|last|yourself|and)'

export const NOT_PAST: RegExp[] = [
  /\b(?:imagine|suppose|pretend|picture yourself|let['’]s say|(?<=^|[.?!] )say that|what if|hypothetically|typical(?:ly)?|as a rule|in general)\b/,
  /\b(?:what|how|which|who|where|when|why) (?:would|might|could|will|should) you\b/,
  /\bif (?:you|a customer|somebody|someone|a colleague|an?|your|the|two|they|we|there)\b[^?.]{0,90}\b(?:would|might|could|will) you\b/,
  /\b(?:what|how|which|who|whom|where|when|why) (?:[\p{L}'’-]+ ){0,4}?do you (?!remember|recall|regret|call to mind)\p{L}/u,
  /\b(?:how|what) (?:would|do|does|might|will) (?!you\b)(?:[\p{L}'’-]+ ){1,7}?(?:describe|see|say|rate|call|miss|judge|think)\b/u,
  /\bwhat (?:is|are|['’]s) your (?!(?:part|share)\b|(?:\p{L}+est|best|worst|most) (?!strength|weakness|asset|quality|fault))\p{L}/u,
  /\b(?:what|which)(?: (?!was\b|were\b|did\b|had\b)\p{L}+){0,4} (?:\p{L}{2,}[^s\W]s|guide|drive|describe|suit|fit|motivate|interest|matter to) (?:you|yourself)\b/u,
  /\bwhat (?:is it that )?makes (?:you|an?|for|good)\b/,
  /\bwhat (?:kind|sort|type)s? of [^?.]{2,40} (?:do you|would you|suits?|are you)\b/,
  /\bhow (?!old\b|good\b|well\b)[\p{L}-]+ are you\b/u,
  /\bwhy should\b/,
  /\bwhat does [^?.]{3,60} (?:mean|look like|involve)\b/,
  new RegExp(
    `\\b(?:tell|talk|walk|take|show|explain|describe)(?: to)?(?: us| me)?(?: through)? how you (?!${DONE}\\b)\\p{L}`,
    'u',
  ),
]

/** Words; what is heard once should be no longer. */
export const LONGEST = 60
