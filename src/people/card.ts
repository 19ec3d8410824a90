/** People as lists and pages show them: with the names of what they belong to. */
import type { Person, Post } from './model.ts'

export interface Named {
  id: string
  name: string
}

/** A line of the list of people. The post is the one with the largest share of those on that day, or null. */
export interface PersonLine
  extends Pick<Person, 'id' | 'name' | 'startsOn' | 'endsOn' | 'leaveFrom' | 'leaveUntil'> {
  title: string | null
  team: Named | null
  place: Named | null
  manager: Named | null
  /** Posts on that day beside this one. */
  furtherPosts: number
}

export interface PostCard extends Post {
  team: Named | null
  place: Named | null
  manager: Named | null
}

/** A person with all their posts, the newest first. */
export interface PersonCard extends Person {
  posts: PostCard[]
}

/** Somebody named in passing: as a report, in a line, in a chart. */
export interface Mention extends Named {
  /** Of their main post on that day. */
  title: string | null
}

export interface TeamCard {
  id: string
  name: string
  parentId: string | null
  /** People with a post in the team itself on that day. */
  people: number
  /** Whether anybody ever had a post in it: then it cannot be removed. */
  isUsed: boolean
}

export interface PlaceCard extends Named {
  people: number
  isUsed: boolean
}
