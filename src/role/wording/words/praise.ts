import type { WordList } from '../mark.ts'

/** What praise such as "strong" has to stand before to be empty; a strong wind is something else. */
const PRAISED =
  'skills?|abilit(?:y|ies)|knowledge|understanding|sense|background|command|grasp|experience|aptitude|competenc(?:e|es|y|ies)|communicators?|leaders?|leadership|listeners?|organi[sz]ers?|planners?|negotiators?|relationships?|record|performers?|candidates?|team players?|judge?ment|awareness|presence|focus|ethic'

/** Strength words that say how good something is to be, and not what it is. */
export const PRAISE: WordList = {
  kind: 'praise',
  // What others call excellent is told, not claimed.
  except: /\b(?:known for|call(?:s|ed)? (?:[a-z]+ )?excellent|themselves call)\b/i,
  entries: [
    {
      words:
        'proven track record|track record of (?:success|delivery|achievement)|successful track record|proven (?:abilit(?:y|ies)|experience|success)|demonstrated (?:abilit(?:y|ies)|success)|demonstrable (?:abilit(?:y|ies)|success|track record|experience)',
      why: '“Proven” does not say what has to be shown, nor to whom.',
      instead: 'Say what somebody must have done before, in one sentence, or leave it out.',
    },
    {
      words:
        'excellent|outstanding|exceptional|superb|exemplary|top[ -]notch|impeccable|unparalleled|second to none|of the highest calib(?:re|er)|first[ -]class|high[ -]calib(?:re|er)|stellar',
      why: 'Everybody who applies thinks so of themselves or nobody does; it cannot be seen.',
      instead: 'Say at which level it has to be done: what the person does, how often, with whom.',
    },
    {
      words: `(?:very )?(?:strong|good|great|solid|sound|advanced|fantastic|brilliant|effective|high[ -]level) (?!working relationships)(?:[a-z-]+ ){0,3}?(?:${PRAISED})`,
      why: 'It says that it has to be good, and not what it is.',
      instead: 'Say what somebody does who has it.',
    },
    {
      words:
        'high (?:degree|level|standard)s? of [a-z-]+|highest (?:level|standard)s?(?: of [a-z-]+)?|highly (?:skilled|effective|experienced|competent|capable|organi[sz]ed|accomplished|successful|talented|professional)',
      why: '“High” means something else to everybody.',
      instead: 'Say what has to be right, and how one can tell.',
    },
    {
      words:
        '(?:working|good|sound|thorough|in[ -]depth|basic) (?:knowledge|understanding) of|familiarity with|exposure to',
      why: 'It does not say how much is enough.',
      instead: 'Say what somebody must be able to do with it on the first day.',
    },
    {
      words:
        'the best of the best|best[ -]in[ -]class|world[ -]class|top (?:talent|performers?|\\d+ ?%)|exceptional talent|the ideal candidate|the successful candidate will (?:be|have|possess)',
      why: 'It praises the reader or the employer and says nothing of the work.',
      instead: 'Leave it out, or begin with “You” and what they will do.',
    },
  ],
}
