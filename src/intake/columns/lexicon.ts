/**
 * English words by class, written down for Sightline from general knowledge of the language: the closed classes as
 * completely as is useful, the open ones with the words that documents about work use most. Endings (-s, -ed, -ing,
 * -ly) are worked out in `classes.ts`, so only base forms stand here.
 */

/** Function words. Each is a symbol of its own to the language model; the class is what it falls back on. */
export const FUNCTION_WORDS: Record<string, string> = {
  article: 'a an the',
  determiner:
    'this these those each every any some no all both either neither another other such more most less few fewer several many much enough various own same certain',
  possessive: 'my your his her its our their one’s',
  preposition:
    'of in on at by for with from into onto about across after against along among amongst around before behind below beneath beside besides between beyond despite down during except following inside near off outside over past per regarding since through throughout till toward towards under underneath until up upon versus via within without alongside concerning including excluding',
  to: 'to',
  than: 'than as like',
  conjunction: 'and or but nor plus yet',
  subordinator:
    'if when where while because although though unless whether whenever wherever so once whereas how why',
  relative: 'that which who whom whose what whatever',
  pronoun:
    'i you he she it we they me him them us oneself themselves itself ourselves yourself himself herself one someone anyone everyone nobody others something anything everything nothing who’s there',
  be: 'be is are was were am been being',
  have: 'have has had having',
  do: 'do does did doing done',
  modal: 'can could may might must shall should will would cannot',
  not: 'not never',
  adverb:
    'also only even just still often always sometimes usually very too well rather quite almost already again ever together then now here away back forward ahead out further instead otherwise therefore however thereby hence first soon later early at-once as-needed',
}

/** Words that are verbs and nothing else in their base form. */
export const VERBS = `
accede accept accomplish achieve acknowledge acquire act adapt add address adhere adjust administer admit adopt advance advise advocate
affect agree align allocate allow alter analyse analyze anticipate apologise apologize appear apply appoint appraise appreciate
approve articulate ask assemble assert assess assign assist assume assure attain attend attract audit authorise avoid
become begin behave believe belong bring broaden build calculate capture carry categorise cause celebrate challenge champion
check choose clarify classify coach collaborate collate collect combine come commence commit communicate compare compete compile
complain comply compose comprehend conceive concentrate conclude conduct confirm confront connect consider consist consolidate construct
consult consume contain continue contribute convene convert convey convince cooperate coordinate cope correct create cultivate
customise deal debate decide declare decrease dedicate deepen defend defer define defuse delegate deliver demonstrate deny depend deploy
derive describe deserve detect determine develop devise diagnose differ differentiate direct disagree discover discuss
display dispose disseminate distinguish distribute diversify draw drive earn edit educate elaborate elicit eliminate embed embody embrace
emerge empathise emphasise employ empower enable encounter encourage endorse enforce engage enhance enjoy enlist enrich ensure enter
entrust equip escalate establish evaluate evolve examine exceed exchange execute exemplify exercise exhibit exist expand expect expedite
explain explore expose express extend facilitate fail familiarise find finish fit follow forecast foresee formulate foster
fulfil fulfill gain gather gauge generate get give go govern grasp grow guide handle happen harness hear help highlight hold
identify illustrate imagine implement improve include incorporate increase indicate influence inform initiate innovate inspect inspire
install instil institute instruct integrate intend interact interpret intervene introduce invent invest investigate invite involve
isolate justify keep know lack lead learn leave lend let leverage liaise listen locate look lose maintain make manage maximise mean
measure mediate meet mentor minimise mitigate mobilise model modify monitor motivate move navigate negotiate notice notify nurture obey
observe obtain occur offer operate optimise orchestrate organise organize orient originate outline overcome oversee participate pay
perceive perform permit persevere persist personalise persuade pinpoint pioneer plan portray possess practise preach predict prefer prepare
prescribe present preserve prevent prioritise proceed process procure produce promote propose protect prove provide publish pursue put
quantify raise react read realise reassure recall receive recognise recommend reconcile record recover recruit redefine
redesign reduce refer refine reflect reframe refrain refuse regard regulate reinforce reject relate release rely remain remedy
remember remind remove render renew repair repeat replace reply report represent require rescue resolve respect respond
restore restrict retain rethink retrieve reveal review revise reward role-model run safeguard satisfy say scan schedule secure see seek seem select sell send
serve set settle shape share shift show simplify solicit solve speak specify spend stand start state stay steer stick stimulate stop
streamline strengthen strive structure study submit succeed suggest summarise supervise supply support surpass sustain synthesise
tackle tailor take talk target teach tell tend test think tolerate train transfer transform translate treat try uncover undergo underpin understand
undertake unite update uphold use utilise validate value vary verify vet visit visualise volunteer wait want weigh welcome win withstand work
write yield`

