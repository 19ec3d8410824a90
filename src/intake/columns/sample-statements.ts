/**
 * Statements for the generated test pages, written for Sightline and kept apart from `english.ts`, so that the search
 * is tested on sentences it has not learned from. They are put together from parts; the parts with even and with odd
 * numbers make two sets that share none: one to set weights with, one to measure with.
 */

const list = (text: string): string[] => text.trim().split('\n')

/** Actions, the verb first and in its base form. */
const ACTIONS = list(`
trace missing parcels through every stage of the journey
rotate crops according to the season
rehearse the evacuation with all tenants
bake bread to the same standard each morning
settle a quarrel between two neighbours without taking sides
change dressings gently and watch for infection
migrate old databases without losing a single record
restore damaged paintings with reversible methods
reconcile the till with the receipts
calm a frightened animal
plot the position of the vessel every hour
choose colours that people with poor eyesight can tell apart
comfort relatives who have received bad news
weld joints that stand up to inspection
schedule surgery in order of medical need
catalogue new books within three days of arrival
cross-check the passenger list against the tickets
persuade reluctant investors to stay on board
mark essays fairly and return them within a week
grow young talent through varied assignments
stock the minibar and replace what has been used
predict where the river will flood next
lobby lawmakers for fairer rules on imports
phone donors who have stopped giving
debug programs written by somebody else
rewrite the contract so that both sides can live with it
clean surfaces that are touched often
count votes in front of witnesses
calibrate the scales at the start of every shift
guide hikers safely across rough ground
launch products that open new markets
dismantle habits and structures that slow the company down
translate leaflets into the languages spoken in the district
pack fragile goods so that nothing breaks
sell spare capacity at a sensible price
interview witnesses separately and compare their accounts
steer the merger of two proud institutions
renew licences before they run out
teach beginners to swim
take blood samples with little pain to the child
win back guests who left disappointed
spread night duties evenly over the year
dig deeper when the first answer seems too neat
question witnesses with patience and without leading them
prune fruit trees at the right moment
balance the books at the end of the quarter
sketch several solutions before polishing one of them
stand in for the head of unit at short notice
open the museum to visitors who have never been inside one
let parents know how their child is doing
protect servers against intruders
lay cables according to the plan
measure noise at different times of the day
reward ideas that came from the workshop floor
pick the cheapest safe way to ship the goods
mend torn nets and worn ropes
invite critics to speak at the annual assembly
put lonely residents in touch with each other
warn sailors of approaching storms
free up rooms that stand empty most of the week
supervise apprentices on live electrical work
repay small debts first
blend tradition with new technology
cut the time between order and arrival
hire for character and train for skill
recycle packaging wherever the law allows it
read meters and enter the figures in the system
break news of closures in person
tune engines for low consumption
trust local branches to make their own arrangements
draft laws that ordinary people can follow
publish salaries by grade
replant hillsides after a fire
see through excuses without humiliating anybody
negotiate ceasefires between feuding families
keep bees out of the loading bay
test the alarm on the first Monday of the month
raise funds from private sources
clear snow from the paths before school begins
adapt recipes for people with allergies
show tourists how to use the ticket machine
map the skills of the whole workforce
untangle legal questions about inheritance
arrange transport for wheelchair users
build bridges between rival faculties
track the progress of each shipment
draw lessons from lawsuits lost in recent years
review the dosage with the pharmacist
compose music for amateur choirs
set up camp in any weather
respect the silence of the reading room
close unprofitable lines with decency
listen for odd sounds in the gearbox
feed livestock on schedule
write captions that children enjoy
defend the independence of the newsroom
`)

/** Second actions, to follow "and" or "to". */
const SECONDS = list(`
tell the owner what has been done
leave the site tidy
pass the lesson on to newcomers
hand the results to the duty officer
note any damage in the log
win time for a better solution
spare everyone a second trip
stop rumours before they start
make the next inspection easier
give beginners a fair chance
free colleagues for more difficult duties
prove that the money was well spent
adjust the method if results disappoint
limit losses in a bad season
save energy during peak hours
earn the confidence of sceptical partners
report the outcome at the morning briefing
cut the number of returns by half
keep insurers content
learn what went wrong last time
reach those who live far from town
involve the whole crew
shorten waiting lists
set a standard for the industry
`)

/** What may follow an action. */
const TAILS = list(`
before the shift ends
even in heavy traffic
with hardly any guidance
under close supervision
on behalf of the whole guild
in several languages
without waiting to be asked
as soon as the office opens
when supplies run short
during the busiest weeks of the year
while keeping an eye on the clock
so that drivers can set off on time
in accordance with house rules
for visitors of all ages
where no written procedure exists
by means of simple drawings
at a level that outsiders can follow
throughout the group
if the weather permits
unless the doctor advises against it
across three time zones
from the first sketch to the final coat of paint
because delays cost lives
in close touch with the authorities
despite tight budgets
using nothing but hand tools
after a thorough handover
rather than passing them on
which calls for steady nerves
and in good humour
`)

