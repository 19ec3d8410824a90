/** The addresses that are given away. `src/routes.ts` has them too, from here. */

export const sharedPath = (text: string) => `/shared/${encodeURIComponent(text)}`
