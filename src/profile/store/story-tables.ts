import type { ColumnType } from 'kysely'
import type { Stance } from '../evidence.ts'
import type { Setting } from '../story.ts'

interface Row {
  organization_id: string
}

/** The tables of migrations/0011-stories.sql. */
export interface StoryTables {
  story: Row & {
    id: string
    person_id: string
    title: string | null
    situation: string | null
    action: string | null
    result: string | null
    change: string | null
    setting: Setting
    happened: string | null
    made_at: ColumnType<Date, Date, never>
    changed_at: Date
    version: ColumnType<number, number | undefined, number>
  }
  story_placement: Row & {
    id: string
    story_id: string
    framework_id: string
    competency_key: string
    level_key: string
    activity: string | null
    placed_by: 'translate' | 'person'
    placed_at: Date
  }
  evidence: Row & {
    id: string
    person_id: string
    framework_id: string
    competency_key: string
    level_key: string
    stance: Stance
    seen_on: string
    text: string
    seen_by: string | null
    seen_by_name: string | null
    link: string | null
    written_by: string
    written_at: ColumnType<Date, Date, never>
    corrects: string | null
    withdrawn_at: Date | null
    withdrawn_reason: string | null
  }
  evidence_answer: Row & { id: string; evidence_id: string; text: string; written_at: Date }
}
