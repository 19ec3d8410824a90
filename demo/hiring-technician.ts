/** The vacancy whose interviews are under way. All invented. */
import type { Hiring } from './hiring-facts.ts'
import { HALF_DONE, TECHNICIAN_CARDS } from './hiring-technician-cards.ts'

export const TECHNICIAN: Hiring = {
  vacancy: 'technician',
  by: 'owen',
  linkDaysAgo: 27,
  room: 'Harbour Depot, Port Selby, meeting room',
  minutes: 70,
  cards: TECHNICIAN_CARDS,
  halfDone: { by: 'hamish', cards: HALF_DONE },
  candidates: [
    {
      ...{ key: 'joanna', name: 'Joanna Trevithick', appliedDaysAgo: 25, stage: 'interviewed' },
      ...{ invitedDaysAgo: 14, interview: { daysAgo: 8, time: '09:30' } },
      letter:
        'Heating engineer, eight years in a van of my own. I would like to go back to mending things with colleagues whom I can ring.',
      accommodation: null,
      said: { sex: 'woman', age: '25 to 39' },
    },
    {
      ...{ key: 'stefan', name: 'Stefan Kowal', appliedDaysAgo: 24, stage: 'interviewed' },
      ...{ invitedDaysAgo: 14, interview: { daysAgo: 8, time: '10:30' }, withdrewDaysAgo: 4 },
      letter: 'I ran a hotel kitchen and have just finished a plumbing course in the evenings.',
      accommodation: null,
      said: { sex: 'man', minority: 'yes' },
    },
    {
      ...{ key: 'malik', name: 'Malik Anderson', appliedDaysAgo: 22, stage: 'interviewed' },
      ...{ invitedDaysAgo: 14, interview: { daysAgo: 7, time: '11:00' } },
      letter:
        'Nine years with a network contractor: mains, valves, pressure. I have repaired a good deal of your pipework already and should like to meet the people at the other end of it.',
      accommodation: null,
      said: { sex: 'man', age: '40 to 54', minority: 'yes' },
    },
    {
      ...{ key: 'erin', name: 'Erin Gallacher', appliedDaysAgo: 21, stage: 'interviewed' },
      ...{ invitedDaysAgo: 14, interview: { daysAgo: 5, time: '14:00' } },
      letter: 'Caretaker at two schools. I can mend most of what is in them and explain the rest.',
      accommodation: null,
      said: { sex: 'woman' },
    },
    {
      ...{ key: 'tomos', name: 'Tomos Bevan', appliedDaysAgo: 20, stage: 'interviewed', isByHand: true },
      ...{ invitedDaysAgo: 14, interview: { daysAgo: 3, time: '15:30' } },
      ...{ letter: null, accommodation: null, said: {} },
    },
    {
      ...{ key: 'priscilla', name: 'Priscilla Boateng', appliedDaysAgo: 18, stage: 'invited' },
      ...{ invitedDaysAgo: 13, interview: { daysAgo: 0, time: '15:00' } },
      letter:
        'I have fitted smart meters for three years, twelve doorsteps a day. What I want to learn is what is behind the meter.',
      accommodation: null,
      said: { sex: 'woman', age: '25 to 39', minority: 'yes' },
    },
    {
      ...{ key: 'declan', name: 'Declan Moss', appliedDaysAgo: 17, stage: 'invited' },
      ...{ invitedDaysAgo: 13, interview: { daysAgo: -1, time: '10:00' } },
      letter: 'Apprenticeship with a builder, then four years of bathrooms. References gladly.',
      accommodation:
        'I read lips. Please sit where there is light on your faces, speak one at a time, and have the questions on paper on the table.',
      said: { sex: 'man', disability: 'yes' },
    },
  ],
  agreed: [
    {
      ...{ candidate: 'malik', question: 'explaining', rating: 5, level: '1', months: 2 },
      ...{ by: 'stella', daysAgo: 2 },
      reason:
        'Aroha is right that a customer would not have asked what a PRV is. He noticed it himself a moment later and drew it, which she had not seen from where she sat.',
    },
  ],
  decision: null,
  signatures: [],
  after: [],
  letters: [],
}
