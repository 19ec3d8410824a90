/** The addresses of roles, their analyses, profiles and texts, and of the map. */

const part = encodeURIComponent

export const roleLinks = {
  roles: () => '/role',
  rolesWith: (filter: Record<string, string>) => `/role?${new URLSearchParams(filter)}`,
  roleNew: (title = '') => (title ? `/role/new?title=${part(title)}` : '/role/new'),
  role: (id: string) => `/role/${part(id)}`,
  roleTexts: () => '/role/text',
  roleTextsOf: (role: string) => `/role/${part(role)}/text`,
  roleText: (id: string) => `/role/text/${part(id)}`,
  roleTextEdit: (id: string) => `/role/text/${part(id)}/edit`,
  roleTextFile: (id: string, kind: 'docx' | 'md' | 'txt') => `/role/text/${part(id)}/file/${kind}`,
  roleTextPublication: (id: string) => `/role/text/${part(id)}/publication`,
  roleTextRemoval: (id: string) => `/role/text/${part(id)}/removal`,
  roleTextRenewal: (id: string) => `/role/text/${part(id)}/renewal`,
  roleTextReview: (id: string) => `/role/text/${part(id)}/review`,
  roleTextWithdrawal: (id: string) => `/role/text/${part(id)}/withdrawal`,
  roleTemplate: (kind: 'description' | 'advert' | 'card') => `/role/template/${kind}`,
  roleTemplateRemoval: (kind: 'description' | 'advert' | 'card') => `/role/template/${kind}/removal`,
  roleWording: () => '/role/wording',
  roleThesaurus: (words = '') => (words ? `/role/thesaurus?q=${part(words)}` : '/role/thesaurus'),
  roleThesaurusTaking: () => '/role/thesaurus/taking',
  roleForm: (id: string) => `/role/${part(id)}/form`,
  roleClosing: (id: string) => `/role/${part(id)}/closing`,
  roleReopening: (id: string) => `/role/${part(id)}/reopening`,
  roleHolders: (id: string) => `/role/${part(id)}/holder`,
  roleAnalyses: (id: string) => `/role/${part(id)}/analysis`,
  roleAnalysisNew: (id: string) => `/role/${part(id)}/analysis/new`,
  roleAnalysis: (id: string, analysis: string) => `/role/${part(id)}/analysis/${part(analysis)}`,
  roleIncumbents: (id: string, analysis: string) => `/role/${part(id)}/analysis/${part(analysis)}/incumbent`,
  roleIncumbentRemoval: (id: string, analysis: string, person: string) =>
    `/role/${part(id)}/analysis/${part(analysis)}/incumbent/${part(person)}/removal`,
  roleAnalysisClosing: (id: string, analysis: string) =>
    `/role/${part(id)}/analysis/${part(analysis)}/closing`,
  roleAnswers: (id: string, analysis: string, competency = '') =>
    `/role/${part(id)}/analysis/${part(analysis)}/answer${competency ? `?competency=${part(competency)}` : ''}`,
  roleTakingBack: (id: string, analysis: string) =>
    `/role/${part(id)}/analysis/${part(analysis)}/taking-back`,
  roleSettlement: (id: string, analysis: string) => `/role/${part(id)}/analysis/${part(analysis)}/settlement`,
  roleSettlementOf: (id: string, analysis: string, statement: string) =>
    `/role/${part(id)}/analysis/${part(analysis)}/settlement?statement=${part(statement)}`,
  roleSettlementRemoval: (id: string, analysis: string) =>
    `/role/${part(id)}/analysis/${part(analysis)}/settlement/removal`,
  roleProfiles: (id: string) => `/role/${part(id)}/profile`,
  roleProfile: (id: string, profile: string) => `/role/${part(id)}/profile/${part(profile)}`,
  roleProfileFile: (id: string, profile: string, ending: 'docx' | 'md') =>
    `/role/${part(id)}/profile/${part(profile)}.${ending}`,
  roleRequirement: (id: string, profile: string, framework = '', competency = '') => {
    const query = framework ? `?framework=${part(framework)}&competency=${part(competency)}` : ''
    return `/role/${part(id)}/profile/${part(profile)}/requirement${query}`
  },
  roleRequirementRemoval: (id: string, profile: string) =>
    `/role/${part(id)}/profile/${part(profile)}/requirement/removal`,
  roleTaking: (id: string, profile: string) => `/role/${part(id)}/profile/${part(profile)}/taking`,
  roleAgreement: (id: string, profile: string) => `/role/${part(id)}/profile/${part(profile)}/agreement`,
  roleDiscarding: (id: string, profile: string) => `/role/${part(id)}/profile/${part(profile)}/discarding`,
  roleComparison: (id: string, profile: string, other: string) =>
    `/role/${part(id)}/profile/${part(profile)}/comparison?with=${part(other)}`,
  roleGap: (id: string, person = '') => `/role/${part(id)}/gap${person ? `?person=${part(person)}` : ''}`,
  roleGapFile: (id: string, person = '') =>
    `/role/${part(id)}/gap.docx${person ? `?person=${part(person)}` : ''}`,
  roleFits: () => '/role/fit',
  roleMap: (filter: Record<string, string> = {}) => {
    const query = new URLSearchParams(filter).toString()
    return query ? `/role/map?${query}` : '/role/map'
  },
  roleMapFile: (filter: Record<string, string>) => `/role/map.csv?${new URLSearchParams(filter)}`,
  roleHidden: () => '/role/hidden',
  roleHiddenDraft: (id: string) => `/role/${part(id)}/hidden`,
  rolePreparation: (id: string) => `/role/${part(id)}/preparation`,
  rolePreparationFile: (id: string) => `/role/${part(id)}/preparation.docx`,
}
