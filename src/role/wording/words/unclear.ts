import type { Entry, WordList } from '../mark.ts'

const JARGON = 'It is office talk, and everybody reads something else into it.'

/** Longer words, and the shorter ones that mean the same. */
const PLAIN: [words: string, plain: string][] = [
  ['utili[sz](?:e|es|ing|ation)', 'use'],
  ['in order to', 'to'],
  ['prior to', 'before'],
  ['commenc(?:e|es|ing|ement)', 'start'],
  ['endeavou?r(?:s|ing)? to', 'try to'],
  ['on a (?:regular|daily|weekly|monthly|frequent) basis', 'how often, such as “every day”'],
  ['in a timely (?:manner|fashion)', 'by when'],
  ['facilitat(?:e|es|ing)', 'help, lead or make possible'],
  ['liais(?:e|es|ing) with', 'talk to, or agree with'],
  ['interfac(?:e|es|ing) with', 'work with'],
  ['leverag(?:e|es|ing)', 'use'],
  ['action(?:s|ing|ed)? (?:all|any|the|these) (?:requests?|tasks?|items?|queries)', 'do, or answer'],
  ['progress(?:es|ing)? (?:all|any|the) (?:cases?|requests?|matters?)', 'bring to an end'],
  ['with (?:regard|respect) to', 'about'],
  ['going forward', 'from now on'],
]

const plain: Entry[] = PLAIN.map(([words, instead]) => ({
  words,
  why: 'There is a plainer word.',
  instead: `Write “${instead}”.`,
}))

/** Words that could mean several things, or nothing. */
export const UNCLEAR: WordList = {
  kind: 'unclear',
  entries: [
    ...plain,
    {
      words:
        'dynamic|fast[ -](?:paced|moving|growing)(?: (?:environment|setting|workplace|team|industry|company))?|ever[ -]changing|high[ -]octane|vibrant|exciting|buzzing|lively (?:team|environment)|challenging (?:role|environment|position)|demanding environment',
      why: 'It sounds like work without rest or means nothing; the reader cannot tell which.',
      instead:
        'Say what happens: how many calls a day, what changes how often, who helps when it is too much.',
    },
    {
      words:
        'rock ?-?stars?|ninjas?|gurus?|wizards?|superstars?|unicorns?|jedis?|evangelists?|badass|a-players?|game[ -]?changers?|thought leaders?|trailblazers?|mavericks?|wow factor',
      why: 'It is a costume and not a job, and puts many people off.',
      instead: 'Write the name of the job and what is done in it.',
    },
    {
      words:
        'as (?:and when )?required|as (?:and when )?(?:needed|necessary)|where (?:appropriate|necessary|required|applicable)|(?:any |all )?other (?:reasonable )?(?:duties|tasks) (?:as|that|which)(?: may be)? ?(?:assigned|required|requested)?|ad[ -]hoc (?:duties|tasks|basis|projects?)|and so on|etc\\.?|and/or|from time to time|various (?:duties|tasks|projects)',
      why: 'It leaves open what is asked, how often and who decides.',
      instead: 'Say when it happens and who decides, such as “twice a month, agreed a week before”.',
    },
    {
      words:
        'hit(?:s|ting)? the ground running|wear(?:s|ing)? (?:many|multiple|several|different) hats|work hard,? (?:and )?play hard|think(?:s|ing)? outside (?:of )?the box|go(?:es|ing)? the extra mile|above and beyond|blue[ -]sky thinking|low[ -]hanging fruit|touch(?:es|ing)? base|mov(?:e|es|ing) the needle|push(?:es|ing)? the envelope|deep div(?:e|es|ing)|helicopter view|big picture thinker|hands[ -]on|roll(?:s|ing)? up (?:your|their|our) sleeves|keep(?:s|ing)? (?:many |several )?(?:balls in the air|plates spinning)|juggl(?:e|es|ing) (?:multiple |competing |several )?(?:priorities|tasks|demands)|drink(?:ing)? from the fire ?hose',
      why: JARGON,
      instead: 'Say what the person does, in the words you would use to a neighbour.',
    },
    {
      words:
        'synerg(?:y|ies|istic)|value[ -]add(?:ed)?|holistic(?:ally)?|cutting[ -]edge|state[ -]of[ -]the[ -]art|bleeding[ -]edge|seamless(?:ly)?|best practices?|bandwidth|ecosystems?|paradigm|mission[ -]critical|results?[ -](?:driven|orient(?:at)?ed|focus(?:s)?ed)|outcomes?[ -]focus(?:s)?ed|solutions?[ -](?:driven|orient(?:at)?ed|focus(?:s)?ed)|goal[ -]orient(?:at)?ed|deliverables|key stakeholders|stakeholder (?:management|engagement)|strategic(?:ally)? minded|drives? (?:results|change|excellence|performance|growth)|delight(?:s|ing)? (?:our )?customers|customer journey|passion(?:ate)? (?:for|about)(?: [a-z]+)?|empower(?:s|ed|ing)?(?= (?:people|teams|you|our))',
      why: JARGON,
      instead: 'Say what comes of the work and for whom.',
    },
    {
      words:
        'competitive (?:salary|pay|package|rates?|benefits|remuneration|compensation)|(?:attractive|generous|excellent|great) (?:salary|package|benefits|remuneration|benefits package)|salary (?:negotiable|dependent on experience|on application|doe|tbc)|(?:pay|salary|rate) (?:to be )?(?:agreed|discussed)|uncapped (?:earnings|commission)|market rate',
      why: 'Without a figure people cannot judge, and those who dare to bargain get more for the same work.',
      instead: 'Write the pay from and to, and what decides where somebody begins.',
    },
    {
      words:
        'we are (?:like )?a family|like a family|one big family|family feel|flexible hours(?= (?:are )?(?:required|expected))|must be flexible|flexib(?:le|ility) (?:with|in|on|around|about) (?:working )?hours|occasional (?:evenings|weekends?|travel|overtime)(?: work)?|unsoci(?:al|able) hours|immediate start|urgent(?:ly)? (?:required|hiring|needed)',
      why: 'It is read as “expect to be asked for more than is said”.',
      instead: 'Say which hours, how often, how long before one is told, and what is paid for it.',
    },
  ],
}
