/** What was seen of people at Marlbrook Water in a year, for and against. All invented. */

/**
 * An entry each: key, days ago seen, days ago written, whose profile, written by, the cell, for or against, who saw it (a
 * key, or a name in quotes, or - for the writer), what was seen. `=key` before the text corrects that entry.
 */
export const EVIDENCE = `
e1 300 299 bilal bilal spotlight/a2/2 for "Mrs Dunmore, customer" | Said at the end of the call that nobody had let her finish before.
e2 24 13 bilal aroha spotlight/a2/3 for - | Took the call that two others had handed on. Let the customer be angry for a full minute, then asked one question and had the meter number in thirty seconds.
e3 251 251 bilal bilal spotlight/c1/2 for aroha | Kept the inbox at under ten while on calls all through the billing run.
e4 230 229 hamish hamish spotlight/a3/4 for beatriz | Two panels read the old and the new letters without knowing which was which; seven in ten chose ours.
e5 214 213 kofi kofi spotlight/c3/3 for stella | Found the closed valve by asking callers for the dry side of the street.
e6 207 206 priya priya spotlight/a1/4 for helen | The figure of repeat calls is in the monthly report; it came from reading every comment.
e7 31 12 bilal aroha spotlight/c1/3 against - | In the billing week three promised calls back were forgotten; the list was in his head and not on paper.
e8 176 175 dawit dawit spotlight/c2/3 for "Head teacher, St Brendan’s" | Wrote to thank us that the bus had run every day of the street works.
e9 168 166 nadia nadia spotlight/a1/3 for beatriz | Asked for the missing forty minutes in the flood case, and nobody else had seen them.
e10 160 160 nadia nadia spotlight/c3/3 against - | I closed a case two days late because I waited for an answer instead of asking again.
e11 151 150 stella stella spotlight/c3/4 for ngaio | The neighbouring company asked for our list of who rings whom.
e12 140 139 bilal bilal spotlight/b3/2 for "Sunday coach, swimming club" | Two brothers swam their first width after he had made a card with their mother.
e13 133 133 kofi kofi spotlight/a2/3 against farid | Cut a caller short on a bad day; he rang her back the same evening.
e14 121 120 hamish hamish spotlight/b2/3 for owen | Put the interview question on paper and met the objection before it was raised.
e15 110 109 priya priya spotlight/b1/3 for - | Said no to the table of names and had something better in hand.
e16 104 103 aroha aroha spotlight/a1/4 for marcus | Four odd calls on her board turned out to be one faulty batch of meters.
e17 96 95 dawit dawit spotlight/b2/2 against lucy | The first notice about the works had the street name wrong, and forty people rang.
e18 18 11 bilal aroha spotlight/a2/4 for - | Showed Thandi and Callum how he listens through the first minute, with two of his own calls that had gone wrong.
e19 75 74 stella stella spotlight/c2/4 for jamie | The control room keeps the list itself now; she does not have to ask.
e20 61 60 bilal bilal spotlight/c1/3 for aroha | Fourteen calls back promised on the day of the burst main, and all fourteen made before seven.
e21 52 51 hamish hamish spotlight/a2/3 against beatriz | Answered an angry letter the same evening and had to take a sentence back.
e22 40 39 nadia nadia spotlight/a2/2 for tunde | Told both sides what the other had seen, and neither shouted.
e23 33 32 priya priya spotlight/a3/5 for tomasz | Billing changed the letter, which nobody had called service before.
e24 26 25 kofi kofi spotlight/c3/3 for - | Guided two crews over the telephone while the map was down.
e25 24 7 bilal aroha spotlight/a2/3 for - | =e2 Took the call that two others had handed on: it was the water main in Mill Lane, not the bill. Let the customer be angry, then asked one question and had the meter number.
`

/** What the person said to an entry of somebody else. */
export const ANSWERS = [
  {
    to: 'e7',
    daysAgo: 9,
    text: 'That is right. Two were on the list of the late shift, where I had put them; one I forgot. I write every promise on the sheet now, and since then none has been lost.',
  },
]

/** Entries that whoever wrote them took back. */
export const WITHDRAWALS = [
  {
    entry: 'e15',
    daysAgo: 107,
    reason: 'On second thoughts it was Helen who said no; I only brought the figures.',
  },
]
