/** What the panel noted of those who applied as Customer Adviser; hiring-cards.ts says how the lines are read. */

export const ADVISER_CARDS: Record<string, Record<string, string>> = {
  thandi: {
    aroha: `
a2 6 | Pharmacy counter, a man who had been sent from one place to another all morning. Saw him grip the edge of the counter, came round to his side, and let him tell it once, all the way through. | 10:08 I could see that he needed somebody to stop, so I stopped.
b2 6 | Dosage leaflet for somebody who read little English: drew a sun and a moon. Asked her to say it back. | 10:19 If she can tell me, then I have told her.
a1 5 | First week as a holiday cover in another branch. Watched for half a day who asks whom, then asked where the gaps were.
c1 4 | Queue, phone and deliveries. Kept the queue moving; the delivery note went missing and was found in the evening. Knows why.
b3 6 | Greets in three languages and asks how people wish to be called. Learned at the counter that a bowed head is not a no.`,
    hamish: `
a2 6 | Lowered her own voice and waited. Told us when the mood turned and what she thinks turned it. | 10:09 He wasn’t angry with me. I was just the first one who was there.
b2 7 | Explained a prescription charge so that I, who have never understood it, do now. Checks by a question each time.
a1 5 | Noticed that the alarm bell of the fridge had become a noise that nobody heard. Asked. It had been broken for a fortnight.
c1 5 | Order by what cannot wait, not by who is loudest. One thing slipped, said so before we asked.
b3 6 | Concrete, no lecture. Works with a colleague who does not shake hands, and has made nothing of it.`,
    marcus: `
a2 7 | Would trust her with the callers that come to me. Broke bad news in two steps and watched before the second. | 10:08 I could see that he needed somebody to stop, so I stopped.
b2 5 | Good face to face. On a telephone there is no sun and moon to draw; she said herself that she would have to learn it.
a1 6 | Saw before the manager that the Friday rush came with the surgery’s new hours.
c1 5 | Three things side by side and lost sight of one, for two hours. | 10:33 I write it on my hand now. It works.
b3 7 | Knows whom to speak to first in a family, and why that is not always the one who talks.`,
  },
  imogen: {
    aroha: `
a2 5 | Hotel reception, a wedding party without rooms. Noticed the bride’s mother before the groom. Calm, took the loud one aside.
b2 6 | Put a cancellation clause into one sentence. Slower and plainer when the guest looked away. | 11:34 What I say last is what they remember, so I say the next step last.
a1 3 | Told what a receptionist ought to look out for. The example was mostly what others had seen.
c1 6 | Arrivals, a coach, a broken lift. Had the order of it on a slip of paper and could give the reason for each place.
b3 4 | Learned greetings for guests; did not say what she does differently.`,
    hamish: `
a2 5 | Fair to both sides of a quarrel at the desk. Did not see the second one coming.
b2 5 | Clear. A little quick when she is sure of her ground.
a1 6 | Second example, after the probe: a corridor that smelled of warm dust, and a fire door that somebody had wedged. Went and looked by herself. | 11:47 It was only a smell. But it had not been there on Monday.
c1 6 | Hands over at the end of a shift so that the next one can begin. Lists what is open.
b3 5 | A guest who would not speak to a woman about his bill. Found a way that kept his face and hers.`,
    marcus: `
a2 6 | Let the mother talk first, which cost two minutes and saved an hour.
b2 6 | Rephrased three times without sounding as if she did. I should like to hear her on the line.
a1 5 | The fire door. Took both examples together.
c1 7 | Best answer of the day. Knows what can be left half done and for how long. | 11:55 If everything is urgent, then I ask what happens if I leave it till four.
b3 5 | Sensible; asks rather than assumes.`,
  },
  rashid: {
    aroha: `
a2 4 | Taxi, a passenger who had just had news from the hospital. Kept quiet, turned the radio off. Would not have known what to say, he tells us.
b2 5 | Directions by landmarks for visitors, by streets for locals.
a1 5 | Reads a street before he stops in it. Small things: a light that is on.
c1 5 | Plans school runs and hospital runs on one sheet; changes it when a child is ill.
b3 7 | Interprets at the community centre. Knows who speaks for whom, and when a yes is politeness. | 13:42 When my uncle says he will think about it, he has thought about it.`,
    hamish: `
a2 5 | Kind, and steady. The passenger rang the firm afterwards to thank him.
b2 4 | Long way round to the point. Gets there.
a1 5 | Notices at once who in a queue does not belong to it.
c1 4 | The order comes from the office; he fits it together on the road.
b3 6 | Explained a burial custom to a council officer so that both went home content.`,
    marcus: `
a2 4 | Listens. Not much on what he does to turn a mood.
b2 5 | Explains the meter before anybody asks. | 13:30 People are not afraid of the price. They are afraid of not knowing it.
a1 5 | Good eye.
c1 5 | Kept two bookings and a breakdown going by telephone.
b3 7 | As good as anybody we have.`,
  },
  denise: {
    aroha: `
a2 5 | Cared for her father for six years. Knows the minute before somebody weeps. | 15:06 You don’t tell a person to calm down. You sit down yourself.
b2 3 | Starts in the middle. I asked twice what the letter had been about.
a1 4 | Compares the ward as it was with the ward as it should be, after the event.
c1 4 | Medicines, meals and visitors by a chart on the fridge.
b3 5 | Two faiths in one family, and both feasts kept.`,
    hamish: `
a2 6 | Calmed a nurse, not only a patient. Names the signs she goes by.
b2 3 | Much of it I had to put together myself. She knows, and practises with her sister.
a1 4 | Asks what a sound means, remembers the answer.
c1 5 | Six years without one missed dose says something.
b3 - | Could not think of an example and said so. The family of two faiths came up only at the end, in another answer.`,
    marcus: `
a2 5 | Warm and firm. I believe every word.
b2 4 | Better when she had calmed down herself; the first ten minutes were hard for her. | 15:11 I’ve not had an interview since 2009.
a1 4 | One good example, told from outside.
c1 4 | An orderly mind. At home, not yet at work.
b3 4 | Respectful; a beginning.`,
  },
  gareth: {
    aroha: `
a2 2 | Three examples, and in each the caller was wrong. When voices rose he quoted the terms. | 16:21 I’m not paid to be shouted at, so I tell them that and put them on hold.
b2 5 | Precise, good voice, good pace.
a1 4 | Spots a fraud by the second question, he says; one instance.
c1 5 | Works three screens at once and keeps his notes up.
b3 3 | Treats everybody the same, by which he means as himself.`,
    hamish: `
a2 2 | Did not say what the other person may have felt until the third probe. Then: “fed up, I suppose”.
b2 6 | I understood every word of a tariff I pay myself.
a1 3 | General.
c1 5 | Practised. Wraps a call up while he ends it.
b3 2 | Had little to tell us, and did not mind.`,
    marcus: `
a2 4 | Holds his ground without being rude. On our disconnection line that is worth something. | 16:21 I’m not paid to be shouted at, so I tell them that and put them on hold.
b2 6 | The clearest of the five.
a1 4 | Knows when a story does not add up.
c1 6 | Eleven years of it, and it shows.
b3 3 | Would have to learn this.`,
  },
}
