/** The addresses of hiring. */

const part = encodeURIComponent

export const recruitLinks = {
  recruit: () => '/recruit',
  vacancy: (id: string) => `/recruit/${part(id)}`,
  scorecard: (vacancy: string, candidate: string) =>
    `/recruit/${part(vacancy)}/candidate/${part(candidate)}/card`,
  scorecardEntries: (vacancy: string, candidate: string) =>
    `/recruit/${part(vacancy)}/candidate/${part(candidate)}/card/entries`,
  scorecardSubmission: (vacancy: string, candidate: string) =>
    `/recruit/${part(vacancy)}/candidate/${part(candidate)}/card/submission`,
  together: (vacancy: string, candidate: string) =>
    `/recruit/${part(vacancy)}/candidate/${part(candidate)}/together`,
  consensus: (vacancy: string, candidate: string, question: string) =>
    `/recruit/${part(vacancy)}/candidate/${part(candidate)}/together/${part(question)}`,
  results: (vacancy: string) => `/recruit/${part(vacancy)}/results`,
}
