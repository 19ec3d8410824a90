/**
 * The words that betray a topic which may not be asked about, before the rules of a country are named. In a pattern `*` stands for
 * the rest of a word and `…` for up to three words, so that “your … health” means the candidate's and not a customer's.
 */
export const AGE = [
  'how old are you',
  'your age',
  'your … date of birth',
  'year were you born',
  'when do you … retire',
  'your … retirement',
  'when did you leave school',
  'when were you born',
  'your … birthday',
  'your … pension',
  'how many … years … (work|stay) … (before|until) you (retire|stop)',
]
export const FAMILY = [
  ...[
    'are you … married',
    'your … (husband|wife|spouse|partner)',
    'you … have … (children|kids)',
    'your … (children|kids)',
  ],
  ...[
    'plan* … (family|children|kids|pregnan*)',
    'are you … pregnan*',
    'your … child-?care',
    'your … marital status',
    'your … family … (situation|plans)',
    'do you … live (alone|together)',
    'do you … live with (anybody|anyone|somebody|someone)',
    'your … maiden name',
  ],
  ...[
    'your … (girlfriend|boyfriend|fianc*|other half|better half|significant other)',
    'your … (little ones|newborn|toddler*|bab(y|ies)|grandchildren)',
    'you … a (newborn|toddler|small child)',
    'you … (hoping|trying|thinking|longing) … (baby|child|children|family)',
    'are you … a single (parent|mother|father|mum|dad)',
    'are you … (divorced|widowed)',
    'are you single',
    '(mr|mrs|miss) right in your',
    'your … (maternity|paternity|parental) leave',
    'who … (looks after|minds|picks up|collects|cares for) … (family|children|kids|little ones|baby|parents)',
  ],
]
export const HEALTH = [
  ...[
    'your … (health|disabilit*|illness*|medication)',
    'are you … disabled',
    'you … have … (disabilit*|illness|medical condition|health condition)',
  ],
  ...[
    'how many … (sick days|days … sick)',
    'have you … been … (ill|depressed)',
    'you … take … medication',
    'days … did you … off sick',
    'your … sickness',
  ],
  ...[
    'your … (eyesight|hearing|blood pressure|mental health|medical history|doctor|therapist)',
    'how is your … (eyesight|hearing|weight|heart)',
    '(medical|health) (problems|conditions|issues) … (you|we)',
    'were you … (off sick|signed off)',
    'have you … had … (depression|cancer|anxiety|a breakdown|surgery|an operation)',
    'are you on … (medication|tablets|pills)',
    'do you … see a … (doctor|therapist|psychiatrist)',
    'do you … smoke',
  ],
]
export const FAITH = [
  'your … (religio*|faith|church|beliefs)',
  'are you … religious',
  'do you … (pray|go to church)',
  'which … religious … holidays do you',
  'are you … (christian|muslim|jewish|hindu|catholic|protestant)',
  'your … (mosque|temple|synagogue|parish|creed|spiritual*)',
  'which … (mosque|church|temple|synagogue|parish|congregation)',
  'you … (keep|observe|celebrate|fast) … (sabbath|ramadan|lent|eid|diwali|christmas|easter|passover)',
  'do you … believe in god',
]
export const ORIGIN = [
  ...[
    'where are you … from',
    'your … (nationality|ethnic*|race|native language|mother tongue|accent|skin)',
    'where were you born',
    'your … parents … (from|born)',
    'what nationality are you',
    'your … country of … origin',
  ],
  ...[
    'your … (heritage|ancestry|descent|family roots)',
    'your … (family|people|grandparents) … from',
    '(part of the world|which country) … (you|your)',
    'where did you grow up',
    'what passport',
    'passport do you',
    'an (unusual|interesting|foreign) … (name|surname)',
    'you born in (this|our) country',
  ],
]
export const ORIENTATION = [
  'are you … (gay|straight|bisexual|transgender)',
  'your … (sexual* … orientation|sexuality|gender identity)',
  'your … sex life',
  '(gender|sex) … (given|assigned) at birth',
  'your … birth (gender|sex)',
]
export const UNION = [
  'trade union',
  'are you … union member',
  'your … union',
  'are you in … union',
  'you … member of … union',
  'you … (ever )?(gone|been) on strike',
]
export const POLITICS = [
  'who do you vote',
  'who did you vote',
  'your … politic*',
  'which … party … you',
  'you … member of … party',
]
export const RECORD = [
  'you … ever … been … arrested',
  'your … criminal record',
  'you … spent convictions',
  'you … criminal record',
  'trouble … you … with the (police|law)',
  'you … been … (in prison|in jail|convicted|to court)',
]
export const PAY = [
  'your … (current|last|previous|present) … (salary|pay|wage*)',
  'how much … (do|did|are) you … (earn*|paid)',
  'what … (do|did) you … earn',
]
export const MONEY = ['your … (debts|credit rating|finances)', 'do you own … home', 'are you … in debt']
export const GENES = ['runs in your family', 'your … family … (medical )?history', 'your … genetic*']