/** Words that are as often nouns as verbs in their base form. */
export const NOUN_VERBS = `
access account act address advance advocate aim answer appeal approach attempt attack audit award balance benefit bias blame book brief budget build
call care cause challenge champion change charge check claim coach comment commission compromise concern conduct conflict contact content contract contrast
control cost cover credit deal debate decline decrease delay delegate demand deposit design desire detail direct display dispute document doubt draft
drive effort encounter escape estimate exchange exercise experience experiment express face fault fear feature feel fight figure file finance fit flow focus force
forecast form frame function fund gain grant group guide handle harm help highlight hold host impact implement import improve increase influence input interest
interview invoice issue journey judge label lead leave level limit link list load log look loss mail map mark market master match matter measure mentor
mistake model monitor move need network note notice number object offer open order outline output override pace partner pattern pay permit phone
pick pilot place plan play point position post practice praise present pressure prize process produce profile profit program programme progress project promise
prompt purchase purpose question queue quote rate reach record reference reform refund regard register regret release remedy repair repeat reply report request
research reserve respect rest result return review reward risk role run sample schedule scope score search sense serve service set shape share shift sign
signal source spark staff stage stake stand standard start state step stop store stress structure struggle study style subject supply support survey
talk target task team test thank time tone tool touch track trade train transfer transport travel treat trend trial trust turn update use value view visit voice
voucher vote wait walk want watch welcome will wish work worry`

/** Nouns that one can count. */
export const NOUNS = `
ability accident accomplishment achievement action activity actor administrator adult advantage advert adviser advisor affair agency agenda agent agreement
alarm alternative ambassador ambition amendment analyst anger angle announcement apology appearance applicant application appointment appraisal apprentice area argument
arrangement article aspect aspiration assessment asset assignment assumption asumption atmosphere attitude attribute audience author authority background barrier
basis behaviour belief board body bottleneck boundary branch breach brand business button buyer calendar campaign candidate capability capacity career carer case category
centre ceremony certificate chain chair chance channel characteristic chart chief child choice circumstance citizen class classroom clause clerk client climate
clinic code colleague column combination committee commitment community company comparison competency competitor complaint complexity component computer concept
conclusion condition conference connection consequence consideration constraint consumer context contribution contractor conversation convention corner corporation council counter
counterpart country couple course craft crew crisis criterion critic criticism culture custom customer cycle dashboard data-set database date day deadline decision
defect deficit definition degree delivery department description dependency desk developer development device diagram dialogue difference difficulty dilemma dimension direction
director disagreement discipline discount discovery discussion disruption distinction district division doctor donor door driver duty economy edge effect element email
emergency emotion employee employer end engineer enquiry enterprise entity environment error essential event example exception executive exit expectation expense
expert explanation extent eye fact factor failure family fashion feeling field finding firm flaw floor form format foundation framework friend front function future gap gesture
goal governor grade graph ground guest guideline habit hand handbook hazard head heading hearing hierarchy hospital hour house idea ideal image implication
impression improvement incentive incident indicator individual industry inefficiency initiative injury innovation inquiry insight inspection inspector
instance institution instruction instructor instrument intention interaction interface interruption intervention introduction invitation item job judgement judgment kind
lab language latter law lawyer layer leader learner lesson letter library licence life lifecycle line location machine machinery majority
manager mandate manner manual material mechanism medium meeting member memo message method metric milestone mind minister ministry minority minute
misconception misunderstanding mission mixture moment month mood motivation motive movement nature network newcomer norm notification nurse objection objective obligation
obstacle occasion occupation offence office officer official operation operator opinion opponent opportunity option organisation organization orientation outcome outlet
owner page panel paper parameter parent part participant partner partnership party patient peer people performance period permission person perspective phase
phenomenon phrase picture piece pipeline plant platform player policy population portfolio portion possibility potential power precedent preference
premise presentation principle priority privilege problem procedure product profession professional professor proposal proposition prospect protocol provider public pupil
quarter query reaction reader reason recipient recommendation region regulation regulator relation relationship replacement representative reputation requirement
researcher reservation resident resolution resource response responsibility restriction review reviewer right room root route routine rule safeguard sale
scenario scheme school science scientist screen season section sector security segment seller senior sensitivity sentence sequence series session setback setting shareholder
sheet ship shortcoming shortage shortfall side site situation skill society solution speaker specialist specification spirit stakeholder statement statistic status
stereotype story strategy stream street strength student subordinate suggestion summary superior supervisor supplier surface surprise symptom system
table talent teacher technician technique technology template tendency term text theme theory thing thought threat threshold timeline timescale topic tradition
trainer trait transaction transition trigger type uncertainty union unit university user variable variation variety vehicle vendor version vessel victim viewpoint violation vision
volume volunteer vulnerability ward way weakness web website week woman word worker workflow workload workplace workshop world writer year zone`

