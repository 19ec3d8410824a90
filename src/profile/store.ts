import type { ColumnType } from 'kysely'
import type { ListKind, SectionKey } from './lists.ts'
import type { Answer } from './model.ts'
import type { StoryTables } from './store/story-tables.ts'

interface Row {
  organization_id: string
}

/** The tables of migrations/0008-profile.sql and 0010-profile-lists.sql. */
export interface ProfileTables extends StoryTables {
  workbook: Row & {
    id: string
    person_id: string
    framework_id: string
    started_at: ColumnType<Date, Date, never>
    changed_at: Date
    finished_at: Date | null
    mixed: ColumnType<boolean, boolean | undefined, boolean>
  }
  workbook_answer: Row & {
    workbook_id: string
    statement_id: string
    text: string
    competency_key: string
    also: string[]
    level_key: string
    answer: Answer
    answered_at: Date
  }
  workbook_activity: Row & {
    id: string
    workbook_id: string
    text: string
    competency_key: string
    level_key: string
    answer: Exclude<Answer, 'not'>
    placed_by: 'translate' | 'person'
    made_at: ColumnType<Date, Date, never>
  }
  profile_level: Row & {
    person_id: string
    framework_id: string
    competency_key: string
    workbook_id: string
    uses: number | null
    can: number | null
    stretch: number | null
    firm: boolean
    as_of: Date
  }
  profile_share: Row & {
    id: string
    person_id: string
    note: string | null
    link_hash: string | null
    made_at: ColumnType<Date, Date, never>
    expires_at: Date | null
    revoked_at: Date | null
  }
  profile_share_with: Row & { share_id: string; person_id: string }
  profile_share_row: Row & {
    share_id: string
    id: string
    kind: 'level' | 'story' | 'evidence' | 'activity'
    framework_id: string | null
    competency_key: string | null
    thing_id: string | null
  }
  profile_share_look: Row & {
    id: string
    share_id: string
    person_id: string | null
    at: ColumnType<Date, Date, never>
  }
  profile_list_line: Row & {
    id: string
    person_id: string
    list: ListKind
    section: SectionKey
    source: string
    words: string
    edited: string | null
    included: boolean
    position: number | null
  }
}
