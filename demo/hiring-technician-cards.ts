/** What the panel has noted so far of those who applied as Customer Technician; hiring-cards.ts says how the lines are read. */

export const TECHNICIAN_CARDS: Record<string, Record<string, string>> = {
  joanna: {
    stella: `
arriving 6 | “Is somebody with you?” first, stays on the step, card out, rings the customer’s number from there. Covers before she goes in.
c3 6 | Boiler out at a care home, no part until Monday. Borrowed a heater from the church, moved four people into one lounge, came back on Sunday. | 09:41 They didn’t need the boiler. They needed to be warm.
finding 5 | Shower head and its strainer, then the pressure at the kitchen tap with a gauge, not by eye. Says why in this order.
explaining 5 | Gives the day, the number to ring, and what works until then. Would draw it.
closing 6 | Photograph, sheet, and rings the next customer before she turns the key.
a1 5 | Looks at the ceilings first.
b3 4 | Asks before she goes upstairs.`,
    aroha: `
arriving 6 | Would not go in until a grown-up says so, and tells the child why, kindly.
c3 2 | What I heard is that she promised a repair by Monday that was not hers to promise, and the home had to be talked to afterwards. | 09:43 I said Monday because they wanted to hear Monday.
finding 5 | Would have the customer show her. Wrote my words down as I had said them.
explaining 6 | What it costs, who pays, what happens if the part is late. Asks whether the stop tap can be turned.
closing 5 | Tidies, sheet, rings ahead. Did not speak of the contact centre.
a1 5 | Compares with the last house of the same kind.
b3 5 | A household where she waited in the hall until the eldest came.`,
    hamish: `
arriving 5 | Solid. Stays outside, rings the office to reach the parent.
c3 5 | Found a way round with what there was. The promise about Monday worries me less than the heater pleases me.
finding 6 | Asks next door before she opens anything: if theirs drips, too, it is not the shower.
explaining 5 | Says what she does not know. | 10:02 I’d rather say I’ll find out than be the third one who guessed.
closing 6 | Writes down what she has promised before she promises the next.
a1 4 | One example, sound.
b3 4 | Friendly and careful.`,
  },
  malik: {
    stella: `
arriving 7 | Sits down on the step, so that he is no taller than the child, and has the child ring. | 11:12 A van, a uniform and a stranger: I’d be frightened, too.
c3 6 | Pump failure on a Saturday: split the estate in two and kept one half in water.
finding 6 | Kitchen tap on, shower on, watch the gauge; then the mixer’s check valve. Drew it for us.
explaining 5 | A little technical until he sees the face. Then plain.
closing 6 | Files the photograph by address, so that the next one finds it, and has the office ring ahead.
a1 6 | Heard a bearing before the gauge showed it.
b3 5 | Asked the imam which hour would disturb least.`,
    aroha: `
arriving 6 | Asks for a grown-up, leaves the card, waits in the van where he can be seen.
c3 6 | Decided what could be done without, told everybody, and wrote down who had agreed.
finding 6 | Begins with when it was last all right.
explaining 4 | I had to ask what a PRV is. A customer would not have asked.
closing 6 | Reads the note to the contact centre aloud before he sends it. Late by ten minutes, and says so to the next.
a1 5 | Good.
b3 5 | Learned a few words of Polish for one street. | 11:40 They laughed at my Polish. After that it was easy.`,
    hamish: `
arriving 6 | The leak can wait two minutes, he says, unless it is through the ceiling. Then he shuts it off at the street.
c3 5 | Sound judgement. I should have liked to hear what went wrong, too.
finding 6 | Rules the street out in one sentence.
explaining 5 | Cost of now against cost of waiting, in pounds.
closing 5 | Thorough; would let the next one wait a little long.
a1 6 | Sees what is missing, not only what is there.
b3 5 | Respectful, without fuss.`,
  },
  erin: {
    stella: `
arriving 5 | Card, name, “Is your mum in?” By the book, and knows why the book says so.
c3 4 | Bus garage, a lift that stuck. Stayed, but waited for somebody to say what to do. | 14:05 I held the torch. Somebody has to hold the torch.
finding 5 | Asks when it was first noticed. Writes it down. Then the head of the shower.
explaining 6 | A gift for it: my mother would have understood.
closing 5 | Sheet before she drives off, whoever waits.
a1 4 | Learns a place slowly, and then knows it.
b3 5 | Grew up between two languages, interprets for neighbours.`,
    aroha: `
arriving 5 | Stays at the door, talks to the child as to a person.
c3 3 | Would ring the coordinator first, and second, too.
finding 4 | Begins with what she knows best, which is taps, and stays there.
explaining 6 | Uses the customer’s words all the way. | 14:21 If they call it the water thing, then it’s the water thing.
closing 5 | Tidies, rings the next one, apologises once and not five times.
a1 4 | Watches the experienced ones and says so.
b3 6 | Knows who in a street has to be told first.`,
  },
  tomos: {
    stella: `
arriving 4 | Would ask for the dad. Would go in if the ceiling was dripping, and leave the door open.
c3 5 | Farm, no power, milking time. Had a tractor on the pump within the hour. | 15:33 Cows don’t wait for the man from the council.
finding 6 | Best fault-finding of the week. Says aloud what each test rules out.
explaining 3 | “Part’s on order, back next week,” and that is all the customer hears.
closing 4 | Clean work; the sheet is an afterthought.
a1 6 | Smells a leak.
b3 - | No example came, also after the probes. | + What about people at the market?`,
    aroha: `
arriving 4 | Good-natured with the child. Had not thought about being alone in the house with one.
c3 6 | Calm when others run. Knew what could be left.
finding 6 | Two causes that I had never heard of, and how to tell them apart.
explaining 3 | Needs somebody to practise with; wants to.
closing 4 | Would ring the next one if the phone was charged, he says, and laughs at himself.
a1 5 | Reads weather, animals and pipes. People, I am not yet sure.
b3 3 | “Folk are folk.” Meant kindly.`,
  },
  stefan: {
    stella: `
arriving 5 | Rings the number on the sheet from the doorstep, and waits.
c3 5 | Kept a kitchen going with one ring and a kettle.
finding 4 | A cook’s way of looking for a fault: what changed last?
explaining 5 | Clear: what, when, and whom to ring.
closing 5 | Cleans as he goes, so there is little left to do.
a1 5 | Notices noise and heat.
b3 6 | Led a kitchen of seven nationalities.`,
    hamish: `
arriving 5 | Would do well on a doorstep. Sends the child to fetch the neighbour.
c3 4 | One good example, from another trade.
finding 4 | Willing to ask. Does not yet know what to ask first.
explaining 5 | Short sentences, good ones.
closing 5 | Rings ahead before anything else.
a1 4 | Beginning.
b3 6 | Names how people wish to be corrected: in private. | 10:48 Nobody learns anything in front of the others.`,
  },
}

/** Hamish has begun this one and been called away. */
export const HALF_DONE: Record<string, string> = {
  erin: `
arriving 5 | Stays at the door and asks for a grown-up. A little stiff with the child, which will pass.
c3 4 | Held the torch, as she says. I want to think about whether that is a 4 or a 5. | 14:05 I held the torch. Somebody has to hold the torch.
finding 4 | Good questions, few tests. Came to the pressure only when I asked how she would know.`,
}
