import { accountAccess } from '#account/access.ts'
import { frameworkAccess } from '#framework/access.ts'
import { historyAccess } from '#history/access.ts'
import { intakeAccess } from '#intake/access.ts'
import { peopleAccess } from '#people/access.ts'
import { privacyAccess } from '#privacy/access.ts'
import { profileAccess } from '#profile/access.ts'
import { recruitAccess } from '#recruit/access.ts'
import { roleAccess } from '#role/access.ts'
import { links } from '#routes.ts'
import { translateAccess } from '#translate/access.ts'
import type { Allowed } from '#viewer.ts'
import { homeAccess } from '../access.ts'
import type { Place } from '../model.ts'

/** The pages that can be found by name, and who may open them. */
export const PLACES: (Place & { allowed: Allowed })[] = [
  { label: 'Home', href: links.home(), also: 'start first page', allowed: homeAccess.search },
  {
    label: 'Frameworks',
    href: links.frameworks(),
    also: 'competencies library',
    allowed: frameworkAccess.read,
  },
  {
    label: 'Read a document',
    href: links.intake(),
    also: 'intake import upload pdf draft',
    allowed: intakeAccess.edit,
  },
  {
    label: 'Translate',
    href: links.translate(),
    also: 'words statement competency level',
    allowed: translateAccess.read,
  },
  {
    label: 'My judgements',
    href: links.translateJudgements(),
    also: 'translate examples corrections',
    allowed: translateAccess.judge,
  },
  {
    label: 'How good translations are',
    href: links.translateGoodness(),
    also: 'accuracy calibration',
    allowed: translateAccess.read,
  },
  {
    label: 'My workbooks',
    href: links.workbooks(),
    also: 'profile answers statements self-assessment skills',
    allowed: profileAccess.own,
  },
  {
    label: 'My stories',
    href: links.stories(),
    also: 'profile interview situation action result experience',
    allowed: profileAccess.own,
  },
  {
    label: 'What my stories show',
    href: links.storyMap(),
    also: 'profile map coverage competencies',
    allowed: profileAccess.own,
  },
  {
    label: 'My evidence',
    href: links.evidence(),
    also: 'profile what was seen praise complaint',
    allowed: profileAccess.own,
  },
  {
    label: 'My profile',
    href: links.profile(),
    also: 'picture radial levels take along download',
    allowed: profileAccess.own,
  },
  {
    label: 'Lists for my CV, career plan and appraisal',
    href: links.profileList('cv'),
    also: 'profile curriculum vitae résumé lines statements',
    allowed: profileAccess.own,
  },
  {
    label: 'What I share, and what is shared with me',
    href: links.profileShares(),
    also: 'profile sharing link who looked',
    allowed: profileAccess.own,
  },
  {
    label: 'Which roles fit me',
    href: links.roleFits(),
    also: 'gap career own levels jobs',
    allowed: profileAccess.own,
  },
  {
    label: 'The team’s map',
    href: links.roleMap(),
    also: 'heatmap skills matrix who can levels',
    allowed: roleAccess.map,
  },
  {
    label: 'Hidden skills',
    href: links.roleHidden(),
    also: 'unnamed skills roles counted',
    allowed: roleAccess.map,
  },
  {
    label: 'Counted without your name',
    href: links.profileCounted(),
    also: 'hidden skills anonymous consent',
    allowed: profileAccess.own,
  },
  {
    label: 'Descriptions and adverts',
    href: links.roleTexts(),
    also: 'roles job description advertisement level card template',
    allowed: roleAccess.read,
  },
  {
    label: 'Wording checker',
    href: links.roleWording(),
    also: 'roles advert description gender bias plain language reading age',
    allowed: roleAccess.read,
  },
  {
    label: 'Thesaurus',
    href: links.roleThesaurus(),
    also: 'roles words statements activities',
    allowed: roleAccess.read,
  },
  {
    label: 'Recruit',
    href: links.recruit(),
    also: 'vacancies hiring kit interview questions panel',
    allowed: recruitAccess.read,
  },
  {
    label: 'Start a vacancy',
    href: links.vacancyNew(),
    also: 'recruit hiring kit new',
    allowed: recruitAccess.recruit,
  },
  {
    label: 'Our own questions',
    href: links.bank(),
    also: 'recruit bank interview hiring',
    allowed: recruitAccess.recruit,
  },
  {
    label: 'Does it predict?',
    href: links.ledger(),
    also: 'recruit ledger questions validity later levels',
    allowed: recruitAccess.recruit,
  },
  {
    label: 'Is the choice fair?',
    href: links.fairness(),
    also: 'recruit fairness adverse impact groups selection rates',
    allowed: recruitAccess.fairness,
  },
  {
    label: 'How do they do in the job?',
    href: links.outcomes(),
    also: 'recruit outcome hired after months manager',
    allowed: recruitAccess.outcome,
  },
  {
    label: 'Check a pack',
    href: links.packVerify(),
    also: 'recruit defensibility verify seal',
    allowed: recruitAccess.verify,
  },
  {
    label: 'What may not be asked',
    href: links.recruitTopics(),
    also: 'recruit unlawful topics interview discrimination',
    allowed: recruitAccess.topics,
  },
  { label: 'People', href: links.people(), also: 'directory colleagues staff', allowed: peopleAccess.read },
  {
    label: 'Organisation chart',
    href: links.chart(),
    also: 'reporting lines tree',
    allowed: peopleAccess.read,
  },
  { label: 'Teams', href: links.teams(), also: 'departments units', allowed: peopleAccess.read },
  { label: 'Places', href: links.places(), also: 'sites locations offices', allowed: peopleAccess.read },
  {
    label: 'Files of people',
    href: links.peopleImports(),
    also: 'import export csv',
    allowed: peopleAccess.edit,
  },
  {
    label: 'My account',
    href: links.account(),
    also: 'profile settings sign-in',
    allowed: accountAccess.own,
  },
  { label: 'Password', href: links.accountPassword(), also: 'change account', allowed: accountAccess.own },
  {
    label: 'Second factor',
    href: links.secondFactor(),
    also: 'totp code app recovery',
    allowed: accountAccess.own,
  },
  { label: 'Sessions', href: links.sessions(), also: 'devices signed in', allowed: accountAccess.own },
  { label: 'Tokens', href: links.tokens(), also: 'api programs', allowed: accountAccess.own },
  { label: 'Members', href: links.members(), also: 'roles permissions', allowed: accountAccess.manage },
  {
    label: 'Invitations',
    href: links.invitations(),
    also: 'invite colleagues',
    allowed: accountAccess.invite,
  },
  { label: 'Mail', href: links.mails(), also: 'letters smtp queue', allowed: accountAccess.manage },
  { label: 'History', href: links.history(), also: 'audit log who did what', allowed: historyAccess.readAll },
  {
    label: 'Jobs that could not be done',
    href: links.unfinished(),
    also: 'queue failed',
    allowed: historyAccess.unfinished,
  },
  {
    label: 'What Sightline knows about me',
    href: links.privacy(),
    also: 'privacy data download',
    allowed: privacyAccess.own,
  },
  {
    label: 'Wishes to be erased',
    href: links.erasures(),
    also: 'privacy erasure',
    allowed: privacyAccess.erase,
  },
  {
    label: 'How long things are kept',
    href: links.retention(),
    also: 'privacy retention',
    allowed: privacyAccess.retention,
  },
  {
    label: 'How to read a framework',
    href: links.helpFramework(),
    also: 'help guide levels',
    allowed: 'anyone',
  },
  { label: 'How documents are read', href: links.helpIntake(), also: 'help guide intake', allowed: 'anyone' },
  { label: 'For programs', href: links.api(), also: 'api json openapi reference', allowed: 'anyone' },
]
