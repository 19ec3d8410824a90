/** The vacancy that is over: who applied, what the panel agreed together, what was decided and who signed it. All invented. */
import { ADVISER_CARDS } from './hiring-adviser-cards.ts'
import type { Hiring } from './hiring-facts.ts'

export const ADVISER: Hiring = {
  vacancy: 'adviser',
  by: 'owen',
  linkDaysAgo: 244,
  room: 'Eastwick Contact Centre, room 2',
  minutes: 50,
  cards: ADVISER_CARDS,
  candidates: [
    {
      ...{ key: 'thandi', name: 'Thandi Nkosi', appliedDaysAgo: 241, stage: 'interviewed' },
      ...{ invitedDaysAgo: 231, interview: { daysAgo: 226, time: '09:00' } },
      letter:
        'I have stood behind the counter of a chemist’s for six years. People come to us worried, in a hurry, or sent from somewhere else, and most of them leave knowing what to do next. That is the part of the work that I like, and I would like to do more of it.',
      accommodation: null,
      said: { sex: 'woman', age: '25 to 39', minority: 'yes' },
    },
    {
      ...{ key: 'imogen', name: 'Imogen Fairley', appliedDaysAgo: 240, stage: 'interviewed' },
      ...{ invitedDaysAgo: 231, interview: { daysAgo: 226, time: '10:30' } },
      letter:
        'Nine years at hotel receptions, the last four on nights, where there is nobody to ask. I keep a list, I hand over properly, and I have never left a guest without a bed.',
      accommodation: null,
      said: { sex: 'woman', age: '25 to 39', disability: 'no', minority: 'no' },
    },
    {
      ...{ key: 'rashid', name: 'Rashid Karim', appliedDaysAgo: 238, stage: 'interviewed', isByHand: true },
      ...{ invitedDaysAgo: 231, interview: { daysAgo: 226, time: '13:00' } },
      letter: null,
      accommodation: 'Please not between twelve and half past one on a Friday.',
      said: {},
    },
    {
      ...{ key: 'denise', name: 'Denise Okonjo', appliedDaysAgo: 236, stage: 'interviewed' },
      ...{ invitedDaysAgo: 231, interview: { daysAgo: 225, time: '14:30' } },
      letter:
        'I have not been in paid work since 2009. I have looked after my father, and before that I was a school secretary. I should be glad of a chance to show what I can do.',
      accommodation: 'A quiet room, and a moment to collect myself before we begin.',
      said: { sex: 'woman', age: '40 to 54', disability: 'yes', minority: 'yes' },
    },
    {
      ...{ key: 'gareth', name: 'Gareth Pugh', appliedDaysAgo: 235, stage: 'interviewed' },
      ...{ invitedDaysAgo: 231, interview: { daysAgo: 225, time: '16:00' } },
      letter: 'Eleven years in energy, inbound and retention. Targets met in every quarter.',
      accommodation: null,
      said: { sex: 'man', age: '40 to 54', disability: 'no', minority: 'no' },
    },
    {
      ...{ key: 'kyle', name: 'Kyle Bramwell', appliedDaysAgo: 233, stage: 'refused', invitedDaysAgo: null },
      ...{ interview: null, refusedDaysAgo: 231 },
      letter: 'Any job would suit me.',
      accommodation: null,
      said: { sex: 'man', age: 'under 25' },
    },
  ],
  agreed: [
    {
      ...{ candidate: 'imogen', question: 'a1', rating: 5, level: '1', months: 3, by: 'aroha', daysAgo: 223 },
      reason:
        'The fire door came after the last probe, and Aroha had stopped writing by then. Read against the words, it is one clear example of her own, with what she did; the first one is not.',
    },
    {
      ...{
        candidate: 'thandi',
        question: 'b2',
        rating: 6,
        level: '3',
        months: 2,
        by: 'hamish',
        daysAgo: 223,
      },
      reason:
        'We agree on what we heard. The anchors ask whether the message is fitted to the listener, and it was, twice; that it was across a counter and not by telephone is a thing to learn here.',
    },
    {
      ...{ candidate: 'gareth', question: 'a2', rating: 2, level: '1', months: 9, by: 'aroha', daysAgo: 223 },
      reason:
        'Holding one’s ground is not in the words. None of the three examples tells how the caller felt or what he did about it, which is what the question is for.',
    },
  ],
  decision: {
    ...{ by: 'aroha', daysAgo: 222 },
    entries: {
      thandi: {
        outcome: 'offer',
        reason:
          'Meets the must-have with room to spare: in every example she saw what the other person felt, did something about it and could say what came of it. Her weakest answer is the order of the work, which we teach in the first three months.',
      },
      imogen: {
        outcome: 'reserve',
        place: 1,
        reason:
          'Would do the job well. The best answer of all about putting tasks in order; behind in noticing and guiding moods, which counts most here.',
      },
      rashid: {
        outcome: 'reserve',
        place: 2,
        reason:
          'Stronger than anybody with people of other backgrounds. What he says comes across slowly, and on the telephone that would need some months.',
      },
      denise: {
        outcome: 'no',
        reason:
          'Reads people very well. We could not follow her answers without asking again, and a caller cannot do that; we would gladly see her apply again after some months at a reception or a switchboard.',
      },
      gareth: {
        outcome: 'no',
        reason:
          'Does not meet the must-have: none of his examples shows that he noticed what the caller felt, or did anything about it. Speaks clearly and keeps his work in order.',
      },
    },
  },
  signatures: [
    { by: 'hamish', daysAgo: 221, dissent: null },
    {
      ...{ by: 'marcus', daysAgo: 220 },
      dissent:
        'By the weights that we fixed this is the right order, and I sign it. For the next vacancy I should weigh planning as high as guiding reactions: it is what our newest advisers find hardest.',
    },
    { by: 'aroha', daysAgo: 220, dissent: null },
  ],
  after: [
    { candidate: 'thandi', stage: 'offered', daysAgo: 219 },
    { candidate: 'denise', stage: 'refused', daysAgo: 219 },
    { candidate: 'gareth', stage: 'refused', daysAgo: 219 },
    { candidate: 'thandi', stage: 'hired', daysAgo: null },
    { candidate: 'rashid', stage: 'refused', daysAgo: null },
    { candidate: 'imogen', stage: 'refused', daysAgo: null },
  ],
  letters: [
    {
      ...{ candidate: 'denise', daysAgo: 211, isSent: true, quoted: 'a2' },
      words: {
        closing:
          'You noticed more of what people feel than most of us do. If you have had some months at a reception or a switchboard, please apply again: we would be glad to hear from you.',
      },
    },
    {
      ...{ candidate: 'imogen', daysAgo: 145, isSent: false, quoted: null },
      words: { closing: 'We wish you well, and hope that you will look at our next vacancies.' },
    },
  ],
}
