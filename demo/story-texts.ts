/** What Bilal of Marlbrook Water tells of himself: from work, from a student job, from a swimming club. All invented. */
import type { Setting } from '../src/profile/story.ts'

export interface DemoStory {
  key: string
  by: string
  daysAgo: number
  title: string
  setting: Setting
  happened: string
  situation?: string
  action?: string
  result?: string
  change?: string
  /** "spotlight/a2/3"; with what of the action shows it, where it is not the whole. */
  shows: { cell: string; activity?: string; byHand?: true }[]
}

export const STORIES_OF_BILAL: DemoStory[] = [
  {
    key: 'trebled-bill',
    by: 'bilal',
    daysAgo: 210,
    title: 'The bill that had trebled',
    setting: 'work',
    happened: 'last spring',
    situation:
      'A father of three rang at half past eight in the morning. His bill had trebled, he was shouting, and he said that we were thieves. The queue was at eleven calls.',
    action:
      'I let him finish, and I said what I would think in his place. I asked him to walk to the meter with the phone in his hand, and we read it together with every tap closed. It was still turning. I booked the leak visit while he stayed on the line, and I put the bill on hold before he had to ask.',
    result:
      'The technician found a split pipe below the drive two days later. He rang again to thank us and paid the corrected bill in full.',
    change: 'My team now asks for the meter test before anything else when a bill has more than doubled.',
    shows: [
      { cell: 'spotlight/a2/3', activity: 'I let him finish, and I said what I would think in his place.' },
      {
        cell: 'spotlight/b2/2',
        activity:
          'I asked him to walk to the meter with the phone in his hand, and we read it together with every tap closed.',
      },
    ],
  },
  {
    key: 'saturday-bar',
    by: 'bilal',
    daysAgo: 205,
    title: 'The birthday table that was not there',
    setting: 'student-job',
    happened: 'summer 2022',
    situation:
      'I worked weekends in a bar near the university. A party of twelve stood in front of me for a fiftieth birthday, and nobody had written their booking down.',
    action:
      'I told them straight away that the mistake was ours, took their coats and poured the first round on the house. I went round the regulars at three small tables, asked each whether they would mind the terrace, and carried their plates out myself. When they sat, I asked the daughter what her mother liked and had the kitchen put a candle on it.',
    result: 'They sat down after eleven minutes and stayed until closing time.',
    change:
      'I suggested one booking sheet beside the till instead of notes in three pockets. The owner took it on the week after, and no table was lost again while I was there.',
    shows: [
      {
        cell: 'recruiter-bands/customer-service-orientation/middle',
        activity:
          'I told them straight away that the mistake was ours, took their coats and poured the first round on the house.',
      },
      { cell: 'spotlight/c3/3', byHand: true },
    ],
  },
  {
    key: 'swimming-club',
    by: 'bilal',
    daysAgo: 160,
    title: 'Children who would not put their heads under water',
    setting: 'volunteering',
    happened: 'since 2023, on Sunday mornings',
    situation:
      'I help with the beginners at Marlbrook Swimming Club. Two brothers from a family that had just arrived refused to go in, and their mother and I shared about ten words.',
    action:
      'I sat on the edge with them for two Sundays and let them throw rings for me to fetch. I learned the words for “cold”, “hold” and “finished” in Tigrinya from their mother and drew the lesson on a card with her. When I saw that the men’s changing room was the trouble, and not the water, I asked the club for the family cabin.',
    result: 'Both swam a width by Easter. Their mother brought two more families.',
    change:
      'The club has a picture card for beginners now, in four languages, and the cabin is on the booking page.',
    shows: [
      {
        cell: 'spotlight/b3/3',
        activity:
          'I learned the words for “cold”, “hold” and “finished” in Tigrinya from their mother and drew the lesson on a card with her.',
      },
      {
        cell: 'spotlight/a1/3',
        activity:
          'When I saw that the men’s changing room was the trouble, and not the water, I asked the club for the family cabin.',
      },
    ],
  },
  {
    key: 'queue-by-ear',
    by: 'bilal',
    daysAgo: 64,
    title: 'Five calls, two inboxes and a burst main',
    setting: 'work',
    happened: 'January',
    situation:
      'A main had burst in Eastwick at four in the afternoon. Calls tripled, and three of us were on leave.',
    action:
      'I sorted the calls in my head by what would be worse in an hour: no water and a baby, no water, a question about it. I answered the inbox in the gaps with one text that I changed by street. I kept a list of everybody who should hear back and rang all fourteen before I went home.',
    result: 'All fourteen knew before seven when their water would be back. None of them rang again.',
    shows: [
      {
        cell: 'spotlight/c1/3',
        activity:
          'I sorted the calls in my head by what would be worse in an hour: no water and a baby, no water, a question about it.',
      },
      {
        cell: 'spotlight/c3/2',
        activity: 'I kept a list of everybody who should hear back and rang all fourteen before I went home.',
      },
    ],
  },
  {
    key: 'new-starter',
    by: 'bilal',
    daysAgo: 9,
    title: 'Showing Leo the ropes',
    setting: 'work',
    happened: 'this month',
    situation: 'Leo joined in the week of the billing run, and his trainer fell ill on the second day.',
    action:
      'We sat together for his first calls and we agreed a sign for when he wanted me to take over. We wrote down every question that he could not answer.',
    shows: [],
  },
]
