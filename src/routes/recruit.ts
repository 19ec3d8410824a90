/** The addresses of hiring. */

import { applicationPath, applyPath } from '../recruit/paths.ts'

const part = encodeURIComponent

/** What candidates open themselves; `text` is the secret of their link. */
const candidateLinks = {
  apply: applyPath,
  application: applicationPath,
  applicationVoluntary: (text: string) => `/application/${part(text)}/voluntary`,
  applicationAccommodation: (text: string) => `/application/${part(text)}/accommodation`,
  applicationWithdrawal: (text: string) => `/application/${part(text)}/withdrawal`,
  applicationErasure: (text: string) => `/application/${part(text)}/erasure`,
  applicationCalendar: (text: string) => `/application/${part(text)}/interview.ics`,
  applicationFile: (text: string) => `/application/${part(text)}/data.json`,
}

export const recruitLinks = {
  recruit: () => '/recruit',
  recruitWith: (filter: Record<string, string>) => `/recruit?${new URLSearchParams(filter)}`,
  vacancyNew: (profile = '') => (profile ? `/recruit/new?profile=${part(profile)}` : '/recruit/new'),
  vacancy: (id: string) => `/recruit/${part(id)}`,
  vacancyForm: (id: string) => `/recruit/${part(id)}/form`,
  vacancyWeights: (id: string) => `/recruit/${part(id)}/weight`,
  vacancyPanel: (id: string) => `/recruit/${part(id)}/panel`,
  vacancyPreparation: (id: string) => `/recruit/${part(id)}/preparation`,
  vacancyPractice: (id: string) => `/recruit/${part(id)}/practice`,
  vacancyFixing: (id: string) => `/recruit/${part(id)}/fixing`,
  vacancyReopening: (id: string) => `/recruit/${part(id)}/reopening`,
  kit: (id: string) => `/recruit/${part(id)}/kit`,
  kitPaper: (id: string, paper: 'interviewer' | 'candidate') => `/recruit/${part(id)}/kit/${paper}`,
  kitFile: (id: string, paper: 'interviewer' | 'candidate') => `/recruit/${part(id)}/kit/${paper}.docx`,
  kitQuestion: (id: string, question: string) => `/recruit/${part(id)}/question/${part(question)}`,
  kitQuestionEarlier: (id: string, question: string) =>
    `/recruit/${part(id)}/question/${part(question)}/earlier`,
  recruitTopics: (jurisdiction = '') =>
    jurisdiction ? `/recruit/topic?in=${part(jurisdiction)}` : '/recruit/topic',
  bank: (filter: Record<string, string> = {}) => {
    const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString()
    return query ? `/recruit/bank?${query}` : '/recruit/bank'
  },
  bankNew: (about = '') => (about ? `/recruit/bank/new?about=${part(about)}` : '/recruit/bank/new'),
  bankQuestion: (id: string) => `/recruit/bank/${part(id)}`,
  bankRetirement: (id: string) => `/recruit/bank/${part(id)}/retirement`,
  bankReturn: (id: string) => `/recruit/bank/${part(id)}/return`,
  candidates: (vacancy: string) => `/recruit/${part(vacancy)}/candidate`,
  candidatesWith: (vacancy: string, filter: Record<string, string>) =>
    `/recruit/${part(vacancy)}/candidate?${new URLSearchParams(filter)}`,
  candidateNew: (vacancy: string) => `/recruit/${part(vacancy)}/candidate/new`,
  uninvited: (vacancy: string) => `/recruit/${part(vacancy)}/candidate/refusal`,
  applyLink: (vacancy: string) => `/recruit/${part(vacancy)}/candidate/link`,
  candidate: (vacancy: string, candidate: string) => `/recruit/${part(vacancy)}/candidate/${part(candidate)}`,
  candidateMove: (vacancy: string, candidate: string, stage = '') =>
    `/recruit/${part(vacancy)}/candidate/${part(candidate)}/stage${stage ? `?to=${part(stage)}` : ''}`,
  candidateWithdrawal: (vacancy: string, candidate: string) =>
    `/recruit/${part(vacancy)}/candidate/${part(candidate)}/withdrawal`,
  candidateErasure: (vacancy: string, candidate: string) =>
    `/recruit/${part(vacancy)}/candidate/${part(candidate)}/erasure`,
  fairness: () => '/recruit/fairness',
  ledger: () => '/recruit/ledger',
  outcomes: () => '/recruit/outcome',
  outcome: (candidate: string, after: number) => `/recruit/outcome/${part(candidate)}/${after}`,
  feedback: (vacancy: string, candidate: string) =>
    `/recruit/${part(vacancy)}/candidate/${part(candidate)}/feedback`,
  feedbackLetter: (vacancy: string, candidate: string) =>
    `/recruit/${part(vacancy)}/candidate/${part(candidate)}/feedback/letter`,
  feedbackFile: (vacancy: string, candidate: string) =>
    `/recruit/${part(vacancy)}/candidate/${part(candidate)}/feedback/letter.docx`,
  interviews: (vacancy: string) => `/recruit/${part(vacancy)}/interview`,
  interviewFile: (vacancy: string) => `/recruit/${part(vacancy)}/interview/calendar.ics`,
  candidateInterview: (vacancy: string, candidate: string) =>
    `/recruit/${part(vacancy)}/candidate/${part(candidate)}/interview`,
  candidateInterviewEnd: (vacancy: string, candidate: string) =>
    `/recruit/${part(vacancy)}/candidate/${part(candidate)}/interview/cancellation`,
  ...candidateLinks,
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
  decision: (vacancy: string) => `/recruit/${part(vacancy)}/decision`,
  decisionForm: (vacancy: string) => `/recruit/${part(vacancy)}/decision/form`,
  decisionSignature: (vacancy: string) => `/recruit/${part(vacancy)}/decision/signature`,
  vacancyClosing: (vacancy: string) => `/recruit/${part(vacancy)}/closing`,
  decisionPaper: (vacancy: string) => `/recruit/${part(vacancy)}/decision/sheet`,
  decisionFile: (vacancy: string) => `/recruit/${part(vacancy)}/decision/sheet.docx`,
  hire: (vacancy: string, candidate: string) => `/recruit/${part(vacancy)}/candidate/${part(candidate)}/hire`,
  onboarding: (id: string) => `/recruit/onboarding/${part(id)}`,
  pack: (vacancy: string) => `/recruit/${part(vacancy)}/pack`,
  packVerify: () => '/recruit/verify',
}
