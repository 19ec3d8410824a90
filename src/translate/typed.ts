/** What is often typed and no dictionary guesses, and words that are right although no American dictionary has them. */

/** What each of these stands for. */
export const TYPED: ReadonlyMap<string, string> = new Map(
  (
    "im I'm|ive I've|dont don't|doesnt doesn't|didnt didn't|couldnt couldn't|" +
    "wouldnt wouldn't|shouldnt shouldn't|isnt isn't|arent aren't|wasnt wasn't|werent weren't|havent haven't|" +
    "hasnt hasn't|hadnt hadn't|theyre they're|thats that's|whats what's|theres there's|wud would|cud could|shud should|" +
    "wudnt wouldn't|cudnt couldn't|evry every|evryone everyone|evrything everything|wot what|thru through|bcos because|" +
    'becos because|cos because|coz because|tho though|wiv with|ppl people|pls please|thier their|teh the|adn and|hte the|' +
    'fo of|ot to|tot he|ov of|wen when|thay they|sum1 someone|every1 everyone|u you|ur your|n and|w with|w/out without|' +
    'bk back|nd and|abt about|tmrw tomorrow|wk week|wks weeks|yr year|yrs years|hrs hours|mins minutes|alot a lot|' +
    'aswell as well|infront in front|incase in case|noone no one|eachother each other|definately definitely|' +
    'recieve receive|recieves receives|recieved received|acommodate accommodate|acomodate accommodate|' +
    'liase liaise|liases liaises|liasing liaising|liason liaison|maintainance maintenance|calender calendar|' +
    'greivance grievance|greivances grievances|enviroment environment|proffesional professional|' +
    'responsability responsibility|organistion organisation|knowlege knowledge|fone phone|fones phones|nite night|lissen listen|lissens listens|collegue colleague|collegues colleagues'
  )
    .split('|')
    .map((pair) => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)]),
)

/** These stand for it even where the word is one of a dictionary. */
export const TYPED_SHORT: ReadonlySet<string> = new Set(
  'u n w fo ot ov im ur bk nd wk yr cos coz tho wot wen hrs mins calender'.split(' '),
)

/** Words of Britain, Ireland and New Zealand, of faiths and of newer trades. */
export const LOCAL_WORDS: ReadonlySet<string> = new Set(
  (
    'learnt burnt spelt dreamt whilst amongst mum mums dad dads lad lads lass lorry lorries tyre tyres kerb queue queues ' +
    'cheque cheques pyjamas grey jewellery telly loo bloke blokes mate mates rota rotas rotaed wee aunty ' +
    'auntie kettle biscuit paediatric orthopaedic anaesthetic ageing judgement programme programmes enquiry enquiries ' +
    'storey ploughed plough sceptical tonne tonnes cosy draught draughts draughty mould moult gelatine flyer flyers queueing ' +
    'maths mela bowser bowsers fueller fuellers ' +
    'kia ora kaumatua whanau marae hui iwi hapu mana tikanga karakia powhiri aroha kai koha mihi rangatira tangata pakeha ' +
    'salaam namaste eid diwali vaisakhi halal kosher hijab ' +
    'commis sous brigade barista baristas carer carers keyworker handover handovers takeaway takeaways postcode postcodes ' +
    'playworker paraplanner conveyancer dispatcher phlebotomist phlebotomy triage triaged ' +
    'triages triaging rostering rostered ringfence ringfenced email emails emailed website websites online app apps ' +
    'upskill upskills upskilled upskilling nan nans cyber tannoy stoma ' +
    'dev devs admin admins config repo repos kanban agile backlog wifi login logins blog vlog podcast podcasts'
  ).split(' '),
)
