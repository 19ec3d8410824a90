import type { WordList } from '../mark.ts'

const NUMBER = '(?:\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|several|many)'

/** Papers and years in place of what somebody can do. */
export const PROXIES: WordList = {
  kind: 'proxy',
  except:
    /\bwe (?:do not|don['’]t) ask\b|\bno (?:degree|diploma|experience)\b|\bnot (?:a )?(?:need|require|ask)|\byou do not need\b|\bor (?:the )?(?:same|equivalent) (?:skills?|knowledge) (?:gained|learned|learnt)\b/i,
  entries: [
    {
      words:
        "(?:(?:bachelor|master)(?:'s|s)?|university|undergraduate|college|honours|first[ -]class|2[:.]1|postgraduate|mba|good) degrees?|degrees? (?:in|from|or|and|required|essential|level|qualified|educated)|degree[ -](?:level|qualified|educated)|educated to degree level|(?:must|should|will|to) (?:have|hold|possess) an? (?:[a-z]+ )?degree|university (?:education|graduate)|graduates? only|phd|mba",
      why: 'A degree stands for skills that people also learn at work; asking for it shuts out those who did.',
      instead:
        'Say what somebody must be able to do. Keep the degree only if the law asks for it, and say so.',
    },
    {
      words: `(?:(?:a )?(?:minimum|min\\.?)(?: of)? |at least |over |more than )?${NUMBER}(?: ?\\+| ?(?:-|–|to) ?\\d{1,2}| plus| or more)? (?:plus )?(?:years?'?|yrs)(?: of)?(?: [a-z-]+){0,3}? (?:experience|practice|service)|(?:a )?(?:minimum|min\\.?)(?: of)? ${NUMBER} ?\\+? years?'?|(?:\\d{1,2}) ?\\+ years?'?|years of experience|many years'? experience`,
      why: 'Years say how long somebody was there, and not what they learned; people who learned it faster are shut out.',
      instead: 'Say what somebody must be able to do on the first day, at which level.',
    },
    {
      words:
        '(?:top|leading|red[ -]brick|elite|prestigious|good) (?:university|universities|schools?)|russell group|oxbridge|ivy league|(?:good|strong|excellent) (?:a[ -]levels?|gcses?|grades?)|a[ -]levels?|gcses?(?: grades?)?(?: [a-c1-9*](?:-[a-c1-9*])?)?|(?:high school|secondary school) diploma|ucas points',
      why: 'It stands for what somebody had at eighteen, and not for what they can do today.',
      instead: 'Say what the work needs, such as “You work out a bill with a calculator.”',
    },
    {
      words:
        '(?:full |clean |valid )*driving licen[cs]e|own (?:car|vehicle|transport)|car owner|access to (?:a|your own) (?:car|vehicle)',
      why: 'Few jobs need somebody to drive; most need somebody to get there.',
      instead: 'Say where one has to be and when, and keep the licence only if driving is the work.',
    },
    {
      words:
        'no (?:gaps|employment gaps|career breaks?)|unbroken (?:work history|employment)|currently (?:employed|in work|in employment)|(?:recent|current) (?:industry|sector) experience|industry experience (?:required|essential|preferred)|(?:must|should) come from (?:a|an|the) [a-z]+ (?:background|industry|sector)|(?:previous|prior) experience (?:required|essential|necessary|in a similar role)|experience in a similar role',
      why: 'It rewards those who have had such a job already; others may have learned the same elsewhere.',
      instead: 'Say which part of the work somebody must know on the first day.',
    },
  ],
}
