/** The addresses of one’s own profile, and of what others share. */
import { sharedPath } from '../profile/paths.ts'

const part = encodeURIComponent

export const profileLinks = {
  profile: () => '/profile',
  workbooks: () => '/profile/workbook',
  workbook: (id: string) => `/profile/workbook/${part(id)}`,
  workbookPart: (id: string, number: number, { levels = false, at = '' } = {}) =>
    `/profile/workbook/${part(id)}/part/${number}${levels ? '?levels=1' : ''}${at ? `#s-${part(at)}` : ''}`,
  workbookAnswers: (id: string) => `/profile/workbook/${part(id)}/answer`,
  workbookOrder: (id: string) => `/profile/workbook/${part(id)}/order`,
  workbookCompletion: (id: string) => `/profile/workbook/${part(id)}/completion`,
  workbookRemoval: (id: string) => `/profile/workbook/${part(id)}/removal`,
  workbookActivities: (id: string) => `/profile/workbook/${part(id)}/activity`,
  workbookPlacing: (id: string) => `/profile/workbook/${part(id)}/activity/placing`,
  workbookActivity: (id: string, activity: string) =>
    `/profile/workbook/${part(id)}/activity/${part(activity)}`,
  workbookActivityRemoval: (id: string, activity: string) =>
    `/profile/workbook/${part(id)}/activity/${part(activity)}/removal`,
  profilePicture: (framework: string, before = '') =>
    `/profile/picture/${part(framework)}${before ? `?before=${part(before)}` : ''}`,
  profilePictureSvg: (framework: string, before = '') =>
    `/profile/picture/${part(framework)}/picture.svg${before ? `?before=${part(before)}` : ''}`,
  profilePictureCsv: (framework: string) => `/profile/picture/${part(framework)}/table.csv`,
  profileList: (list: string, edit = '') =>
    `/profile/list/${part(list)}${edit ? `?edit=${part(edit)}#editing` : ''}`,
  profileListLines: (list: string) => `/profile/list/${part(list)}/line`,
  profileListPrint: (list: string) => `/profile/list/${part(list)}/print`,
  profileListFile: (list: string, ending: string) => `/profile/list/${part(list)}/list.${ending}`,
  stories: () => '/profile/story',
  storyNew: (cell = '') => `/profile/story/new${cell ? `?for=${part(cell)}` : ''}`,
  storyMap: (framework = '', cell = '') =>
    `/profile/story/map${framework ? `?framework=${part(framework)}` : ''}${cell ? `&cell=${part(cell)}#cell` : ''}`,
  story: (id: string) => `/profile/story/${part(id)}`,
  storyForm: (id: string) => `/profile/story/${part(id)}/form`,
  storyRemoval: (id: string) => `/profile/story/${part(id)}/removal`,
  storyReading: (id: string, framework = '') =>
    `/profile/story/${part(id)}/reading${framework ? `?framework=${part(framework)}` : ''}`,
  storyPlacements: (id: string) => `/profile/story/${part(id)}/placement`,
  storyPlacement: (id: string, placement: string) =>
    `/profile/story/${part(id)}/placement/${part(placement)}`,
  storyPlacementRemoval: (id: string, placement: string) =>
    `/profile/story/${part(id)}/placement/${part(placement)}/removal`,
  evidence: () => '/profile/evidence',
  evidenceNew: (about: Record<string, string> = {}) =>
    `/profile/evidence/new${Object.keys(about).length > 0 ? `?${new URLSearchParams(about)}` : ''}`,
  evidenceEntry: (id: string) => `/profile/evidence/${part(id)}`,
  evidenceAnswers: (id: string) => `/profile/evidence/${part(id)}/answer`,
  evidenceWithdrawal: (id: string) => `/profile/evidence/${part(id)}/withdrawal`,
  profileCompetency: (framework: string, key: string) =>
    `/profile/competency/${part(framework)}/${part(key)}`,
  profileCompetencyOf: (person: string, framework: string, key: string) =>
    `/profile/of/${part(person)}/competency/${part(framework)}/${part(key)}`,
  profileShares: () => '/profile/share',
  profileShareNew: () => '/profile/share/new',
  profileShare: (id: string) => `/profile/share/${part(id)}`,
  profileShareRevocation: (id: string) => `/profile/share/${part(id)}/revocation`,
  profileShareRowRemoval: (id: string, row: string) => `/profile/share/${part(id)}/row/${part(row)}/removal`,
  profileOf: (person: string) => `/profile/of/${part(person)}`,
  sharedByLink: sharedPath,
  profileAll: (ending: string) => `/profile/all.${ending}`,
  profileCounted: () => '/profile/counted',
}