const EXAMPLES = list(`
(e.g. storms, strikes or power cuts)
(such as invoices, permits and passports)
(both by day and by night)
(e.g. children or elderly travellers)
(two hours at most)
(for example in remote villages)
(e.g. new routes, fares or timetables)
(including weekends)
(by phone, letter or radio)
(e.g. lifts and ramps)
(see the safety manual)
(roughly one case in ten)
`)

/** Things that somebody may know of, be aware of, be responsible for. */
const TOPICS = list(`
the tides, currents and shallows of the bay
tax rules for small traders
fire drills and escape routes
common diseases of cattle and their treatment
the history of the monument and the people who built it
copyright as it applies to photographs
what makes a headline accurate
spare parts and where to find them
the rights of tenants under the housing act
modern irrigation in dry regions
the warning signs of exhaustion in pilots
fair wages along the supply chain
the political mood in the capital
how glaciers move
the chemistry of cleaning agents
safe loads for cranes and hoists
the customs of guests from other continents
trade fairs in the sector
the limits of forensic evidence
wages, pensions and other benefits
the lifecycle of a battery
what voters expect from the council
radio signals used at sea
how prices are formed in wholesale markets
`)

const LEADS = list(`
Knowledge of
Good grasp of
Awareness of
Responsible for advice on
Thorough understanding of
Up to date with
First-hand experience with
Expert in
`)

/** Statements of shapes that the parts do not give. */
const WHOLE = list(`
Nobody leaves the counter without an answer or the name of someone who has one
Guests feel expected, and find their room as they were promised it
Is the person others turn to when machines stand still
Has seen enough harvests to know when to wait
Colleagues describe her as fair, even those who lost the argument
Whatever the hour, picks up the phone with a friendly voice
Needs little explanation and never the same one twice
Owns mistakes; does not hide them
Patience with those who are slow to learn
No delivery leaves without a second pair of eyes on the label
Attracts gifted researchers from abroad and gives them freedom
Can tell a real emergency from a false alarm
Not afraid to contradict an expert when the figures do not add up
Sees links between fields that others treat as separate
Rarely needs reminding of deadlines
Sober judgement about risk, neither timid nor reckless
Under pressure, slows down and checks twice
Where two rules clash, applies the one that serves the patient
Quick to thank, slow to blame
Knows by heart which valves must never be shut at the same time
Dares to end a programme that everybody likes but nobody needs
Strong sense of what will interest readers next year
Rehearses difficult talks beforehand with a trusted peer
Takes the long road if the short one harms the soil
Feedback from the night shift reaches the designers within days
Has a plan for the day the harbour freezes
Full command of the rules of procedure, including rarely used ones
Their reports are quoted by courts and parliaments
Every apprentice knows whom to ask and is not afraid to do so
At home in both the laboratory and the boardroom
Turns rivals into allies over the years
Once a decision has fallen, carries it out as if it were his own
`)

export type SampleSet = 'tuning' | 'measuring'

/** How the statements of one page begin: a page is usually of one voice. */
export type Voice = 'imperative' | 'third person' | 'gerund' | 'mixed'

/** A random number from 0 up to, but not including, 1; the same seed gives the same numbers. */
export type Random = () => number

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function pick<T>(random: Random, from: readonly T[]): T {
  const chosen = from[Math.floor(random() * from.length)]
  if (chosen === undefined) throw new RangeError('Nothing to pick from: the list is empty.')
  return chosen
}

/** One statement, without a final stop. */
export function sampleStatement(random: Random, set: SampleSet, voice: Voice): string {
  const mine = (parts: string[]): string =>
    pick(
      random,
      parts.filter((_, at) => (at % 2 === 0) === (set === 'tuning')),
    )
  const kind = random()
  if (kind < 0.15) return mine(WHOLE)
  if (kind < 0.27) return `${pick(random, LEADS)} ${mine(TOPICS)}`
  const spoken = voice === 'mixed' ? pick(random, ['imperative', 'third person', 'gerund'] as const) : voice
  let text = inVoice(mine(ACTIONS), spoken)
  if (random() < 0.2) text += ` ${mine(EXAMPLES)}`
  if (random() < 0.4) text += ` ${mine(TAILS)}`
  if (random() < 0.35) text += `${pick(random, [' and', ' to', ' in order to', ', and'])} ${mine(SECONDS)}`
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function inVoice(action: string, voice: Voice): string {
  const [verb = '', ...rest] = action.split(' ')
  if (voice === 'third person') return [thirdPerson(verb), ...rest].join(' ')
  return voice === 'gerund' ? [gerund(verb), ...rest].join(' ') : action
}

function thirdPerson(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : `${verb}s`
}

function gerund(verb: string): string {
  if (/[^e]e$/.test(verb) && verb !== 'be') return `${verb.slice(0, -1)}ing`
  return /^(?:[^aeiou]*[aeiou][bdgmnptl])$/.test(verb) ? `${verb}${verb.at(-1)}ing` : `${verb}ing`
}