/** Nouns that stand without an article. */
export const MASS_NOUNS = `
accountability accuracy advice advocacy agility aggression analysis anxiety attention autonomy awareness behaviour bureaucracy business capital care cash change clarity
clientele cohesion collaboration collateral commerce communication competence compliance composure confidence confidentiality confusion consensus consistency content continuity cooperation correspondence courage
courtesy creativity credibility curiosity data debt demand development difficulty dignity diligence diplomacy discretion diversity documentation education effectiveness
efficiency empathy employment empowerment energy engagement enthusiasm equality equipment equity etiquette evidence excellence expertise exposure fairness feedback
finance flexibility flow foresight fraud fun funding governance growth guidance happiness hardware health help history honesty hospitality hostility humility humour hygiene identity
imagination inclusion income independence infrastructure information ingenuity initiative integrity intelligence investment jargon justice knowledge labour leadership learning legislation liability
literacy literature logic logistics loyalty maintenance management manpower marketing mathematics media money morale motivation negotiation news objectivity optimism order ownership paperwork
participation patience performance perseverance persistence personnel planning politics positivity practice precision preparation pressure prevention pride privacy procurement productivity professionalism
progress prosperity punctuality quality rapport recognition recovery recruitment reliability research resilience respect responsiveness retention revenue risk safety satisfaction scrutiny
security sensitivity software staff strategy success support sustainability tact teamwork technology tension terminology thinking time traffic training transparency treatment trust
understanding unity usage value variance visibility wastage waste water wealth weather welfare wellbeing well-being wisdom work writing`

