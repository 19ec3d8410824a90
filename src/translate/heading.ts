/** What descriptions of jobs and CVs have between the things that people do: headings, titles of posts, dates, addresses. */

const BEFORE = String.raw`(?:(?:your|our|my|the|key|main|core|principal|day-to-day|typical|essential|desirable|general|other|additional|specific|relevant|professional|personal|technical|soft|transferable|further)\s+)*`
const NAMES = `(?:duties|responsibilities|accountabilities|tasks|activities|skills|abilities|knowledge|experience|requirements|criteria|qualifications?|qualities|attributes|strengths|competenc(?:e|ies)|competences|values|behaviou?rs|education|training|certificates?|languages|employment(?: history)?|(?:work|career|employment) (?:experience|history)|profile|summary|overview|objective|interests|hobbies|references|referees|personal (?:statement|profile|details)|achievements|highlights|(?:person|job) specification|job (?:title|description|purpose|summary)|(?:purpose|summary|overview) of (?:the )?(?:job|role|post|position)|role (?:purpose|summary|overview)|the role|about (?:us|you|me|the (?:role|job|team|company))|who (?:you|we) are|what (?:you(?:['’]ll| will)? (?:do|need|bring|be doing)|we (?:offer|need|are looking for|look for))|we offer|what(?:['’]s| is) in it for you|benefits|perks|package|salary|pay|location|hours|working hours|contract|reports to|reporting to|closing date|how to apply|to apply|apply|contact(?: details)?|address|e-?mail|telephone|phone|mobile|date of birth|nationality)`
const HEADING = new RegExp(`^${BEFORE}${NAMES}(?:\\s*(?:and|&|/|,)\\s*${BEFORE}${NAMES})*\\s*:?$`, 'i')
/** What follows these is not what somebody does, until the next heading. */
const ASIDE =
  /^(?:the\s+|our\s+)?(?:about us|who we are|what we offer|we offer|what(?:['’]s| is) in it for you|job title|benefits|perks|package|salary|pay|location|(?:working )?hours|contract|reports to|reporting to|closing date|how to apply|to apply|apply|contact(?: details)?|address|e-?mail|telephone|phone|mobile|date of birth|nationality|references|referees)\s*:?$/i

const MOST_WORDS = 6

/** Is this line only the name of what follows? */
export function isHeading(line: string): boolean {
  const text = line.trim()
  if (HEADING.test(text)) return true
  const short = text.split(/\s+/).length <= MOST_WORDS
  return short && (/:$/.test(text) || (/\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text) && /\s/.test(text)))
}

/** Does what follows this heading tell of something else than what people do? */
export function isAside(heading: string): boolean {
  return ASIDE.test(heading.trim())
}

/** "Requirements: empathy, tact" is a heading and what it names; null when the line does not begin with a heading. */
export function underHeading(line: string): { heading: string; rest: string } | null {
  const found = /^([^:]{3,50}):\s+(\S.*)$/s.exec(line.trim())
  const [, heading = '', rest = ''] = found ?? []
  return found && HEADING.test(heading) ? { heading, rest } : null
}

const SMALL = /^(?:of|and|the|at|in|for|to|a|de|&|–|—|-|\||\/)$/
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)'

/** The name of a post, a place or a person: every word of some weight begins with a capital, and no mark ends it. */
export function isTitle(line: string): boolean {
  const words = line.trim().split(/[\s,]+/)
  if (words.length < 2 || words.length > 8 || /[.!?;]$/.test(line.trim())) return false
  return words.every((word) => SMALL.test(word) || /^[\p{Lu}\d(]/u.test(word))
}

/** A line of dates, an address, a telephone number, a page on the web, or that references can be had. */
export function isAddressOrDate(line: string): boolean {
  if (/@\w|https?:|www\.|\+?\d[\d\s()-]{7,}/.test(line)) return true
  if (/^references?\b.*\brequest\.?$/i.test(line.trim())) return true
  const isDated = new RegExp(`^\\W*(?:${MONTH}\\w*\\W+)?(?:19|20)\\d\\d\\b`, 'i').test(line)
  return isDated && line.trim().split(/\s+/).length <= 8
}
