const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' })

/** "3 May 2026". Like all times here it is that of UTC, which is the same for everybody who reads it. */
export const dayWords = (at: Date) => DAY.format(at)

/** "14:02". */
export const timeWords = (at: Date) => TIME.format(at)

/** "3 May 2026, 14:02". */
export const momentWords = (at: Date) => `${dayWords(at)}, ${timeWords(at)}`
