import { frameworkAccess } from '#framework/access.ts'
import { intakeAccess } from '#intake/access.ts'
import { links } from '#routes.ts'
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
    label: 'How to read a framework',
    href: links.helpFramework(),
    also: 'help guide levels',
    allowed: 'anyone',
  },
  { label: 'How documents are read', href: links.helpIntake(), also: 'help guide intake', allowed: 'anyone' },
  { label: 'For programs', href: links.api(), also: 'api json openapi reference', allowed: 'anyone' },
]
