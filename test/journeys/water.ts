/** A document in our own words, with what goes wrong in real ones: a menu, a broken line, a stray page number. */
export const WATER = `Home | About | Contact

KEEPING THE WATER RUNNING

Definition

Keeps supply to homes and works steady, and puts it back quickly after a failure.

Level 1
• Reports a leak with the street and the house number.
• Reads the pressure gauge each morning and
• writes the figure down.

Level 2
• Finds the valve that shuts off one street; opens it again slowly.
• Tells residents how long the water will be off.

Level 3
• Plans repairs so that hospitals are never without water.

Suggested Activities for Development
• Walk one supply zone with an experienced colleague.

Page 12
`
