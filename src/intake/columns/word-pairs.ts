/**
 * Words that keep company in texts about work, written down for Sightline from general knowledge of English; none of
 * it is counted from anybody's documents. Base forms throughout: "problem" stands for "problems", "solve" for
 * "solving". To teach the search more, add to the lines; nothing else has to be renewed.
 */

/** After the word before the colon come, next or after function words only, the words behind it. */
export const COMPANIONS = `
able: work handle explain adapt make use
accept: responsibility feedback criticism change risk
access: information service data resource
achieve: goal target result objective outcome success standard
action: plan taken point
active: listen part role participation
adapt: style approach behaviour change need situation
address: issue problem concern need gap root
administrative: task support procedure staff
advanced: skill technique technology knowledge
advice: guidance support manager client
agree: target plan priority action deadline
allocate: resource time work task budget
analyse: data information problem result trend situation issue
annual: report plan review budget leave
answer: question phone query call
anticipate: need problem change risk obstacle future demand question
apply: knowledge rule skill principle standard method technique law procedure policy
appropriate: action manner level response behaviour measure solution
ask: question help advice support feedback
assess: risk need impact situation performance quality progress
attention: detail need
available: resource information time data evidence
avoid: conflict mistake delay waste jargon blame duplication
balance: need interest demand priority
barrier: change communication learning success
basic: knowledge understanding skill need level principle
benefit: customer organisation cost
best: practice interest result way possible use
body: language weight
bring: people change together benefit
budget: constraint plan cost time
build: relationship trust team rapport network confidence consensus capability capacity partnership culture support
business: case need plan process goal objective unit model strategy environment result partner opportunity
busy: period time schedule
call: centre handler back
career: development path progression plan stage
carry: task work check out instruction
case: study file history load
cause: problem delay harm
challenge: assumption idea behaviour practice status
change: management process need circumstance programme
check: understand accuracy quality work fact detail progress
clear: goal direction instruction communication message vision explanation expectation picture language understanding
client: need expectation request relationship feedback service
close: gap deal loop contact relationship
coach: mentor team colleague staff other
collaborate: colleague partner team other
collect: data information feedback evidence
colleague: team manager department customer
common: goal purpose problem ground sense understanding issue
communicate: clearly effectively idea information vision message change decision
community: group need leader
complaint: procedure handle resolve customer
complete: task work form project training report
complex: problem issue situation case task information environment project technical decision query
comply: policy regulation rule law standard
concern: raise need
conduct: research interview meeting review survey
confidential: information data manner
conflict: interest resolution resolve
consider: impact option implication view need alternative consequence
consistent: approach standard quality manner
constructive: feedback criticism manner relationship
continuous: improvement learning development
contribute: team discussion success goal
cost: benefit time saving effective reduce
create: environment opportunity culture climate solution value vision plan idea condition
creative: solution idea thinking approach
critical: thinking success situation issue
cross-functional: team project
cultural: difference diversity background
culture: change organisation value
current: practice situation trend process issue need
customer: need service expectation satisfaction feedback experience complaint request query base focus relationship loyalty problem
daily: work task operation activity basis
data: protection analysis collection source
day: work
deadline: target
deal: problem customer complaint situation people difficult
decision: making maker process
deliver: result service quality project training value outcome product
demonstrate: commitment understanding ability knowledge behaviour respect awareness
department: organisation unit manager
deploy: resource staff
describe: problem situation
design: implement develop process service system
detailed: knowledge understanding plan information analysis
develop: skill plan strategy idea solution relationship policy staff team understanding new implement product others
different: people group perspective need way view part level culture background audience opinion type
difficult: situation conversation decision customer problem people question circumstance
direct: report contact experience
display: behaviour empathy confidence
diverse: group background team perspective audience need
drive: change improvement innovation performance
early: stage warning sign
effective: communication use way manner working relationship solution
efficient: effective use manner way process
emotional: intelligence
emerging: trend technology issue need
employee: engagement development performance
empower: staff team people employee others
encourage: people team staff other participation open idea feedback innovation
ensure: quality compliance service customer safety team need information
escalate: issue problem matter
establish: relationship procedure standard trust priority rapport goal
ethical: standard behaviour issue
evaluate: result impact effectiveness option performance outcome
exceed: expectation target goal
existing: process system customer service procedure product
experience: colleague staff working
expert: advice knowledge
explain: reason decision benefit concept option procedure clearly
explore: option idea alternative opportunity
external: partner stakeholder customer agency supplier environment internal
face: challenge
facilitate: discussion meeting learning change
fair: consistent treatment
feedback: customer other
feel: valued comfortable confident
find: solution way answer information cause
first: contact line impression time aid
follow: procedure instruction rule policy guideline up request
focus: customer need result goal attention
formal: informal training
foster: culture environment relationship teamwork
front-line: staff service
future: need plan development trend demand generation challenge
gain: trust support understanding commitment insight
gather: information data feedback fact evidence
give: feedback advice example information support credit reason clear
go: extra mile beyond
goal: objective organisation
good: practice relationship understanding knowledge example communication working quality
group: people individual
handle: complaint difficult situation enquiry request information conflict sensitive customer
health: safety care
help: people other colleague customer team understand
high: level quality standard performance risk pressure
high-quality: service work product
human: resource right error
idea: suggestion solution
identify: need problem opportunity cause risk issue area trend gap training potential solution improvement
impact: decision customer service business
implement: change plan solution strategy policy improvement new system process
improve: service quality performance process efficiency way result
individual: need team difference group responsibility
influence: decision other people outcome stakeholder
inform: decision customer people progress
information: technology system source need
initiate: change project action
innovative: solution idea approach way
integrate: information data
interest: stakeholder group
internal: external customer process
interpersonal: skill relationship communication
interpret: data information policy result rule
introduce: new change idea system
investigate: complaint problem cause incident
involve: people others staff stakeholder team
issue: problem concern arise
job: satisfaction role description
keep: record promise date informed people calm track informed mind customer
key: stakeholder message issue role point area performance decision
know: customer people rule
knowledge: skill experience product understanding expertise
large: group organisation scale number
latest: development technology trend
lead: team change project example people discussion
leadership: style team role
learn: mistake experience lesson other
learning: development opportunity culture
legal: requirement advice issue obligation
lesson: learned
level: organisation service detail responsibility
limited: resource time information budget
line: manager management
listen: carefully actively others concern customer
local: community authority government need
long-term: plan goal relationship strategy impact success view
low: cost risk
maintain: relationship standard record quality calm high confidentiality equipment
make: decision recommendation suggestion improvement progress difference effort sure use sense change mistake contribution easy
manage: team people change risk project budget time resource expectation conflict performance relationship stress
management: team system skill style
meet: need deadline target expectation standard requirement customer goal objective demand
member: team staff public
mentor: coach colleague
minimise: risk impact disruption cost
model: behaviour
monitor: progress performance quality result evaluate trend
motivate: team people staff other inspire
multiple: source project task stakeholder
national: international level
need: expectation requirement customer
negotiate: agreement contract solution
new: idea way technology approach skill product service system method opportunity process member policy
obtain: information feedback
offer: help advice support solution alternative service
open: communication question honest mind discussion feedback
opportunity: improvement improve learn growth development
organisation: goal value strategy whole culture objective
organisational: goal objective culture change value structure
other: people team department agency organisation member culture
outcome: decision result
own: work performance development behaviour role mistake strength area
part: organisation team process
partner: stakeholder agency
party: agreement
people: background level skill team work
performance: management target standard review indicator
personal: development information responsibility data goal integrity
plan: organise work ahead project strategy activity
point: view contact
policy: procedure decision practice
positive: attitude feedback relationship impact outcome manner way
possible: solution option
potential: problem risk solution benefit impact conflict customer
practical: solution help experience advice
prepare: report plan meeting presentation
present: information idea case finding
pressure: deadline work
prevent: problem recurrence
previous: experience
prioritise: task work workload need
priority: deadline team
proactive: approach
problem: solving arise solution issue
procedure: policy process
process: procedure system improvement improve
product: service knowledge
professional: development standard manner conduct behaviour practice
project: management plan team manager
promote: culture understanding equality diversity awareness use good value learning
propose: solution improvement change idea
protect: environment data interest
provide: information support feedback service advice guidance training help solution opportunity clear direction customer leadership quality resource
public: sector service body health interest
quality: service work standard product control assurance
question: answer assumption
quick: fix response decision
raise: awareness concern issue standard
range: source option activity task skill issue
reach: agreement decision conclusion goal
recent: trend development change event
recognise: achievement need importance contribution success value potential strength
recommend: solution improvement change action
reduce: cost risk waste time error
refer: problem customer case
reflect: experience practice performance
relate: people customer
relationship: customer stakeholder partner colleague client
relevant: information people stakeholder experience data skill
remain: calm focused polite professional
report: progress result finding incident problem
represent: organisation team interest
require: action support information attention
resolve: problem issue conflict complaint query dispute difference
resource: need available time plan
respect: difference view opinion dignity confidentiality
respond: need request query change question feedback quickly promptly customer complaint positively
result: oriented
review: process progress performance procedure improve policy
right: people time skill thing
risk: assessment management reward
role: model responsibility play
root: cause
routine: task enquiry query work problem
run: meeting project
safe: environment working use
seek: feedback opportunity advice information help view understand way input
senior: manager management leader staff colleague
sensitive: information issue need situation matter
service: delivery user level quality standard provider improvement
set: goal target objective standard priority direction example clear tone up
shape: culture strategy policy
share: information knowledge experience idea practice best learning resource vision
short-term: goal long-term
show: respect interest empathy understanding commitment willingness concern
significant: impact change risk
skill: knowledge experience ability
social: media responsibility
solution: problem meet need
solve: problem
staff: member development training customer
stakeholder: need group interest engagement
standard: procedure practice quality
stay: calm date informed ahead
strategic: plan goal direction objective decision thinking partner alliance
strategy: plan policy
strength: weakness development area
strong: relationship team commitment focus
success: organisation team
suggest: improvement solution idea way
support: colleague team change other decision staff customer people
system: process procedure
take: action responsibility account initiative time step ownership risk part lead care view consideration pride note
target: deadline date
task: responsibility work
team: member work goal performance leader building spirit meeting
technical: knowledge skill expertise term language problem issue advice support
think: ahead strategically creatively
time: management budget resource cost effort
track: progress record
train: staff develop coach
training: development need programme course
treat: people others respect customer
trend: issue development market
trust: respect confidence
understand: need impact role customer importance people role perspective situation value cause
unusual: situation
update: knowledge record
use: resource technology information data language feedback tool method knowledge experience appropriate
user: need experience
value: money diversity contribution difference organisation
various: source group
verbal: written communication
view: opinion others
vision: strategy value goal mission
vulnerable: people customer adult
way: working work improve doing
welcome: feedback change
wide: range variety
wider: organisation community context
win: trust support
work: team other colleague environment closely together effectively pressure independently partner place
working: relationship environment practice condition knowledge day
written: communication verbal oral report
`

