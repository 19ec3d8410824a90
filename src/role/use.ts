/** Something that is done with a role or has come of it, in a part of the product that builds on roles. */
export interface RoleUse {
  label: string
  href: string
  /** What it is, in a few words. */
  says: string
}
