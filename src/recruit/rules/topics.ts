/**
 * What may not be asked of a candidate, by jurisdiction, in our own words with the name of the rule. It warns; it is no legal
 * advice, and an organisation changes it as its own lawyers say. In a pattern `*` stands for the rest of a word and `…` for up to
 * three words, so that “your … health” means the candidate's and not a customer's.
 */

export interface Topic {
  words: string[]
  /** What is wrong with asking, and by which rule. */
  says: string
}

const AGE = [
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
const FAMILY = [
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
const HEALTH = [
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
const FAITH = [
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
const ORIGIN = [
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
const ORIENTATION = [
  'are you … (gay|straight|bisexual|transgender)',
  'your … (sexual* … orientation|sexuality|gender identity)',
  'your … sex life',
  '(gender|sex) … (given|assigned) at birth',
  'your … birth (gender|sex)',
]
const UNION = [
  'trade union',
  'are you … union member',
  'your … union',
  'are you in … union',
  'you … member of … union',
  'you … (ever )?(gone|been) on strike',
]
const POLITICS = [
  'who do you vote',
  'who did you vote',
  'your … politic*',
  'which … party … you',
  'you … member of … party',
]
const RECORD = [
  'you … ever … been … arrested',
  'your … criminal record',
  'you … spent convictions',
  'you … criminal record',
  'trouble … you … with the (police|law)',
  'you … been … (in prison|in jail|convicted|to court)',
]
const PAY = [
  'your … (current|last|previous|present) … (salary|pay|wage*)',
  'how much … (do|did|are) you … (earn*|paid)',
  'what … (do|did) you … earn',
]
const MONEY = ['your … (debts|credit rating|finances)', 'do you own … home', 'are you … in debt']
const GENES = ['runs in your family', 'your … family … (medical )?history', 'your … genetic*']

export const JURISDICTIONS = [
  { code: 'GB', name: 'Great Britain' },
  { code: 'IE', name: 'Ireland' },
  { code: 'NZ', name: 'New Zealand' },
  { code: 'AU', name: 'Australia' },
  { code: 'US', name: 'United States' },
  { code: 'DE', name: 'Germany' },
] as const

const topic = (words: string[], says: string): Topic => ({ words, says })

/** By code; a jurisdiction that is not here has no list until the organisation writes one. */
export const TOPICS: Record<string, Topic[]> = {
  GB: [
    topic(AGE, 'Age must play no part (Equality Act 2010, section 5).'),
    topic(
      FAMILY,
      'Family, marriage and pregnancy must play no part (Equality Act 2010, sections 8, 11 and 18).',
    ),
    topic(
      HEALTH,
      'Health is not asked about before an offer; only what a fair interview needs is (Equality Act 2010, section 60).',
    ),
    topic(FAITH, 'Religion and belief must play no part (Equality Act 2010, section 10).'),
    topic(
      ORIGIN,
      'Origin must play no part; the right to work is checked for everybody in the same way (Equality Act 2010, section 9).',
    ),
    topic(ORIENTATION, 'Orientation and identity must play no part (Equality Act 2010, sections 7 and 12).'),
    topic(
      UNION,
      'Union membership must play no part (Trade Union and Labour Relations (Consolidation) Act 1992, section 137).',
    ),
    topic(
      RECORD,
      'Spent convictions need not be told; where a check is needed it is made after the decision (Rehabilitation of Offenders Act 1974, section 4).',
    ),
  ],
  IE: [
    topic(AGE, 'Age must play no part (Employment Equality Acts 1998 to 2021, section 6).'),
    topic(
      FAMILY,
      'Civil and family status must play no part (Employment Equality Acts 1998 to 2021, section 6).',
    ),
    topic(
      HEALTH,
      'Disability must play no part; ask only what a fair interview needs (Employment Equality Acts 1998 to 2021, sections 6 and 16).',
    ),
    topic(FAITH, 'Religion must play no part (Employment Equality Acts 1998 to 2021, section 6).'),
    topic(
      ORIGIN,
      'Race, nationality and membership of the Traveller community must play no part (Employment Equality Acts 1998 to 2021, section 6).',
    ),
    topic(
      ORIENTATION,
      'Sexual orientation must play no part (Employment Equality Acts 1998 to 2021, section 6).',
    ),
    topic(
      UNION,
      'Union membership must play no part (Unfair Dismissals Act 1977, section 6; the Constitution, article 40.6).',
    ),
  ],
  NZ: [
    topic(AGE, 'Age must play no part (Human Rights Act 1993, sections 21 and 23).'),
    topic(FAMILY, 'Marital and family status must play no part (Human Rights Act 1993, sections 21 and 23).'),
    topic(
      HEALTH,
      'Disability and illness must play no part; ask only what the job and a fair interview need (Human Rights Act 1993, sections 21, 23 and 29).',
    ),
    topic(FAITH, 'Religious and ethical belief must play no part (Human Rights Act 1993, section 21).'),
    topic(
      ORIGIN,
      'Colour, race, ethnic and national origins must play no part (Human Rights Act 1993, section 21).',
    ),
    topic(ORIENTATION, 'Sexual orientation must play no part (Human Rights Act 1993, section 21).'),
    topic(POLITICS, 'Political opinion must play no part (Human Rights Act 1993, section 21).'),
    topic(
      RECORD,
      'Convictions that are concealed by law are not asked about (Criminal Records (Clean Slate) Act 2004, section 18).',
    ),
    topic(UNION, 'Union membership must play no part (Employment Relations Act 2000, section 9).'),
  ],
  AU: [
    topic(AGE, 'Age must play no part (Age Discrimination Act 2004, section 18).'),
    topic(
      FAMILY,
      'Family responsibilities, marriage and pregnancy must play no part (Sex Discrimination Act 1984, sections 14 and 27).',
    ),
    topic(
      HEALTH,
      'Disability must play no part; ask only what the work itself needs (Disability Discrimination Act 1992, sections 15 and 30).',
    ),
    topic(FAITH, 'Religion must play no part (Fair Work Act 2009, section 351).'),
    topic(ORIGIN, 'Race and national origin must play no part (Racial Discrimination Act 1975, section 15).'),
    topic(
      ORIENTATION,
      'Orientation and identity must play no part (Sex Discrimination Act 1984, section 14).',
    ),
    topic(POLITICS, 'Political opinion must play no part (Fair Work Act 2009, section 351).'),
    topic(UNION, 'Union membership must play no part (Fair Work Act 2009, section 346).'),
  ],
  US: [
    topic(AGE, 'Age must play no part (Age Discrimination in Employment Act, 29 U.S.C. 623).'),
    topic(
      FAMILY,
      'Family and pregnancy must play no part (Title VII of the Civil Rights Act, 42 U.S.C. 2000e).',
    ),
    topic(
      HEALTH,
      'Disability is not asked about before an offer (Americans with Disabilities Act, 42 U.S.C. 12112).',
    ),
    topic(
      GENES,
      'Family medical history is not asked about (Genetic Information Nondiscrimination Act, 42 U.S.C. 2000ff-1).',
    ),
    topic(FAITH, 'Religion must play no part (Title VII of the Civil Rights Act, 42 U.S.C. 2000e-2).'),
    topic(
      ORIGIN,
      'Race and national origin must play no part; the right to work is checked for everybody after the offer (Title VII, 42 U.S.C. 2000e-2; 8 U.S.C. 1324b).',
    ),
    topic(
      ORIENTATION,
      'Orientation and identity must play no part (Title VII, as read in Bostock v. Clayton County, 2020).',
    ),
    topic(
      RECORD,
      'Arrests prove nothing, and many states forbid the question before an offer (EEOC guidance of 25 April 2012).',
    ),
    topic(
      PAY,
      'Earlier pay is not asked about in many states (such as California Labor Code section 432.3).',
    ),
    topic(UNION, 'Union membership must play no part (National Labor Relations Act, 29 U.S.C. 158).'),
  ],
  DE: [
    topic(AGE, 'Age must play no part (General Equal Treatment Act, AGG, section 1).'),
    topic(
      FAMILY,
      'Pregnancy and family plans are not asked about; an untrue answer has no consequences (AGG, sections 1 and 3).',
    ),
    topic(
      HEALTH,
      'Disability and health are asked about only as far as the work itself needs it (AGG, section 1; Social Code IX, section 164).',
    ),
    topic(FAITH, 'Religion and belief must play no part (AGG, section 1).'),
    topic(ORIGIN, 'Ethnic origin must play no part (AGG, section 1).'),
    topic(ORIENTATION, 'Sexual identity must play no part (AGG, section 1).'),
    topic(UNION, 'Union membership is not asked about (Basic Law, article 9).'),
    topic(POLITICS, 'Party and politics are not asked about (Basic Law, article 3).'),
    topic(
      MONEY,
      'Private money is not asked about unless the job handles large sums (Federal Data Protection Act, section 26).',
    ),
    topic(
      RECORD,
      'Convictions are asked about only as far as the work itself needs it (Federal Central Register Act, section 53).',
    ),
  ],
}
