/** The addresses that mails to candidates lead to. `src/routes/recruit.ts` has them too, from here. */

const part = encodeURIComponent

export const applicationPath = (text: string) => `/application/${part(text)}`
export const applyPath = (text: string) => `/apply/${part(text)}`
