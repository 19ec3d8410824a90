/** What seven colleagues of Bilal's tell of themselves. All invented. */
import type { DemoStory } from './story-texts.ts'

export const STORIES_OF_OTHERS: DemoStory[] = [
  {
    key: 'word-cloud',
    by: 'priya',
    daysAgo: 180,
    title: 'Four hundred comments and one word',
    setting: 'work',
    happened: 'the autumn survey',
    situation: 'The survey said that customers were satisfied. The comments did not sound like it.',
    action:
      'I read all four hundred comments aloud to myself and noticed that “again” stood in every ninth. I counted how often people had to call twice and laid it beside the score. I took six calls with the advisers so that they could hear it themselves, and asked them what made people ring again.',
    result:
      'Repeat calls became a figure of the monthly report; they fell from 31 to 24 in a hundred in five months.',
    change:
      'Billing now says on the letter what will happen next and when, which nobody had thought of as service.',
    shows: [
      {
        cell: 'spotlight/a1/4',
        activity:
          'I read all four hundred comments aloud to myself and noticed that “again” stood in every ninth.',
      },
      {
        cell: 'spotlight/a3/5',
        activity: 'I counted how often people had to call twice and laid it beside the score.',
        byHand: true,
      },
    ],
  },
  {
    key: 'dashboard-no',
    by: 'priya',
    daysAgo: 75,
    title: 'Saying no to a dashboard',
    setting: 'work',
    happened: 'February',
    situation: 'A director wanted a league table of advisers on the wall by Friday.',
    action:
      'I asked what he wanted to know by it, and it was whether people were waiting too long. I told him that a table of names would answer another question and cost us trust, and showed him a page of waiting times by hour instead.',
    result: 'He took the page of waiting times. It hangs there now.',
    shows: [{ cell: 'recruiter-bands/customer-service-orientation/top' }, { cell: 'spotlight/b1/3' }],
  },
  {
    key: 'three-calendars',
    by: 'dawit',
    daysAgo: 168,
    title: 'Three calendars, one digger',
    setting: 'work',
    happened: 'November',
    situation:
      'We had to close a street for a new main. The digger crew, the council and the primary school each had a calendar of their own, and they did not meet.',
    action:
      'I asked each of the three for the two days that they could not move and drew them on one sheet. I proposed the half-term week before anybody else asked for it. I rang the head teacher myself, because she had been overruled the last time.',
    result: 'The street was open again a day early, and the school bus ran every morning.',
    change: 'All three still use the sheet; I pass it on when somebody new starts.',
    shows: [
      {
        cell: 'spotlight/c2/3',
        activity:
          'I asked each of the three for the two days that they could not move and drew them on one sheet.',
      },
      {
        cell: 'spotlight/a3/3',
        activity: 'I rang the head teacher myself, because she had been overruled the last time.',
      },
    ],
  },
  {
    key: 'interpreter',
    by: 'dawit',
    daysAgo: 50,
    title: 'A neighbour who only wanted to understand the letter',
    setting: 'home',
    happened: 'winter',
    situation: 'My neighbour came over with a court letter that she could not read.',
    action:
      'I read it with her line by line and told her first that nobody was coming to her door that week. I explained what the words meant in our own language and rang the advice centre with her beside me, so that she did the talking.',
    result: 'She had a payment plan by Monday.',
    shows: [{ cell: 'spotlight/b3/2' }],
  },
  {
    key: 'two-versions',
    by: 'nadia',
    daysAgo: 153,
    title: 'Two versions of the same flood',
    setting: 'work',
    happened: 'December',
    situation:
      'A shop owner and our own crew told me two different stories of a flooded cellar, and both were sure.',
    action:
      'I put the two accounts side by side by the clock and found forty minutes that neither spoke of. I asked both only about those forty minutes. I told each what the other had seen, without saying who was right.',
    result:
      'The valve had been closed and opened again by a contractor. Both accepted it, and the claim was settled in a week.',
    change: 'I wrote the order of the questions down, and two colleagues work by it.',
    shows: [
      {
        cell: 'spotlight/a1/3',
        activity:
          'I put the two accounts side by side by the clock and found forty minutes that neither spoke of.',
      },
      {
        cell: 'spotlight/a2/2',
        activity: 'I told each what the other had seen, without saying who was right.',
      },
    ],
  },
  {
    key: 'night-shift-shop',
    by: 'nadia',
    daysAgo: 140,
    title: 'The till that would not open',
    setting: 'student-job',
    happened: '2019',
    situation:
      'I was alone in a petrol station at night when the till system froze with five people waiting.',
    action:
      'I wrote receipts by hand, took cards on the old machine and told everybody how long it would be. I gave the last man a coffee because he had let a mother go first.',
    result: 'Nobody left, and the money was right to the penny in the morning.',
    shows: [{ cell: 'recruiter-bands/customer-service-orientation/basic' }, { cell: 'spotlight/c3/2' }],
  },
  {
    key: 'wet-pavement',
    by: 'kofi',
    daysAgo: 305,
    title: 'Following the wet pavement',
    setting: 'work',
    happened: 'a year ago',
    situation: 'A main had burst and the map showed a valve that was not there.',
    action:
      'I asked callers street by street where the pavement was dry and drew the line between wet and dry on the old map. I rang the crew with the only corner where a valve could be.',
    result:
      'They found it under a parked van within a quarter of an hour. Some 900 homes had water for the night.',
    change: 'The map was put right, and “ask for the dry side” is in the notes for burst mains.',
    shows: [
      {
        cell: 'spotlight/c3/3',
        activity:
          'I asked callers street by street where the pavement was dry and drew the line between wet and dry on the old map.',
      },
    ],
  },
  {
    key: 'half-time-talk',
    by: 'kofi',
    daysAgo: 120,
    title: 'Five–nil at half time',
    setting: 'sport',
    happened: 'last season',
    situation:
      'I captain a five-a-side team. At half time we were five down, and two players had stopped talking.',
    action:
      'I asked the two to swap places and sat between them. I said one thing to each that he had done well, and I asked the quiet one what he could see from the back.',
    result: 'We lost five–three. Both came back the week after, which I had not been sure of.',
    shows: [{ cell: 'spotlight/a2/3', activity: 'I asked the two to swap places and sat between them.' }],
  },
  {
    key: 'second-flood-night',
    by: 'stella',
    daysAgo: 20,
    title: 'After the second flood night',
    setting: 'work',
    happened: 'last month',
    situation:
      'We had two floods within ten days. In the first, three people rang the same pumping station, and nobody rang the hospital.',
    action:
      'I brought the night shift, the control room and the liaison officer together the next morning, while everybody still remembered. We wrote down who rings whom and in which order; I tried it out with them twice and gave it away to the control room, which keeps it.',
    result: 'In the second flood the hospital knew after four minutes.',
    change: 'The night shift runs on the list, and the neighbouring company has asked for it.',
    shows: [{ cell: 'spotlight/c3/4' }, { cell: 'spotlight/c2/4' }],
  },
  {
    key: 'apprentice-map',
    by: 'stella',
    daysAgo: 330,
    title: 'The apprentice who saw the leak on the map',
    setting: 'work',
    happened: 'the year before last',
    action:
      'I gave an apprentice the complaints of one street and asked what he would look at. I kept quiet when he was slow. He found the pattern, and I had him tell the team himself.',
    shows: [],
  },
  {
    key: 'kitchen-table-letters',
    by: 'hamish',
    daysAgo: 274,
    title: 'Letters for the kitchen table',
    setting: 'work',
    happened: 'last year',
    situation: 'Our replies to complaints sounded like a court. People answered them with a lawyer.',
    action:
      'I took twenty replies home and read them at my own kitchen table. Three of us rewrote them for how they land, and I sent both kinds to two panels of customers without saying which was which. I brought the drafts to legal before they could hear of them from others.',
    result: 'Second complaints about the reply fell by a third in half a year.',
    change: 'Every case handler writes by the new patterns; legal has taken them over for its own letters.',
    shows: [
      {
        cell: 'spotlight/a3/4',
        activity:
          'Three of us rewrote them for how they land, and I sent both kinds to two panels of customers without saying which was which.',
      },
      {
        cell: 'recruiter-bands/communication/top',
        activity:
          'Three of us rewrote them for how they land, and I sent both kinds to two panels of customers without saying which was which.',
      },
    ],
  },
  {
    key: 'panel-question',
    by: 'hamish',
    daysAgo: 88,
    title: 'The question that only helped the loud ones',
    setting: 'work',
    happened: 'on a panel in February',
    situation: 'One of our interview questions was answered well by everybody who spoke fast.',
    action:
      'I listened again to what the quiet candidates had said before and after. I proposed that everybody gets the question on paper ten minutes before, and I took the objection first that this would be unfair.',
    result: 'The panel tried it. Two of the next three who were hired had asked for those ten minutes.',
    shows: [{ cell: 'spotlight/b2/3' }, { cell: 'spotlight/a1/4', byHand: true }],
  },
  {
    key: 'odd-calls',
    by: 'aroha',
    daysAgo: 221,
    title: 'The board of odd calls',
    setting: 'work',
    happened: 'last autumn',
    situation: 'My team heard strange things one at a time, and nobody put them together.',
    action:
      'I hung up a board for calls that did not fit anywhere. On Fridays the team guesses what they have in common, and whoever guesses right rings the department concerned.',
    result: 'Four of eleven odd calls in the first month were one faulty batch of meters.',
    change: 'Two other teams have a board of their own, and the meters were recalled.',
    shows: [{ cell: 'spotlight/a1/4' }],
  },
]