/** Adjectives. */
export const ADJECTIVES = `
able absent abstract academic acceptable accessible accountable accurate active actual acute adaptable additional adequate adjacent administrative
adverse aggressive agile alert alternative ambiguous ambitious analytical angry annual anonymous anxious apparent applicable appropriate approachable assertive available average
aware bad basic beneficial best better big bold brief bright broad busy calm capable careful central certain challenging cheap clean clear clever clinical close
cognitive cohesive cold collaborative collective commercial common comparable competent competitive complete complex complicated comprehensive conceptual concise concrete
confident confidential conflicting conscientious conscious consistent constant constructive contemporary content contradictory conventional convincing cool cooperative core corporate correct
costly courteous creative credible critical cross-functional crucial cultural curious current daily dangerous dead decisive dedicated deep defensive deliberate demanding dependable dependent
detailed different difficult digital diligent diplomatic direct disciplined discreet distant distinct distinctive diverse domestic double dual due dynamic early easy economic educational effective
efficient electronic eligible emotional empty energetic entire environmental equal equitable essential ethical evident exact excellent excessive exceptional exciting exclusive existing
experienced explicit express extensive external extra extraordinary extreme factual fair faithful familiar fast favourable feasible federal final financial fine firm first flexible
fluent foreign formal former forward-looking frank free frequent fresh friendly frontline front-line fruitful frustrated full fundamental further future general generic genuine global good governmental
gradual great grateful hard harmful healthy heavy helpful high higher high-quality historical holistic honest hostile human humble ideal identical illegal immediate impartial
imperative important impossible inaccurate inadequate inappropriate inclusive inconsistent incorrect incremental independent indirect individual industrial ineffective
inefficient influential informal initial inner innovative insightful instant insufficient intangible integral intellectual intelligent intense interactive
interdependent interested interim intermediate internal international interpersonal intrinsic junior just keen key large last late latest lasting lateral lead legal legitimate
likely limited linear little local logical long long-term low loyal main major managerial manual marginal massive material mature maximum meaningful measurable mechanical
medical mental mere middle mild minimal minimum minor missing mixed mobile moderate modern modest monthly moral multiple mutual narrow national natural neat necessary negative neutral new next
nice noisy nominal normal notable novel numerous objective obvious occasional odd official old ongoing online open operational opposite optimal optional ordinary organisational
organizational original outdated outstanding overall overdue paramount particular passionate patient peculiar perfect permanent personal persuasive physical plain plausible pleasant polite
political poor popular positive possible potential powerful practical precise predictable present pressing prevailing previous primary principal prior private proactive probable problematic productive
professional proficient profound prominent prompt proper prospective protective proud public punctual pure qualitative quantitative quick quiet radical random rapid rare rational
raw ready real realistic reasonable receptive recent reciprocal reflective regional regular relative relevant reliable reluctant remote repetitive resilient resourceful respectful responsible
responsive rich right rigid rigorous risky robust rough routine safe satisfactory satisfied scarce scientific secondary secure sensible sensitive separate serious severe sharp
short short-term significant silent similar simple sincere single skilful skilled slight slow small smart smooth social socio-economic solid sophisticated sound special
specialist specific stable standard statistical statutory steady straightforward strange strategic strict strong structural structured subjective subsequent subtle successful sudden sufficient suitable
superior supplementary supportive sure sustainable swift systematic systemic tactful talented tangible technical technological temporary tense tentative thorough thoughtful tight timely
total tough toxic traditional transparent trivial true trustworthy typical ultimate unable unacceptable unaware uncertain unclear uncomfortable unconventional underlying unexpected unfair unfamiliar uniform unique universal
unlikely unnecessary unpopular unpredictable unrealistic unresolved unusual upcoming upset urgent useful usual vague valid valuable variable varied vast verbal viable vigilant violent virtual
visible visionary visual vital vulnerable warm weak weekly whole wide wider willing wise workable worldwide worth worthwhile written wrong young`

/** Adverbs that do not end in -ly, or that belong to verbs rather than to adjectives. */
export const ADVERBS = `
abroad afterwards alone anyway apart aside beforehand daily elsewhere everywhere fast hard long maybe meanwhile nevertheless nonetheless nowadays online overall perhaps regularly
seldom straight sideways somehow somewhat upfront upwards downwards within-reason twice weekly where-needed`

/** Past forms and participles that do not end in -ed. */
export const PAST_FORMS = `
become begun bought brought built caught chosen come cut dealt drawn driven fallen felt found given gone gotten grown heard held hidden kept known laid led left lent lost made
meant met paid put read run said seen sent set shown sought sold spent spoken stood taken taught told thought understood undertaken won written`
