import type { ClientConfig } from 'pg'

/** Who connects: the one that may make databases and roles, the owner of the tables, or the application. */
export type Connector = 'administrator' | 'owner' | 'application'

/** A PostgreSQL, ours or somebody else's, seen from the application. */
export interface Server {
  /** How to connect; to its own database when none is named. */
  connection(as: Connector, database?: string): ClientConfig
  /** The role that the application takes inside each transaction, so that row-level security holds; null where it has it already. */
  role: string | null
  /** Makes sure that the server runs, after a connection was lost. */
  ensure(): Promise<void>
  /** Says that this process no longer needs the server. */
  release(): Promise<void>
}

export const OWNER = 'sightline_owner'
export const APPLICATION = 'sightline_app'
export const DATABASE = 'sightline'
