/** What the panel has noted so far of those who applied as Customer Technician; hiring-cards.ts says how the lines are read. */

export const TECHNICIAN_CARDS: Record<string, Record<string, string>> = {
  joanna: {
    stella: `
arriving 6 | Would ring on the way and give a window that she can keep. Shoe covers before we had mentioned carpet.
c3 6 | Boiler out at a care home, no part until Monday. Borrowed a heater from the church, moved four people into one lounge, came back on Sunday. | 09:41 They didn’t need the boiler. They needed to be warm.
finding 5 | Meter twice, then the toilet cistern. Simple things first, and says why.
explaining 5 | Draws it. Leaves the drawing.
closing 6 | Photograph, job sheet, and rings two days later, of her own accord.
a1 5 | Looks at the ceilings first.
b3 4 | Asks before she goes upstairs.`,
    aroha: `
arriving 6 | The dog, the ramp, the neighbour’s car: saw all three in the story before she rang.
c3 2 | What I heard is that she promised a repair by Monday that was not hers to promise, and the home had to be talked to afterwards. | 09:43 I said Monday because they wanted to hear Monday.
finding 5 | Patient. Wrote the customer’s own words down.
explaining 6 | Checks that people can turn the stop tap off without her.
closing 5 | Good habit; did not speak of the contact centre.
a1 5 | Compares with the last house of the same kind.
b3 5 | A household where she waited in the hall until the eldest came.`,
    hamish: `
arriving 5 | Solid. Shows the card at the gate.
c3 5 | Found a way round with what there was. The promise about Monday worries me less than the heater pleases me.
finding 6 | Ruled out the street main by asking next door whether the shower was weak, too.
explaining 5 | Says what she does not know. | 10:02 I’d rather say I’ll find out than be the third one who guessed.
closing 6 | Told the office what she had promised, in writing.
a1 4 | One example, sound.
b3 4 | Friendly and careful.`,
  },
  malik: {
    stella: `
arriving 7 | Plans the order of the day by who has small children. | 11:12 You don’t ring a bell at one o’clock if there’s a pram in the hall.
c3 6 | Pump failure on a Saturday: split the estate in two and kept one half in water.
finding 6 | Pressure log, then the valve in the road. Drew it for us.
explaining 5 | A little technical until he sees the face. Then plain.
closing 6 | Files the photograph by address, so that the next one finds it.
a1 6 | Heard a bearing before the gauge showed it.
b3 5 | Asked the imam which hour would disturb least.`,
    aroha: `
arriving 6 | Warm on the doorstep; says in one sentence what will happen.
c3 6 | Decided what could be done without, told everybody, and wrote down who had agreed.
finding 6 | Lets the customer show him. Nothing is opened before that.
explaining 4 | I had to ask what a PRV is. A customer would not have asked.
closing 6 | Reads the note to the contact centre aloud before he sends it.
a1 5 | Good.
b3 5 | Learned a few words of Polish for one street. | 11:40 They laughed at my Polish. After that it was easy.`,
    hamish: `
arriving 6 | Rings ahead, keeps it.
c3 5 | Sound judgement. I should have liked to hear what went wrong, too.
finding 6 | Recognised the street’s fault from inside a kitchen.
explaining 5 | Cost of now against cost of waiting, in pounds.
closing 5 | Thorough.
a1 6 | Sees what is missing, not only what is there.
b3 5 | Respectful, without fuss.`,
  },
  erin: {
    stella: `
arriving 5 | Card, covers, name. By the book, and knows why the book says so.
c3 4 | Bus garage, a lift that stuck. Stayed, but waited for somebody to say what to do. | 14:05 I held the torch. Somebody has to hold the torch.
finding 5 | Asks when it was first noticed. Writes it down.
explaining 6 | A gift for it: my mother would have understood.
closing 5 | Sheet before she drives off.
a1 4 | Learns a place slowly, and then knows it.
b3 5 | Grew up between two languages, interprets for neighbours.`,
    aroha: `
arriving 5 | Polite and prepared.
c3 3 | Would ring the coordinator first, and second, too.
finding 4 | Begins with what she knows best, which is taps.
explaining 6 | Uses the customer’s words all the way. | 14:21 If they call it the water thing, then it’s the water thing.
closing 5 | Tidies, reports.
a1 4 | Watches the experienced ones and says so.
b3 6 | Knows who in a street has to be told first.`,
  },
  tomos: {
    stella: `
arriving 4 | Would be in time. Had not thought about what the customer sees.
c3 5 | Farm, no power, milking time. Had a tractor on the pump within the hour. | 15:33 Cows don’t wait for the man from the council.
finding 6 | Best fault-finding of the week. Says aloud what each test rules out.
explaining 3 | “It’s fixed, that’s the main thing.”
closing 4 | Clean work; the sheet is an afterthought.
a1 6 | Smells a leak.
b3 - | No example came, also after the probes. | + What about people at the market?`,
    aroha: `
arriving 4 | Good-natured. Shoes would be a problem.
c3 6 | Calm when others run. Knew what could be left.
finding 6 | Two clear examples.
explaining 3 | Needs somebody to practise with; wants to.
closing 4 | Would ring back if asked to.
a1 5 | Reads weather, animals and pipes. People, I am not yet sure.
b3 3 | “Folk are folk.” Meant kindly.`,
  },
  stefan: {
    stella: `
arriving 5 | Friendly, ready.
c3 5 | Kept a kitchen going with one ring and a kettle.
finding 4 | A cook’s way of looking for a fault: what changed last?
explaining 5 | Clear.
closing 5 | Cleans as he goes.
a1 5 | Notices noise and heat.
b3 6 | Led a kitchen of seven nationalities.`,
    hamish: `
arriving 5 | Would do well on a doorstep.
c3 4 | One good example, from another trade.
finding 4 | Willing to ask.
explaining 5 | Short sentences, good ones.
closing 5 | Yes.
a1 4 | Beginning.
b3 6 | Names how people wish to be corrected: in private. | 10:48 Nobody learns anything in front of the others.`,
  },
}

/** Hamish has begun this one and been called away. */
export const HALF_DONE: Record<string, string> = {
  erin: `
arriving 5 | Everything in its order. A little stiff, which will pass.
c3 4 | Held the torch, as she says. I want to think about whether that is a 4 or a 5. | 14:05 I held the torch. Somebody has to hold the torch.
finding 4 | Good questions, few tests.`,
}
