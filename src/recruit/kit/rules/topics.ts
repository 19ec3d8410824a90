/**
 * What may not be asked of a candidate, by jurisdiction, in our own words with the name of the rule. It warns; it is no legal
 * advice, and an organisation changes it as its own lawyers say.
 */

import {
  AGE,
  FAITH,
  FAMILY,
  GENES,
  HEALTH,
  MONEY,
  ORIENTATION,
  ORIGIN,
  PAY,
  POLITICS,
  RECORD,
  UNION,
} from './topic-words.ts'

export interface Topic {
  words: string[]
  /** What is wrong with asking, and by which rule. */
  says: string
}

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