/** The function word before the colon follows these words often. */
export const GOVERNED = `
of: ability account advantage analysis application awareness basis breadth care cause centre certainty change choice combination command cost course culture delivery development
degree director duty effect effectiveness end evaluation evidence example experience face feature focus form front goal grasp group head heart history idea impact implementation importance improvement
instead introduction kind knowledge lack language level limit line list management matter means member method minimum nature need number one outcome out part people period piece point portfolio possibility
practice process progress provision purpose quality question range rate reason record regardless result review right risk role schedule sense series set severity share side sign source spirit stage standard state status
strength structure style success terms time tone top type understanding use user value variety version view vision voice volume way well-being world aware capable ahead because dispose consist composition
to: ability able access accordance according adapt adhere agree answer apply approach attend attention barrier bring close commit commitment committed compare conform contribute contribution
deliver due enable encourage entitle escalate explain expose exposure fail give go happy help key lead learn likely limit link listen need opportunity order offer opposed plan point prefer prepare present prior ready react refer referral related relate report relevant
respond response responsive restrict return seek send service similar solution speak subject submit suggest suited talk tailor threat tie transfer translate try turn unable understand use way willing willingness work write desire effort power potential responsibility time try expected required used how
for: account accountability allow apply arrange ask basis budget call care case cater compensate concern consideration criterion demand evidence goal look need opportunity option plan prepare prepared provide reason reputation request require requirement
respect responsible responsibility search seek solution stand standard strategy strive support target time use vision wait work
with: agree agreement align accordance associate associated busy collaborate collaboration comply compliance combine communicate communication compare confident connect consistent consult contact contract
cooperate cope deal dealing discuss empathise engage engagement equip experience familiar faced help identify integrate interact interaction interfere keep liaise link line meet negotiate partner partnership patient provide relate relationship rapport satisfied share speak sympathise talk together work
in: assist believe change confidence decline delay develop difference engage experience expert gap improvement include increase innovation interest interested invest involve involved join line participate part play present pride reduction result role skilled specialise state succeed
success take trend trust vary work interest situation
on: act advice advise agree agreement based build carry comment concentrate count decide decision depend effect emphasis expand feedback focus guidance impact improve information insist insight keep limit pass perspective rely report reflect rest spend spent take training work influence
from: arise benefit buy come derive differ different emerge free gain gather information input learn obtain prevent protect range receive recover refrain remove result seek separate start stop suffer support withdraw feedback
by: affect cause caused characterise driven follow followed guide guided inspire lead led mean means required supported taken used set surprise
about: ask care certain clear complain concern concerned conversation enquire enquiry enthusiastic feedback fact honest information inform informed knowledge know learn misconception open optimistic passionate query question speak story talk tell think transparent worry
into: account break bring build change channel convert divide enter incorporate insight integrate look put take transform translate turn
at: aim arrive direct good level look present work arrive better
as: act describe known perceive position recognise regard role see serve such treat use well well-known view far long soon
up: back bring build catch come draw follow free give grow keep look make open pick set sign speak step take turn
out: carry bring call find figure give go lay point reach roll seek set sort stand turn work
that: agree aware believe check confirm demonstrate ensure environment evidence explain feel find indicate know mean recognise show suggest understand way project issue problem system need fact idea information process task activity so
who: colleague customer client people person those someone staff user others member manager
how: decide determine describe explain know learn show understand understanding consider about
than: better greater higher less more other rather worse longer
between: balance bridge choose communication conflict difference distinguish gap link relationship agreement cooperation
over: control influence take time win years
when: even especially particularly situation only
where: area case even situation environment culture possible
against: act benchmark measure protect progress
`
