/** Who may see the history of which kind of thing. A slice with things of its own adds a line for each kind. */
import { isAboutSignIn } from './account/private-acts.ts'
import type { Context } from './context.ts'
import { frameworkAccess } from './framework/access.ts'
import { frameworkSlug } from './framework/store.ts'
import type { SubjectKind, SubjectKinds } from './history/routes/kinds.ts'
import { intakeAccess } from './intake/access.ts'
import { peopleAccess } from './people/access.ts'
import { maySeeHistoryOf } from './people/actions/look.ts'
import { privacyAccess } from './privacy/access.ts'
import { recruitAccess } from './recruit/access.ts'
import { maySeeHistoryOfRole } from './role/actions/role.ts'
import { links } from './routes.ts'
import { translateAccess } from './translate/access.ts'
import { type Allowed, isAllowed } from './viewer.ts'

export const SUBJECTS: SubjectKinds = {
  framework: {
    sees: byRole(frameworkAccess.read),
    page: async (ctx, id) => {
      const slug = isId(id) ? await ctx.read((db) => frameworkSlug(db, id)) : undefined
      return slug === undefined ? null : links.framework(slug)
    },
  },
  draft: { sees: byRole(intakeAccess.edit), page: (_, id) => links.intakeDraft(id) },
  person: {
    sees: (ctx, id) => isId(id) && ctx.read((db) => maySeeHistoryOf(ctx, db, id)),
    page: (_, id) => links.person(id),
    hides: ({ viewer }, id, act) => {
      if (viewer.person?.id === id) return false
      if (isAboutSignIn(act)) return true
      return act.startsWith('erasure: ') && !isAllowed(viewer, privacyAccess.erase)
    },
  },
  post: without(peopleAccess.edit),
  team: { sees: byRole(peopleAccess.read), page: (_, id) => links.team(id) },
  place: without(peopleAccess.read),
  role: {
    sees: (ctx, id) => isId(id) && ctx.read((db) => maySeeHistoryOfRole(ctx, db, id)),
    page: (_, id) => links.role(id),
  },
  question: { sees: byRole(recruitAccess.recruit), page: (_, id) => links.bankQuestion(id) },
  vacancy: { sees: byRole(recruitAccess.recruit), page: (_, id) => links.vacancy(id) },
  endpoint: without(translateAccess.endpoint),
  'people import': { sees: byRole(peopleAccess.edit), page: (_, id) => links.peopleImport(id) },
}

function byRole(allowed: Allowed) {
  return ({ viewer }: Context) => isAllowed(viewer, allowed)
}

/** A kind of thing that has no page of its own. */
function without(allowed: Allowed): SubjectKind {
  return { sees: byRole(allowed), page: () => null }
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
